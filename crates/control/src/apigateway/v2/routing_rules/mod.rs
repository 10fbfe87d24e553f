//! Routing rules: where a domain leads requests by their headers and base paths.

mod create;
mod delete;
mod get;
mod list;
mod put;
mod reading;

use model::{HeaderMatch, PARTITION, RoutingCondition, RoutingRule};
use wire::apigatewayv2::{
    RoutingRule as Shown, RoutingRuleAction, RoutingRuleActionInvokeApi, RoutingRuleCondition,
    RoutingRuleMatchBasePaths, RoutingRuleMatchHeaderValue, RoutingRuleMatchHeaders,
};

use super::super::failures::{conflict, not_found};
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;

/// These operations are permissions by their own names, on the rules of a domain.
fn ask(call: &Call, action: &'static str, domain: &str, rule: &str) -> Ask {
    Ask::on(action, arn(call, domain, rule))
}

fn arn(call: &Call, domain: &str, rule: &str) -> String {
    let (region, account) = (call.region(), call.account());
    format!(
        "arn:{PARTITION}:apigateway:{region}:{account}:/domainnames/{domain}/routingrules/{rule}"
    )
}

/// What a request says of a rule.
fn bringing(ask: Ask, priority: i32, conditions: &[RoutingRuleCondition]) -> Ask {
    let paths = conditions
        .iter()
        .filter_map(|condition| condition.match_base_paths.as_ref())
        .flat_map(|paths| paths.any_of.iter().cloned());
    ask.key("apigateway:Request/Priority", priority.to_string())
        .keys("apigateway:Request/ConditionBasePaths", paths.collect())
}

fn missing() -> Refused {
    not_found("Invalid routing rule identifier specified")
}

fn taken(priority: u32) -> Refused {
    conflict(format!(
        "A routing rule with priority {priority} already exists for this domain name"
    ))
}

fn shown(call: &Call, domain: &str, rule: &RoutingRule) -> Shown {
    Shown {
        actions: Some(vec![RoutingRuleAction {
            invoke_api: RoutingRuleActionInvokeApi {
                api_id: rule.api_id.clone(),
                stage: rule.stage.clone(),
                strip_base_path: Some(rule.strip_base_path),
            },
        }]),
        conditions: Some(rule.conditions.iter().map(shown_condition).collect()),
        priority: i32::try_from(rule.priority).ok(),
        routing_rule_arn: Some(arn(call, domain, &rule.id)),
        routing_rule_id: Some(rule.id.clone()),
    }
}

fn shown_condition(condition: &RoutingCondition) -> RoutingRuleCondition {
    let header = |header: &HeaderMatch| RoutingRuleMatchHeaderValue {
        header: header.name.clone(),
        value_glob: header.value_glob.clone(),
    };
    match condition {
        RoutingCondition::Headers(any) => RoutingRuleCondition {
            match_headers: Some(RoutingRuleMatchHeaders {
                any_of: any.iter().map(header).collect(),
            }),
            match_base_paths: None,
        },
        RoutingCondition::BasePaths(any) => RoutingRuleCondition {
            match_headers: None,
            match_base_paths: Some(RoutingRuleMatchBasePaths {
                any_of: any.clone(),
            }),
        },
    }
}

/// The answers to three operations have the same members, each under a name of its own.
macro_rules! answer {
    ($answer:ident, $shown:expr) => {{
        let shown = $shown;
        $answer {
            actions: shown.actions,
            conditions: shown.conditions,
            priority: shown.priority,
            routing_rule_arn: shown.routing_rule_arn,
            routing_rule_id: shown.routing_rule_id,
        }
    }};
}

use answer;
