//! Tags: what the three operations share. Functions, event source mappings and code signing
//! configurations have them.

use std::collections::BTreeMap;

use model::{CodeSigningConfigRecord, EventSourceMappingRecord, Record};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::code_signing;
use super::failures::{invalid, not_found};
use super::target::Target;
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::Words;

type Tags = BTreeMap<String, String>;

pub(super) const WORDS: Words = Words {
    reserved: |key| invalid(format!("{key}: system tag keys cannot be changed.")),
    too_many: || invalid("Number of tags exceeds resource tag limit."),
};

/// A resource as the parameter names it.
pub(super) enum Tagged {
    Function(Target),
    Mapping(Named),
    CodeSigning(Named),
}

pub(super) struct Named {
    arn: String,
    id: String,
}

impl Tagged {
    pub(super) fn read(call: &Call, resource: &str) -> Result<Self, Refused> {
        let kind = resource.split(':').nth(5).unwrap_or_default();
        let named = |id: Option<String>| {
            let arn = resource.to_owned();
            let id = id.ok_or_else(|| missing(resource))?;
            Ok::<_, Refused>(Named { arn, id })
        };
        match kind {
            "function" => Ok(Self::Function(unqualified(call, resource)?)),
            "event-source-mapping" => Ok(Self::Mapping(named(mapping_id(call, resource))?)),
            "code-signing-config" => Ok(Self::CodeSigning(named(code_signing::id(resource))?)),
            _ => Err(missing(resource)),
        }
    }

    pub(super) fn ask(&self, rooms: &Rooms, action: &'static str) -> Ask {
        match self {
            Self::Function(target) => rooms.ask_function(action, target),
            Self::Mapping(named) | Self::CodeSigning(named) => Ask::on(action, named.arn.clone()),
        }
    }
}

fn missing(resource: &str) -> Refused {
    let name = match resource.split(':').nth(5).unwrap_or_default() {
        "event-source-mapping" => "Event source mapping",
        "code-signing-config" => "Code signing config",
        "capacity-provider" => "Capacity provider",
        _ => "Layer",
    };
    not_found(format!("{name} not found: {resource}"))
}

/// `arn:aws:lambda:REGION:ACCOUNT:event-source-mapping:UUID`
fn mapping_id(call: &Call, arn: &str) -> Option<String> {
    let uuid = arn.split(':').nth(6)?;
    let id = EventSourceMappingRecord::id_of(call.account(), call.region(), uuid);
    let own = format!("arn:aws:lambda:{}:{}:", call.region(), call.account());
    arn.starts_with(&own).then_some(id)
}

fn unqualified(call: &Call, resource: &str) -> Result<Target, Refused> {
    let target = Target::read(call, resource, None)?;
    if target.qualifier.is_some() {
        return Err(invalid(
            "Tags on function aliases and versions are not supported. Please specify a function ARN.",
        ));
    }
    Ok(target)
}

/// A record with tags.
trait HasTags: Record + Serialize + DeserializeOwned {
    fn tags(&mut self) -> &mut Tags;
}

impl HasTags for EventSourceMappingRecord {
    fn tags(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

impl HasTags for CodeSigningConfigRecord {
    fn tags(&mut self) -> &mut Tags {
        &mut self.tags
    }
}

impl Rooms {
    pub(super) async fn tags_of(&self, tagged: &Tagged) -> Result<Tags, Refused> {
        match tagged {
            Tagged::Function(target) => Ok(self.function(target).await?.record.tags),
            Tagged::Mapping(named) => self.read_tags::<EventSourceMappingRecord>(named).await,
            Tagged::CodeSigning(named) => self.read_tags::<CodeSigningConfigRecord>(named).await,
        }
    }

    pub(super) async fn change_tags(
        &self,
        tagged: &Tagged,
        mut change: impl FnMut(&mut Tags) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        match tagged {
            Tagged::Function(target) => {
                let changed = self.change_function(target, |record| change(&mut record.tags));
                changed.await?;
                Ok(())
            }
            Tagged::Mapping(named) => {
                self.write_tags::<EventSourceMappingRecord>(named, change)
                    .await
            }
            Tagged::CodeSigning(named) => {
                self.write_tags::<CodeSigningConfigRecord>(named, change)
                    .await
            }
        }
    }

    async fn read_tags<R: HasTags>(&self, named: &Named) -> Result<Tags, Refused> {
        let found = self.records.get::<R>(&named.id).await?;
        let mut found = found.ok_or_else(|| missing(&named.arn))?;
        Ok(std::mem::take(found.record.tags()))
    }

    async fn write_tags<R: HasTags>(
        &self,
        named: &Named,
        mut change: impl FnMut(&mut Tags) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let changed = self
            .records
            .update(&named.id, |record: &mut R| change(record.tags()))
            .await;
        changed.map_err(|error| Refused::of_update(error, || missing(&named.arn)))?;
        Ok(())
    }
}
