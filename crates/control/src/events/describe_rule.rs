//! Tells of a rule.

use wire::events::{DescribeRule, DescribeRuleRequest, DescribeRuleResponse};

use super::found::{ask, check_bus};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeRule> for Rooms {
    fn needs(&self, call: &Call, input: &DescribeRuleRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "events:DescribeRule", &input.name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeRule>,
    ) -> Result<DescribeRuleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        let rule = self.rule(&call, &input.name).await?.record;
        Ok(DescribeRuleResponse {
            arn: Some(rule.arn()),
            state: Some(super::list_rules::state(&rule).to_owned()),
            created_by: Some(rule.account.to_string()),
            name: Some(rule.name),
            description: rule.description,
            schedule_expression: Some(rule.expression),
            event_bus_name: Some("default".to_owned()),
            ..DescribeRuleResponse::default()
        })
    }
}
