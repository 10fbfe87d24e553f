//! Takes tags from a function, a mapping or a code signing configuration.

use wire::lambda::{UntagResource, UntagResourceRequest};

use super::failures::invalid;
use super::tags::Tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::is_reserved;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        let ask = Tagged::read(call, &input.resource)?.ask(self, "lambda:UntagResource");
        Ok(ask.naming_tags(input.tag_keys.clone()).into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource)?;
        if let Some(key) = input.tag_keys.iter().find(|key| is_reserved(key)) {
            return Err(invalid(format!(
                "{key}: system tag keys cannot be changed."
            )));
        }
        self.change_tags(&tagged, |tags| {
            tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        })
        .await
    }
}
