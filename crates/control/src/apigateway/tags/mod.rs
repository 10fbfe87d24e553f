//! Tags of APIs and of stages.

mod get;
mod tag;
mod untag;

use std::collections::BTreeMap;

use model::{PARTITION, RestApiRecord};

use super::failures::{bad_request, no_api, no_stage, not_found};
use crate::call::Call;
use crate::refused::Refused;

/// AWS's quota for one resource.
const MOST: usize = 50;

pub(super) fn check(tags: &BTreeMap<String, String>) -> Result<(), Refused> {
    if tags.len() > MOST {
        return Err(bad_request(format!(
            "A resource can have at most {MOST} tags"
        )));
    }
    for (key, value) in tags {
        if crate::tags::is_reserved(key) {
            return Err(bad_request(format!(
                "Tag key {key} begins with aws:, which is reserved"
            )));
        }
        if key.is_empty() || key.chars().count() > 128 || value.chars().count() > 256 {
            return Err(bad_request(format!(
                "Invalid tag {key}: keys have 1 to 128 characters, values at most 256"
            )));
        }
    }
    Ok(())
}

/// What a tag ARN names: an API, or one of its stages.
struct Tagged {
    api: String,
    stage: Option<String>,
}

impl Tagged {
    /// `arn:aws:apigateway:REGION::/restapis/API[/stages/STAGE]`
    fn read(call: &Call, arn: &str) -> Result<Self, Refused> {
        let start = format!("arn:{PARTITION}:apigateway:{}::/restapis/", call.region());
        let unknown = || not_found(format!("Invalid resource ARN specified: {arn}"));
        let rest = arn.strip_prefix(&start).ok_or_else(unknown)?;
        let (api, stage) = match rest.split('/').collect::<Vec<_>>().as_slice() {
            [api] => (*api, None),
            [api, "stages", stage] => (*api, Some((*stage).to_owned())),
            _ => return Err(unknown()),
        };
        Ok(Self {
            api: api.to_owned(),
            stage,
        })
    }

    fn missing(&self, call: &Call) -> Refused {
        no_api(call, &self.api)
    }

    fn of<'a>(
        &self,
        api: &'a mut RestApiRecord,
    ) -> Result<&'a mut BTreeMap<String, String>, Refused> {
        match &self.stage {
            None => Ok(&mut api.tags),
            Some(stage) => {
                let stage = api.stages.get_mut(stage.as_str()).ok_or_else(no_stage)?;
                Ok(&mut stage.tags)
            }
        }
    }
}
