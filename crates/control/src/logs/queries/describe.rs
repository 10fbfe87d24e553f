//! Lists the queries of an account in a region, the newest first.

use model::LogQueryRecord;
use wire::logs::{DescribeQueries, DescribeQueriesRequest, DescribeQueriesResponse, QueryInfo};

use super::super::failures::refuse_unserved;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// AWS lists so many at once.
const MOST_QUERIES: usize = 1000;

impl Handle<DescribeQueries> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeQueriesRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DescribeQueries").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeQueries>,
    ) -> Result<DescribeQueriesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[("nextToken", input.next_token.is_some())])?;
        let complete = input
            .status
            .as_deref()
            .is_none_or(|status| status == "Complete");
        let language = input.query_language.as_deref();
        let prefix = format!("{}/{}/", call.account(), call.region());
        let mut all = self.records.list::<LogQueryRecord>(&prefix).await?;
        all.retain(|one| {
            let group = input.log_group_name.as_ref();
            complete
                && language.is_none_or(|language| language == "CWLI")
                && group.is_none_or(|group| one.record.groups.contains(group))
        });
        all.sort_by_key(|one| std::cmp::Reverse(one.record.created));
        let most = input
            .max_results
            .and_then(|most| usize::try_from(most).ok());
        let page = all.iter().take(most.unwrap_or(MOST_QUERIES));
        Ok(DescribeQueriesResponse {
            queries: Some(page.map(|one| shown(&one.record)).collect()),
            next_token: None,
        })
    }
}

/// AWS shows a query with its groups and times in front (test_describe_queries).
fn shown(record: &LogQueryRecord) -> QueryInfo {
    let groups: Vec<String> = record
        .groups
        .iter()
        .map(|name| format!("\"{name}\""))
        .collect();
    QueryInfo {
        query_language: Some("CWLI".to_owned()),
        query_id: Some(record.query.clone()),
        query_string: Some(format!(
            "SOURCE {} START={}000 END={}999 | {}",
            groups.join(", "),
            record.start,
            record.end,
            record.text
        )),
        status: Some("Complete".to_owned()),
        create_time: Some(record.created.millis()),
        log_group_name: record.groups.first().cloned(),
        ..QueryInfo::default()
    }
}
