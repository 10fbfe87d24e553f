//! Those outside of the account whose word about somebody's identity it takes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{AccountId, Kind, Record, Timestamp};

/// An `OpenID` Connect issuer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OidcProviderRecord {
    pub account: AccountId,
    /// The issuer's URL without `https://`, as ARNs and condition keys have it.
    pub url: String,
    /// The audiences that tokens may be for. At most 100.
    #[serde(default)]
    pub client_ids: Vec<String>,
    /// SHA-1 digests of server certificates, in hexadecimal digits. At most five.
    #[serde(default)]
    pub thumbprints: Vec<String>,
    pub created: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl OidcProviderRecord {
    pub fn id_of(account: &AccountId, url: &str) -> String {
        format!("{account}/{url}")
    }

    /// `arn:aws:iam::ACCOUNT:oidc-provider/URL`
    pub fn arn(&self) -> String {
        format!("arn:aws:iam::{}:oidc-provider/{}", self.account, self.url)
    }
}

impl Record for OidcProviderRecord {
    const KIND: Kind = Kind::OidcProvider;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.url)
    }
}

/// A SAML 2.0 identity provider: its metadata is kept as it was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SamlProviderRecord {
    pub account: AccountId,
    pub name: String,
    /// `ASPA…`
    pub unique_id: String,
    pub metadata: String,
    pub created: Timestamp,
    pub valid_until: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl SamlProviderRecord {
    pub fn id_of(account: &AccountId, name: &str) -> String {
        format!("{account}/{name}")
    }

    /// `arn:aws:iam::ACCOUNT:saml-provider/NAME`
    pub fn arn(&self) -> String {
        format!("arn:aws:iam::{}:saml-provider/{}", self.account, self.name)
    }
}

impl Record for SamlProviderRecord {
    const KIND: Kind = Kind::SamlProvider;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.name)
    }
}
