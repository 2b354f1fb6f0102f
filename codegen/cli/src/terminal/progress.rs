//! A line that says what takes long, while it takes long.

use std::io::Write;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// How long a run may be silent.
pub(super) const DELAY: Duration = Duration::from_millis(500);

/// Does the work. If it takes longer than the delay, prints a line meanwhile, and erases it afterwards.
pub(super) fn with_progress<T>(
    what: &str,
    delay: Duration,
    out: &mut (dyn Write + Send),
    work: impl FnOnce() -> T,
) -> T {
    let (done, is_done) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            if is_done.recv_timeout(delay) == Err(RecvTimeoutError::Timeout) {
                // A failure is ignored because it could not be reported.
                let _ = write!(out, "{what} …").and_then(|()| out.flush());
                let _ = is_done.recv();
                let _ = write!(out, "\r\u{1b}[K").and_then(|()| out.flush());
            }
        });
        let result = work();
        drop(done);
        result
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An output that sends what is written.
    struct Sender(mpsc::Sender<String>);

    impl Write for Sender {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            let _ = self.0.send(String::from_utf8_lossy(bytes).into_owned());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn long_work_is_announced_while_it_runs_and_the_line_is_erased() {
        let (sender, printed) = mpsc::channel();
        let result = with_progress("reading", Duration::ZERO, &mut Sender(sender), || {
            printed.recv().unwrap() // The work ends only after the line was printed.
        });
        let rest: String = printed.iter().collect();
        assert_eq!(result + &rest, "reading …\r\u{1b}[K");
    }

    #[test]
    fn short_work_prints_nothing_and_does_not_wait() {
        let mut out = Vec::new();
        let hour = Duration::from_secs(3600);
        assert_eq!(with_progress("reading", hour, &mut out, || 7), 7);
        assert!(out.is_empty());
    }
}
