//! GetRoutingRule.

use wire::apigatewayv2::{GetRoutingRule, GetRoutingRuleRequest, GetRoutingRuleResponse};

use super::super::super::domain_names;
use super::{answer, ask, missing, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetRoutingRule> for Rooms {
    fn needs(&self, call: &Call, input: &GetRoutingRuleRequest) -> Result<Needs, Refused> {
        let domain = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let action = "apigateway:GetRoutingRule";
        Ok(ask(call, action, &domain, &input.routing_rule_id).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetRoutingRule>,
    ) -> Result<GetRoutingRuleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let domain = domain_names::find(self, &call, &key).await?;
        let mut rules = domain.rules.iter();
        let rule = rules.find(|rule| rule.id == input.routing_rule_id);
        let rule = rule.ok_or_else(missing)?;
        Ok(answer!(GetRoutingRuleResponse, shown(&call, &key, rule)))
    }
}
