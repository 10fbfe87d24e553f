//! Lines on their way out: whoever has one to say puts it into a buffer, and a thread of its own
//! writes the buffer when it is not empty.
//!
//! The buffer is bounded. Whoever finds it full waits for room, for [`PATIENCE`] at most: then the
//! line is left out, and a line says how many were.

use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tracing_subscriber::fmt::MakeWriter;

/// Bytes that wait to be written.
const MOST_WAITING: usize = 1024 * 1024;
/// How long a line waits for room.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long the thread gathers lines after it wrote some, so that it is not woken for every one.
const GATHERING: Duration = Duration::from_millis(5);

/// Where lines are put; clones put them into the same buffer.
#[derive(Clone)]
pub(crate) struct Lines {
    shared: Arc<Shared>,
    patience: Duration,
}

#[derive(Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    /// There is something to write, or nothing will come any more.
    filled: Condvar,
    /// The thread took the buffer.
    emptied: Condvar,
}

#[derive(Default)]
struct Waiting {
    bytes: Vec<u8>,
    left_out: usize,
    /// Nothing comes any more.
    is_closed: bool,
    /// All is written.
    is_done: bool,
}

/// The thread that writes. Dropping it lets what waits be written, for [`PATIENCE`] at most.
pub(crate) struct Writing {
    shared: Arc<Shared>,
}

pub(super) fn start(out: impl Write + Send + 'static) -> io::Result<(Lines, Writing)> {
    let shared = Arc::<Shared>::default();
    let writes = Arc::clone(&shared);
    std::thread::Builder::new()
        .name("log".to_owned())
        .spawn(move || writes.write_to(out))?;
    let lines = Lines {
        shared: Arc::clone(&shared),
        patience: PATIENCE,
    };
    Ok((lines, Writing { shared }))
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nobody is left to be told when the lines can't be written.
    fn write_to(&self, mut out: impl Write) {
        let mut taken = Vec::new();
        while self.take(&mut taken) {
            let _ = out.write_all(&taken).and_then(|()| out.flush());
            taken.clear();
            self.gather();
        }
        self.lock().is_done = true;
        self.emptied.notify_all();
    }

    /// Waits for lines and takes them all. Nothing comes any more when it gives `false`.
    fn take(&self, taken: &mut Vec<u8>) -> bool {
        let waiting = self.lock();
        let is_idle = |waiting: &mut Waiting| waiting.bytes.is_empty() && !waiting.is_closed;
        let mut waiting = self
            .filled
            .wait_while(waiting, is_idle)
            .unwrap_or_else(PoisonError::into_inner);
        std::mem::swap(&mut waiting.bytes, taken);
        let left_out = std::mem::take(&mut waiting.left_out);
        drop(waiting);
        self.emptied.notify_all();
        if left_out > 0 {
            let _ = writeln!(
                taken,
                "{left_out} lines of the log were left out: nobody read them in time"
            );
        }
        !taken.is_empty()
    }

    fn gather(&self) {
        let few = |waiting: &mut Waiting| !waiting.is_closed && waiting.bytes.len() < MOST_WAITING;
        drop(self.filled.wait_timeout_while(self.lock(), GATHERING, few));
    }
}

impl Lines {
    fn put(&self, line: &[u8]) {
        let is_full = |waiting: &mut Waiting| {
            !waiting.is_closed && waiting.bytes.len() + line.len() > MOST_WAITING
        };
        let mut waiting = self.shared.lock();
        if is_full(&mut waiting) {
            self.shared.filled.notify_one();
            let (locked, waited) = self
                .shared
                .emptied
                .wait_timeout_while(waiting, self.patience, is_full)
                .unwrap_or_else(PoisonError::into_inner);
            waiting = locked;
            if waited.timed_out() {
                waiting.left_out += 1;
                return;
            }
        }
        let was_empty = waiting.bytes.is_empty();
        waiting.bytes.extend_from_slice(line);
        drop(waiting);
        if was_empty {
            self.shared.filled.notify_one();
        }
    }
}

impl Write for Lines {
    /// Takes a whole line at once.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        self.put(line);
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Lines {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        let mut waiting = self.shared.lock();
        waiting.is_closed = true;
        self.shared.filled.notify_one();
        self.shared.emptied.notify_all();
        let is_busy = |waiting: &mut Waiting| !waiting.is_done;
        drop(
            self.shared
                .emptied
                .wait_timeout_while(waiting, PATIENCE, is_busy),
        );
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

    use super::*;

    /// Shows what is written, and takes no more than somebody reads.
    struct Shown(SyncSender<Vec<u8>>);

    impl Write for Shown {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0
                .send(bytes.to_vec())
                .map_err(|_| io::ErrorKind::BrokenPipe)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn shown() -> (Lines, Writing, Receiver<Vec<u8>>) {
        let (sender, receiver) = sync_channel(0);
        let (lines, writing) = start(Shown(sender)).unwrap();
        (lines, writing, receiver)
    }

    fn text(receiver: &Receiver<Vec<u8>>) -> String {
        String::from_utf8(receiver.iter().flatten().collect()).unwrap()
    }

    #[test]
    fn lines_come_out_whole_and_in_order() {
        let (lines, writing, receiver) = shown();
        let reader = std::thread::spawn(move || text(&receiver));
        std::thread::scope(|scope| {
            for speaker in ["a", "b"] {
                let lines = lines.clone();
                scope.spawn(move || {
                    for number in 0..1000 {
                        lines.put(format!("{speaker} {number}\n").as_bytes());
                    }
                });
            }
        });
        drop(writing);
        let text = reader.join().unwrap();
        for speaker in ["a", "b"] {
            let said: Vec<&str> = text.lines().filter(|l| l.starts_with(speaker)).collect();
            let expected: Vec<String> = (0..1000).map(|n| format!("{speaker} {n}")).collect();
            assert!(said == expected, "of {speaker}: {:?}", said.get(..5));
        }
    }

    #[test]
    fn who_is_not_read_leaves_lines_out_and_says_how_many() {
        let (mut lines, writing, receiver) = shown();
        lines.patience = Duration::from_millis(1);
        let half = vec![b'x'; MOST_WAITING / 2 + 1];
        // The thread holds the first, which nobody reads; the second waits; the others find no room.
        lines.put(b"first\n");
        while !lines.shared.lock().bytes.is_empty() {
            std::thread::yield_now();
        }
        for _ in 0..3 {
            lines.put(&half);
        }
        let reader = std::thread::spawn(move || text(&receiver));
        drop(writing);
        let text = reader.join().unwrap();
        assert!(text.ends_with("2 lines of the log were left out: nobody read them in time\n"));
        assert_eq!(text.matches('x').count(), half.len());
    }

    #[test]
    fn a_reader_who_went_away_holds_nobody_up() {
        let (lines, writing, receiver) = shown();
        drop(receiver);
        for _ in 0..10 {
            lines.put(b"said to nobody\n");
        }
        drop(writing);
    }
}
