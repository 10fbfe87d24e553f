//! The organization that accounts belong to, with the control policies of its levels.
//!
//! Organizations itself is not served: a file says what it would say ([`Organization::read`]). It is
//! read once, when the server starts, and never changes after that. What an account may at most, and
//! who may reach its resources at most, is looked up here and decided by `policy`.

mod file;
mod levels;
mod rules;

use std::collections::HashMap;

use model::AccountId;
use policy::{Context, Source};

pub use file::UnreadableOrganization;

/// The policies of one kind above an account, from the root down; each level must allow.
pub type Levels = &'static [&'static [Source<'static>]];

/// Those of the services served here to whose resources resource control policies apply
/// (Organizations user guide, "List of AWS services that support RCPs").
const RESOURCE_CONTROLLED: [&str; 2] = ["logs", "sts"];

#[derive(Debug)]
pub struct Organization {
    id: String,
    management_account: AccountId,
    members: HashMap<AccountId, Member>,
    /// How many policies of each kind the file has.
    service_control_policies: usize,
    resource_control_policies: usize,
}

/// An account and what stands above it.
#[derive(Debug)]
struct Member {
    /// `o-…/r-…/ou-…/`, as `aws:PrincipalOrgPaths` has it.
    path: String,
    service_control: Levels,
    resource_control: Levels,
}

impl Organization {
    /// Reads the file that describes an organization. Whatever is not understood is refused with
    /// its position.
    pub fn read(text: &str) -> Result<Self, UnreadableOrganization> {
        file::read(text)
    }

    /// `o-…`
    pub fn id(&self) -> &str {
        &self.id
    }

    pub fn has(&self, account: &AccountId) -> bool {
        self.members.contains_key(account)
    }

    /// Each account with its place, as `aws:PrincipalOrgPaths` has it.
    pub fn members(&self) -> impl Iterator<Item = (&AccountId, &str)> {
        let members = self.members.iter();
        members.map(|(account, member)| (account, member.path.as_str()))
    }

    pub fn accounts(&self) -> usize {
        self.members.len()
    }

    pub fn service_control_policies(&self) -> usize {
        self.service_control_policies
    }

    pub fn resource_control_policies(&self) -> usize {
        self.resource_control_policies
    }

    /// What principals of the account may at most. The management account is never limited
    /// (Organizations user guide, "SCP effects on permissions").
    pub fn service_control(&self, account: &AccountId) -> Levels {
        self.limited(account)
            .map_or(&[], |member| member.service_control)
    }

    /// Who may do the action to resources of the account at most.
    pub fn resource_control(&self, account: &str, action: &str) -> Levels {
        let service = action.split(':').next().unwrap_or_default();
        let is_controlled = RESOURCE_CONTROLLED
            .iter()
            .any(|known| known.eq_ignore_ascii_case(service));
        let account = AccountId::new(account).ok().filter(|_| is_controlled);
        account
            .and_then(|account| self.limited(&account))
            .map_or(&[], |member| member.resource_control)
    }

    fn limited(&self, account: &AccountId) -> Option<&Member> {
        self.members
            .get(account)
            .filter(|_| *account != self.management_account)
    }

    /// Sets the keys that say where an account belongs; nothing for one that is elsewhere.
    pub(crate) fn describe(&self, context: &mut Context, account: &str, whose: Whose) {
        let account = AccountId::new(account).ok();
        let Some(member) = account.and_then(|account| self.members.get(&account)) else {
            return;
        };
        let (id, paths) = whose.keys();
        context.set(id, &self.id);
        context.set_many(paths, vec![member.path.clone()]);
    }
}

/// Whose account a context is told of.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Whose {
    Principal,
    Resource,
    /// Of the resource for which a service acts.
    Source,
}

impl Whose {
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Principal => ("aws:PrincipalOrgID", "aws:PrincipalOrgPaths"),
            Self::Resource => ("aws:ResourceOrgID", "aws:ResourceOrgPaths"),
            Self::Source => ("aws:SourceOrgID", "aws:SourceOrgPaths"),
        }
    }
}

#[cfg(test)]
mod tests;
