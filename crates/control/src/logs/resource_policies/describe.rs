//! Lists the policies.

use model::LogSettingsRecord;
use wire::logs::{
    DescribeResourcePolicies, DescribeResourcePoliciesRequest, DescribeResourcePoliciesResponse,
};

use super::super::failures::refuse_unserved;
use super::super::paging::page;
use super::{id, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DescribeResourcePolicies> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeResourcePoliciesRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("logs:DescribeResourcePolicies").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DescribeResourcePolicies>,
    ) -> Result<DescribeResourcePoliciesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let of_resources = input.policy_scope.as_deref() == Some("RESOURCE");
        refuse_unserved(&[("resourceArn", input.resource_arn.is_some())])?;
        let found = self.records.get::<LogSettingsRecord>(&id(&call)).await?;
        let policies = found.map(|found| found.record.resource_policies);
        let policies = policies.filter(|_| !of_resources).unwrap_or_default();
        let page = page(
            policies.iter(),
            input.next_token.as_deref(),
            input.limit,
            |one| one.0,
        );
        Ok(DescribeResourcePoliciesResponse {
            resource_policies: Some(
                page.items
                    .into_iter()
                    .map(|(name, policy)| shown(name, policy))
                    .collect(),
            ),
            next_token: page.next_token,
        })
    }
}
