//! A real process is killed with SIGKILL while it writes, again and again, on the same file. Every
//! write that it had acknowledged must be there afterwards, whole, and revisions never go back.
//!
//! The test starts itself as the process to be killed. That shows what survives the death of a
//! process; what survives the loss of power rests on `synchronous = FULL`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, and clippy knows only functions with #[test] as tests"
)]

use std::collections::BTreeMap;
use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use model::Kind;
use store::{Bytes, Expected, Key, Revision, Sqlite, Store, Versioned};

const VICTIM: &str = "STORE_KILL9_DATABASE";
/// Where each writer goes on.
const SEQUENCES: &str = "STORE_KILL9_SEQUENCES";
const ROUNDS: u64 = 300;
/// Files that are worked on at the same time.
const FILES: u64 = 4;
const WRITERS: u64 = 8;
const PATIENCE: Duration = Duration::from_secs(20);

#[test]
fn an_acknowledged_write_survives_kill_9() {
    if let Some(database) = env::var_os(VICTIM) {
        write_until_killed(&PathBuf::from(database));
        return;
    }
    let home = tempfile::tempdir().unwrap();
    let files: Vec<_> = (0..FILES)
        .map(|file| {
            let database = home.path().join(file.to_string()).join("store.db");
            thread::spawn(move || survive(&database, file))
        })
        .collect();
    let acknowledged: u64 = files.into_iter().map(|file| file.join().unwrap()).sum();
    println!("{ROUNDS} rounds, {acknowledged} acknowledged writes, none lost");
    assert!(
        acknowledged > ROUNDS,
        "the rounds were long enough to write"
    );
}

/// The last write under a key: acknowledged, or found when the store was opened again.
#[derive(Debug, Clone, Copy)]
struct Known {
    sequence: u64,
    revision: Revision,
}

const NOTHING: Known = Known {
    sequence: 0,
    revision: Revision::ZERO,
};

fn survive(database: &Path, file: u64) -> u64 {
    let mut known = BTreeMap::new();
    for writer in 0..WRITERS {
        known.insert(format!("writer-{writer}"), NOTHING);
    }
    let mut count = 0;
    let mut highest = Revision::ZERO;
    for round in 0..ROUNDS / FILES {
        let after = Duration::from_micros(moment(file, round));
        let said = kill_a_writer(database, &known, after);
        count += said.len() as u64;
        for (id, acknowledged) in said {
            let before = known.insert(id, acknowledged).unwrap();
            assert_eq!(acknowledged.sequence, before.sequence + 1);
            assert!(acknowledged.revision > before.revision);
        }
        highest = verify(database, &mut known, highest);
    }
    count
}

/// Between 0 and 30 ms after the first acknowledgement, differently in each round.
fn moment(file: u64, round: u64) -> u64 {
    let mixed = (file * ROUNDS + round + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 32) % 30_000
}

fn kill_a_writer(
    database: &Path,
    known: &BTreeMap<String, Known>,
    after: Duration,
) -> Vec<(String, Known)> {
    let sequences: Vec<String> = known
        .values()
        .map(|known| known.sequence.to_string())
        .collect();
    let mut child = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "an_acknowledged_write_survives_kill_9",
            "--nocapture",
        ])
        .env(VICTIM, database)
        .env(SEQUENCES, sequences.join(" "))
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let heard = listen(&mut child);
    let first = heard.recv_timeout(PATIENCE);
    let deadline = Instant::now() + after;
    let mut lines: Vec<_> = first.into_iter().collect();
    while let Ok(line) = heard.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
        lines.push(line);
    }
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(
        !lines.is_empty(),
        "the writer acknowledged something before it was killed"
    );
    // What it said before it died counts, also if it is only heard now.
    lines.extend(heard);
    lines
}

/// Hears the acknowledgements until the writer is dead. A line without its end was not said.
fn listen(child: &mut Child) -> mpsc::Receiver<(String, Known)> {
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let (said, heard) = mpsc::channel();
    thread::spawn(move || {
        let mut line = String::new();
        while output.read_line(&mut line).is_ok_and(|length| length > 0) {
            if let Some(acknowledged) = line.strip_suffix('\n').and_then(parse)
                && said.send(acknowledged).is_err()
            {
                return;
            }
            line.clear();
        }
    });
    heard
}

fn parse(line: &str) -> Option<(String, Known)> {
    // The test harness begins the first line with the name of the test.
    let (_, acknowledged) = line.split_once("kept ")?;
    let words: Vec<&str> = acknowledged.split(' ').collect();
    let [id, sequence, revision] = words[..] else {
        return None;
    };
    let acknowledged = Known {
        sequence: sequence.parse().ok()?,
        revision: Revision(revision.parse().ok()?),
    };
    Some((id.to_owned(), acknowledged))
}

/// Opens the store as the next process would, and returns its revision.
fn verify(database: &Path, known: &mut BTreeMap<String, Known>, highest: Revision) -> Revision {
    let store = Sqlite::open(database).unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let revision = store.revision();
    assert!(revision >= highest, "revisions went back");
    for (id, known) in known {
        assert!(revision >= known.revision);
        let found = runtime.block_on(store.get(&key(id))).unwrap();
        *known = last_write(id, *known, found);
        assert!(revision >= known.revision);
    }
    revision
}

/// What is stored must be the acknowledged write or the one after it: a writer waits for each
/// answer, so no more than one can have happened unheard.
fn last_write(id: &str, acknowledged: Known, found: Option<Versioned>) -> Known {
    let next = acknowledged.sequence + 1;
    let Some(found) = found else {
        let is_known = deletes(acknowledged.sequence) || acknowledged.sequence == 0;
        assert!(is_known || deletes(next), "{id} lost {acknowledged:?}");
        let sequence = if is_known {
            acknowledged.sequence
        } else {
            next
        };
        return Known {
            sequence,
            ..acknowledged
        };
    };
    let sequence = sequence_of(&found.value);
    assert_eq!(found.value, value(sequence), "{id} is torn");
    if sequence == acknowledged.sequence {
        assert_eq!(found.version, acknowledged.revision);
    } else {
        assert_eq!(sequence, next, "{id} lost {acknowledged:?}");
        assert!(found.version > acknowledged.revision);
    }
    Known {
        sequence,
        revision: found.version,
    }
}

fn key(id: &str) -> Key {
    Key::new(Kind::Function, id)
}

const fn deletes(sequence: u64) -> bool {
    sequence % 7 == 3
}

/// The sequence, then bytes that follow from it, between 8 bytes and some pages of the file.
fn value(sequence: u64) -> Bytes {
    let length = usize::try_from(sequence * 7919 % 20_000).unwrap();
    let pattern = (sequence * 31).to_le_bytes().into_iter().cycle();
    let filling = pattern.take(length);
    sequence.to_be_bytes().into_iter().chain(filling).collect()
}

fn sequence_of(value: &Bytes) -> u64 {
    u64::from_be_bytes(value[..8].try_into().unwrap())
}

fn write_until_killed(database: &Path) {
    let store = Arc::new(Sqlite::open(database).unwrap());
    let sequences = env::var(SEQUENCES).unwrap();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap();
    runtime.block_on(async {
        let writers = sequences.split(' ').enumerate().map(|(writer, sequence)| {
            let store = Arc::clone(&store);
            let sequence = sequence.parse().unwrap();
            let id = format!("writer-{writer}");
            tokio::spawn(async move { write_for_ever(&store, &id, sequence).await })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
    });
}

async fn write_for_ever(store: &Sqlite, id: &str, mut sequence: u64) {
    let key = key(id);
    let found = store.get(&key).await.unwrap();
    let mut version = found.map(|found| found.version);
    loop {
        sequence += 1;
        let revision = if deletes(sequence) {
            store.delete(&key, version.take().unwrap()).await.unwrap()
        } else {
            let expected = version.map_or(Expected::Absent, Expected::At);
            let revision = store.put(&key, expected, value(sequence)).await.unwrap();
            version = Some(revision);
            revision
        };
        let line = format!("kept {id} {sequence} {}\n", revision.0);
        std::io::stdout().write_all(line.as_bytes()).unwrap();
    }
}
