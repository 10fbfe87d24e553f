//! Lists the instance profiles of an account below a path.

use model::InstanceProfileRecord;
use wire::iam::{ListInstanceProfiles, ListInstanceProfilesRequest, ListInstanceProfilesResponse};

use super::super::listing_resource;
use super::super::pages::{PageAsk, page};
use super::render::listed;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListInstanceProfiles> for Rooms {
    fn needs(&self, call: &Call, input: &ListInstanceProfilesRequest) -> Result<Needs, Refused> {
        let resource = listing_resource(call, "instance-profile", input.path_prefix.as_deref());
        Ok(Ask::on("iam:ListInstanceProfiles", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListInstanceProfiles>,
    ) -> Result<ListInstanceProfilesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let all = self
            .records
            .list::<InstanceProfileRecord>(&format!("{}/", call.account()))
            .await?;
        let below = all
            .into_iter()
            .filter(|profile| profile.path.starts_with(prefix))
            .collect();
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(below, |profile| profile.name.to_ascii_lowercase(), ask)?;
        let mut instance_profiles = Vec::new();
        for profile in &page.items {
            instance_profiles.push(listed(&self.records, profile).await?);
        }
        Ok(ListInstanceProfilesResponse {
            instance_profiles: Some(instance_profiles),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
