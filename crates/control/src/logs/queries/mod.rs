//! Queries of CloudWatch Logs Insights: the part of its language that looks through events. What a query
//! finds is worked out when its results are read; a query is complete at once.

mod describe;
mod language;
mod results;
mod start;
mod stop;

use model::{LogQueryRecord, Timestamp};
use store::Stored;

use super::events::Found;
use super::failures::not_found;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Rooms {
    async fn log_query(&self, call: &Call, query: &str) -> Result<Stored<LogQueryRecord>, Refused> {
        let id = LogQueryRecord::id_of(call.account(), call.region(), query);
        let found = self.records.get::<LogQueryRecord>(&id).await?;
        found.ok_or_else(|| not_found("The specified query does not exist."))
    }
}

/// For the fuzz targets: a query over messages that stand on lines of their own.
pub(super) fn read_stranger(text: &str, messages: &str) {
    let Ok(query) = language::Query::parse(text) else {
        return;
    };
    let event = |(at, message): (i64, &str)| Found {
        id: at.to_string(),
        stream: "s".to_owned(),
        at: Timestamp::from_millis(at),
        ingested: Timestamp::from_millis(at),
        message: message.to_owned(),
    };
    let events: Vec<Found> = (0..).zip(messages.lines()).map(event).collect();
    let rows: Vec<_> = events
        .iter()
        .map(|event| language::Row::of(event, "1:g"))
        .collect();
    let _found = query.run(&rows, None);
}
