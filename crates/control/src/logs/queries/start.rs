//! Starts a query over one or several groups.

use model::LogQueryRecord;
use wire::logs::{StartQuery, StartQueryRequest, StartQueryResponse};

use super::super::failures::{invalid, refuse_unserved};
use super::super::group::Group;
use super::language::Query;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<StartQuery> for Rooms {
    fn needs(&self, call: &Call, input: &StartQueryRequest) -> Result<Needs, Refused> {
        let groups = groups(call, input)?;
        let asks = groups.iter().map(|group| group.ask("logs:StartQuery", ""));
        Ok(Needs::Permissions(asks.collect()))
    }

    async fn handle(
        &self,
        authorized: Authorized<StartQuery>,
    ) -> Result<StartQueryResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let language = input.query_language.as_deref().unwrap_or("CWLI");
        refuse_unserved(&[("queryLanguage other than CWLI", language != "CWLI")])?;
        Query::parse(&input.query_string)?;
        let groups = groups(&call, &input)?;
        for group in &groups {
            self.log_group(group).await?;
        }
        let record = LogQueryRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            query: uuid::Uuid::new_v4().to_string(),
            groups: groups.into_iter().map(|group| group.name).collect(),
            start: input.start_time,
            end: input.end_time,
            text: input.query_string,
            limit: input.limit.and_then(|limit| u32::try_from(limit).ok()),
            created: call.now(),
        };
        self.records.create(&record).await?;
        Ok(StartQueryResponse {
            query_id: Some(record.query),
        })
    }
}

/// By one name, by names, or by identifiers.
fn groups(call: &Call, input: &StartQueryRequest) -> Result<Vec<Group>, Refused> {
    let given = (
        &input.log_group_name,
        &input.log_group_names,
        &input.log_group_identifiers,
    );
    match given {
        (Some(name), None, None) => Ok(vec![Group::named(call, name)]),
        (None, Some(names), None) if !names.is_empty() => {
            Ok(names.iter().map(|name| Group::named(call, name)).collect())
        }
        (None, None, Some(identifiers)) if !identifiers.is_empty() => {
            let group = |identifier: &String| Group::identified(call, identifier);
            identifiers.iter().map(group).collect()
        }
        _ => Err(invalid(
            "Exactly one of logGroupName, logGroupNames and logGroupIdentifiers must be given.",
        )),
    }
}
