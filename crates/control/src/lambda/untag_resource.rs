//! Takes tags from a function.

use model::FunctionRecord;
use wire::lambda::{UntagResource, UntagResourceRequest};

use super::tags::tagged;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        let target = tagged(call, &input.resource)?;
        let ask = self.ask_function("lambda:UntagResource", &target);
        Ok(ask.naming_tags(input.tag_keys.clone()).into())
    }

    async fn handle(&self, authorized: Authorized<UntagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = tagged(&call, &input.resource)?;
        let change = |record: &mut FunctionRecord| {
            record.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        };
        self.change_function(&target, change).await?;
        Ok(())
    }
}
