//! GetTags.

use wire::apigatewayv2::{GetTags, GetTagsRequest, GetTagsResponse};

use super::super::super::tags::Tagged;
use super::super::ask;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetTags> for Rooms {
    fn needs(&self, call: &Call, input: &GetTagsRequest) -> Result<Needs, Refused> {
        Ok(ask::<GetTags>(call, &[&input.resource_arn]).into())
    }

    async fn handle(&self, authorized: Authorized<GetTags>) -> Result<GetTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        let tags = tagged.tags(self, &call).await?;
        Ok(GetTagsResponse { tags: Some(tags) })
    }
}
