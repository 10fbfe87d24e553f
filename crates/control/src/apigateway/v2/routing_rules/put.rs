//! PutRoutingRule: another rule in the place of one, which keeps its id.

use model::DomainNameRecord;
use wire::apigatewayv2::{PutRoutingRule, PutRoutingRuleRequest, PutRoutingRuleResponse};

use super::super::super::domain_names;
use super::reading::{self, Given};
use super::{answer, ask, bringing, missing, shown, taken};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutRoutingRule> for Rooms {
    fn needs(&self, call: &Call, input: &PutRoutingRuleRequest) -> Result<Needs, Refused> {
        let domain = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let action = "apigateway:UpdateRoutingRule";
        let ask = ask(call, action, &domain, &input.routing_rule_id);
        Ok(bringing(ask, input.priority, &input.conditions).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutRoutingRule>,
    ) -> Result<PutRoutingRuleResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let domain = domain_names::find(self, &call, &key).await?.record;
        let given = Given {
            priority: input.priority,
            conditions: input.conditions,
            actions: input.actions,
        };
        let rule = reading::read(self, &call, &domain, given, input.routing_rule_id).await?;
        let replace = |domain: &mut DomainNameRecord| {
            let others = domain.rules.iter().filter(|other| other.id != rule.id);
            if others
                .into_iter()
                .any(|other| other.priority == rule.priority)
            {
                return Err(taken(rule.priority));
            }
            let mut rules = domain.rules.iter_mut();
            let place = rules.find(|old| old.id == rule.id).ok_or_else(missing)?;
            place.clone_from(&rule);
            Ok(())
        };
        domain_names::change(self, &call, &key, replace).await?;
        Ok(answer!(PutRoutingRuleResponse, shown(&call, &key, &rule)))
    }
}
