//! The workflow that README offers to copy, in another repository: its steps run in a shell, with `codegen` on the path in place of
//! the installation.

use std::fs;
use std::path::Path;

use crate::support::{Folder, Run, repository};

/// A repository of a team with its own codes, and the steps of the workflow by job.
struct Team {
    folder: Folder,
    jobs: Vec<Job>,
}

struct Job {
    name: String,
    steps: Vec<String>,
}

impl Team {
    /// Makes a repository with a release, and a branch with tables as `codegen init` writes them.
    fn new() -> Self {
        let text = fs::read_to_string(repository().join(".github/workflows/codes.yml")).unwrap();
        let folder = Folder::new();
        folder.write("src/lib.rs", "");
        folder.write("Cargo.toml", MANIFEST);
        folder.init();
        folder.commit("Add a crate");
        folder.git(&["tag", "v0.0.1"]);
        folder.git(&["checkout", "--quiet", "-b", "change"]);
        folder.codegen(&["init", "--own", "tables"]).clean();
        folder.codegen(&[]).clean();
        folder.commit("Add the codes");
        let jobs = jobs(&text);
        Team { folder, jobs }
    }

    /// Runs a job; returns the result of the first step that fails, or of the last one.
    fn run(&self, name: &str, allow: &str) -> Run {
        let job = self.jobs.iter().find(|job| job.name == name).unwrap();
        let mut results = job.steps.iter().map(|step| self.step(step, allow));
        let last = results.next_back();
        let failed = results.find(|run| run.status != 0);
        failed.or(last).expect("the job has steps")
    }

    /// Runs a step as the runner does, with the variables that its services set.
    fn step(&self, step: &str, allow: &str) -> Run {
        let tool = Path::new(env!("CARGO_BIN_EXE_codegen")).parent().unwrap();
        let path = std::env::var("PATH").unwrap();
        let mut shell = self.folder.command("bash");
        shell
            .args(["-e", "-o", "pipefail", "-c", step])
            .env("PATH", format!("{}:{path}", tool.display()))
            .env("GITHUB_STEP_SUMMARY", self.folder.path().join("summary.md"))
            .env("PACKAGE", "shop")
            .env("BASE", "main")
            .env("ALLOW", allow);
        Run::of(&mut shell)
    }
}

const MANIFEST: &str =
    "[package]\nname = \"shop\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n";

/// Returns the steps of each job that run commands, except those that install Rust and `codegen`.
fn jobs(workflow: &str) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    let mut lines = workflow
        .lines()
        .skip_while(|line| *line != "jobs:")
        .skip(1)
        .peekable();
    while let Some(line) = lines.next() {
        let indent = line.len() - line.trim_start().len();
        if let Some(name) = line.trim().strip_suffix(':').filter(|_| indent == 2) {
            let (name, steps) = (name.to_owned(), Vec::new());
            jobs.push(Job { name, steps });
        } else if let Some(step) = line.strip_prefix("      - run: ") {
            let mut text = step.to_owned();
            if step == "|" {
                text.clear();
                while let Some(line) = lines.next_if(|line| line.starts_with("          ")) {
                    text.extend([line, "\n"]);
                }
            }
            jobs.last_mut().unwrap().steps.push(text);
        }
    }
    for job in &mut jobs {
        let installation: Vec<String> = job.steps.drain(..2).collect();
        assert!(installation[0].starts_with("rustup "), "{installation:?}");
        assert_eq!(installation[1], "cargo install --locked --debug $CODEGEN");
    }
    jobs
}

#[test]
fn the_workflow_works_in_another_repository() {
    let team = Team::new();
    let (folder, table) = (&team.folder, "tables/error-code.csv");
    let names: Vec<&str> = team.jobs.iter().map(|job| &*job.name).collect();
    assert_eq!(names, ["generated", "changes", "version"]);
    // The first pull request with tables, and the next one.
    for name in &names {
        team.run(name, "minor").assert(0, &[], &[]);
    }
    folder.git(&["tag", "v0.1.0"]);
    folder.git(&["branch", "--force", "main"]);
    for name in &names {
        team.run(name, "minor").assert(0, &[], &[]);
    }

    // An edit without regenerating.
    folder.edit(table, "is already paid,409", "was paid before,422");
    team.run("generated", "minor")
        .assert(1, &[], &["file is out of date"]);
    folder.codegen(&[]).clean();
    team.run("generated", "minor").assert(0, &[], &[]);
    team.run("changes", "minor").assert(0, &["::"], &[]);
    assert!(folder.read("summary.md").contains("OrderAlreadyPaid"));
    team.run("version", "minor").assert(1, &["requires"], &[]);
    folder.edit("Cargo.toml", "0.1.0", "0.1.1");
    team.run("version", "minor").assert(0, &[], &[]);

    // A new code is a major change: it needs the label, and a version.
    let rows = folder.read(table) + "O003,order empty,The order is empty,422,after-change\n";
    folder.write(table, rows);
    folder.codegen(&[]).clean();
    team.run("changes", "minor").assert(1, &["OrderEmpty"], &[]);
    team.run("changes", "major").assert(0, &["OrderEmpty"], &[]);
    team.run("version", "minor").assert(1, &["major"], &[]);
    folder.edit("Cargo.toml", "0.1.1", "0.2.0");
    team.run("version", "minor").assert(0, &[], &[]);
}
