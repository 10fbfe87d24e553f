//! Searches the events of a group's streams, in the order of time.

use model::LogStreamRecord;
use wire::logs::{
    FilterLogEvents, FilterLogEventsRequest, FilterLogEventsResponse, FilteredLogEvent,
};

use super::events::{Found, Span, of_stream};
use super::failures::{invalid, invalid_token, no_such_stream};
use super::group::Group;
use super::pattern::Pattern;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const PAGE: usize = 10_000;

impl Handle<FilterLogEvents> for Rooms {
    fn needs(&self, call: &Call, input: &FilterLogEventsRequest) -> Result<Needs, Refused> {
        Ok(group(call, input)?.ask("logs:FilterLogEvents", "").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<FilterLogEvents>,
    ) -> Result<FilterLogEventsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = group(&call, &input)?;
        if input
            .next_token
            .as_ref()
            .is_some_and(|token| !is_token(token))
        {
            return Err(invalid_token());
        }
        let pattern = Pattern::parse(input.filter_pattern.as_deref().unwrap_or_default())?;
        let record = self.log_group(&group).await?.record;
        let span = Span::new(input.start_time, input.end_time, &record, call.now());
        let mut found = Vec::new();
        for stream in self.searched(&group, &input).await? {
            found.extend(of_stream(&self.records, &stream, span.with_end_included()).await?);
        }
        found.retain(|event| pattern.matches(&event.message));
        found.sort_by(|one, other| one.id.cmp(&other.id));
        if input.start_from_head == Some(false) {
            found.reverse();
        }
        Ok(page(found, &input))
    }
}

impl Rooms {
    /// The streams that are asked for; all of the group if none is named.
    async fn searched(
        &self,
        group: &Group,
        input: &FilterLogEventsRequest,
    ) -> Result<Vec<LogStreamRecord>, Refused> {
        if input.log_stream_names.is_some() && input.log_stream_name_prefix.is_some() {
            return Err(invalid(
                "logStreamNames and logStreamNamePrefix are mutually exclusive parameters.",
            ));
        }
        if let Some(names) = &input.log_stream_names {
            let mut streams = Vec::new();
            for name in names {
                let found = self
                    .records
                    .get::<LogStreamRecord>(&group.stream_id(name))
                    .await?;
                streams.push(found.ok_or_else(no_such_stream)?.record);
            }
            return Ok(streams);
        }
        let prefix = group.inside() + input.log_stream_name_prefix.as_deref().unwrap_or_default();
        let stored = self.records.list::<LogStreamRecord>(&prefix).await?;
        Ok(stored.into_iter().map(|stored| stored.record).collect())
    }
}

fn group(call: &Call, input: &FilterLogEventsRequest) -> Result<Group, Refused> {
    Group::read(
        call,
        input.log_group_name.as_deref(),
        input.log_group_identifier.as_deref(),
    )
}

/// The id of the last event of the page before, so that events that come meanwhile move nothing.
fn is_token(token: &str) -> bool {
    token.len() == 56 && token.bytes().all(|byte| byte.is_ascii_digit())
}

fn page(found: Vec<Found>, input: &FilterLogEventsRequest) -> FilterLogEventsResponse {
    let limit = input
        .limit
        .and_then(|limit| usize::try_from(limit).ok())
        .unwrap_or(PAGE);
    let backwards = input.start_from_head == Some(false);
    let is_left = |event: &Found| match &input.next_token {
        None => true,
        Some(token) if backwards => event.id < *token,
        Some(token) => event.id > *token,
    };
    let mut left = found.into_iter().filter(is_left).peekable();
    let page: Vec<_> = left.by_ref().take(limit).collect();
    let more = left.peek().is_some();
    FilterLogEventsResponse {
        next_token: page.last().filter(|_| more).map(|event| event.id.clone()),
        events: Some(page.into_iter().map(shown).collect()),
        // AWS has sent an empty list since June 2019 (API reference, "FilterLogEvents").
        searched_log_streams: Some(Vec::new()),
    }
}

fn shown(event: Found) -> FilteredLogEvent {
    FilteredLogEvent {
        log_stream_name: Some(event.stream),
        timestamp: Some(event.at.millis()),
        message: Some(event.message),
        ingestion_time: Some(event.ingested.millis()),
        event_id: Some(event.id),
    }
}
