//! Who is asking, and which policies apply: Signature V4, access keys, role sessions, the directory
//! of principals, and the two decisions that everything else needs a proof of.
//!
//! A control-plane call becomes a [`Caller`] in [`Identity::authenticate`] and a [`Permit`] in
//! [`Identity::authorize`]. A function is reached only with a [`invocation::Grant`]. This crate asks
//! `policy` and never decides by itself; it must never store anything, never do I/O and never look
//! at a clock. Time comes in as an argument; randomness is drawn only for new credentials.

pub mod sigv4;

mod authentication;
mod caller;
mod key_uses;
pub mod sessions;

mod directory;
mod organization;

mod authorization;
mod authorization_message;
mod standing;

mod second_factor;
pub mod web_identity;

mod role_assumption;
mod seats;
mod session_tokens;

pub mod invocation;

mod remembered; // callers of work that outlives its request

pub mod identifiers;
pub mod mfa;

#[cfg(test)]
mod testing;

use std::fmt;
use std::sync::Arc;

use arc_swap::{ArcSwap, Guard};
use model::{AccountId, Region};
use ring::rand::SystemRandom;

pub use authorization::{AccessDenied, Ask, Permit, ResourceSide, Seen};
pub use authorization_message::NotAMessage;
pub use caller::{Caller, Passed};
pub use directory::{
    AwsManagedPolicy, Directory, FunctionPolicies, Group, NamedPolicy, Role, User,
    aws_managed_policies, aws_managed_policy,
};
pub use key_uses::KeyUse;
pub use organization::{Levels, Organization, UnreadableOrganization};
pub use remembered::{Forgotten, RememberError};
pub use role_assumption::{AssumeRefused, AssumeRefusedKind, Assumer, Session, SessionAsk};
pub use seats::{NoSeat, Seat, Seated};
pub use second_factor::{MfaProof, MfaRefused};
pub use session_tokens::{FederationAsk, TokenRefused};
pub use sessions::{SessionCredentials, SessionTag};
pub use sigv4::{
    AuthenticationFailure, ChunkSeal, Dialect, Expected, Payload, Promised, SignedRequest,
};

use key_uses::KeyUses;
use second_factor::ShownCodes;
use sessions::{OpenedSessions, Seal};
use sigv4::SigningKeys;

/// Whether an access key must be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuthMode {
    /// Every call is signed with a known key.
    Strict,
    /// An unknown key is the root of its account: twelve digits name the account, anything else is
    /// the default account. Keys made through IAM or STS are still verified.
    Open,
}

/// What happens to an invocation that no policy allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permissions {
    Enforce,
    /// It passes, and the grant carries the refusal.
    Report,
}

/// The key of the default account's root.
#[derive(Clone)]
pub struct RootKey {
    pub id: String,
    pub secret: String,
}

impl fmt::Debug for RootKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RootKey")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

#[derive(Clone)]
pub struct Config {
    /// The account that root and unknown keys belong to.
    pub account: AccountId,
    pub region: Region,
    pub root_key: RootKey,
    /// Seals session tokens. Sessions outlive a restart exactly if this stays the same.
    pub seal: [u8; 32],
    pub auth: AuthMode,
    pub permissions: Permissions,
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("account", &self.account)
            .field("region", &self.region)
            .field("root_key", &self.root_key)
            .field("auth", &self.auth)
            .field("permissions", &self.permissions)
            .finish_non_exhaustive()
    }
}

/// Knows everybody. Shared behind an `Arc`; everything it reads is an immutable snapshot.
pub struct Identity {
    config: Config,
    directory: ArcSwap<Directory>,
    seal: Seal,
    opened: OpenedSessions,
    shown_codes: ShownCodes,
    signing_keys: SigningKeys,
    key_uses: KeyUses,
    random: SystemRandom,
}

impl Identity {
    pub fn new(config: Config) -> Self {
        Self {
            seal: Seal::new(&config.seal),
            opened: OpenedSessions::new(),
            shown_codes: ShownCodes::default(),
            directory: ArcSwap::from_pointee(Directory::default()),
            signing_keys: SigningKeys::new(),
            key_uses: KeyUses::default(),
            random: SystemRandom::new(),
            config,
        }
    }

    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The last use of a long-lived access key since the start.
    pub fn last_use(&self, access_key_id: &str) -> Option<KeyUse> {
        self.key_uses.of(access_key_id)
    }

    /// Puts the accounts into an organization, whose control policies hold from then on. For the
    /// start of a server: whoever was judged before was judged without them.
    pub fn join(&self, organization: Organization) {
        let directory = self.directory.load().in_organization(organization);
        self.directory.store(Arc::new(directory));
    }

    /// The principals and policies as they are now.
    pub fn directory(&self) -> Guard<Arc<Directory>> {
        self.directory.load()
    }
}

impl fmt::Debug for Identity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Identity")
            .field("config", &self.config)
            .finish_non_exhaustive()
    }
}
