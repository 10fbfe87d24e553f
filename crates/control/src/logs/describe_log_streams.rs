//! Lists the streams of a group.

use model::{LogStreamRecord, Timestamp};
use wire::logs::{
    DescribeLogStreams, DescribeLogStreamsRequest, DescribeLogStreamsResponse, LogStream,
};

use super::failures::{invalid, invalid_token};
use super::group::Group;
use super::put_log_events::sequence_token;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const PAGE: usize = 50;

impl Handle<DescribeLogStreams> for Rooms {
    fn needs(&self, call: &Call, input: &DescribeLogStreamsRequest) -> Result<Needs, Refused> {
        Ok(group(call, input)?
            .ask("logs:DescribeLogStreams", "")
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeLogStreams>,
    ) -> Result<DescribeLogStreamsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let group = group(&call, &input)?;
        let by_time = input.order_by.as_deref() == Some("LastEventTime");
        if by_time && input.log_stream_name_prefix.is_some() {
            return Err(invalid(
                "Cannot order by LastEventTime with a logStreamNamePrefix.",
            ));
        }
        self.log_group(&group).await?;
        let prefix = group.inside() + input.log_stream_name_prefix.as_deref().unwrap_or_default();
        let stored = self.records.list::<LogStreamRecord>(&prefix).await?;
        let mut streams: Vec<_> = stored.into_iter().map(|stored| stored.record).collect();
        if by_time {
            streams.sort_by_key(|stream| stream.last_event);
        }
        if input.descending == Some(true) {
            streams.reverse();
        }
        let limit = input
            .limit
            .and_then(|limit| usize::try_from(limit).ok())
            .unwrap_or(PAGE);
        let start = start_of(&streams, input.next_token.as_deref())?;
        let page: Vec<_> = streams.iter().skip(start).take(limit).collect();
        let more = start + page.len() < streams.len();
        let next_token = page
            .last()
            .filter(|_| more)
            .map(|stream| stream.name.clone());
        Ok(DescribeLogStreamsResponse {
            log_streams: Some(
                page.into_iter()
                    .map(|stream| shown(&group, stream))
                    .collect(),
            ),
            next_token,
        })
    }
}

fn group(call: &Call, input: &DescribeLogStreamsRequest) -> Result<Group, Refused> {
    Group::read(
        call,
        input.log_group_name.as_deref(),
        input.log_group_identifier.as_deref(),
    )
}

/// The token is the last name of the page before.
fn start_of(streams: &[LogStreamRecord], token: Option<&str>) -> Result<usize, Refused> {
    let Some(token) = token else {
        return Ok(0);
    };
    let last = streams.iter().position(|stream| stream.name == token);
    last.map(|last| last + 1).ok_or_else(invalid_token)
}

fn shown(group: &Group, stream: &LogStreamRecord) -> LogStream {
    LogStream {
        log_stream_name: Some(stream.name.clone()),
        creation_time: Some(stream.created.millis()),
        first_event_timestamp: stream.first_event.map(Timestamp::millis),
        last_event_timestamp: stream.last_event.map(Timestamp::millis),
        last_ingestion_time: stream.last_ingestion.map(Timestamp::millis),
        upload_sequence_token: stream.last_ingestion.map(|_| sequence_token(stream.chunks)),
        arn: Some(group.stream_arn(&stream.name)),
        stored_bytes: Some(0),
    }
}
