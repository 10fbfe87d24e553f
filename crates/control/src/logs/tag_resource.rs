//! Adds tags to a group.

use std::collections::BTreeMap;

use wire::logs::{TagResource, TagResourceRequest};

use super::failures::invalid;
use super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::{is_reserved, own};

impl Handle<TagResource> for Rooms {
    fn needs(&self, call: &Call, input: &TagResourceRequest) -> Result<Needs, Refused> {
        let group = Group::identified(call, &input.resource_arn)?;
        let ask = group.ask_plainly("logs:TagResource");
        Ok(ask.bringing_tags(&input.tags).into())
    }

    async fn handle(&self, authorized: Authorized<TagResource>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let group = Group::identified(&call, &input.resource_arn)?;
        self.add_tags(&group, &input.tags).await
    }
}

impl Rooms {
    pub(super) async fn add_tags(
        &self,
        group: &Group,
        tags: &BTreeMap<String, String>,
    ) -> Result<(), Refused> {
        const MOST_TAGS: usize = 50;
        if let Some(key) = tags.keys().find(|key| is_reserved(key)) {
            return Err(invalid(format!("The tag key {key} is reserved.")));
        }
        let change = |record: &mut model::LogGroupRecord| {
            record.tags.extend(tags.clone());
            if own(&record.tags) > MOST_TAGS {
                return Err(invalid("A resource can have no more than 50 tags."));
            }
            Ok(())
        };
        self.change_group(group, change).await
    }
}
