//! The changes that a version bump covers.

use std::str::FromStr;

use semver::Version;

use super::change::Level;

/// The value of `--allow`: changes up to a level. `None` allows no change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Allow(Option<Level>);

impl Allow {
    pub(crate) fn covers(self, level: Level) -> bool {
        self.0.is_some_and(|allowed| level <= allowed)
    }
}

impl FromStr for Allow {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let levels = [Level::Patch, Level::Minor, Level::Major];
        if let Some(level) = levels.into_iter().find(|level| level.name() == text) {
            return Ok(Allow(Some(level)));
        }
        let versions = text.split_once("..");
        let versions = versions.and_then(|(old, new)| Some((version(old)?, version(new)?)));
        let (old, new) = versions
            .ok_or("expected `patch`, `minor`, `major` or a version bump such as `0.1.0..0.2.0`")?;
        if new < old {
            return Err(format!("`{new}` is lower than `{old}`"));
        }
        Ok(Allow(bump(&old, &new)))
    }
}

/// Returns the level of a version bump by the rules of cargo: below 1.0.0, the first number that is not 0 is the major one.
fn bump(old: &Version, new: &Version) -> Option<Level> {
    let numbers = |version: &Version| [version.major, version.minor, version.patch];
    let (old, new) = (numbers(old), numbers(new));
    let first = old.iter().position(|number| *number > 0).unwrap_or(2);
    let changed = (0..3).find(|at| old[*at] != new[*at])?;
    Some(match changed.checked_sub(first) {
        None | Some(0) => Level::Major,
        Some(1) => Level::Minor,
        Some(_) => Level::Patch,
    })
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
        let allows = |text: &str| text.parse::<Allow>().unwrap().0;
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
}
