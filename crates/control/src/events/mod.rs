//! EventBridge, as far as it keeps time: rules of the default bus that have a schedule and invoke functions.
//!
//! No event is matched here, so that a rule with a pattern, another bus and every other target is refused by name, with the
//! flag that names an endpoint for all of EventBridge.

mod delete_rule;
mod describe_rule;
mod list_rules;
mod list_targets;
mod put_rule;
mod put_targets;
mod remove_targets;
mod switch;
mod tags;

mod failures;
mod found;

use wire::events::{
    DeleteRule, DescribeRule, DisableRule, EnableRule, ListRuleNamesByTarget, ListRules,
    ListTagsForResource, ListTargetsByRule, PutRule, PutTargets, RemoveTargets, TagResource,
    UntagResource,
};

use crate::operations::operations;

operations! {
    DeleteRule,
    DescribeRule,
    DisableRule,
    EnableRule,
    ListRuleNamesByTarget,
    ListRules,
    ListTagsForResource,
    ListTargetsByRule,
    PutRule,
    PutTargets,
    RemoveTargets,
    TagResource,
    UntagResource,
}
