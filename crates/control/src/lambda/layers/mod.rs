//! Layers: zips that functions share, by numbered versions, each with a policy of its own for other
//! accounts.

mod add_permission;
mod delete;
mod get;
mod get_by_arn;
mod get_policy;
mod list;
mod list_versions;
mod publish;
mod remove_permission;

pub(super) mod uses; // what functions make of them

use model::{AccountId, LayerRecord, LayerVersion, Region};
use policy::Kind;
use store::{Stored, Updated};
use wire::Failure;
use wire::lambda::{LayerVersionContentOutput, LayerVersionsListItem};

use identity::NamedPolicy;

use super::configuration::{base64_of_hex, time_text};
use super::failures::{invalid, not_found};
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// A layer as an input names it: by its name in the caller's account, or by its ARN.
#[derive(Debug, Clone)]
struct LayerTarget {
    account: AccountId,
    region: Region,
    name: String,
}

impl LayerTarget {
    /// `wire` has checked the pattern.
    fn read(call: &Call, text: &str) -> Result<Self, Refused> {
        let parts: Vec<&str> = text.split(':').collect();
        match parts.as_slice() {
            ["arn", _, _, region, account, "layer", name, ..] => Ok(Self {
                account: AccountId::new(account).map_err(|_| missing())?,
                region: Region::new(region).map_err(|_| missing())?,
                name: (*name).to_owned(),
            }),
            _ => Ok(Self {
                account: call.account().clone(),
                region: call.region().clone(),
                name: text.to_owned(),
            }),
        }
    }

    fn id(&self) -> String {
        LayerRecord::id_of(&self.account, &self.region, &self.name)
    }

    fn arn(&self) -> String {
        let Self {
            account,
            region,
            name,
        } = self;
        format!(
            "arn:{}:lambda:{region}:{account}:layer:{name}",
            model::PARTITION
        )
    }

    fn version_arn(&self, number: i64) -> String {
        format!("{}:{number}", self.arn())
    }

    /// An action on one version; `resource_keys` brings the policy that stands on it.
    fn ask(&self, action: &'static str, number: i64) -> Ask {
        Ask::on(action, self.version_arn(number)).owned_by(self.account.clone(), None)
    }
}

/// The number of a version, if it can be one.
fn number(given: i64) -> Result<u64, Refused> {
    u64::try_from(given)
        .ok()
        .filter(|number| *number > 0)
        .ok_or_else(|| invalid("Layer Version Cannot be less than 1"))
}

fn missing() -> Refused {
    not_found("The resource you requested does not exist.")
}

/// As the operations on policies tell it.
fn no_version(target: &LayerTarget, number: i64) -> Refused {
    not_found(format!(
        "Layer version {} does not exist.",
        target.version_arn(number)
    ))
}

fn stale() -> Refused {
    let message = "The Revision Id provided does not match the latest Revision Id. Call the \
                   GetLayerPolicy API to retrieve the latest Revision Id";
    Failure::new("PreconditionFailedException", 412, message).into()
}

impl Rooms {
    async fn layer(&self, target: &LayerTarget) -> Result<Option<Stored<LayerRecord>>, Refused> {
        Ok(self.records.get::<LayerRecord>(&target.id()).await?)
    }

    async fn layer_version(
        &self,
        target: &LayerTarget,
        given: i64,
    ) -> Result<LayerVersion, Refused> {
        let number = number(given)?;
        let layer = self.layer(target).await?;
        let version = layer.and_then(|layer| layer.record.versions.get(&number).cloned());
        version.ok_or_else(missing)
    }

    /// Changes one version that is there.
    async fn change_layer_version<T>(
        &self,
        target: &LayerTarget,
        given: i64,
        mut change: impl FnMut(&mut LayerVersion) -> Result<T, Refused>,
    ) -> Result<Updated<LayerRecord, T>, Refused> {
        let number = number(given)?;
        let change = |record: &mut LayerRecord| {
            let version = record.versions.get_mut(&number);
            change(version.ok_or_else(|| no_version(target, given))?)
        };
        let updated = self.records.update(&target.id(), change).await;
        updated.map_err(|error| Refused::of_update(error, || no_version(target, given)))
    }

    /// The policy of a layer version for decisions about it; none where there is no statement.
    pub(crate) async fn layer_policy(&self, arn: &str) -> Result<Option<NamedPolicy>, Refused> {
        let parts: Vec<&str> = arn.split(':').collect();
        let ["arn", _, "lambda", region, account, "layer", name, number] = parts.as_slice() else {
            return Ok(None);
        };
        let (Ok(account), Ok(region)) = (AccountId::new(account), Region::new(region)) else {
            return Ok(None);
        };
        let id = LayerRecord::id_of(&account, &region, name);
        let layer = self.records.get::<LayerRecord>(&id).await?;
        let number = number.parse().unwrap_or_default();
        let version = layer.and_then(|layer| layer.record.versions.get(&number).cloned());
        let policy = version.map(|version| version.policy);
        let policy = policy.filter(|policy| !policy.statements.is_empty());
        Ok(policy.map(|policy| {
            let name = format!("resource policy of {arn}");
            NamedPolicy::compile(name, &policy.document(), Kind::Resource)
        }))
    }

    fn layer_content(&self, call: &Call, version: &LayerVersion) -> LayerVersionContentOutput {
        LayerVersionContentOutput {
            location: Some(self.code_location(call, &version.code.sha256)),
            code_sha256: Some(base64_of_hex(&version.code.sha256)),
            code_size: i64::try_from(version.code.size).ok(),
            ..LayerVersionContentOutput::default()
        }
    }
}

/// What a list shows of a version, and what every other answer has in common with it.
fn listed(arn: &str, number: u64, version: &LayerVersion) -> LayerVersionsListItem {
    let some = |list: &Vec<String>| (!list.is_empty()).then(|| list.clone());
    LayerVersionsListItem {
        layer_version_arn: Some(format!("{arn}:{number}")),
        version: i64::try_from(number).ok(),
        description: Some(version.description.clone()),
        created_date: Some(time_text(version.created)),
        compatible_architectures: some(&version.architectures),
        compatible_runtimes: some(&version.runtimes),
        license_info: version.license.clone(),
    }
}

/// Whether a version is for what is asked; one that names nothing is for everything.
fn fits(version: &LayerVersion, runtime: Option<&str>, architecture: Option<&str>) -> bool {
    let has = |list: &[String], wanted: Option<&str>| {
        wanted.is_none_or(|wanted| list.is_empty() || list.iter().any(|one| one == wanted))
    };
    has(&version.runtimes, runtime) && has(&version.architectures, architecture)
}
