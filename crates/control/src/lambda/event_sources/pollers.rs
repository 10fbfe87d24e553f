//! All pollers of a server: each enabled mapping has one, and a mapping that changes gets another.

use std::sync::Arc;

use model::{EventSourceMappingRecord, Kind};
use store::{Change, StoreError};
use tokio_util::sync::CancellationToken;

use super::poller::Poller;
use super::streams::{Stream, StreamPoller};
use crate::control::Control;
use crate::tasks::{RecordTask, RecordTasks};

pub type EventSources = RecordTasks<Mapping>;

/// A mapping that is enabled.
#[derive(Debug, Clone)]
pub struct Mapping(EventSourceMappingRecord);

impl RecordTask for Mapping {
    type Room = Control;

    const KINDS: &'static [Kind] = &[Kind::EventSourceMapping];
    const UNFINISHED: &'static str = "batches of event sources were still running";

    fn of(change: &Change) -> Result<Option<Self>, StoreError> {
        let mapping = change.record::<EventSourceMappingRecord>()?;
        Ok(mapping.filter(|mapping| mapping.enabled).map(Self))
    }

    async fn run(self, control: Arc<Control>, stop: CancellationToken) {
        let Self(mapping) = self;
        let stream = Stream::of(&mapping.source).zip(mapping.stream.clone());
        let Some((stream, settings)) = stream else {
            return Poller { mapping, control }.run(stop).await;
        };
        let poller = StreamPoller {
            mapping,
            settings,
            stream,
            control,
        };
        poller.run(stop).await;
    }
}
