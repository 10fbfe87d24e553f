//! What has tags: a group, or a destination or part of a delivery.

use std::collections::BTreeMap;

use model::{Arn, LogSettingsRecord};

use super::failures::{invalid, not_found};
use super::group::Group;
use super::settings::tags_of;
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::{is_reserved, own};

pub(super) enum Tagged {
    Group(Group),
    /// Its ARN, and what of it stands in the settings.
    Setting {
        arn: String,
        resource: String,
    },
}

const KINDS: [&str; 4] = [
    "destination:",
    "delivery:",
    "delivery-source:",
    "delivery-destination:",
];

impl Tagged {
    pub(super) fn read(call: &Call, arn: &str) -> Result<Self, Refused> {
        let Some(resource) = setting(call, arn) else {
            return Group::identified(call, arn).map(Self::Group);
        };
        Ok(Self::Setting {
            arn: arn.to_owned(),
            resource,
        })
    }

    /// The tagging actions name a group without anything behind.
    pub(super) fn ask(&self, action: &'static str) -> Ask {
        match self {
            Self::Group(group) => group.ask_plainly(action),
            Self::Setting { arn, .. } => Ask::on(action, arn.clone()),
        }
    }
}

/// `KIND:NAME` of the caller's own account and region.
fn setting(call: &Call, arn: &str) -> Option<String> {
    let arn = Arn::new(arn).ok()?;
    let place = (arn.service(), arn.region(), arn.account());
    if place != ("logs", call.region().as_str(), call.account().as_str()) {
        return None;
    }
    let resource = arn.resource();
    let is_known = KINDS.iter().any(|kind| resource.starts_with(kind));
    is_known.then(|| resource.to_owned())
}

/// No more than 50, and none that begin as AWS's own.
pub(super) fn add(
    tags: &mut BTreeMap<String, String>,
    more: &BTreeMap<String, String>,
) -> Result<(), Refused> {
    const MOST_TAGS: usize = 50;
    if let Some(key) = more.keys().find(|key| is_reserved(key)) {
        return Err(invalid(format!("The tag key {key} is reserved.")));
    }
    tags.extend(more.clone());
    if own(tags) > MOST_TAGS {
        return Err(invalid("A resource can have no more than 50 tags."));
    }
    Ok(())
}

impl Rooms {
    pub(super) async fn change_log_tags(
        &self,
        call: &Call,
        tagged: &Tagged,
        change: impl Fn(&mut BTreeMap<String, String>) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let resource = match tagged {
            Tagged::Group(group) => {
                return self
                    .change_group(group, |record| change(&mut record.tags))
                    .await;
            }
            Tagged::Setting { resource, .. } => resource,
        };
        let change = |settings: &mut LogSettingsRecord| {
            let tags = tags_of(settings, resource).ok_or_else(missing)?;
            change(tags)
        };
        self.change_log_settings(call, change).await
    }

    pub(super) async fn log_tags(
        &self,
        call: &Call,
        tagged: &Tagged,
    ) -> Result<BTreeMap<String, String>, Refused> {
        match tagged {
            Tagged::Group(group) => Ok(self.log_group(group).await?.record.tags),
            Tagged::Setting { resource, .. } => {
                let mut settings = self.log_settings(call).await?;
                let tags = tags_of(&mut settings, resource);
                tags.map(std::mem::take).ok_or_else(missing)
            }
        }
    }
}

fn missing() -> Refused {
    not_found("The specified resource does not exist.")
}
