//! Code signing configurations: whose signature a function's code must have.
//!
//! Nothing here can verify a signature of AWS Signer's, and no zip that comes with a call has one. So a
//! function whose configuration enforces signatures takes no code, as AWS takes no unsigned code for
//! it; with a warning alone it takes every code.

mod create;
mod delete;
mod functions;
mod get;
mod get_of_function;
mod list;
mod put_on_function;
mod take_from_function;
mod update;

use std::collections::BTreeMap;

use model::{AccountId, CodeSigningConfigRecord, Region};
use wire::Failure;
use wire::lambda::{AllowedPublishers, CodeSigningConfig, CodeSigningPolicies};

use super::configuration::time_text;
use super::failures::not_found;
use super::target::Target;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

fn missing(arn: &str) -> Refused {
    not_found(format!(
        "The Lambda code signing configuration {arn} can not be found."
    ))
}

/// The id of the record behind an ARN; `wire` has checked the pattern.
pub(super) fn id(arn: &str) -> Option<String> {
    let parts: Vec<&str> = arn.split(':').collect();
    let [
        "arn",
        _,
        "lambda",
        region,
        account,
        "code-signing-config",
        config,
    ] = parts.as_slice()
    else {
        return None;
    };
    let (account, region) = (AccountId::new(account).ok()?, Region::new(region).ok()?);
    Some(CodeSigningConfigRecord::id_of(&account, &region, config))
}

fn ask(action: &'static str, arn: &str) -> Ask {
    Ask::on(action, arn)
}

impl Rooms {
    async fn code_signing(&self, arn: &str) -> Result<Option<CodeSigningConfigRecord>, Refused> {
        let Some(id) = id(arn) else {
            return Ok(None);
        };
        let found = self.records.get::<CodeSigningConfigRecord>(&id).await?;
        Ok(found.map(|found| found.record))
    }

    /// None of one that is not there.
    pub(crate) async fn code_signing_tags(
        &self,
        arn: &str,
    ) -> Result<BTreeMap<String, String>, Refused> {
        let found = self.code_signing(arn).await?;
        Ok(found.map(|found| found.tags).unwrap_or_default())
    }

    /// Whether a function under this configuration may be given unsigned code.
    pub(super) async fn check_signing(
        &self,
        arn: Option<&str>,
        target: &Target,
    ) -> Result<(), Refused> {
        let Some(arn) = arn else {
            return Ok(());
        };
        let config = self.code_signing(arn).await?;
        let config = config.ok_or_else(|| not_to_be_found(arn))?;
        if config.untrusted_artifacts != "Enforce" {
            return Ok(());
        }
        let message = format!(
            "Lambda cannot deploy the function. The function or layer might be signed using a \
             signature that the client is not configured to accept. Check the provided signature \
             for {}.",
            target.name
        );
        Err(Failure::new("CodeVerificationFailedException", 400, message).into())
    }
}

/// As operations on functions tell it.
fn not_to_be_found(arn: &str) -> Refused {
    let message = format!(
        "The code signing configuration cannot be found. Check that the provided configuration is \
         not deleted: {arn}."
    );
    Failure::new("CodeSigningConfigNotFoundException", 404, message).into()
}

fn shown(record: &CodeSigningConfigRecord) -> CodeSigningConfig {
    CodeSigningConfig {
        code_signing_config_id: record.config.clone(),
        code_signing_config_arn: record.arn(),
        description: record.description.clone(),
        allowed_publishers: AllowedPublishers {
            signing_profile_version_arns: record.publishers.clone(),
        },
        code_signing_policies: CodeSigningPolicies {
            untrusted_artifact_on_deployment: Some(record.untrusted_artifacts.clone()),
        },
        last_modified: time_text(record.modified),
    }
}
