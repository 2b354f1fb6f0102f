//! Directories that several generators may write to: locks, and temporary files.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Waits until no other generator works in the directory, and locks it until the handle is dropped or the process ends. Returns
/// `None` on Windows and on file systems without such locks (NFS).
pub(super) fn lock(folder: &Path) -> Option<File> {
    lock_by(folder, File::lock)
}

/// Locks a directory for reading: generators wait before they write to it.
pub(super) fn lock_shared(folder: &Path) -> Option<File> {
    lock_by(folder, File::lock_shared)
}

fn lock_by(folder: &Path, lock: fn(&File) -> io::Result<()>) -> Option<File> {
    let handle = File::open(folder).ok()?;
    loop {
        match lock(&handle) {
            Ok(()) => return Some(handle),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return None,
        }
    }
}

/// The text between the name of a file and a number in the name of its temporary file: `.mod.rs.codegen-4711`.
const MARK: &str = ".codegen-";

/// Creates a temporary file in the directory of the path, with an unused name.
pub(super) fn create_temp_file(path: &Path) -> io::Result<(File, PathBuf)> {
    let mut number = std::process::id();
    loop {
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!("{MARK}{number}"));
        let temporary = path.with_file_name(name);
        match OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&temporary)
        {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                number = number.wrapping_add(1);
            }
            file => return Ok((file?, temporary)),
        }
    }
}

/// Returns the name of the file for the name of its temporary file; `None` for other names.
pub(super) fn temp_file_target(name: &OsStr) -> Option<&str> {
    let (name, number) = name.to_str()?.strip_prefix('.')?.rsplit_once(MARK)?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then_some(name)
}

/// Deletes temporary files that killed runs left behind, if they are for one of the targets. The directory must be locked:
/// another generator may be writing them otherwise.
pub(super) fn remove_stale_temps(folder: &Path, is_target: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if temp_file_target(&entry.file_name()).is_some_and(&is_target) {
            // A temporary file that cannot be deleted does no harm.
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    #[cfg(unix)]
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[cfg(unix)]
    #[test]
    fn readers_and_writers_lock_directories() {
        let folder = std::env::temp_dir().join(format!("codegen-lock-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let handle = File::open(&folder).unwrap();
        let reader = lock_shared(&folder).expect("this file system has locks");
        assert!(handle.try_lock().is_err());
        assert!(handle.try_lock_shared().is_ok());
        handle.unlock().unwrap();
        drop(reader);
        let writer = lock(&folder).expect("this file system has locks");
        assert!(handle.try_lock_shared().is_err());
        drop(writer);
        fs::remove_dir_all(folder).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_signal_does_not_end_the_wait_for_a_lock() {
        static CALLS: AtomicUsize = AtomicUsize::new(0);
        let folder = std::env::temp_dir();
        let interrupted_once = |_: &File| match CALLS.fetch_add(1, Ordering::Relaxed) {
            0 => Err(io::ErrorKind::Interrupted.into()),
            _ => Ok(()),
        };
        assert!(lock_by(&folder, interrupted_once).is_some());
        assert_eq!(CALLS.load(Ordering::Relaxed), 2);
        assert!(lock_by(&folder, |_| Err(io::ErrorKind::Unsupported.into())).is_none());
    }

    #[test]
    fn temporary_names_contain_those_of_their_targets() {
        let of = |name: &str| temp_file_target(OsStr::new(name)).map(str::to_owned);
        let create = || create_temp_file(&std::env::temp_dir().join("shop.rs")).unwrap();
        let ((_, path), (_, other)) = (create(), create());
        assert_ne!(path, other);
        for path in [&path, &other] {
            fs::remove_file(path).unwrap();
        }
        assert_eq!(
            temp_file_target(path.file_name().unwrap()),
            Some("shop.rs"),
            "{path:?}"
        );
        assert_eq!(of(".shop.rs.codegen-1"), Some("shop.rs".to_owned()));
        for other in ["shop.rs", ".shop.rs", ".shop.rs.codegen-", ".codegen-1x"] {
            assert_eq!(of(other), None, "{other}");
        }
    }
}
