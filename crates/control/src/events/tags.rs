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
use crate::tags::{is_reserved, own};

const MOST_TAGS: usize = 50;

pub(super) fn map_of(tags: Vec<Tag>) -> BTreeMap<String, String> {
    tags.into_iter().map(|tag| (tag.key, tag.value)).collect()
}

pub(super) fn check(tags: &BTreeMap<String, String>) -> Result<(), Refused> {
    check_keys(tags.keys())?;
    if own(tags) > MOST_TAGS {
        return Err(invalid("A resource can have no more than 50 tags."));
    }
    Ok(())
}

fn check_keys<'a>(mut keys: impl Iterator<Item = &'a String>) -> Result<(), Refused> {
    match keys.find(|key| is_reserved(key)) {
        Some(key) => Err(invalid(format!(
            "The tag key {key} is reserved: it begins with aws:."
        ))),
        None => Ok(()),
    }
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
        check(&tags)?;
        let name = name_of(&call, &input.resource_arn)?;
        self.change_rule(&call, name, |rule| {
            rule.tags.extend(tags.clone());
            if own(&rule.tags) > MOST_TAGS {
                return Err(invalid("A resource can have no more than 50 tags."));
            }
            Ok(())
        })
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
        check_keys(input.tag_keys.iter())?;
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
