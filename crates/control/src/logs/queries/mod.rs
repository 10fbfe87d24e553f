//! Queries of CloudWatch Logs Insights: the part of its language that looks through events. What a query
//! finds is worked out when its results are read; a query is complete at once.

mod describe;
mod language;
mod results;
mod start;
mod stop;

use model::LogQueryRecord;
use store::Stored;

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
