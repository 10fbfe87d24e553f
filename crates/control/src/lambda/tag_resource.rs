//! Adds tags to a function, a mapping or a code signing configuration.

use wire::lambda::{TagResource, TagResourceRequest};

use super::failures::invalid;
use super::tags::Tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::{is_reserved, own};

/// Of one resource ("Lambda quotas").
const MOST_TAGS: usize = 50;

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
        if let Some(key) = input.tags.keys().find(|key| is_reserved(key)) {
            return Err(invalid(format!(
                "{key}: system tag keys cannot be changed."
            )));
        }
        self.change_tags(&tagged, |tags| {
            tags.extend(input.tags.clone());
            if own(tags) > MOST_TAGS {
                return Err(invalid("Number of tags exceeds resource tag limit."));
            }
            Ok(())
        })
        .await
    }
}
