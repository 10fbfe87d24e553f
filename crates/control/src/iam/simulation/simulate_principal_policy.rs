//! Tells what the policies of a user, group or role, and others that are given, would decide about
//! actions on resources.

use policy::Kind;
use wire::iam::{SimulatePolicyResponse, SimulatePrincipalPolicy, SimulatePrincipalPolicyRequest};

use super::super::pages::PageAsk;
use super::super::unserved;
use super::inputs::{boundary, caller, context, owner, refuse_handling, resource};
use super::principals::{principal, service_control};
use super::scene::{Scene, paged};
use super::sources::given;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<SimulatePrincipalPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &SimulatePrincipalPolicyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<SimulatePrincipalPolicy>,
    ) -> Result<SimulatePolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_handling(input.resource_handling_option.is_some())?;
        unserved(&[("PolicyExclusionList", input.policy_exclusion_list.is_some())])?;
        let source = input.policy_source_arn.as_str();
        let held = principal::<SimulatePrincipalPolicy>(self, &call, source).await?;
        let more = input.policy_input_list.as_deref().unwrap_or_default();
        let mut identity = held.identity;
        identity.extend(given(more, Kind::Identity, "PolicyInputList")?);
        let names_caller = input.caller_arn.is_some() || source.contains(":user/");
        let given_boundary = boundary(input.permissions_boundary_policy_input_list.as_deref())?;
        let scene = Scene {
            caller: caller(&call, input.caller_arn.as_deref(), Some(source))?,
            identity,
            boundary: given_boundary.or(held.boundary),
            service_control: service_control(self, &call),
            resource: resource(input.resource_policy.as_deref(), names_caller)?,
            owner: owner(input.resource_owner.as_deref())?,
            context: context(input.context_entries, call.now())?,
        };
        let results = scene.results(&input.action_names, input.resource_arns.as_deref())?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = paged(results, ask)?;
        Ok(SimulatePolicyResponse {
            evaluation_results: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
