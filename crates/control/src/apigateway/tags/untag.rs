//! UntagResource.

use wire::apigateway::{UntagResource, UntagResourceRequest};

use model::RestApiRecord;

use super::super::{asks, records};
use super::Tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        Ok(asks::ask::<UntagResource>(call, &[&input.resource_arn])
            .naming_tags(input.tag_keys.clone())
            .into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource_arn)?;
        let change = |api: &mut RestApiRecord| {
            tagged
                .of(api)?
                .retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        };
        records::change(self, &call, &tagged.api, || tagged.missing(&call), change).await?;
        Ok(())
    }
}
