//! ListRoutingRules, in the order in which they are asked.

use model::RoutingRule;
use wire::apigatewayv2::{ListRoutingRules, ListRoutingRulesRequest, ListRoutingRulesResponse};

use super::super::super::{domain_names, pages};
use super::{ask, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListRoutingRules> for Rooms {
    fn needs(&self, call: &Call, input: &ListRoutingRulesRequest) -> Result<Needs, Refused> {
        let domain = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        Ok(ask(call, "apigateway:ListRoutingRules", &domain, "*").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListRoutingRules>,
    ) -> Result<ListRoutingRulesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let key = domain_names::key(&input.domain_name, input.domain_name_id.as_deref());
        let domain = domain_names::find(self, &call, &key).await?;
        let mut rules = domain.record.rules.clone();
        rules.sort_by_key(|rule| rule.priority);
        let token = input
            .next_token
            .as_deref()
            .filter(|token| !token.is_empty());
        let by_priority = |rule: &RoutingRule| format!("{:07}", rule.priority);
        let page = pages::cut(rules, input.max_results, token, by_priority)?;
        let rules = page.items.iter().map(|rule| shown(&call, &key, rule));
        Ok(ListRoutingRulesResponse {
            next_token: page.position,
            routing_rules: Some(rules.collect()),
        })
    }
}
