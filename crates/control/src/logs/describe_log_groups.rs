//! Lists log groups.

use model::LogGroupRecord;
use wire::logs::{
    DescribeLogGroups, DescribeLogGroupsRequest, DescribeLogGroupsResponse, LogGroup,
};

use super::failures::{invalid, refuse_unserved};
use super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const PAGE: usize = 50;

impl Handle<DescribeLogGroups> for Rooms {
    fn needs(&self, call: &Call, _: &DescribeLogGroupsRequest) -> Result<Needs, Refused> {
        Ok(Group::named(call, "")
            .ask("logs:DescribeLogGroups", "")
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeLogGroups>,
    ) -> Result<DescribeLogGroupsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[
            ("accountIdentifiers", input.account_identifiers.is_some()),
            (
                "includeLinkedAccounts",
                input.include_linked_accounts == Some(true),
            ),
        ])?;
        if input.log_group_name_prefix.is_some() && input.log_group_name_pattern.is_some() {
            return Err(invalid(
                "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.",
            ));
        }
        let wanted = Wanted::of(&call, &input)?;
        let all = format!("{}/{}/", call.account(), call.region());
        let prefix = all.clone() + input.log_group_name_prefix.as_deref().unwrap_or_default();
        let after = input
            .next_token
            .as_ref()
            .map(|token| format!("{all}{token}"));
        let limit = input
            .limit
            .and_then(|limit| usize::try_from(limit).ok())
            .unwrap_or(PAGE);
        let records = self.records.list::<LogGroupRecord>(&prefix).await?;
        let mut left = records
            .iter()
            .filter(|stored| {
                after
                    .as_ref()
                    .is_none_or(|after| model::Record::id(&stored.record) > *after)
            })
            .filter(|stored| wanted.has(stored))
            .peekable();
        let page: Vec<_> = left.by_ref().take(limit).collect();
        // A search by pattern gives a token whenever it found something
        // (test_describe_log_groups_with_pattern).
        let more = left.peek().is_some() || input.log_group_name_pattern.is_some();
        let next_token = page
            .last()
            .filter(|_| more)
            .map(|stored| stored.name.clone());
        let says_all = input.log_group_name_pattern.is_none();
        Ok(DescribeLogGroupsResponse {
            log_groups: Some(
                page.into_iter()
                    .map(|stored| shown(stored, says_all))
                    .collect(),
            ),
            next_token,
        })
    }
}

/// Which groups are asked for, beside the prefix.
struct Wanted {
    pattern: Option<String>,
    names: Option<Vec<String>>,
    class: Option<String>,
}

impl Wanted {
    fn of(call: &Call, input: &DescribeLogGroupsRequest) -> Result<Self, Refused> {
        let name = |identifier: &String| Ok(Group::identified(call, identifier)?.name);
        let identifiers = input.log_group_identifiers.as_ref();
        let names = identifiers.map(|list| list.iter().map(name).collect::<Result<_, Refused>>());
        Ok(Self {
            pattern: input
                .log_group_name_pattern
                .as_ref()
                .map(|text| text.to_lowercase()),
            names: names.transpose()?,
            class: input.log_group_class.clone(),
        })
    }

    /// All groups are of the standard class. Patterns ignore case.
    fn has(&self, group: &LogGroupRecord) -> bool {
        let pattern = self.pattern.as_ref();
        pattern.is_none_or(|pattern| group.name.to_lowercase().contains(pattern))
            && self
                .names
                .as_ref()
                .is_none_or(|names| names.contains(&group.name))
            && self.class.as_ref().is_none_or(|class| class == "STANDARD")
    }
}

/// A search by pattern answers from an index that knows less
/// (test_describe_log_groups_with_pattern).
fn shown(record: &LogGroupRecord, says_all: bool) -> LogGroup {
    let group = Group {
        account: record.account.clone(),
        region: record.region.clone(),
        name: record.name.clone(),
    };
    LogGroup {
        log_group_name: Some(record.name.clone()),
        creation_time: Some(record.created.millis()),
        retention_in_days: record
            .retention_days
            .and_then(|days| i32::try_from(days).ok()),
        metric_filter_count: i32::try_from(record.metric_filters.len()).ok(),
        arn: Some(format!("{}:*", group.arn())),
        log_group_arn: Some(group.arn()),
        log_group_class: Some("STANDARD".to_owned()),
        stored_bytes: says_all.then_some(0),
        deletion_protection_enabled: says_all.then_some(false),
        ..LogGroup::default()
    }
}
