//! Makes a parameter, or a new version of it.

use std::collections::BTreeMap;

use model::{ParameterKind, ParameterRecord, ParameterVersion};
use store::{StoreError, UpdateError};
use wire::Failure;
use wire::ssm::{PutParameter, PutParameterRequest, PutParameterResult};

use super::failures::{invalid, refuse_unserved};
use super::named::{Named, check_name};
use super::shown::tier;
use super::tags::{WORDS, map_of};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::expressions;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::marked;

/// Systems Manager user guide, "Managing parameter tiers".
const MOST_STANDARD: usize = 4096;
const MOST_ADVANCED: usize = 8192;
/// Systems Manager user guide, "Working with parameter versions".
const MOST_VERSIONS: usize = 100;
const DEFAULT_KEY: &str = "alias/aws/ssm";

impl Handle<PutParameter> for Rooms {
    fn needs(&self, call: &Call, input: &PutParameterRequest) -> Result<Needs, Refused> {
        let named = Named::read(call, &input.name)?;
        let overwrites = input.overwrite == Some(true);
        let ask = named.ask("ssm:PutParameter");
        let mut ask = ask.key("ssm:Overwrite", overwrites.to_string());
        let mut asks = Vec::new();
        let tags = map_of(input.tags.clone().unwrap_or_default());
        if !tags.is_empty() {
            ask = ask.bringing_tags(&tags);
            let tagging = named.ask("ssm:AddTagsToResource");
            asks.push(tagging.bringing_tags(&tags));
        }
        asks.insert(0, ask);
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<PutParameter>,
    ) -> Result<PutParameterResult, Refused> {
        let (input, call) = authorized.into_parts();
        let named = Named::read(&call, &input.name)?;
        check_name(&named.name)?;
        let has_policies = input
            .policies
            .as_deref()
            .is_some_and(|text| !text.is_empty());
        let key = input.key_id.as_deref().filter(|key| *key != DEFAULT_KEY);
        let data_type = input.data_type.as_deref().filter(|kind| *kind != "text");
        refuse_unserved(&[
            ("Policies", has_policies),
            ("KeyId", key.is_some()),
            ("DataType other than text", data_type.is_some()),
        ])?;
        let tags = map_of(input.tags.clone().unwrap_or_default());
        WORDS.check(&tags)?;
        if input.overwrite == Some(true) && !tags.is_empty() {
            return Err(invalid(
                "Invalid request: tags and overwrite can't be used together. To create a parameter \
                 with tags, please remove overwrite flag. To update tags for an existing parameter, \
                 please use AddTagsToResource or RemoveTagsFromResource.",
            ));
        }
        let id = named.id();
        loop {
            let found = self.records.get::<ParameterRecord>(&id).await?;
            let kind = kind(&input, found.as_ref().map(|found| found.record.kind))?;
            let version = self.parameter_version(&input, &named, kind, &call)?;
            let written = match found {
                Some(_) if input.overwrite != Some(true) => return Err(already_there()),
                Some(_) => self.add_parameter_version(&id, kind, version).await?,
                None => {
                    self.make_parameter(&call, &named, (kind, version), &tags)
                        .await?
                }
            };
            if let Some((number, tier)) = written {
                return Ok(PutParameterResult {
                    version: i64::try_from(number).ok(),
                    tier: Some(tier),
                });
            }
        }
    }
}

impl Rooms {
    /// Nothing if the parameter was deleted meanwhile.
    async fn add_parameter_version(
        &self,
        id: &str,
        kind: ParameterKind,
        version: ParameterVersion,
    ) -> Result<Option<(u64, String)>, Refused> {
        let updated = self.records.update(id, |record: &mut ParameterRecord| {
            let mut version = version.clone();
            let before = record.current();
            version.number = before.map_or(0, |before| before.number) + 1;
            if version.description.is_none() {
                version.description = before.and_then(|before| before.description.clone());
            }
            record.kind = kind;
            record.versions.push(version.clone());
            if record.versions.len() > MOST_VERSIONS {
                record.versions.remove(0);
            }
            Ok::<_, Refused>((version.number, tier(&version)))
        });
        match updated.await {
            Ok(updated) => Ok(Some(updated.output)),
            Err(UpdateError::NotFound) => Ok(None),
            Err(UpdateError::Refused(refused)) => Err(refused),
            Err(UpdateError::Store(error)) => Err(error.into()),
        }
    }

    /// Nothing if somebody else made it meanwhile.
    async fn make_parameter(
        &self,
        call: &Call,
        named: &Named,
        (kind, version): (ParameterKind, ParameterVersion),
        tags: &BTreeMap<String, String>,
    ) -> Result<Option<(u64, String)>, Refused> {
        let made = (version.number, tier(&version));
        let record = ParameterRecord {
            account: call.account().clone(),
            region: call.region().clone(),
            name: named.name.clone(),
            kind,
            versions: vec![version],
            tags: marked(tags.clone()),
        };
        match self.records.create(&record).await {
            Ok(_) => Ok(Some(made)),
            Err(StoreError::Conflict { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn parameter_version(
        &self,
        input: &PutParameterRequest,
        named: &Named,
        kind: ParameterKind,
        call: &Call,
    ) -> Result<ParameterVersion, Refused> {
        check_value(input)?;
        let (value, key_id) = match kind {
            ParameterKind::SecureString => (
                self.seal_value(&named.arn(), &input.value)?,
                Some(DEFAULT_KEY.to_owned()),
            ),
            ParameterKind::String | ParameterKind::StringList => (input.value.clone(), None),
        };
        Ok(ParameterVersion {
            number: 1,
            value,
            modified: call.now(),
            modified_by: call.caller().arn(),
            description: input.description.clone(),
            allowed_pattern: input.allowed_pattern.clone(),
            tier: input
                .tier
                .clone()
                .filter(|tier| tier != "Intelligent-Tiering"),
            data_type: input.data_type.clone(),
            key_id,
            labels: Vec::new(),
        })
    }
}

fn kind(
    input: &PutParameterRequest,
    before: Option<ParameterKind>,
) -> Result<ParameterKind, Refused> {
    match (
        input.type_.as_deref().and_then(ParameterKind::from_name),
        before,
    ) {
        (Some(kind), _) => Ok(kind),
        (None, Some(before)) => Ok(before),
        (None, None) => Err(invalid(
            "A parameter type is required when you create a parameter.",
        )),
    }
}

fn already_there() -> Refused {
    let message = "The parameter already exists. To overwrite this value, set the overwrite option in \
                   the request to true.";
    Failure::new("ParameterAlreadyExists", 400, message).into()
}

fn check_value(input: &PutParameterRequest) -> Result<(), Refused> {
    if input.value.is_empty() {
        return Err(invalid(
            "1 validation error detected: Value '' at 'value' failed to satisfy constraint: Member \
             must have length greater than or equal to 1",
        ));
    }
    let most = match input.tier.as_deref() {
        Some("Advanced" | "Intelligent-Tiering") => MOST_ADVANCED,
        Some(_) | None => MOST_STANDARD,
    };
    if input.value.len() > most {
        return Err(invalid(format!(
            "Standard tier parameters support a maximum parameter value of {MOST_STANDARD} \
             characters. To create a larger parameter value, upgrade the parameter to use the \
             advanced-parameter tier. For more information, see \
             https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html"
        )));
    }
    let Some(pattern) = input
        .allowed_pattern
        .as_deref()
        .filter(|text| !text.is_empty())
    else {
        return Ok(());
    };
    let Ok(expression) = expressions::compile(&format!("^(?:{pattern})$")) else {
        let message = "The request does not meet the regular expression requirement.";
        return Err(Failure::new("InvalidAllowedPatternException", 400, message).into());
    };
    if expression.is_match(&input.value).unwrap_or(false) {
        return Ok(());
    }
    let message = format!("Parameter value, cannot be validated against allowedPattern: {pattern}");
    Err(Failure::new("ParameterPatternMismatchException", 400, message).into())
}
