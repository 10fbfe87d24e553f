//! Becoming a role: the trust policy decides, and a session comes out.

mod refusal;
mod trust;

use std::sync::Arc;

use model::Timestamp;
use policy::{Context, Explanation, Policy, Principal};

use crate::caller::{Holder, SessionHolder};
use crate::directory::{Directory, Role};
use crate::identifiers::{NoRandomness, Prefix, unique_id};
use crate::sessions::SealedSession;
use crate::standing::{Standing, context_of};
use crate::{AuthMode, Caller, Identity, SessionCredentials};

pub use refusal::{AssumeRefused, AssumeRefusedKind};
pub(crate) use trust::Trust;

/// Limits of AssumeRole (STS API reference).
const LEAST_SECONDS: u32 = 900;
const MOST_SECONDS: u32 = 43_200;
const MOST_CHAINED_SECONDS: u32 = 3_600;

/// Who wants to become the role.
#[derive(Debug, Clone, Copy)]
pub enum Assumer<'a> {
    /// A service on its own behalf, such as `lambda.amazonaws.com`.
    Service(&'a str),
    Caller(&'a Caller),
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
        let assumption = Assumption {
            by,
            role_arn,
            ask,
            now,
        };
        self.check_root(by)
            .map_err(|kind| assumption.refuse(kind))?;
        let role = directory
            .role(role_arn)
            .ok_or_else(|| assumption.refuse(AssumeRefusedKind::NoSuchRole))?;
        assumption.check_trust(&directory, role)?;
        assumption.check_duration(role)?;
        let policy = assumption.session_policy()?;
        self.open_session(role, ask, policy, now)
            .map_err(|error| assumption.refuse(error.into()))
    }

    /// AWS forbids it always. With open authentication everybody with an unknown key is root, so
    /// there the trust policy alone decides.
    fn check_root(&self, by: &Assumer<'_>) -> Result<(), AssumeRefusedKind> {
        match by {
            Assumer::Caller(caller) if caller.is_root() && self.config.auth == AuthMode::Strict => {
                Err(AssumeRefusedKind::Root)
            }
            Assumer::Caller(_) | Assumer::Service(_) => Ok(()),
        }
    }

    fn open_session(
        &self,
        role: &Arc<Role>,
        ask: &SessionAsk<'_>,
        policy: Option<Policy>,
        now: Timestamp,
    ) -> Result<Session, NoRandomness> {
        let expires = now.plus_seconds(i64::from(ask.duration_seconds));
        let sealed = SealedSession {
            role_arn: role.arn().to_owned(),
            role_unique_id: role.record().unique_id.clone(),
            name: ask.name.to_owned(),
            expires,
            policy: ask.policy.map(str::to_owned),
            source_identity: ask.source_identity.map(str::to_owned),
        };
        let access_key_id = unique_id(Prefix::SessionKey, &self.random)?;
        let token = self.seal.close(&access_key_id, &sealed, &self.random)?;
        let credentials = SessionCredentials {
            secret_access_key: self.seal.secret_of(&access_key_id, &token),
            session_token: token,
            expiration: expires,
            access_key_id: access_key_id.clone(),
        };
        let caller = session_caller(role, sealed, policy, Some(access_key_id));
        Ok(Session {
            caller,
            credentials,
        })
    }
}

/// The caller that a session makes.
pub(crate) fn session_caller(
    role: &Role,
    session: SealedSession,
    policy: Option<Policy>,
    access_key_id: Option<String>,
) -> Caller {
    let principal = Principal::RoleSession {
        role_arn: role.arn().to_owned(),
        session_arn: role.session_arn(&session.name),
    };
    let holder = SessionHolder {
        role_id: model::Record::id(role.record()),
        role_unique_id: session.role_unique_id,
        name: session.name,
        expires: session.expires,
        policy,
        source_identity: session.source_identity,
    };
    Caller::new(
        role.record().account.clone(),
        principal,
        Holder::Session(holder),
        access_key_id,
    )
}

struct Assumption<'a> {
    by: &'a Assumer<'a>,
    role_arn: &'a str,
    ask: &'a SessionAsk<'a>,
    now: Timestamp,
}

impl Assumption<'_> {
    fn refuse(&self, kind: AssumeRefusedKind) -> AssumeRefused {
        let by = match self.by {
            Assumer::Service(name) => (*name).to_owned(),
            Assumer::Caller(caller) => caller.arn(),
        };
        AssumeRefused {
            kind,
            by,
            role_arn: self.role_arn.to_owned(),
            explanation: None,
        }
    }

    /// A session that names a source identity needs the trust's word for that too.
    fn check_trust(&self, directory: &Directory, role: &Role) -> Result<(), AssumeRefused> {
        self.check_action("sts:AssumeRole", directory, role)?;
        match self.ask.source_identity {
            Some(_) => self.check_action("sts:SetSourceIdentity", directory, role),
            None => Ok(()),
        }
    }

    fn check_action(
        &self,
        action: &'static str,
        directory: &Directory,
        role: &Role,
    ) -> Result<(), AssumeRefused> {
        let refused = match self.by {
            Assumer::Service(name) => {
                let question = Trust {
                    action,
                    role,
                    keys: self.keys(),
                };
                question.decide_for_service(name, self.now)
            }
            Assumer::Caller(caller) => self.decide_for_caller(action, caller, directory, role),
        };
        refused.map_err(|explanation| AssumeRefused {
            explanation: Some(explanation),
            ..self.refuse(AssumeRefusedKind::NotAllowed { action })
        })
    }

    fn decide_for_caller(
        &self,
        action: &str,
        caller: &Caller,
        directory: &Directory,
        role: &Role,
    ) -> Result<(), Box<Explanation>> {
        let context = context_of(caller, directory, &self.keys(), Some(self.now));
        let request = trust::request(action, caller.principal(), role, &context);
        let standing = Standing::of(caller, directory);
        trust::decide(&request, role, &standing.policies(None))
    }

    fn keys(&self) -> Context {
        let mut keys = Context::new();
        keys.set("sts:RoleSessionName", self.ask.name);
        if let Some(external_id) = self.ask.external_id {
            keys.set("sts:ExternalId", external_id);
        }
        if let Some(source) = self.ask.source_identity {
            keys.set("sts:SourceIdentity", source);
        }
        keys
    }

    /// The role's own maximum binds callers; services open sessions of up to twelve hours.
    fn check_duration(&self, role: &Role) -> Result<(), AssumeRefused> {
        let seconds = self.ask.duration_seconds;
        let most = match self.by {
            Assumer::Service(_) => MOST_SECONDS,
            Assumer::Caller(_) => role.record().max_session_seconds,
        };
        if !(LEAST_SECONDS..=most).contains(&seconds) {
            return Err(self.refuse(AssumeRefusedKind::Duration { most }));
        }
        match self.by {
            Assumer::Caller(caller)
                if caller.is_role_session() && seconds > MOST_CHAINED_SECONDS =>
            {
                Err(self.refuse(AssumeRefusedKind::ChainedDuration))
            }
            Assumer::Caller(_) | Assumer::Service(_) => Ok(()),
        }
    }

    fn session_policy(&self) -> Result<Option<Policy>, AssumeRefused> {
        self.ask
            .policy
            .map(|text| Policy::parse(text, policy::Kind::Identity))
            .transpose()
            .map_err(|malformed| self.refuse(AssumeRefusedKind::MalformedPolicy(malformed)))
    }
}

#[cfg(test)]
mod tests;
