//! Tags of rules.

use std::collections::BTreeMap;

use wire::events::{
    ListTagsForResource, ListTagsForResourceRequest, ListTagsForResourceResponse, Tag, TagResource,
    TagResourceRequest, TagResourceResponse, UntagResource, UntagResourceRequest,
    UntagResourceResponse,
};

use super::failures::invalid;
use super::found::{ask, name_of};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::Words;

pub(super) const WORDS: Words = Words {
    reserved: |key| {
        invalid(format!(
            "The tag key {key} is reserved: it begins with aws:."
        ))
    },
    too_many: || invalid("A resource can have no more than 50 tags."),
};

pub(super) fn map_of(tags: Vec<Tag>) -> BTreeMap<String, String> {
    tags.into_iter().map(|tag| (tag.key, tag.value)).collect()
}

impl Handle<TagResource> for Rooms {
    fn needs(&self, call: &Call, input: &TagResourceRequest) -> Result<Needs, Refused> {
        let name = name_of(call, &input.resource_arn)?;
        let tags = map_of(input.tags.clone());
        Ok(ask(call, "events:TagResource", name)
            .bringing_tags(&tags)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<TagResource>,
    ) -> Result<TagResourceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let tags = map_of(input.tags);
        WORDS.check(&tags)?;
        let name = name_of(&call, &input.resource_arn)?;
        self.change_rule(&call, name, |rule| WORDS.add(&mut rule.tags, &tags))
            .await?;
        Ok(TagResourceResponse {})
    }
}

impl Handle<UntagResource> for Rooms {
    fn needs(&self, call: &Call, input: &UntagResourceRequest) -> Result<Needs, Refused> {
        let name = name_of(call, &input.resource_arn)?;
        let keys = input.tag_keys.clone();
        Ok(ask(call, "events:UntagResource", name)
            .naming_tags(keys)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UntagResource>,
    ) -> Result<UntagResourceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        WORDS.check_keys(&input.tag_keys)?;
        let name = name_of(&call, &input.resource_arn)?;
        self.change_rule(&call, name, |rule| {
            rule.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok(())
        })
        .await?;
        Ok(UntagResourceResponse {})
    }
}

impl Handle<ListTagsForResource> for Rooms {
    fn needs(&self, call: &Call, input: &ListTagsForResourceRequest) -> Result<Needs, Refused> {
        let name = name_of(call, &input.resource_arn)?;
        Ok(ask(call, "events:ListTagsForResource", name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListTagsForResource>,
    ) -> Result<ListTagsForResourceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_of(&call, &input.resource_arn)?;
        let tags = self.rule(&call, name).await?.record.tags;
        let tags = tags.into_iter().map(|(key, value)| Tag { key, value });
        Ok(ListTagsForResourceResponse {
            tags: Some(tags.collect()),
        })
    }
}
