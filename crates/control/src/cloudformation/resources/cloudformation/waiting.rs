//! Waits until something was said, the time is over, or somebody cancels.

use std::time::Duration;

use model::StackRecord;
use store::StoreError;
use tokio::time::Instant;

use super::super::{Failed, HandlerCode, Work};
use crate::cloudformation::signals::Mailbox;

/// Why nobody waits any more.
pub(super) enum Over {
    Late,
    Cancelled,
    Store(StoreError),
}

/// What `read` makes of the signals, as soon as it makes anything of them.
pub(super) async fn until_said<T>(
    work: &Work<'_>,
    within: Duration,
    mailbox: &Mailbox,
    read: impl Fn(&[String]) -> Option<T> + Sync,
) -> Result<T, Over> {
    let rooms = work.control.rooms();
    let end = Instant::now() + within;
    loop {
        let heard = rooms.stacks.bell.heard();
        tokio::pin!(heard);
        // From here on no ring is missed.
        heard.as_mut().enable();
        let said = mailbox.signals(rooms).await.map_err(Over::Store)?;
        if let Some(answer) = read(&said.unwrap_or_default()) {
            return Ok(answer);
        }
        next(work, heard, end).await?;
    }
}

/// The stack once nothing is under way in it; nothing if it is gone.
pub(super) async fn until_settled(
    work: &Work<'_>,
    within: Duration,
    id: &str,
) -> Result<Option<StackRecord>, Over> {
    let rooms = work.control.rooms();
    let end = Instant::now() + within;
    loop {
        let heard = rooms.stacks.bell.heard();
        tokio::pin!(heard);
        heard.as_mut().enable();
        let found = rooms.records.get::<StackRecord>(id).await;
        match found.map_err(Over::Store)? {
            None => return Ok(None),
            Some(stack) if !stack.status.is_in_progress() => return Ok(Some(stack.record)),
            Some(_) => next(work, heard, end).await?,
        }
    }
}

async fn next(
    work: &Work<'_>,
    heard: std::pin::Pin<&mut tokio::sync::futures::Notified<'_>>,
    end: Instant,
) -> Result<(), Over> {
    tokio::select! {
        () = heard => Ok(()),
        () = work.cancelled.cancelled() => Err(Over::Cancelled),
        () = tokio::time::sleep_until(end) => Err(Over::Late),
    }
}

impl Over {
    pub(super) fn failed(self, late: impl FnOnce() -> String) -> Failed {
        match self {
            Self::Late => Failed::plainly(late()),
            Self::Cancelled => Failed::plainly("Resource creation cancelled"),
            Self::Store(error) => broken(&error),
        }
    }
}

pub(super) fn broken(error: &StoreError) -> Failed {
    tracing::error!(%error, "a resource that waits could not be kept");
    Failed::handler(HandlerCode::NotStabilized, "Internal Failure")
}

pub(super) fn mailbox(work: &Work<'_>, token: &str) -> Mailbox {
    Mailbox {
        account: work.by.caller.account().clone(),
        region: work.by.region.clone(),
        stack: work.stack.unique.clone(),
        token: token.to_owned(),
    }
}
