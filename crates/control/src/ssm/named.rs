//! What a client calls a parameter: a name or an ARN, and maybe a version of it.

use model::{AccountId, Arn, ParameterRecord, ParameterVersion, Region};
use store::Stored;

use super::failures::{invalid, not_found, version_not_found};
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// A parameter of the caller's account, or of another one whose ARN was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Named {
    account: AccountId,
    region: Region,
    pub(super) name: String,
    /// A number, or a label.
    pub(super) selector: Option<String>,
}

impl Named {
    pub(super) fn read(call: &Call, text: &str) -> Result<Self, Refused> {
        let (text, arn) = match Arn::new(text) {
            Ok(arn) if arn.service() == "ssm" => (arn.resource().to_owned(), Some(arn)),
            Ok(_) | Err(_) => (text.to_owned(), None),
        };
        let (name, selector) = match text.split_once(':') {
            Some((name, selector)) => (name.to_owned(), Some(selector.to_owned())),
            None => (text, None),
        };
        let Some(arn) = arn else {
            return Ok(Self {
                account: call.account().clone(),
                region: call.region().clone(),
                name,
                selector,
            });
        };
        let place = (AccountId::new(arn.account()), Region::new(arn.region()));
        let (Ok(account), Ok(region), Some(name)) =
            (place.0, place.1, name.strip_prefix("parameter"))
        else {
            return Err(invalid(format!(
                "The parameter doesn't have a valid ARN: {arn}"
            )));
        };
        Ok(Self {
            account,
            region,
            name: name.to_owned(),
            selector,
        })
    }

    pub(super) fn id(&self) -> String {
        ParameterRecord::id_of(&self.account, &self.region, &self.name)
    }

    pub(super) fn arn(&self) -> String {
        ParameterRecord::arn_of(&self.account, &self.region, &self.name)
    }

    pub(super) fn ask(&self, action: &'static str) -> Ask {
        Ask::on(action, self.arn()).owned_by(self.account.clone(), None)
    }
}

impl Rooms {
    pub(super) async fn parameter(
        &self,
        named: &Named,
    ) -> Result<Stored<ParameterRecord>, Refused> {
        let found = self.records.get::<ParameterRecord>(&named.id()).await?;
        found.ok_or_else(not_found)
    }
}

/// The version that was asked for, or the current one.
pub(super) fn version<'a>(
    record: &'a ParameterRecord,
    selector: Option<&str>,
) -> Result<&'a ParameterVersion, Refused> {
    let found = match selector {
        None => record.current(),
        Some(selector) => record.versions.iter().find(|version| {
            version.number.to_string() == selector
                || version.labels.iter().any(|label| label == selector)
        }),
    };
    let missing = || version_not_found(&record.name, selector.unwrap_or_default());
    found.ok_or_else(missing)
}

/// What a new parameter may be called (Systems Manager user guide, "Requirements and constraints for
/// parameter names").
pub(super) fn check_name(name: &str) -> Result<(), Refused> {
    let plain = name.strip_prefix('/').unwrap_or(name);
    if name.contains('/') && !name.starts_with('/') {
        return Err(invalid("Parameter name must be a fully qualified name."));
    }
    let first = plain
        .split('/')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let is_reserved = first.starts_with("aws") || first.starts_with("ssm");
    let allowed =
        |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_' | b'/');
    let is_well_formed =
        !plain.is_empty() && plain.bytes().all(allowed) && !plain.split('/').any(str::is_empty);
    if is_reserved && name.starts_with('/') {
        return Err(Refused::from(wire::Failure::new(
            "AccessDeniedException",
            400,
            format!("No access to reserved parameter name: {name}."),
        )));
    }
    if is_reserved || !is_well_formed {
        return Err(invalid(
            "Parameter name: can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). If formed \
             as a path, it can consist of sub-paths divided by slash symbol; each sub-path can be \
             formed as a mix of letters, numbers and the following 3 symbols .-_",
        ));
    }
    if plain.split('/').count() > MOST_LEVELS {
        let message = format!("Hierarchy depth can't exceed {MOST_LEVELS} levels.");
        return Err(
            wire::Failure::new("HierarchyLevelLimitExceededException", 400, message).into(),
        );
    }
    Ok(())
}

const MOST_LEVELS: usize = 15;
