//! Takes tags from a function, a mapping or a code signing configuration.

use wire::lambda::{UntagResource, UntagResourceRequest};

use super::tags::{Tagged, WORDS};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        let ask = Tagged::read(call, &input.resource)?.ask(self, "lambda:UntagResource");
        Ok(ask.naming_tags(input.tag_keys.clone()).into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource)?;
        WORDS.check_keys(&input.tag_keys)?;
        self.change_tags(&tagged, |tags| {
            tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        })
        .await
    }
}
