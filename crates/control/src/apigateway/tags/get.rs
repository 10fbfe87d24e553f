//! GetTags.

use wire::apigateway::{GetTags, GetTagsRequest, Tags};

use super::super::asks;
use super::Tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetTags> for Rooms {
    fn needs(&self, call: &Call, input: &GetTagsRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetTags>(call, &[&input.resource_arn]))
    }

    async fn handle(&self, authorized: Authorized<GetTags>) -> Result<Tags, Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        let tags = tagged.tags(self, &call).await?;
        Ok(Tags { tags: Some(tags) })
    }
}
