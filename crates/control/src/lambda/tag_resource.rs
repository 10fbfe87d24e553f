//! Adds tags to a function, a mapping or a code signing configuration.

use wire::lambda::{TagResource, TagResourceRequest};

use super::failures::invalid;
use super::tags::{Tagged, WORDS};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagResource> for Rooms {
    fn needs(&self, call: &Call, input: &TagResourceRequest) -> Result<Needs, Refused> {
        let ask = Tagged::read(call, &input.resource)?.ask(self, "lambda:TagResource");
        Ok(ask.bringing_tags(&input.tags).into())
    }

    async fn handle(&self, authorized: Authorized<TagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tagged = Tagged::read(&call, &input.resource)?;
        if input.tags.is_empty() {
            return Err(invalid(
                "An error occurred and the request cannot be processed.",
            ));
        }
        WORDS.check_keys(input.tags.keys())?;
        self.change_tags(&tagged, |tags| WORDS.add(tags, &input.tags))
            .await
    }
}
