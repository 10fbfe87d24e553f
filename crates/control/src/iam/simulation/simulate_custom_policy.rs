//! Tells what policies that are given would decide about actions on resources.

use policy::Kind;
use wire::iam::{SimulateCustomPolicy, SimulateCustomPolicyRequest, SimulatePolicyResponse};

use super::super::pages::PageAsk;
use super::inputs::{boundary, caller, context, levels, owner, refuse_handling, resource};
use super::scene::{Scene, paged};
use super::sources::given;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<SimulateCustomPolicy> for Rooms {
    fn needs(&self, _: &Call, _: &SimulateCustomPolicyRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:SimulateCustomPolicy").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<SimulateCustomPolicy>,
    ) -> Result<SimulatePolicyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_handling(input.resource_handling_option.is_some())?;
        let scene = Scene {
            caller: caller(&call, input.caller_arn.as_deref(), None)?,
            identity: given(&input.policy_input_list, Kind::Identity, "PolicyInputList")?,
            boundary: boundary(input.permissions_boundary_policy_input_list.as_deref())?,
            service_control: levels(input.ordered_organization_policy_input_list)?,
            resource: resource(input.resource_policy.as_deref(), input.caller_arn.is_some())?,
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
