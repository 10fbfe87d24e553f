//! Lists managed policies: the account's, those of AWS, or both.

use identity::aws_managed_policies;
use model::{Arn, PolicyRecord};
use wire::iam::{ListPolicies, ListPoliciesRequest, ListPoliciesResponse, Policy};

use super::super::listing_resource;
use super::super::managed::{Usage, render, render_aws};
use super::super::pages::{PageAsk, page};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListPolicies> for Rooms {
    fn needs(&self, call: &Call, input: &ListPoliciesRequest) -> Result<Needs, Refused> {
        let resource = listing_resource(call, "policy", input.path_prefix.as_deref());
        Ok(Ask::on("iam:ListPolicies", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListPolicies>,
    ) -> Result<ListPoliciesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let usage = Usage::count(&self.records, call.account()).await?;
        let all = self
            .records
            .list::<PolicyRecord>(&format!("{}/", call.account()))
            .await?;
        let own = all
            .iter()
            .map(|policy| render(policy, usage.of(&policy.arn())));
        let aws = aws_managed_policies()
            .iter()
            .map(|policy| render_aws(policy, usage.of(policy.arn)));
        let wanted = own
            .filter(|_| input.scope.as_deref() != Some("AWS"))
            .chain(aws.filter(|_| input.scope.as_deref() != Some("Local")))
            .filter(|policy| is_wanted(policy, &input))
            .collect();
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(wanted, place, ask)?;
        Ok(ListPoliciesResponse {
            policies: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}

fn is_wanted(policy: &Policy, input: &ListPoliciesRequest) -> bool {
    let prefix = input.path_prefix.as_deref().unwrap_or("/");
    let is_attached = policy.attachment_count.unwrap_or_default() > 0;
    let is_boundary = policy.permissions_boundary_usage_count.unwrap_or_default() > 0;
    let is_used_so = match input.policy_usage_filter.as_deref() {
        Some("PermissionsPolicy") => is_attached,
        Some("PermissionsBoundary") => is_boundary,
        _ => true,
    };
    policy
        .path
        .as_deref()
        .is_some_and(|path| path.starts_with(prefix))
        && is_used_so
        && (is_attached || is_boundary || input.only_attached != Some(true))
}

/// By owner, then by name: both are unique together, and short.
fn place(policy: &Policy) -> String {
    let arn = policy.arn.as_deref().and_then(|arn| Arn::new(arn).ok());
    let owner = arn.as_ref().map_or("", Arn::account);
    let name = policy.policy_name.as_deref().unwrap_or_default();
    format!("{owner}/{}", name.to_ascii_lowercase())
}
