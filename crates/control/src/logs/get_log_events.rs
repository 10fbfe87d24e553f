//! Reads the events of one stream, forwards or backwards.

use wire::logs::{GetLogEvents, GetLogEventsRequest, GetLogEventsResponse, OutputLogEvent};

use super::events::{Found, Span, of_stream};
use super::failures::invalid_token;
use super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const PAGE: usize = 10_000;

impl Handle<GetLogEvents> for Rooms {
    fn needs(&self, call: &Call, input: &GetLogEventsRequest) -> Result<Needs, Refused> {
        Ok(group(call, input)?
            .ask("logs:GetLogEvents", &input.log_stream_name)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetLogEvents>,
    ) -> Result<GetLogEventsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = group(&call, &input)?;
        let token = input.next_token.as_deref().map(Place::read).transpose()?;
        let record = self.log_group(&group).await?.record;
        let stream = self
            .log_stream(&group, &input.log_stream_name)
            .await?
            .record;
        let span = Span::new(input.start_time, input.end_time, &record, call.now());
        let found = of_stream(&self.records, &stream, span).await?;
        let limit = input
            .limit
            .and_then(|limit| usize::try_from(limit).ok())
            .unwrap_or(PAGE);
        let place = token.unwrap_or(if input.start_from_head == Some(true) {
            Place::Forward(0)
        } else {
            Place::Backward(found.len())
        });
        let (start, end) = place.page(limit, found.len());
        let events = found.into_iter().skip(start).take(end - start).map(shown);
        Ok(GetLogEventsResponse {
            events: Some(events.collect()),
            next_forward_token: Some(Place::Forward(end).write()),
            next_backward_token: Some(Place::Backward(start).write()),
        })
    }
}

fn group(call: &Call, input: &GetLogEventsRequest) -> Result<Group, Refused> {
    Group::read(
        call,
        input.log_group_name.as_deref(),
        input.log_group_identifier.as_deref(),
    )
}

/// Where a page begins, or where it ends when it is read backwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Forward(usize),
    Backward(usize),
}

const DIGITS: usize = 56;

impl Place {
    fn read(token: &str) -> Result<Self, Refused> {
        let (direction, digits) = token.split_once('/').ok_or_else(invalid_token)?;
        let at = digits.parse().ok().filter(|_| digits.len() == DIGITS);
        match (direction, at) {
            ("f", Some(at)) => Ok(Self::Forward(at)),
            ("b", Some(at)) => Ok(Self::Backward(at)),
            _ => Err(invalid_token()),
        }
    }

    fn write(self) -> String {
        match self {
            Self::Forward(at) => format!("f/{at:0DIGITS$}"),
            Self::Backward(at) => format!("b/{at:0DIGITS$}"),
        }
    }

    /// At most `limit` of `count` events, from and to.
    fn page(self, limit: usize, count: usize) -> (usize, usize) {
        match self {
            Self::Forward(at) => {
                let start = at.min(count);
                (start, start.saturating_add(limit).min(count))
            }
            Self::Backward(at) => {
                let end = at.min(count);
                (end.saturating_sub(limit), end)
            }
        }
    }
}

fn shown(event: Found) -> OutputLogEvent {
    OutputLogEvent {
        timestamp: Some(event.at.millis()),
        message: Some(event.message),
        ingestion_time: Some(event.ingested.millis()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(place: Place, expected: (usize, usize)) {
        assert_eq!(place.page(3, 10), expected);
        assert_eq!(Place::read(&place.write()).ok(), Some(place));
    }

    #[test]
    fn pages_go_forwards_and_backwards() {
        check(Place::Forward(0), (0, 3));
        check(Place::Forward(9), (9, 10));
        check(Place::Forward(10), (10, 10));
        check(Place::Backward(10), (7, 10));
        check(Place::Backward(2), (0, 2));
        check(Place::Backward(0), (0, 0));
    }

    #[test]
    fn tokens_of_others_are_refused() {
        for token in ["", "x", "f/1", "f/x", "g/00", "INVALID"] {
            assert!(Place::read(token).is_err(), "{token}");
        }
    }
}
