//! The tags of parameters.

use std::collections::BTreeMap;

use model::ParameterRecord;
use wire::Failure;
use wire::ssm::{
    AddTagsToResource, AddTagsToResourceRequest, AddTagsToResourceResult, ListTagsForResource,
    ListTagsForResourceRequest, ListTagsForResourceResult, RemoveTagsFromResource,
    RemoveTagsFromResourceRequest, RemoveTagsFromResourceResult, Tag,
};

use super::failures::invalid;
use super::named::Named;
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
    too_many: || {
        let message = "Number of tags exceeds the allowed limit for the resource";
        Failure::new("TooManyTagsError", 400, message).into()
    },
};

pub(super) fn map_of(tags: Vec<Tag>) -> BTreeMap<String, String> {
    tags.into_iter().map(|tag| (tag.key, tag.value)).collect()
}

fn invalid_resource() -> Refused {
    let message =
        "The resource ID is not valid. Verify that you entered the correct ID and try again.";
    Failure::new("InvalidResourceId", 400, message).into()
}

/// Nothing else of Systems Manager is here.
fn named(call: &Call, (kind, id): (&str, &str)) -> Result<Named, Refused> {
    if kind != "Parameter" {
        let message = format!("Tags of a {kind} are not supported by Portcullis.");
        return Err(Failure::new("InvalidResourceType", 400, message).into());
    }
    Named::read(call, id)
}

impl Handle<AddTagsToResource> for Rooms {
    fn needs(&self, call: &Call, input: &AddTagsToResourceRequest) -> Result<Needs, Refused> {
        let named = named(call, (&input.resource_type, &input.resource_id))?;
        let ask = named.ask("ssm:AddTagsToResource");
        Ok(ask.bringing_tags(&map_of(input.tags.clone())).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<AddTagsToResource>,
    ) -> Result<AddTagsToResourceResult, Refused> {
        let (input, call) = authorized.into_parts();
        let named = named(&call, (&input.resource_type, &input.resource_id))?;
        let tags = map_of(input.tags);
        WORDS.check(&tags)?;
        let id = named.id();
        let updated = self.records.update(&id, |record: &mut ParameterRecord| {
            WORDS.add(&mut record.tags, &tags)
        });
        let updated = updated.await;
        updated.map_err(|error| Refused::of_update(error, invalid_resource))?;
        Ok(AddTagsToResourceResult {})
    }
}

impl Handle<RemoveTagsFromResource> for Rooms {
    fn needs(&self, call: &Call, input: &RemoveTagsFromResourceRequest) -> Result<Needs, Refused> {
        let named = named(call, (&input.resource_type, &input.resource_id))?;
        let ask = named.ask("ssm:RemoveTagsFromResource");
        Ok(ask.naming_tags(input.tag_keys.clone()).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<RemoveTagsFromResource>,
    ) -> Result<RemoveTagsFromResourceResult, Refused> {
        let (input, call) = authorized.into_parts();
        let named = named(&call, (&input.resource_type, &input.resource_id))?;
        WORDS.check_keys(&input.tag_keys)?;
        let id = named.id();
        let updated = self.records.update(&id, |record: &mut ParameterRecord| {
            record.tags.retain(|key, _| !input.tag_keys.contains(key));
            Ok::<_, Refused>(())
        });
        let updated = updated.await;
        updated.map_err(|error| Refused::of_update(error, invalid_resource))?;
        Ok(RemoveTagsFromResourceResult {})
    }
}

impl Handle<ListTagsForResource> for Rooms {
    fn needs(&self, call: &Call, input: &ListTagsForResourceRequest) -> Result<Needs, Refused> {
        let named = named(call, (&input.resource_type, &input.resource_id))?;
        Ok(named.ask("ssm:ListTagsForResource").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListTagsForResource>,
    ) -> Result<ListTagsForResourceResult, Refused> {
        let (input, call) = authorized.into_parts();
        let named = named(&call, (&input.resource_type, &input.resource_id))?;
        let found = self.records.get::<ParameterRecord>(&named.id()).await?;
        let tags = found.ok_or_else(invalid_resource)?.record.tags;
        let tags = tags.into_iter().map(|(key, value)| Tag { key, value });
        Ok(ListTagsForResourceResult {
            tag_list: Some(tags.collect()),
        })
    }
}
