//! From a signed request to a caller.

use model::{AccountId, Timestamp};
use policy::Principal;

use crate::caller::{Credentials, Holder, UserHolder};
use crate::directory::{Directory, User};
use crate::sessions::{OpenedSession, Validity, caller_of, validity};
use crate::sigv4::{
    self, AuthenticationFailure, Expected, PathForm, Presented, Promised, SignedRequest,
};
use crate::{AuthMode, Caller, Identity};

/// Who holds an access key, if the signature is right.
enum Holding {
    /// The signature must be the one that this secret makes.
    Secret { caller: Caller, secret: String },
    /// Nobody knows the key, and nobody asks for a signature.
    Open(Caller),
}

impl Identity {
    /// Signature V4, in the header or in the query string.
    pub fn authenticate(
        &self,
        signed: &SignedRequest<'_>,
        expected: &Expected<'_>,
        now: Timestamp,
    ) -> Result<Caller, AuthenticationFailure> {
        self.admit(signed, expected, now).map(|(caller, _)| caller)
    }

    /// The same where the body is still to come, with what the request promises of it.
    pub fn authenticate_head(
        &self,
        signed: &SignedRequest<'_>,
        expected: &Expected<'_>,
        now: Timestamp,
    ) -> Result<(Caller, Promised), AuthenticationFailure> {
        let (caller, verified) = self.admit(signed, expected, now)?;
        let promised = Promised::of(signed.headers);
        let Some((presented, secret)) = verified else {
            return Ok((caller, promised));
        };
        let keys = &self.signing_keys;
        Ok((
            caller,
            promised.sealed(signed.headers, &presented, &secret, keys),
        ))
    }

    /// Who it is, and unless nobody asks for it, the signature that was verified with its secret.
    fn admit(
        &self,
        signed: &SignedRequest<'_>,
        expected: &Expected<'_>,
        now: Timestamp,
    ) -> Result<(Caller, Option<(Presented, String)>), AuthenticationFailure> {
        let presented = Presented::read(signed)?;
        match self.holding(&presented, now)? {
            Holding::Open(caller) => Ok((caller, None)),
            Holding::Secret { caller, secret } => {
                presented.credential().check(expected, presented.date())?;
                presented.check_time(now)?;
                let keys = &self.signing_keys;
                let form = PathForm::of(expected.service);
                sigv4::verify(signed, &presented, form, &secret, keys)?;
                self.note_use(&caller, &presented, now);
                Ok((caller, Some((presented, secret))))
            }
        }
    }

    /// Keys of sessions come and go, and anybody may have any number of them; only long-lived ones
    /// are asked about.
    fn note_use(&self, caller: &Caller, presented: &Presented, now: Timestamp) {
        if caller.is_temporary() {
            return;
        }
        let credential = presented.credential();
        let (id, service) = (&credential.access_key_id, &credential.service);
        self.key_uses.note(id, service, &credential.region, now);
    }

    fn holding(
        &self,
        presented: &Presented,
        now: Timestamp,
    ) -> Result<Holding, AuthenticationFailure> {
        let id = presented.credential().access_key_id.as_str();
        let directory = self.directory();
        if let (Some(token), true) = (presented.token(), id.starts_with("ASIA")) {
            return self.session_holding(&directory, id, token, now);
        }
        let long_lived = id == self.config.root_key.id || directory.knows_key(id);
        // As on AWS, a long-lived key does not come with a session token.
        if long_lived && presented.token().is_some() {
            return Err(AuthenticationFailure::UnknownKey);
        }
        if id == self.config.root_key.id {
            return Ok(Holding::Secret {
                caller: Caller::root(self.config.account.clone(), id),
                secret: self.config.root_key.secret.clone(),
            });
        }
        match directory.user_of_key(id) {
            Some(user) => user_holding(user, id),
            None => self.unknown_holding(&directory, id),
        }
    }

    fn session_holding(
        &self,
        directory: &Directory,
        id: &str,
        token: &str,
        now: Timestamp,
    ) -> Result<Holding, AuthenticationFailure> {
        let session = self.opened(id, token)?;
        match validity(&session.caller, directory, now) {
            Validity::Good => Ok(Holding::Secret {
                caller: session.caller,
                secret: session.secret,
            }),
            Validity::Expired => Err(AuthenticationFailure::SessionExpired),
            Validity::Gone => Err(AuthenticationFailure::UnknownKey),
        }
    }

    fn opened(&self, id: &str, token: &str) -> Result<OpenedSession, AuthenticationFailure> {
        if let Some(known) = self.opened.find(id, token) {
            return Ok(known);
        }
        let sealed = self.seal.open(id, token).ok();
        let caller = sealed.and_then(|sealed| caller_of(sealed, Some(id.to_owned())).ok()?);
        let session = OpenedSession {
            caller: caller.ok_or(AuthenticationFailure::UnknownKey)?,
            secret: self.seal.secret_of(id, token),
        };
        self.opened.keep(token, session.clone());
        Ok(session)
    }

    /// A key that IAM or STS made is never open, whatever became of it.
    fn unknown_holding(
        &self,
        directory: &Directory,
        id: &str,
    ) -> Result<Holding, AuthenticationFailure> {
        let made_here = id.starts_with("ASIA") || directory.knows_key(id);
        match self.config.auth {
            AuthMode::Open if !made_here => {
                let account = AccountId::new(id).unwrap_or_else(|_| self.config.account.clone());
                Ok(Holding::Open(Caller::root(account, id)))
            }
            AuthMode::Open | AuthMode::Strict => Err(AuthenticationFailure::UnknownKey),
        }
    }
}

fn user_holding(user: &User, id: &str) -> Result<Holding, AuthenticationFailure> {
    let record = user.record();
    let key = record.access_keys.iter().find(|key| key.id == id);
    let key = key.ok_or(AuthenticationFailure::UnknownKey)?;
    let holder = UserHolder {
        id: model::Record::id(record),
        unique_id: record.unique_id.clone(),
    };
    let principal = Principal::User {
        arn: user.arn().to_owned(),
    };
    Ok(Holding::Secret {
        caller: Caller::new(
            record.account.clone(),
            principal,
            Holder::User(holder),
            Credentials {
                access_key_id: Some(id.to_owned()),
                temporary: None,
            },
        ),
        secret: key.secret.clone(),
    })
}

#[cfg(test)]
mod tests;
