//! DeleteRoutingRule.

use model::DomainNameRecord;
use wire::apigatewayv2::{DeleteRoutingRule, DeleteRoutingRuleRequest};

use super::super::super::domain_names;
use super::{ask, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteRoutingRule> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteRoutingRuleRequest) -> Result<Needs, Refused> {
        let domain = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let action = "apigateway:DeleteRoutingRule";
        Ok(ask(call, action, &domain, &input.routing_rule_id).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteRoutingRule>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let remove = |domain: &mut DomainNameRecord| {
            let before = domain.rules.len();
            domain.rules.retain(|rule| rule.id != input.routing_rule_id);
            if domain.rules.len() == before {
                return Err(missing());
            }
            Ok(())
        };
        domain_names::change(self, &call, &key, remove).await?;
        Ok(())
    }
}
