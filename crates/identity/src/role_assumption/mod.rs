//! Becoming a role: the trust policy decides, and a session comes out.

mod attributes;
mod refusal;
mod trust;

use std::sync::Arc;

use model::Timestamp;
use policy::{Context, Policies, Principal};

use crate::directory::{Directory, Role};
use crate::second_factor::MfaProof;
use crate::sessions::{SealedHolder, SealedSession, SessionTag, caller_of};
use crate::standing::{Standing, context_of, set_resource};
use crate::web_identity::WebIdentity;
use crate::{AuthMode, Caller, Identity, SessionCredentials};

use attributes::Attributes;
pub use refusal::{AssumeRefused, AssumeRefusedKind};
pub(crate) use trust::{Trust, Untrusted};

/// Limits of AssumeRole (STS API reference).
const LEAST_SECONDS: u32 = 900;
const MOST_SECONDS: u32 = 43_200;
const MOST_CHAINED_SECONDS: u32 = 3_600;

const ASSUME: &str = "sts:AssumeRole";
const ASSUME_WITH_WEB_IDENTITY: &str = "sts:AssumeRoleWithWebIdentity";
/// Asked for when a session gets tags, passed or inherited (IAM user guide, "Pass session tags").
const TAG: &str = "sts:TagSession";
/// Asked for when a session gets a source identity, and again by each role that is chained behind
/// it (IAM user guide, "Monitor and control actions taken with assumed roles").
const SET_SOURCE: &str = "sts:SetSourceIdentity";

/// Who wants to become the role.
#[derive(Debug, Clone, Copy)]
pub enum Assumer<'a> {
    /// A service on its own behalf, such as `lambda.amazonaws.com`.
    Service(&'a str),
    Caller(&'a Caller),
    /// Somebody whom an identity provider of the role's account knows, by a verified token. The
    /// token brings the tags and the source identity of the session.
    WebIdentity(&'a WebIdentity),
}

impl Assumer<'_> {
    fn action(&self) -> &'static str {
        match self {
            Self::Service(_) | Self::Caller(_) => ASSUME,
            Self::WebIdentity(_) => ASSUME_WITH_WEB_IDENTITY,
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub struct SessionAsk<'a> {
    /// RoleSessionName, 2 to 64 characters, checked at the rim.
    pub name: &'a str,
    /// 900 to the role's maximum.
    pub duration_seconds: u32,
    pub external_id: Option<&'a str>,
    pub source_identity: Option<&'a str>,
    /// A policy that limits the session.
    pub policy: Option<&'a str>,
    /// ARNs of managed policies that limit it too.
    pub policy_arns: &'a [String],
    /// Keys that differ by more than case, checked at the rim.
    pub tags: &'a [SessionTag],
    /// That the user holds an MFA device, where the request proves it.
    pub mfa: Option<&'a MfaProof>,
}

impl<'a> SessionAsk<'a> {
    /// A session without conditions or limits.
    pub fn new(name: &'a str, duration_seconds: u32) -> Self {
        Self {
            name,
            duration_seconds,
            external_id: None,
            source_identity: None,
            policy: None,
            policy_arns: &[],
            tags: &[],
            mfa: None,
        }
    }
}

#[derive(Debug, Clone)]
pub struct Session {
    pub caller: Caller,
    pub credentials: SessionCredentials,
}

impl Identity {
    pub fn assume_role(
        &self,
        by: &Assumer<'_>,
        role_arn: &str,
        ask: &SessionAsk<'_>,
        now: Timestamp,
    ) -> Result<Session, AssumeRefused> {
        let directory = self.directory();
        let refuse = |kind| AssumeRefused::new(kind, by, role_arn);
        self.check_assumer(by).map_err(refuse)?;
        let attributes = Attributes::of(by, ask).map_err(refuse)?;
        let role = directory
            .role(role_arn)
            .ok_or_else(|| refuse(AssumeRefusedKind::NoSuchRole))?;
        let assumption = Assumption {
            directory: &directory,
            by,
            role,
            ask,
            attributes,
            now,
        };
        assumption.check_trust()?;
        assumption.check_duration().map_err(refuse)?;
        assumption.check_policies().map_err(refuse)?;
        self.open_session(assumption.into_sealed())
            .map_err(|kind| AssumeRefused::new(kind, by, role_arn))
    }

    /// AWS forbids it to root always. With open authentication everybody with an unknown key is
    /// root, so there the trust policy alone decides. Federated users may call nothing of STS but
    /// GetCallerIdentity (STS API reference, GetFederationToken).
    fn check_assumer(&self, by: &Assumer<'_>) -> Result<(), AssumeRefusedKind> {
        match by {
            Assumer::Caller(caller) if caller.is_federated_user() => {
                Err(AssumeRefusedKind::NotAllowed { action: ASSUME })
            }
            Assumer::Caller(caller) if caller.is_root() && self.config.auth == AuthMode::Strict => {
                Err(AssumeRefusedKind::Root)
            }
            Assumer::Caller(_) | Assumer::Service(_) | Assumer::WebIdentity(_) => Ok(()),
        }
    }

    fn open_session(&self, sealed: SealedSession) -> Result<Session, AssumeRefusedKind> {
        let credentials = self.credentials_of(&sealed)?;
        let key = credentials.access_key_id.clone();
        let caller = caller_of(sealed, Some(key))
            .map_err(AssumeRefusedKind::MalformedPolicy)?
            .ok_or(AssumeRefusedKind::NoSuchRole)?;
        Ok(Session {
            caller,
            credentials,
        })
    }
}

/// The caller of a session that a service opens for itself, without keys: the gateway's, for one
/// invocation.
pub(crate) fn keyless_session(role: &Role, name: &str, now: Timestamp, end: Timestamp) -> Caller {
    let record = role.record();
    let principal = Principal::RoleSession {
        role_arn: role.arn().to_owned(),
        session_arn: role.session_arn(name),
    };
    Caller::of_role(record, principal, name, (now, end))
}

struct Assumption<'a> {
    directory: &'a Directory,
    by: &'a Assumer<'a>,
    role: &'a Arc<Role>,
    ask: &'a SessionAsk<'a>,
    attributes: Attributes,
    now: Timestamp,
}

impl Assumption<'_> {
    fn check_trust(&self) -> Result<(), AssumeRefused> {
        self.check_action(self.by.action())?;
        if !self.attributes.tags.is_empty() {
            self.check_action(TAG)?;
        }
        match self.attributes.source_identity {
            Some(_) => self.check_action(SET_SOURCE),
            None => Ok(()),
        }
    }

    fn check_action(&self, action: &'static str) -> Result<(), AssumeRefused> {
        let refused = match self.by {
            Assumer::Service(name) => {
                let question = self.question(action, self.keys());
                question.decide_for_service(name, self.now)
            }
            Assumer::Caller(caller) => self.decide_for_caller(action, caller),
            Assumer::WebIdentity(known) => self.decide_for_web_identity(action, known),
        };
        refused.map_err(|untrusted| AssumeRefused {
            explanation: Some(untrusted.explanation),
            remedies: untrusted.remedies.into(),
            ..AssumeRefused::new(
                AssumeRefusedKind::NotAllowed { action },
                self.by,
                self.role.arn(),
            )
        })
    }

    fn decide_for_caller(&self, action: &str, caller: &Caller) -> Result<(), Untrusted> {
        let mut context = context_of(caller, self.directory, &self.keys(), Some(self.now));
        if let Some(proof) = self.ask.mfa {
            proof.describe(&mut context, self.now);
        }
        let account = self.role.record().account.as_str();
        set_resource(&mut context, self.directory, account);
        let request = trust::request(action, caller.principal(), self.role, &context);
        let standing = Standing::of(caller, self.directory);
        let policies = Policies {
            resource_control: trust::controls(Some(caller), self.directory, self.role, action),
            ..standing.policies(None)
        };
        trust::decide(&request, self.role, &policies)
    }

    fn decide_for_web_identity(
        &self,
        action: &'static str,
        known: &WebIdentity,
    ) -> Result<(), Untrusted> {
        let mut context = known.context();
        for (key, values) in self.keys().iter() {
            context.set_many(key.to_owned(), values.to_vec());
        }
        self.question(action, context)
            .decide_for_provider(known.provider_arn(), self.now)
    }

    fn question(&self, action: &'static str, keys: Context) -> Trust<'_> {
        Trust {
            action,
            directory: self.directory,
            role: self.role,
            keys,
        }
    }

    fn keys(&self) -> Context {
        let mut keys = Context::new();
        keys.set("sts:RoleSessionName", self.ask.name);
        if let Some(external_id) = self.ask.external_id {
            keys.set("sts:ExternalId", external_id);
        }
        self.attributes.describe(&mut keys);
        for (key, value) in &self.role.record().tags {
            keys.set(format!("aws:ResourceTag/{key}"), value);
            keys.set(format!("iam:ResourceTag/{key}"), value);
        }
        keys
    }

    /// The role's own maximum binds callers; services open sessions of up to twelve hours.
    fn check_duration(&self) -> Result<(), AssumeRefusedKind> {
        let seconds = self.ask.duration_seconds;
        let most = match self.by {
            Assumer::Service(_) => MOST_SECONDS,
            Assumer::Caller(_) | Assumer::WebIdentity(_) => self.role.record().max_session_seconds,
        };
        if !(LEAST_SECONDS..=most).contains(&seconds) {
            return Err(AssumeRefusedKind::Duration { most });
        }
        match self.by {
            Assumer::Caller(caller)
                if caller.is_role_session() && seconds > MOST_CHAINED_SECONDS =>
            {
                Err(AssumeRefusedKind::ChainedDuration)
            }
            Assumer::Caller(_) | Assumer::Service(_) | Assumer::WebIdentity(_) => Ok(()),
        }
    }

    fn check_policies(&self) -> Result<(), AssumeRefusedKind> {
        let account = &self.role.record().account;
        check_session_policies(self.directory, account, self.ask.policy_arns)
            .map_err(|arn| AssumeRefusedKind::NoSuchPolicy { arn })
    }

    fn into_sealed(self) -> SealedSession {
        let holder = SealedHolder::Role {
            arn: self.role.arn().to_owned(),
            unique_id: self.role.record().unique_id.clone(),
            session: self.ask.name.to_owned(),
        };
        let end = self.now.plus_seconds(i64::from(self.ask.duration_seconds));
        let federation = match self.by {
            Assumer::WebIdentity(known) => Some(known.federation().clone()),
            Assumer::Caller(_) | Assumer::Service(_) => None,
        };
        SealedSession {
            federation,
            policy: self.ask.policy.map(str::to_owned),
            policy_arns: self.ask.policy_arns.to_vec(),
            tags: self.attributes.tags,
            source_identity: self.attributes.source_identity,
            ..SealedSession::new(holder, self.now, end)
        }
    }
}

/// The managed policies of a session must be there, and be AWS's or of the session's own account.
/// Gives the ARN of the first that is not.
pub(crate) fn check_session_policies(
    directory: &Directory,
    account: &model::AccountId,
    arns: &[String],
) -> Result<(), String> {
    let is_known = |arn: &&String| {
        let owner = model::Arn::new(arn).map(|arn| arn.account().to_owned());
        let is_near = owner.is_ok_and(|owner| owner == "aws" || owner == account.as_str());
        is_near && directory.managed_policy(arn).is_some()
    };
    match arns.iter().find(|arn| !is_known(arn)) {
        Some(unknown) => Err(unknown.clone()),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
