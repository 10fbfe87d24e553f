//! The contract suite: what every engine must pass. It fails by panicking, like any test.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::try_join_all;
use model::Kind;
use tokio::time::timeout;

use crate::{Change, Entry, Expected, Key, Listing, Revision, Store, StoreError, Watch};

type Outcome = Result<(), StoreError>;

const KIND: Kind = Kind::Function;
const PATIENCE: Duration = Duration::from_secs(20);

/// Checks an engine. `open` makes a new, empty store each time.
///
/// # Panics
/// If the engine breaks the contract.
pub async fn check<S: Store>(open: impl Fn() -> S) -> Outcome {
    values_are_read_as_they_were_written(&open()).await?;
    a_write_needs_what_it_expects(&open()).await?;
    a_deletion_needs_its_version_and_takes_a_revision(&open()).await?;
    revisions_order_all_writes(&open()).await?;
    lists_are_in_byte_order(&open()).await?;
    lists_come_in_pages(&open()).await?;
    of_many_writers_one_wins(Arc::new(open())).await?;
    no_increment_is_lost(Arc::new(open())).await?;
    a_watch_shows_every_change_once_in_order(Arc::new(open())).await?;
    a_watch_begins_where_it_is_told(&open()).await
}

/// Checks that an engine keeps its writes. `open` opens the same store, which is empty at first,
/// each time.
///
/// # Panics
/// If the engine breaks the contract.
pub async fn check_durable<S: Store>(open: impl Fn() -> S) -> Outcome {
    let store = open();
    let kept = create(&store, "kept", "value").await?;
    let gone = create(&store, "gone", "value").await?;
    let last = store.delete(&key("gone"), gone).await?;
    drop(store);

    let store = open();
    assert_eq!(read(&store, "kept").await?, Some(("value".into(), kept)));
    assert_eq!(read(&store, "gone").await?, None);
    assert_eq!(store.revision(), last, "a deletion is the last revision");
    assert!(create(&store, "later", "value").await? > last);
    let mut too_early = store.watch(Revision::ZERO);
    assert!(
        matches!(
            next(&mut too_early).await,
            Err(StoreError::HistoryGone { .. })
        ),
        "changes of an earlier run are not left out in silence"
    );
    Ok(())
}

async fn values_are_read_as_they_were_written<S: Store>(store: &S) -> Outcome {
    assert_eq!(store.revision(), Revision::ZERO);
    assert_eq!(store.get(&key("absent")).await?, None);
    let every_byte: Bytes = (0..=u8::MAX).collect::<Vec<u8>>().into();
    let large = Bytes::from(vec![7; 1 << 20]);
    for (id, value) in [
        ("empty", Bytes::new()),
        ("bytes", every_byte),
        ("large", large),
    ] {
        let version = store.put(&key(id), Expected::Absent, value.clone()).await?;
        let found = store.get(&key(id)).await?;
        assert_eq!(
            found.map(|found| (found.value, found.version)),
            Some((value, version))
        );
    }
    let other_kind = Key::new(Kind::Role, "bytes");
    assert_eq!(store.get(&other_kind).await?, None);
    Ok(())
}

async fn a_write_needs_what_it_expects<S: Store>(store: &S) -> Outcome {
    let key = key("a");
    let too_early = store.put(&key, Expected::At(Revision(1)), "x".into()).await;
    assert_conflict(&too_early, None);
    let first = create(store, "a", "first").await?;
    let twice = store.put(&key, Expected::Absent, "x".into()).await;
    assert_conflict(&twice, Some(first));
    let second = store
        .put(&key, Expected::At(first), "second".into())
        .await?;
    let stale = store.put(&key, Expected::At(first), "x".into()).await;
    assert_conflict(&stale, Some(second));
    assert_eq!(read(store, "a").await?, Some(("second".into(), second)));
    assert_eq!(store.revision(), second, "a conflict takes no revision");
    Ok(())
}

async fn a_deletion_needs_its_version_and_takes_a_revision<S: Store>(store: &S) -> Outcome {
    assert_conflict(&store.delete(&key("a"), Revision(1)).await, None);
    let first = create(store, "a", "value").await?;
    assert_conflict(&store.delete(&key("a"), first.next()).await, Some(first));
    let deleted = store.delete(&key("a"), first).await?;
    assert!(deleted > first);
    assert_eq!(read(store, "a").await?, None);
    assert_conflict(&store.delete(&key("a"), first).await, None);
    assert!(create(store, "a", "again").await? > deleted);
    Ok(())
}

async fn revisions_order_all_writes<S: Store>(store: &S) -> Outcome {
    let mut last = store.revision();
    for id in ["b", "a", "c"] {
        for kind in [Kind::Role, Kind::Function] {
            let key = Key::new(kind, id);
            let revision = store.put(&key, Expected::Absent, "x".into()).await?;
            assert!(revision > last);
            assert_eq!(store.revision(), revision);
            last = revision;
        }
    }
    Ok(())
}

async fn lists_are_in_byte_order<S: Store>(store: &S) -> Outcome {
    for id in [
        "b/1", "a/é", "a/10", "a/2", "a", "a/1", "B", "a0", "a/%", "a/_",
    ] {
        create(store, id, id).await?;
    }
    let elsewhere = Key::new(Kind::Role, "a/3");
    store.put(&elsewhere, Expected::Absent, "x".into()).await?;
    for (prefix, expected) in [
        ("a/", vec!["a/%", "a/1", "a/10", "a/2", "a/_", "a/é"]),
        ("a/1", vec!["a/1", "a/10"]),
        ("a/%", vec!["a/%"]),
        ("b", vec!["b/1"]),
        ("c", vec![]),
        (
            "",
            vec![
                "B", "a", "a/%", "a/1", "a/10", "a/2", "a/_", "a/é", "a0", "b/1",
            ],
        ),
    ] {
        assert_eq!(
            ids(&list(store, prefix, None, 100).await?),
            expected,
            "{prefix}"
        );
    }
    for entry in list(store, "", None, 100).await? {
        assert_eq!(entry.value, entry.id, "an entry holds its own value");
        let version = read(store, &entry.id).await?.map(|(_, version)| version);
        assert_eq!(version, Some(entry.version));
    }
    Ok(())
}

async fn lists_come_in_pages<S: Store>(store: &S) -> Outcome {
    for id in ["a", "p/1", "p/2", "p/3", "q"] {
        create(store, id, id).await?;
    }
    for (after, limit, expected) in [
        (None, 2, vec!["p/1", "p/2"]),
        (Some("p/2"), 2, vec!["p/3"]),
        (Some("p/3"), 2, vec![]),
        (Some("p/15"), 1, vec!["p/2"]),
        (Some("a"), 9, vec!["p/1", "p/2", "p/3"]),
        (Some("q"), 9, vec![]),
        (None, 0, vec![]),
    ] {
        let page = list(store, "p/", after, limit).await?;
        assert_eq!(ids(&page), expected, "{limit} after {after:?}");
    }
    Ok(())
}

async fn of_many_writers_one_wins<S: Store>(store: Arc<S>) -> Outcome {
    let mut expected = Expected::Absent;
    for round in 0..5 {
        let writers = (0..32).map(|writer| {
            let store = Arc::clone(&store);
            let value = format!("{round} {writer}");
            tokio::spawn(async move { store.put(&key("a"), expected, value.into()).await })
        });
        let outcomes = all(writers).await?;
        let won: Vec<Revision> = outcomes.into_iter().filter_map(Result::ok).collect();
        assert_eq!(won.len(), 1, "exactly one writer wins");
        let version = read(store.as_ref(), "a").await?.map(|(_, version)| version);
        assert_eq!(version, won.first().copied());
        expected = Expected::At(store.revision());
    }
    Ok(())
}

async fn no_increment_is_lost<S: Store>(store: Arc<S>) -> Outcome {
    create(store.as_ref(), "a", "").await?;
    let writers = (0..8).map(|_| {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            for _ in 0..5 {
                lengthen(store.as_ref()).await?;
            }
            Outcome::Ok(())
        })
    });
    for outcome in all(writers).await? {
        outcome?;
    }
    let value = read(store.as_ref(), "a")
        .await?
        .map(|(value, _)| value.len());
    assert_eq!(value, Some(40));
    Ok(())
}

/// Adds a byte to the value, as often as it takes.
async fn lengthen<S: Store>(store: &S) -> Outcome {
    loop {
        let Some((value, version)) = read(store, "a").await? else {
            return Err(StoreError::Closed);
        };
        let longer = [value.as_ref(), b"x"].concat();
        match store
            .put(&key("a"), Expected::At(version), longer.into())
            .await
        {
            Ok(_) => return Ok(()),
            Err(StoreError::Conflict { .. }) => tokio::task::yield_now().await,
            Err(error) => return Err(error),
        }
    }
}

async fn a_watch_shows_every_change_once_in_order<S: Store>(store: Arc<S>) -> Outcome {
    let mut watch = store.watch(Revision::ZERO);
    let writers = (0..10).map(|writer| {
        let store = Arc::clone(&store);
        tokio::spawn(async move {
            let mut revisions = BTreeSet::new();
            for number in 0..10 {
                let id = format!("{writer}/{number}");
                let created = create(store.as_ref(), &id, "value").await?;
                revisions.extend([created, store.delete(&key(&id), created).await?]);
            }
            Ok::<_, StoreError>(revisions)
        })
    });
    let mut written = BTreeSet::new();
    for revisions in all(writers).await? {
        written.extend(revisions?);
    }
    let mut seen: Vec<Change> = Vec::new();
    while seen.len() < written.len() {
        seen.extend(next(&mut watch).await?);
    }
    let order: Vec<Revision> = seen.iter().map(|change| change.revision).collect();
    assert_eq!(order, written.into_iter().collect::<Vec<_>>());
    let deletions = seen.iter().filter(|change| change.value.is_none());
    assert_eq!(deletions.count(), 100);
    Ok(())
}

async fn a_watch_begins_where_it_is_told<S: Store>(store: &S) -> Outcome {
    let first = create(store, "a", "1").await?;
    let second = create(store, "b", "2").await?;
    let expected = |id: &str, revision, value: &'static str| Change {
        key: key(id),
        revision,
        value: Some(value.into()),
    };
    let mut after_first = store.watch(first);
    assert_eq!(next(&mut after_first).await?, [expected("b", second, "2")]);
    let mut from_here = store.watch(store.revision());
    assert!(
        timeout(Duration::from_millis(1), from_here.next())
            .await
            .is_err(),
        "nothing happened yet"
    );
    let third = create(store, "c", "3").await?;
    assert_eq!(next(&mut from_here).await?, [expected("c", third, "3")]);
    assert_eq!(next(&mut after_first).await?, [expected("c", third, "3")]);
    Ok(())
}

fn key(id: &str) -> Key {
    Key::new(KIND, id)
}

async fn create<S: Store>(store: &S, id: &str, value: &str) -> Result<Revision, StoreError> {
    let value = Bytes::copy_from_slice(value.as_bytes());
    store.put(&key(id), Expected::Absent, value).await
}

async fn read<S: Store>(store: &S, id: &str) -> Result<Option<(Bytes, Revision)>, StoreError> {
    let found = store.get(&key(id)).await?;
    Ok(found.map(|found| (found.value, found.version)))
}

async fn list<S: Store>(
    store: &S,
    prefix: &str,
    after: Option<&str>,
    limit: usize,
) -> Result<Vec<Entry>, StoreError> {
    let listing = Listing {
        kind: KIND,
        prefix,
        after,
        limit,
    };
    store.list(listing).await
}

fn ids(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.id.as_str()).collect()
}

async fn next(watch: &mut Watch) -> Result<Vec<Change>, StoreError> {
    timeout(PATIENCE, watch.next())
        .await
        .map_err(|_| StoreError::TimedOut)?
}

async fn all<T>(
    tasks: impl Iterator<Item = tokio::task::JoinHandle<T>>,
) -> Result<Vec<T>, StoreError> {
    let joined = timeout(PATIENCE, try_join_all(tasks)).await;
    joined
        .map_err(|_| StoreError::TimedOut)?
        .map_err(StoreError::engine("finish a writer"))
}

fn assert_conflict(outcome: &Result<Revision, StoreError>, expected: Option<Revision>) {
    let is_expected =
        matches!(outcome, Err(StoreError::Conflict { found, .. }) if *found == expected);
    assert!(is_expected, "a conflict with {expected:?}, not {outcome:?}");
}
