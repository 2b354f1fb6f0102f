//! Arguments of the commands that messages suggest.

use std::path::Path;

use codegen::text::sanitized_path;

/// Returns a path as an argument for a POSIX shell: in quotes if the shell would split or interpret it, and never like an option.
pub(crate) fn path_argument(path: &Path) -> String {
    let path = sanitized_path(path);
    let path = if path.starts_with('-') {
        format!("./{path}")
    } else {
        path
    };
    let is_plain = |c: char| c.is_alphanumeric() || "/._-+:,@%=".contains(c);
    if !path.is_empty() && path.chars().all(is_plain) {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_each_path_as_one_argument() {
        for (path, argument) in [
            ("a/返回码-V1.md", "a/返回码-V1.md"),
            ("my codes.md", "'my codes.md'"),
            ("it's.md", r"'it'\''s.md'"),
            ("$(date)&.md", "'$(date)&.md'"),
            ("~/a.md", "'~/a.md'"),
            ("-rf.md", "./-rf.md"),
            ("", "''"),
        ] {
            assert_eq!(path_argument(Path::new(path)), argument);
        }
    }
}
