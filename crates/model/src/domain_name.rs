//! Custom domain names, client certificates and VPC links: what of API Gateway stands beside APIs.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::rest_api::closed;
use crate::{
    AccountId, EndpointAccessMode, EndpointConfiguration, Invalid, Kind, PARTITION, Record, Region,
    RoutingRule, Timestamp,
};

/// A host name under which APIs are served, with what its paths lead to: one aggregate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DomainNameRecord {
    pub account: AccountId,
    pub region: Region,
    /// Lower case; `*.example.com` stands for every name one label longer.
    pub name: String,
    pub created: Timestamp,
    pub endpoint: EndpointConfiguration,
    #[serde(default)]
    pub certificate: Certificate,
    #[serde(default)]
    pub certificate_uploaded: Option<Timestamp>,
    /// The label before `.cloudfront.net` or `.execute-api.REGION.amazonaws.com`.
    pub target: String,
    pub security_policy: String,
    #[serde(default)]
    pub ownership_certificate_arn: Option<String>,
    /// Present where clients must show a certificate.
    #[serde(default)]
    pub mutual_tls: Option<MutualTls>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    /// By base path, of one level or of several (`orders/v1`); the empty one is what no other path is for.
    #[serde(default)]
    pub mappings: BTreeMap<String, BasePathMapping>,
    /// What tells a private domain from others of its name, which may be in every account; public
    /// ones have none.
    #[serde(default)]
    pub unique: Option<String>,
    /// The certificate itself, where it was uploaded with its key.
    #[serde(default)]
    pub uploaded: Option<UploadedCertificate>,
    /// Who may call through a private domain.
    #[serde(default)]
    pub policy: Option<String>,
    /// Whose VPC endpoints may be joined to a private domain.
    #[serde(default)]
    pub management_policy: Option<String>,
    #[serde(default)]
    pub endpoint_access_mode: Option<EndpointAccessMode>,
    #[serde(default)]
    pub routing_mode: RoutingMode,
    /// In no order that matters: each says when its turn is.
    #[serde(default)]
    pub rules: Vec<RoutingRule>,
}

closed!(
    RoutingMode, "routing mode" {
        BasePathMappingOnly = "BASE_PATH_MAPPING_ONLY",
        RoutingRuleOnly = "ROUTING_RULE_ONLY",
        RoutingRuleThenBasePathMapping = "ROUTING_RULE_THEN_BASE_PATH_MAPPING",
    }
);

#[expect(
    clippy::derivable_impls,
    reason = "a closed set is made by a macro, which marks no variant"
)]
impl Default for RoutingMode {
    fn default() -> Self {
        Self::BasePathMappingOnly
    }
}

/// A certificate that came with its key, all of it PEM. The key never leaves the store but for the
/// handshakes of its domain, and never shows in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UploadedCertificate {
    pub body: String,
    #[serde(default)]
    pub chain: Option<String>,
    pub private_key: String,
}

impl fmt::Debug for UploadedCertificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("UploadedCertificate")
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

/// What a domain names as its certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certificate {
    #[serde(default)]
    pub arn: Option<String>,
    #[serde(default)]
    pub name: Option<String>,
}

/// Which certificates clients may show: those of a bundle in S3.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MutualTls {
    pub truststore_uri: String,
    #[serde(default)]
    pub truststore_version: Option<String>,
    /// The certificates that stood there when the domain was told of them, in PEM; none if this
    /// server has no such object.
    #[serde(default)]
    pub truststore: Option<String>,
}

/// Where a base path leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BasePathMapping {
    /// As API Gateway's second API names it; of mappings that were made before it was kept, nothing.
    #[serde(default)]
    pub id: Option<String>,
    pub api_id: String,
    /// Absent when the path after the base path begins with the stage.
    #[serde(default)]
    pub stage: Option<String>,
}

impl BasePathMapping {
    /// Its own, or one that its base path always has.
    pub fn id(&self, base_path: &str) -> String {
        self.id.clone().unwrap_or_else(|| {
            let hash = base_path.bytes().fold(0_u32, |hash, byte| {
                hash.wrapping_mul(31).wrapping_add(u32::from(byte))
            });
            format!("m{hash:08x}")
        })
    }
}

impl DomainNameRecord {
    pub fn id_of(account: &AccountId, region: &Region, name: &str) -> String {
        format!("{account}/{region}/{name}")
    }

    /// What it is called in paths and ids: `NAME`, or `NAME+UNIQUE` if it is private.
    pub fn key(&self) -> String {
        match &self.unique {
            Some(unique) => format!("{}+{unique}", self.name),
            None => self.name.clone(),
        }
    }

    /// `arn:aws:apigateway:REGION::/domainnames/KEY`, with the account if it is private.
    pub fn arn(&self) -> String {
        let account = match &self.unique {
            Some(_) => self.account.as_str(),
            None => "",
        };
        let (region, key) = (&self.region, self.key());
        format!("arn:{PARTITION}:apigateway:{region}:{account}:/domainnames/{key}")
    }

    /// What its policy speaks of: `arn:aws:execute-api:REGION:ACCOUNT:/domainnames/KEY`.
    pub fn execution_arn(&self) -> String {
        let (region, account, key) = (&self.region, &self.account, self.key());
        format!("arn:{PARTITION}:execute-api:{region}:{account}:/domainnames/{key}")
    }

    /// Its policy with the short form of a resource, `execute-api:/*`, written in full: a domain has no
    /// parts that could be named below it.
    pub fn policy_in_full(&self) -> Option<String> {
        let arn = self.execution_arn();
        let policy = self.policy.as_deref()?;
        Some(policy.replace("\"execute-api:/*\"", &format!("\"{arn}\"")))
    }

    pub fn is_regional(&self) -> bool {
        self.endpoint.types.iter().any(|kind| kind == "REGIONAL")
    }

    pub fn is_private(&self) -> bool {
        self.unique.is_some()
    }
}

impl Record for DomainNameRecord {
    const KIND: Kind = Kind::DomainName;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.key())
    }
}

/// That callers who come through a VPC endpoint may reach a private domain. It belongs to the
/// account that has the endpoint.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccessAssociationRecord {
    pub account: AccountId,
    pub region: Region,
    /// The ARN of a private domain, which may be another account's.
    pub domain_name_arn: String,
    /// `vpce-…`
    pub vpc_endpoint: String,
    pub created: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl AccessAssociationRecord {
    /// `key` is the domain's own: `NAME+UNIQUE`.
    pub fn id_of(account: &AccountId, region: &Region, key: &str, vpc_endpoint: &str) -> String {
        format!("{account}/{region}/{key}/{vpc_endpoint}")
    }

    pub fn domain_key(&self) -> &str {
        let path = self.domain_name_arn.split_once(":/domainnames/");
        path.map_or("", |(_, key)| key)
    }

    pub fn arn(&self) -> String {
        let (region, account) = (&self.region, &self.account);
        let (key, endpoint) = (self.domain_key(), &self.vpc_endpoint);
        format!(
            "arn:{PARTITION}:apigateway:{region}:{account}:/domainnameaccessassociations/domainname/{key}/vpcesource/{endpoint}"
        )
    }
}

impl Record for AccessAssociationRecord {
    const KIND: Kind = Kind::AccessAssociation;
    fn id(&self) -> String {
        let key = self.domain_key();
        Self::id_of(&self.account, &self.region, key, &self.vpc_endpoint)
    }
}

/// What API Gateway shows to a backend that asks who it is. The private key never leaves the
/// store, and never shows in `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClientCertificateRecord {
    pub account: AccountId,
    pub region: Region,
    pub id: String,
    #[serde(default)]
    pub description: Option<String>,
    /// PEM.
    pub certificate: String,
    /// PEM.
    pub private_key: String,
    pub created: Timestamp,
    pub expires: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl ClientCertificateRecord {
    pub fn id_of(account: &AccountId, region: &Region, id: &str) -> String {
        format!("{account}/{region}/{id}")
    }
}

impl Record for ClientCertificateRecord {
    const KIND: Kind = Kind::ClientCertificate;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.id)
    }
}

impl fmt::Debug for ClientCertificateRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCertificateRecord")
            .field("id", &Record::id(self))
            .field("expires", &self.expires)
            .finish_non_exhaustive()
    }
}

closed!(
    VpcLinkStatus, "VPC link status" {
        Available = "AVAILABLE",
        Pending = "PENDING",
        Deleting = "DELETING",
        Failed = "FAILED",
    }
);

/// A link to a network load balancer. It is kept and shown; no integration goes through one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VpcLinkRecord {
    pub account: AccountId,
    pub region: Region,
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub description: Option<String>,
    pub target_arns: Vec<String>,
    pub status: VpcLinkStatus,
    pub created: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl VpcLinkRecord {
    pub fn id_of(account: &AccountId, region: &Region, id: &str) -> String {
        format!("{account}/{region}/{id}")
    }
}

impl Record for VpcLinkRecord {
    const KIND: Kind = Kind::VpcLink;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.id)
    }
}
