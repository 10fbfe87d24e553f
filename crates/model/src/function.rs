//! Lambda functions: names, qualifiers, ARNs, and the stored aggregate.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::container::{ContainerImage, FileSystemUse};
use crate::function_settings::{FunctionUrl, LayerUse, RuntimeUpdates, SnapStart};
use crate::invalid::checked_name;
use crate::{
    AccountId, Arn, EventInvokeConfig, Invalid, Kind, ProvisionedConcurrency, Record,
    RecursiveLoop, Region, Timestamp,
};

/// MiB given to a function that names none.
pub const DEFAULT_MEMORY_MIB: u32 = 128;
/// Seconds given to a function that names none.
pub const DEFAULT_TIMEOUT_SECONDS: u32 = 3;

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'
}

checked_name!(
    /// One to 64 letters, digits, `-` and `_`.
    FunctionName,
    "function name",
    "it must be 1 to 64 letters, digits, - or _",
    |value| (1..=64).contains(&value.len()) && value.bytes().all(is_name_byte)
);

checked_name!(
    /// A runtime's identifier, such as `python3.12`. Which ones run is decided by `lambda`.
    RuntimeName,
    "runtime",
    "it must be 1 to 32 letters, digits, dots or dashes",
    |value| (1..=32).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-')
);

/// A published version's number, from 1.
pub type VersionNumber = u64;

/// What comes after the function's name in a qualified ARN.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Qualifier {
    Latest,
    Version(VersionNumber),
    Alias(String),
}

impl Qualifier {
    /// `$LATEST`, a number, or an alias: 1 to 128 letters, digits, `-`, `_`, not all digits.
    pub fn new(text: &str) -> Result<Self, Invalid> {
        if text == "$LATEST" {
            return Ok(Self::Latest);
        }
        if text.is_empty() || text.len() > 128 || !text.bytes().all(is_name_byte) {
            return Err(Invalid::new(
                "qualifier",
                text,
                "it must be $LATEST, a version or an alias",
            ));
        }
        if text.bytes().all(|b| b.is_ascii_digit()) {
            let number = text
                .parse()
                .map_err(|_| Invalid::new("qualifier", text, "the version number is too large"))?;
            return Ok(Self::Version(number));
        }
        Ok(Self::Alias(text.to_owned()))
    }
}

impl fmt::Display for Qualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Latest => f.write_str("$LATEST"),
            Self::Version(number) => write!(f, "{number}"),
            Self::Alias(name) => f.write_str(name),
        }
    }
}

impl TryFrom<String> for Qualifier {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::new(&text)
    }
}

impl From<Qualifier> for String {
    fn from(qualifier: Qualifier) -> Self {
        qualifier.to_string()
    }
}

/// `arn:aws:lambda:REGION:ACCOUNT:function:NAME[:QUALIFIER]`
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct FunctionArn {
    pub region: Region,
    pub account: AccountId,
    pub name: FunctionName,
    /// Absent in an unqualified ARN, which has a resource policy of its own.
    pub qualifier: Option<Qualifier>,
}

impl FunctionArn {
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let refuse = |reason| Invalid::new("function ARN", text, reason);
        let arn = Arn::new(text)?;
        if arn.service() != "lambda" {
            return Err(refuse("its service is not lambda"));
        }
        let mut parts = arn.resource().splitn(3, ':');
        if parts.next() != Some("function") {
            return Err(refuse("its resource is not a function"));
        }
        let name = parts.next().ok_or_else(|| refuse("it names no function"))?;
        Ok(Self {
            region: Region::new(arn.region())?,
            account: AccountId::new(arn.account())?,
            name: FunctionName::new(name)?,
            qualifier: parts.next().map(Qualifier::new).transpose()?,
        })
    }

    #[must_use]
    pub fn unqualified(&self) -> Self {
        Self {
            qualifier: None,
            ..self.clone()
        }
    }

    #[must_use]
    pub fn with_qualifier(&self, qualifier: Option<Qualifier>) -> Self {
        Self {
            qualifier,
            ..self.clone()
        }
    }
}

impl fmt::Display for FunctionArn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "arn:aws:lambda:{}:{}:function:{}",
            self.region, self.account, self.name
        )?;
        match &self.qualifier {
            Some(qualifier) => write!(f, ":{qualifier}"),
            None => Ok(()),
        }
    }
}

impl TryFrom<String> for FunctionArn {
    type Error = Invalid;
    fn try_from(text: String) -> Result<Self, Invalid> {
        Self::parse(&text)
    }
}

impl From<FunctionArn> for String {
    fn from(arn: FunctionArn) -> Self {
        arn.to_string()
    }
}

/// A function with everything that belongs to it: one aggregate, one record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FunctionRecord {
    pub account: AccountId,
    pub region: Region,
    pub name: FunctionName,
    /// What `$LATEST` is.
    pub latest: Version,
    #[serde(default)]
    pub versions: BTreeMap<VersionNumber, Version>,
    pub next_version: VersionNumber,
    #[serde(default)]
    pub aliases: BTreeMap<String, Alias>,
    /// Resource policies by qualifier; the key "" is the unqualified function.
    #[serde(default)]
    pub policies: BTreeMap<String, ResourcePolicy>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// Reserved concurrent executions; absent means unreserved.
    #[serde(default)]
    pub reserved_concurrency: Option<u32>,
    /// Function URLs by alias; the key "" is the unqualified function.
    #[serde(default)]
    pub urls: BTreeMap<String, FunctionUrl>,
    /// ARN of a code signing configuration.
    #[serde(default)]
    pub code_signing: Option<String>,
    /// By qualifier: `$LATEST`, a version or an alias.
    #[serde(default)]
    pub event_invoke_configs: BTreeMap<String, EventInvokeConfig>,
    /// By qualifier: a version or an alias.
    #[serde(default)]
    pub provisioned_concurrency: BTreeMap<String, ProvisionedConcurrency>,
    #[serde(default)]
    pub recursive_loop: RecursiveLoop,
    /// Absent if `$LATEST` is as it was made.
    #[serde(default)]
    pub last_update: Option<LastUpdate>,
}

/// The last change of `$LATEST`: for a while it is shown as one that is under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastUpdate {
    pub at: Timestamp,
    /// What `$LATEST` is shown with meanwhile; when it has settled it has its own.
    pub revision_id: String,
    /// The version that was published with it.
    #[serde(default)]
    pub published: Option<VersionNumber>,
}

impl FunctionRecord {
    pub fn id_of(account: &AccountId, region: &Region, name: &FunctionName) -> String {
        format!("{account}/{region}/{name}")
    }

    /// The unqualified ARN.
    pub fn arn(&self) -> FunctionArn {
        FunctionArn {
            region: self.region.clone(),
            account: self.account.clone(),
            name: self.name.clone(),
            qualifier: None,
        }
    }
}

impl Record for FunctionRecord {
    const KIND: Kind = Kind::Function;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.name)
    }
}

/// The code and configuration of `$LATEST` or of a published version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    pub description: String,
    /// Absent of a container image, which brings its own.
    #[serde(default)]
    pub runtime: Option<RuntimeName>,
    /// Empty for `provided.*` runtimes that ignore it, and of container images.
    pub handler: String,
    pub role: Arn,
    /// Of a container image its id in the place of a blob's name, and no size, as on AWS.
    pub code: Code,
    /// The container image that it is, instead of a zip.
    #[serde(default)]
    pub image: Option<ContainerImage>,
    /// A folder of the host that is the code instead of the zip: read again whenever it changes.
    #[serde(default)]
    pub code_folder: Option<String>,
    /// Absent if none was ever set: GetFunction tells that from an empty one.
    #[serde(default)]
    pub environment: Option<BTreeMap<String, String>>,
    /// 1 to 900 seconds.
    pub timeout_seconds: u32,
    /// 128 to 10,240 MiB.
    pub memory_mib: u32,
    /// 512 to 10,240 MiB.
    pub ephemeral_storage_mib: u32,
    /// `x86_64` or `arm64`.
    pub architecture: String,
    pub log_format: LogFormat,
    /// Absent means `/aws/lambda/NAME`.
    #[serde(default)]
    pub log_group: Option<String>,
    /// Text level names as AWS spells them; only with JSON logs.
    #[serde(default)]
    pub application_log_level: Option<String>,
    #[serde(default)]
    pub system_log_level: Option<String>,
    /// `PassThrough` or `Active`.
    pub tracing_mode: String,
    /// In the order of `/opt`: a later one wins over an earlier one. At most five.
    #[serde(default)]
    pub layers: Vec<LayerUse>,
    #[serde(default)]
    pub kms_key: Option<String>,
    #[serde(default)]
    pub snap_start: SnapStart,
    #[serde(default)]
    pub runtime_updates: RuntimeUpdates,
    /// The ARN of a queue or topic that gets the events which were given up.
    #[serde(default)]
    pub dead_letter_target: Option<String>,
    #[serde(default)]
    pub file_systems: Vec<FileSystemUse>,
    /// Kept and shown, without effect.
    #[serde(default)]
    pub vpc: Option<VpcAttachment>,
    pub modified: Timestamp,
    /// A UUID, new with each change.
    pub revision_id: String,
}

impl Version {
    /// The runtime in words.
    pub fn runtime_text(&self) -> &str {
        let name = self.runtime.as_ref().map(RuntimeName::as_str);
        name.unwrap_or("container image")
    }
}

/// Where a function would be attached to a VPC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VpcAttachment {
    pub subnets: Vec<String>,
    pub security_groups: Vec<String>,
    #[serde(default)]
    pub ipv6: bool,
}

/// A zip in the blob store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// Lower-case hex; the blob's name.
    pub sha256: String,
    /// Bytes of the zip.
    pub size: u64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogFormat {
    Text,
    Json,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alias {
    pub description: String,
    pub version: Qualifier,
    /// Share of calls, 0.0 to 1.0, that another version takes.
    #[serde(default)]
    pub weights: BTreeMap<VersionNumber, f64>,
    pub revision_id: String,
}

impl Eq for Alias {}

/// The resource policy of one qualifier.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourcePolicy {
    pub revision_id: String,
    /// In the order of AddPermission.
    pub statements: Vec<PermissionStatement>,
    /// The document as it was given whole, as long as no statement has come or gone since.
    #[serde(default)]
    pub whole: Option<String>,
}

/// One statement as AddPermission composed it: `document` is the JSON text of the statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PermissionStatement {
    pub sid: String,
    pub document: String,
}

impl ResourcePolicy {
    /// The whole policy as GetPolicy prints it.
    pub fn document(&self) -> String {
        if let Some(whole) = &self.whole {
            return whole.clone();
        }
        let statements: Vec<&str> = self
            .statements
            .iter()
            .map(|s| s.document.as_str())
            .collect();
        format!(
            r#"{{"Version":"2012-10-17","Id":"default","Statement":[{}]}}"#,
            statements.join(",")
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` is the qualifier, empty when there is none; no ARN at all when it is an error.
    #[track_caller]
    fn check(text: &str, expected: Result<&str, ()>) {
        let parsed = FunctionArn::parse(text);
        if let Ok(arn) = &parsed {
            assert_eq!(arn.to_string(), text);
        }
        let qualifier = parsed.map_err(drop).map(|arn| arn.qualifier);
        let shown = qualifier.map(|q| q.map(|q| q.to_string()).unwrap_or_default());
        assert_eq!(shown.as_deref().map_err(|unit| *unit), expected, "{text}");
    }

    #[test]
    fn an_arn_may_be_qualified() {
        check("arn:aws:lambda:us-east-1:123456789012:function:f", Ok(""));
        check(
            "arn:aws:lambda:us-east-1:123456789012:function:f:prod",
            Ok("prod"),
        );
        check(
            "arn:aws:lambda:us-east-1:123456789012:function:f:$LATEST",
            Ok("$LATEST"),
        );
        check(
            "arn:aws:lambda:us-east-1:123456789012:function:f:7",
            Ok("7"),
        );
    }

    #[test]
    fn what_is_not_a_function_is_refused() {
        check("arn:aws:lambda:us-east-1:123456789012:layer:f", Err(()));
        check("arn:aws:s3:us-east-1:123456789012:function:f", Err(()));
        check("arn:aws:lambda:us-east-1:12345678901:function:f", Err(()));
        check("arn:aws:lambda:us-east-1:123456789012:function:f:", Err(()));
        check(
            "arn:aws:lambda:us-east-1:123456789012:function:a b",
            Err(()),
        );
    }
}
