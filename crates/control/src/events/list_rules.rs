//! Lists rules: all, or those that invoke something.

use model::RuleRecord;
use wire::events::{
    ListRuleNamesByTarget, ListRuleNamesByTargetRequest, ListRuleNamesByTargetResponse, ListRules,
    ListRulesRequest, ListRulesResponse, Rule,
};

use super::found::{arn, ask, check_bus, page};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListRules> for Rooms {
    fn needs(&self, call: &Call, _: &ListRulesRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "events:ListRules", "*").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListRules>,
    ) -> Result<ListRulesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        let mut rules = self.rules(&call).await?;
        let prefix = input.name_prefix.unwrap_or_default();
        rules.retain(|rule| rule.name.starts_with(&prefix));
        let at = (input.next_token.as_deref(), input.limit);
        let (rules, next_token) = page(rules, at, |rule| rule.name.clone())?;
        Ok(ListRulesResponse {
            rules: Some(rules.into_iter().map(shown).collect()),
            next_token,
        })
    }
}

pub(super) fn state(rule: &RuleRecord) -> &'static str {
    if rule.enabled { "ENABLED" } else { "DISABLED" }
}

fn shown(rule: RuleRecord) -> Rule {
    Rule {
        arn: Some(rule.arn()),
        state: Some(state(&rule).to_owned()),
        name: Some(rule.name),
        description: rule.description,
        schedule_expression: Some(rule.expression),
        event_bus_name: Some("default".to_owned()),
        ..Rule::default()
    }
}

impl Handle<ListRuleNamesByTarget> for Rooms {
    fn needs(&self, call: &Call, _: &ListRuleNamesByTargetRequest) -> Result<Needs, Refused> {
        Ok(Ask::on("events:ListRuleNamesByTarget", arn(call, "*")).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListRuleNamesByTarget>,
    ) -> Result<ListRuleNamesByTargetResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        let mut rules = self.rules(&call).await?;
        let wanted = &input.target_arn;
        rules.retain(|rule| {
            let mut targets = rule.targets.values();
            targets.any(|target| target.function.to_string() == *wanted)
        });
        let names = rules.into_iter().map(|rule| rule.name).collect();
        let at = (input.next_token.as_deref(), input.limit);
        let (names, next_token) = page(names, at, String::clone)?;
        Ok(ListRuleNamesByTargetResponse {
            rule_names: Some(names),
            next_token,
        })
    }
}
