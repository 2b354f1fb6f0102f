//! The changes that a version bump covers.

use std::cmp::Ordering;
use std::str::FromStr;

use semver::Version;

use super::change::Level;

/// The value of `--allow`: changes up to a level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Allow {
    /// `None` allows no change.
    level: Option<Level>,
    /// The old and the new version if the value is a version bump.
    bump: Option<(Version, Version)>,
}

impl Allow {
    pub(crate) fn covers(&self, level: Level) -> bool {
        self.level.is_some_and(|allowed| level <= allowed)
    }

    /// Returns what permits changes of a level that is not covered.
    pub(crate) fn advice(&self, required: Level) -> String {
        let name = required.name();
        let Some((old, new)) = &self.bump else {
            return format!("pass `--allow {name}` if the next release is a {name} one");
        };
        let permits = match self.level {
            None => "no change".to_owned(),
            Some(level) => format!("no change above {}", level.name()),
        };
        let lowest = lowest(old, required);
        format!("`{old}..{new}` permits {permits}; set the version to {lowest} or higher")
    }
}

impl FromStr for Allow {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let levels = [Level::Patch, Level::Minor, Level::Major];
        if let Some(level) = levels.into_iter().find(|level| level.name() == text) {
            return Ok(Allow {
                level: Some(level),
                bump: None,
            });
        }
        let versions = text.split_once("..");
        let versions = versions.and_then(|(old, new)| Some((version(old)?, version(new)?)));
        let (old, new) = versions
            .ok_or("expected `patch`, `minor`, `major` or a version bump such as `0.1.0..0.2.0`")?;
        if new < old {
            return Err(format!("`{new}` is lower than `{old}`"));
        }
        Ok(Allow {
            level: bump(&old, &new),
            bump: Some((old, new)),
        })
    }
}

/// Returns the level of a version bump by the rules of cargo: below 1.0.0, the first number that is not 0 is the major one.
fn bump(old: &Version, new: &Version) -> Option<Level> {
    let (old, new) = (numbers(old), numbers(new));
    let changed = (0..3).find(|at| old[*at] != new[*at])?;
    Some(match changed.checked_sub(major(old)) {
        None | Some(0) => Level::Major,
        Some(1) => Level::Minor,
        Some(_) => Level::Patch,
    })
}

/// Returns the lowest version after `old` that permits changes of a level.
fn lowest(old: &Version, level: Level) -> Version {
    let old = numbers(old);
    let after_major = match level {
        Level::Major => 0,
        Level::Minor => 1,
        Level::Patch => 2,
    };
    let changed = (major(old) + after_major).min(2);
    let number = |at: usize| match at.cmp(&changed) {
        Ordering::Less => old[at],
        Ordering::Equal => old[at].saturating_add(1),
        Ordering::Greater => 0,
    };
    Version::new(number(0), number(1), number(2))
}

fn numbers(version: &Version) -> [u64; 3] {
    [version.major, version.minor, version.patch]
}

/// Returns the index of the major number.
fn major(numbers: [u64; 3]) -> usize {
    numbers.iter().position(|number| *number > 0).unwrap_or(2)
}

/// Parses `1.2.3`, or `v1.2.3` as in a tag.
fn version(text: &str) -> Option<Version> {
    Version::parse(text.strip_prefix('v').unwrap_or(text)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bumps_follow_the_rules_of_cargo() {
        let allows = |text: &str| text.parse::<Allow>().unwrap().level;
        for (bump, level) in [
            ("1.2.3..2.0.0", Some(Level::Major)),
            ("1.2.3..1.3.0", Some(Level::Minor)),
            ("1.2.3..1.2.4", Some(Level::Patch)),
            ("v1.2.3..v1.2.3", None),
            ("0.1.0..0.2.0", Some(Level::Major)),
            ("0.1.0..0.1.1", Some(Level::Minor)),
            ("0.1.0..1.0.0", Some(Level::Major)),
            ("0.0.1..0.0.2", Some(Level::Major)),
            ("0.0.0..0.0.1", Some(Level::Major)),
            ("minor", Some(Level::Minor)),
        ] {
            assert_eq!(allows(bump), level, "{bump}");
        }
        for nonsense in [
            "",
            "huge",
            "1.2..1.3",
            "1.2.3..1.2",
            "2.0.0..1.0.0",
            "1.2.3.4..2.0.0.0",
        ] {
            assert!(nonsense.parse::<Allow>().is_err(), "{nonsense}");
        }
    }

    #[test]
    fn the_advised_version_is_the_lowest_that_permits_the_changes() {
        let levels = [Level::Patch, Level::Minor, Level::Major];
        for (old, expected) in [
            ("1.2.3", ["1.2.4", "1.3.0", "2.0.0"]),
            ("0.1.0", ["0.1.1", "0.1.1", "0.2.0"]),
            ("0.0.1", ["0.0.2", "0.0.2", "0.0.2"]),
            ("0.0.0", ["0.0.1", "0.0.1", "0.0.1"]),
        ] {
            for (level, expected) in levels.into_iter().zip(expected) {
                let lowest = lowest(&version(old).unwrap(), level);
                assert_eq!(lowest.to_string(), expected, "{old} {level:?}");
                let allow: Allow = format!("{old}..{lowest}").parse().unwrap();
                assert!(allow.covers(level), "{old} {level:?}");
            }
        }
    }
}
