//! CreateRoutingRule.

use model::DomainNameRecord;
use wire::apigatewayv2::{CreateRoutingRule, CreateRoutingRuleRequest, CreateRoutingRuleResponse};

use super::super::super::{domain_names, ids, quotas};
use super::reading::{self, Given};
use super::{answer, ask, bringing, shown, taken};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateRoutingRule> for Rooms {
    fn needs(&self, call: &Call, input: &CreateRoutingRuleRequest) -> Result<Needs, Refused> {
        let domain = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let ask = ask(call, "apigateway:CreateRoutingRule", &domain, "*");
        Ok(bringing(ask, input.priority, &input.conditions).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateRoutingRule>,
    ) -> Result<CreateRoutingRuleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let domain = domain_names::find(self, &call, &key).await?.record;
        let given = Given {
            priority: input.priority,
            conditions: input.conditions,
            actions: input.actions,
        };
        let rule = reading::read(self, &call, &domain, given, ids::new(ids::SHORT)).await?;
        let add = |domain: &mut DomainNameRecord| {
            if domain
                .rules
                .iter()
                .any(|other| other.priority == rule.priority)
            {
                return Err(taken(rule.priority));
            }
            quotas::check_rules(self, domain.rules.len())?;
            domain.rules.push(rule.clone());
            Ok(())
        };
        domain_names::change(self, &call, &key, add).await?;
        Ok(answer!(
            CreateRoutingRuleResponse,
            shown(&call, &key, &rule)
        ))
    }
}
