//! Removes from the data directory what no record names any more: the zips of functions and layers
//! that are gone.
//!
//! A blob comes before the record that names it, so that only what was put a while ago goes. Unpacked
//! code is the business of the room that runs it.

use std::time::Duration;

use model::Kind;
use store::{Blobs, Records};

const LOOK_EVERY: Duration = Duration::from_mins(10);
/// A record that names a blob is written long before the blob is so old.
const OLD: Duration = Duration::from_hours(1);

/// Never ends; nothing is half done where it is dropped.
pub(super) async fn keep_clean(records: Records, blobs: Blobs) {
    // Lines of logs name nothing, and there are many of them.
    let kinds = Kind::ALL.into_iter().filter(|kind| *kind != Kind::LogChunk);
    let kinds: Vec<Kind> = kinds.collect();
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let keep = match records.blob_names(&kinds).await {
            Ok(keep) => keep,
            Err(error) => {
                tracing::warn!(%error, "the records could not be looked through for unused code");
                continue;
            }
        };
        match blobs.sweep(keep, OLD).await {
            Ok(0) => {}
            Ok(removed) => {
                tracing::info!(removed, "zips that no function has any more were removed");
            }
            Err(error) => tracing::warn!(%error, "unused zips could not be removed"),
        }
    }
}
