//! Gives what a query finds.

use model::{LogQueryRecord, LogStreamRecord};
use wire::logs::{
    GetQueryResults, GetQueryResultsRequest, GetQueryResultsResponse, QueryStatistics, ResultField,
};

use super::super::events::{Found, Span, of_stream};
use super::super::failures::refuse_unserved;
use super::super::group::Group;
use super::language::{Query, Row};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::resource_keys;
use crate::rooms::Rooms;

impl Handle<GetQueryResults> for Rooms {
    /// The groups are known from the query alone: the decision about each is made below, before
    /// anything is read of it.
    fn needs(&self, _: &Call, _: &GetQueryResultsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetQueryResults>,
    ) -> Result<GetQueryResultsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[
            ("nextToken", input.next_token.is_some()),
            ("maxItems", input.max_items.is_some()),
        ])?;
        let query = self.log_query(&call, &input.query_id).await?.record;
        for name in &query.groups {
            let ask = Group::named(&call, name).ask("logs:GetQueryResults", "");
            let ask = resource_keys::complete(self, &call, ask).await?;
            ask.put_to(&self.identity, call.caller())?;
        }
        let mut events = Vec::new();
        for name in &query.groups {
            events.extend(self.queried(&call, &query, name).await?);
        }
        // A query over much takes its time, which others shall not wait for.
        let running = tokio::task::spawn_blocking(move || run(&query, &events));
        let (found, statistics) = running.await.map_err(Refused::internal)??;
        let field = |(field, value): (String, String)| ResultField {
            field: Some(field),
            value: Some(value),
        };
        let row = |row: Vec<(String, String)>| row.into_iter().map(field).collect();
        Ok(GetQueryResultsResponse {
            query_language: Some("CWLI".to_owned()),
            results: Some(found.into_iter().map(row).collect()),
            statistics: Some(statistics),
            status: Some("Complete".to_owned()),
            encryption_key: None,
            next_token: None,
        })
    }
}

/// Names and values of every row.
type Rows = Vec<Vec<(String, String)>>;

fn run(
    query: &LogQueryRecord,
    events: &[(String, Found)],
) -> Result<(Rows, QueryStatistics), Refused> {
    let rows: Vec<Row<'_>> = events
        .iter()
        .map(|(log, event)| Row::of(event, log))
        .collect();
    let most = query.limit.and_then(|limit| usize::try_from(limit).ok());
    let found = Query::parse(&query.text)?.run(&rows, most)?;
    let statistics = statistics(events, found.len());
    Ok((found, statistics))
}

impl Rooms {
    /// The events of one group in the time of the query, with what `@log` shows of it.
    async fn queried(
        &self,
        call: &Call,
        query: &LogQueryRecord,
        name: &str,
    ) -> Result<Vec<(String, Found)>, Refused> {
        let group = Group::named(call, name);
        let record = self.log_group(&group).await?.record;
        let end = query.end.saturating_add(1).saturating_mul(1000);
        let start = query.start.saturating_mul(1000);
        let span = Span::new(Some(start), Some(end), &record, call.now());
        let log = format!("{}:{name}", group.account);
        let mut found = Vec::new();
        for stream in self
            .records
            .list::<LogStreamRecord>(&group.inside())
            .await?
        {
            let events = of_stream(&self.records, &stream.record, span).await?;
            found.extend(events.into_iter().map(|event| (log.clone(), event)));
        }
        Ok(found)
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of what is in memory are far below 2^53"
)]
fn statistics(events: &[(String, Found)], found: usize) -> QueryStatistics {
    let bytes: usize = events.iter().map(|(_, event)| event.message.len()).sum();
    QueryStatistics {
        records_matched: Some(found as f64),
        records_scanned: Some(events.len() as f64),
        bytes_scanned: Some(bytes as f64),
        ..QueryStatistics::default()
    }
}
