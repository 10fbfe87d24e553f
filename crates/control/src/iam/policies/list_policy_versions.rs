//! Lists the versions of a managed policy, the newest first.

use model::PolicyRecord;
use wire::iam::{
    ListPolicyVersions, ListPolicyVersionsRequest, ListPolicyVersionsResponse, PolicyVersion,
};

use super::super::managed::{Managed, render_aws_version, render_version};
use super::super::pages::{Page, PageAsk, page};
use super::super::permitted::permitted_policy;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListPolicyVersions> for Rooms {
    fn needs(&self, _: &Call, _: &ListPolicyVersionsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListPolicyVersions>,
    ) -> Result<ListPolicyVersionsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let policy = permitted_policy::<ListPolicyVersions>(self, &call, &input.policy_arn).await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = match policy {
            Managed::Own(policy) => own(policy.record(), ask)?,
            Managed::Aws(policy) => page(vec![render_aws_version(policy)], |_| String::new(), ask)?,
        };
        Ok(ListPolicyVersionsResponse {
            versions: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}

fn own(policy: &PolicyRecord, ask: PageAsk<'_>) -> Result<Page<PolicyVersion>, Refusal> {
    let numbers: Vec<u32> = policy.versions.keys().copied().collect();
    let newest_first = |number: &u32| format!("{:010}", u32::MAX - number);
    let page = page(numbers, newest_first, ask)?;
    let render = |number| render_version(policy, number);
    Ok(Page {
        items: page.items.into_iter().map(render).collect(),
        is_truncated: page.is_truncated,
        marker: page.marker,
    })
}
