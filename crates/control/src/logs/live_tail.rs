//! Starts a Live Tail session: what comes into groups, told every second while the client listens.
//!
//! AWS: "StartLiveTail", CloudWatch Logs API reference. The session ends when the client goes away, or
//! after three hours.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::stream;
use http_body_util::{BodyExt as _, StreamBody};
use hyper::body::Frame;
use model::{LogChunkRecord, LogStreamRecord};
use wire::event_stream;
use wire::logs::{
    LiveTailSessionLogEvent, LiveTailSessionMetadata, LiveTailSessionStart, LiveTailSessionUpdate,
    StartLiveTail, StartLiveTailRequest, StartLiveTailResponse, StartLiveTailResponseStream,
};

use super::failures::invalid;
use super::group::Group;
use super::pattern::Pattern;
use crate::authorized::{Authorized, Stream, Streaming};
use crate::body::Body;
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const EVERY: Duration = Duration::from_secs(1);
/// Of one update; of more, the newest are told and the update says that it is a sample.
const MOST_EVENTS: usize = 500;

impl Stream<StartLiveTail> for Rooms {
    fn needs(&self, call: &Call, input: &StartLiveTailRequest) -> Result<Needs, Refused> {
        let groups = groups(call, input)?;
        let asks = groups
            .iter()
            .map(|group| group.ask("logs:StartLiveTail", ""));
        Ok(Needs::Permissions(asks.collect()))
    }

    async fn stream(
        &self,
        authorized: Authorized<StartLiveTail>,
    ) -> Result<Streaming<StartLiveTail>, Refused> {
        let (input, call) = authorized.into_parts();
        check(&input)?;
        let pattern = input.log_event_filter_pattern.as_deref();
        let mut session = Session {
            rooms: self.clone(),
            pattern: Pattern::parse(pattern.unwrap_or_default())?,
            names: input.log_stream_names.clone().unwrap_or_default(),
            prefixes: input.log_stream_name_prefixes.clone().unwrap_or_default(),
            watched: Vec::new(),
            began: Instant::now(),
        };
        let identifiers = input.log_group_identifiers.iter();
        for (group, identifier) in groups(&call, &input)?.into_iter().zip(identifiers) {
            self.log_group(&group).await?;
            session.watch(group, identifier).await?;
        }
        let start = LiveTailSessionStart {
            request_id: Some(call.request_id().to_owned()),
            session_id: Some(uuid::Uuid::new_v4().to_string()),
            log_group_identifiers: Some(input.log_group_identifiers),
            log_stream_names: Some(session.names.clone()),
            log_stream_name_prefixes: Some(session.prefixes.clone()),
            log_event_filter_pattern: Some(pattern.unwrap_or_default().to_owned()),
        };
        Ok(Streaming {
            head: StartLiveTailResponse::default(),
            events: events(session, start),
        })
    }
}

/// In AWS's words, as moto's test_start_live_tail_… have them.
fn check(input: &StartLiveTailRequest) -> Result<(), Refused> {
    let streams = (&input.log_stream_names, &input.log_stream_name_prefixes);
    match streams {
        (Some(_), Some(_)) => Err(invalid(
            "Only one of logStreamNames or logStreamNamePrefixes can be provided.",
        )),
        (None, None) => Ok(()),
        _ if input.log_group_identifiers.len() > 1 => Err(invalid(
            "logStreamNames and logStreamNamePrefixes can only be used with a single log group.",
        )),
        _ => Ok(()),
    }
}

fn groups(call: &Call, input: &StartLiveTailRequest) -> Result<Vec<Group>, Refused> {
    let identifiers = input.log_group_identifiers.iter();
    identifiers
        .map(|identifier| Group::identified(call, identifier))
        .collect()
}

struct Session {
    rooms: Rooms,
    pattern: Pattern,
    /// Of streams; none for all.
    names: Vec<String>,
    prefixes: Vec<String>,
    watched: Vec<Watched>,
    began: Instant,
}

struct Watched {
    group: Group,
    /// As the client named it.
    identifier: String,
    /// By stream: what is told next.
    next: BTreeMap<String, Next>,
}

#[derive(Clone, Copy)]
struct Next {
    chunk: u64,
    /// A place was taken and not filled when it was looked at; one that stays so is left out.
    missed: bool,
}

impl Session {
    /// What is there already is not told.
    async fn watch(&mut self, group: Group, identifier: &str) -> Result<(), Refused> {
        let records = &self.rooms.records;
        let streams = records.list::<LogStreamRecord>(&group.inside()).await?;
        let next = |stream: &LogStreamRecord| Next {
            chunk: stream.chunks,
            missed: false,
        };
        let next = streams
            .iter()
            .map(|stream| (stream.record.name.clone(), next(&stream.record)))
            .collect();
        self.watched.push(Watched {
            group,
            identifier: identifier.to_owned(),
            next,
        });
        Ok(())
    }

    fn is_wanted(&self, stream: &str) -> bool {
        let starts = |prefix: &String| stream.starts_with(prefix.as_str());
        (self.names.is_empty() || self.names.iter().any(|name| name == stream))
            && (self.prefixes.is_empty() || self.prefixes.iter().any(starts))
    }

    /// What came since the last time.
    async fn update(&mut self) -> Result<LiveTailSessionUpdate, Refused> {
        let mut found = Vec::new();
        let mut watched = std::mem::take(&mut self.watched);
        for one in &mut watched {
            found.extend(self.arrived(one).await?);
        }
        self.watched = watched;
        found.sort_by_key(|event| event.timestamp);
        let sampled = found.len() > MOST_EVENTS;
        found.drain(..found.len().saturating_sub(MOST_EVENTS));
        Ok(LiveTailSessionUpdate {
            session_metadata: Some(LiveTailSessionMetadata {
                sampled: Some(sampled),
            }),
            session_results: Some(found),
        })
    }

    async fn arrived(&self, one: &mut Watched) -> Result<Vec<LiveTailSessionLogEvent>, Refused> {
        let records = &self.rooms.records;
        let streams = records.list::<LogStreamRecord>(&one.group.inside()).await?;
        let mut found = Vec::new();
        for stream in streams {
            let stream = stream.record;
            let new = Next {
                chunk: 0,
                missed: false,
            };
            let next = one.next.entry(stream.name.clone()).or_insert(new);
            while next.chunk < stream.chunks {
                let id = one.group.stream_id(&stream.name);
                let chunk = records
                    .get::<LogChunkRecord>(&LogChunkRecord::id_of(&id, next.chunk))
                    .await?;
                let Some(chunk) = chunk else {
                    next.chunk += u64::from(next.missed);
                    next.missed = !next.missed;
                    break;
                };
                *next = Next {
                    chunk: next.chunk + 1,
                    missed: false,
                };
                if self.is_wanted(&stream.name) {
                    found.extend(self.told(&one.identifier, &stream.name, chunk.record));
                }
            }
        }
        Ok(found)
    }

    fn told(
        &self,
        identifier: &str,
        stream: &str,
        chunk: LogChunkRecord,
    ) -> Vec<LiveTailSessionLogEvent> {
        let ingested = chunk.ingested.millis();
        let wanted = |event: &model::LogEvent| self.pattern.matches(&event.message);
        let events = chunk.events.into_iter().filter(wanted);
        let told = events.map(|event| LiveTailSessionLogEvent {
            log_stream_name: Some(stream.to_owned()),
            log_group_identifier: Some(identifier.to_owned()),
            message: Some(event.message),
            timestamp: Some(event.at.millis()),
            ingestion_time: Some(ingested),
        });
        told.collect()
    }
}

type Fault = Box<dyn std::error::Error + Send + Sync>;

/// What the client reads next.
enum Stage {
    Head(Box<(Session, LiveTailSessionStart)>),
    Start(Box<(Session, LiveTailSessionStart)>),
    Live(Box<Session>),
    Over,
}

fn events(session: Session, start: LiveTailSessionStart) -> Body {
    let begin = Stage::Head(Box::new((session, start)));
    let events = stream::unfold(begin, |stage| async move {
        let (message, next) = step(stage).await?;
        let message = message.ok_or_else(|| Fault::from("an event could not be written"));
        Some((message.map(Frame::data), next))
    });
    StreamBody::new(events).boxed_unsync()
}

async fn step(stage: Stage) -> Option<(Option<Bytes>, Stage)> {
    match stage {
        Stage::Head(begin) => Some((event_stream::initial_response(), Stage::Start(begin))),
        Stage::Start(begin) => {
            let (session, start) = *begin;
            let event = StartLiveTailResponseStream {
                session_start: Some(start),
                ..StartLiveTailResponseStream::default()
            };
            let message = event_stream::event::<StartLiveTail>(event);
            Some((message, Stage::Live(Box::new(session))))
        }
        Stage::Live(session) => Some(live(session).await),
        Stage::Over => None,
    }
}

async fn live(mut session: Box<Session>) -> (Option<Bytes>, Stage) {
    tokio::time::sleep(EVERY).await;
    let update = match session.update().await {
        Ok(update) => update,
        Err(error) => {
            tracing::error!(%error, "a live tail broke off");
            let name = "SessionStreamingException";
            let text = "The session ended: what came could not be read.";
            return (event_stream::exception(name, text), Stage::Over);
        }
    };
    let event = StartLiveTailResponseStream {
        session_update: Some(update),
        ..StartLiveTailResponseStream::default()
    };
    let message = event_stream::event::<StartLiveTail>(event);
    if session.began.elapsed() < session.rooms.live_tail {
        return (message, Stage::Live(session));
    }
    // The update and the word that it was the last go together.
    let name = "SessionTimeoutException";
    let last = event_stream::exception(name, "The session has been open for its longest time.");
    let both = message.zip(last).map(|(one, other)| [one, other].concat());
    (both.map(Bytes::from), Stage::Over)
}
