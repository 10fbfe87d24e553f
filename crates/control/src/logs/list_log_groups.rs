//! Lists the names of log groups; a pattern is a regular expression of AWS's small kind, `^` and `|` alone.

use model::LogGroupRecord;
use wire::logs::{ListLogGroups, ListLogGroupsRequest, ListLogGroupsResponse, LogGroupSummary};

use super::failures::refuse_unserved;
use super::group::Group;
use super::paging::page;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListLogGroups> for Rooms {
    fn needs(&self, _: &Call, _: &ListLogGroupsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:ListLogGroups").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListLogGroups>,
    ) -> Result<ListLogGroupsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[
            ("accountIdentifiers", input.account_identifiers.is_some()),
            (
                "includeLinkedAccounts",
                input.include_linked_accounts == Some(true),
            ),
            ("dataSources", input.data_sources.is_some()),
            ("fieldIndexNames", input.field_index_names.is_some()),
            ("logGroupTags", input.log_group_tags.is_some()),
        ])?;
        let prefix = format!("{}/{}/", call.account(), call.region());
        let records = self.records.list::<LogGroupRecord>(&prefix).await?;
        let pattern = input.log_group_name_pattern.as_deref();
        let class = input.log_group_class.as_deref();
        let names = records
            .iter()
            .map(|stored| stored.record.name.as_str())
            .filter(|_| class.is_none_or(|class| class == "STANDARD"))
            .filter(|name| pattern.is_none_or(|pattern| fits(pattern, name)));
        let page = page(names, input.next_token.as_deref(), input.limit, |name| name);
        let shown = |name: &str| LogGroupSummary {
            log_group_name: Some(name.to_owned()),
            log_group_arn: Some(Group::named(&call, name).arn()),
            log_group_class: Some("STANDARD".to_owned()),
        };
        Ok(ListLogGroupsResponse {
            log_groups: Some(page.items.into_iter().map(shown).collect()),
            next_token: page.next_token,
        })
    }
}

/// Parts that the name holds, or begins with where a caret says so.
fn fits(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('|');
    parts.any(|part| match part.strip_prefix('^') {
        Some(start) => name.starts_with(start),
        None => name.contains(part),
    })
}
