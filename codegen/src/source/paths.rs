//! Tidy paths.

use std::path::{Component, Path, PathBuf};

/// Returns a path without `a/..` and `.`, as messages and cargo show it.
pub(crate) fn tidy(path: &Path) -> PathBuf {
    let mut tidied = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir
                if matches!(tidied.components().next_back(), Some(Component::Normal(_))) =>
            {
                tidied.pop();
            }
            part => tidied.push(part),
        }
    }
    if tidied.as_os_str().is_empty() {
        tidied.push(".");
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_tidied() {
        assert_eq!(tidy(Path::new("a/./b/../c.toml")), Path::new("a/c.toml"));
        assert_eq!(tidy(Path::new("../c.toml")), Path::new("../c.toml"));
        assert_eq!(tidy(Path::new("a/..")), Path::new("."));
    }
}
