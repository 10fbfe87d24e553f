//! A statement that does not exist yet.

use std::fmt::{self, Write as _};

use serde::Serialize;

use crate::arn::Arn;
use crate::decision::Layer;
use crate::document::Version;
use crate::principal::Principal;
use crate::request::Request;

/// An Allow for one action. Displayed as the JSON of a policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewStatement {
    /// For policies on resources and roles, and resource control policies.
    pub principal: Option<NewPrincipal>,
    pub action: String,
    /// None in a trust policy.
    pub resource: Option<String>,
    pub conditions: Vec<NewCondition>,
}

/// Whom it is for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum NewPrincipal {
    Everyone,
    /// An ARN.
    Aws(String),
    Service(String),
    Federated(String),
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewCondition {
    pub operator: &'static str,
    pub key: &'static str,
    pub value: String,
}

impl NewPrincipal {
    /// The one who asks, as closely as a lasting policy can say it: a session by its role, since the
    /// next session has another name.
    pub(super) fn of(principal: &Principal) -> Self {
        match principal {
            Principal::Anonymous => Self::Everyone,
            Principal::Service(name) => Self::Service(name.clone()),
            Principal::Federated { provider } => Self::Federated(provider.clone()),
            Principal::RoleSession { role_arn, .. } => Self::Aws(role_arn.clone()),
            Principal::Root { account } => Self::Aws(format!("arn:aws:iam::{account}:root")),
            Principal::User { arn } | Principal::FederatedUser { arn, .. } => {
                Self::Aws(arn.clone())
            }
        }
    }
}

impl NewStatement {
    pub(super) fn of(
        request: &Request<'_>,
        layer: Layer,
        principal: Option<NewPrincipal>,
        version: Version,
    ) -> Self {
        let resource = match request.resource {
            "*" => "*".to_owned(),
            exact => escaped(exact, version),
        };
        let conditions = match (&principal, layer) {
            (Some(NewPrincipal::Service(_)), Layer::Resource | Layer::Trust) => {
                source_of(request, version)
            }
            _ => Vec::new(),
        };
        Self {
            principal,
            action: request.action.to_owned(),
            resource: (layer != Layer::Trust).then_some(resource),
            conditions,
        }
    }
}

/// Binds a service to what it works for (IAM user guide, "The confused deputy problem"). The ARN of
/// the source is enough where it has an account in it.
fn source_of(request: &Request<'_>, version: Version) -> Vec<NewCondition> {
    let arn = request.context.single("aws:SourceArn");
    let account = request.context.single("aws:SourceAccount");
    let by_arn = arn.filter(|arn| Arn::split(arn).is_some());
    let has_account = by_arn
        .and_then(Arn::split)
        .is_some_and(|arn| !arn.account.is_empty());
    let by_arn = by_arn.map(|arn| NewCondition {
        operator: "ArnLike",
        key: "AWS:SourceArn",
        value: escaped(arn, version),
    });
    let by_account = account
        .filter(|_| !has_account)
        .map(|account| NewCondition {
            operator: "StringEquals",
            key: "AWS:SourceAccount",
            value: account.to_owned(),
        });
    by_arn.into_iter().chain(by_account).collect()
}

/// A pattern that only this text fits. The older version of the language has no escapes; there any
/// one character stands for a wildcard.
fn escaped(text: &str, version: Version) -> String {
    let mut pattern = String::with_capacity(text.len());
    for letter in text.chars() {
        match (letter, version) {
            ('*' | '?', Version::V2008) => pattern.push('?'),
            ('*' | '?' | '$', Version::V2012) => {
                pattern.extend(['$', '{', letter, '}']);
            }
            _ => pattern.push(letter),
        }
    }
    pattern
}

impl fmt::Display for NewStatement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(r#"{"Effect":"Allow""#)?;
        if let Some(principal) = &self.principal {
            write!(f, r#","Principal":{principal}"#)?;
        }
        write!(f, r#","Action":{}"#, Quoted(&self.action))?;
        if let Some(resource) = &self.resource {
            write!(f, r#","Resource":{}"#, Quoted(resource))?;
        }
        for (index, condition) in self.conditions.iter().enumerate() {
            f.write_str(if index == 0 { r#","Condition":{"# } else { "," })?;
            let NewCondition {
                operator,
                key,
                value,
            } = condition;
            write!(f, r#""{operator}":{{"{key}":{}}}"#, Quoted(value))?;
        }
        f.write_str(if self.conditions.is_empty() {
            "}"
        } else {
            "}}"
        })
    }
}

impl fmt::Display for NewPrincipal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (kind, name) = match self {
            Self::Everyone => return f.write_str(r#""*""#),
            Self::Aws(arn) => ("AWS", arn),
            Self::Service(name) => ("Service", name),
            Self::Federated(provider) => ("Federated", provider),
        };
        write!(f, r#"{{"{kind}":{}}}"#, Quoted(name))
    }
}

/// A JSON string.
struct Quoted<'t>(&'t str);

impl fmt::Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('"')?;
        for letter in self.0.chars() {
            match letter {
                '"' | '\\' => write!(f, "\\{letter}")?,
                control if control < ' ' => write!(f, "\\u{:04x}", u32::from(control))?,
                other => f.write_char(other)?,
            }
        }
        f.write_char('"')
    }
}
