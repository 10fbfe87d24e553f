//! The trust policy's answer.

use model::Timestamp;
use policy::{Context, Decision, Explanation, Policies, Principal, Request};

use remedy::Remedy;

use crate::Caller;
use crate::authorization::remedies;
use crate::directory::{Directory, Role};
use crate::organization::Levels;
use crate::standing::{
    is_service_linked_role, resource_control, set_resource, set_service, set_time,
};

/// Why somebody may not become a role, and what would end that.
#[derive(Debug)]
pub(crate) struct Untrusted {
    pub(crate) explanation: Box<Explanation>,
    pub(crate) remedies: Vec<Remedy>,
}

/// What a trust policy is asked.
pub(crate) struct Trust<'a> {
    pub(crate) action: &'a str,
    pub(crate) directory: &'a Directory,
    pub(crate) role: &'a Role,
    pub(crate) keys: Context,
}

impl Trust<'_> {
    /// A service brings no policies of its own.
    pub(crate) fn decide_for_service(
        mut self,
        service: &str,
        now: Timestamp,
    ) -> Result<(), Untrusted> {
        let principal = Principal::Service(service.to_owned());
        set_time(&mut self.keys, now);
        set_service(&mut self.keys, self.directory, (&principal, None));
        let account = self.role.record().account.as_str();
        set_resource(&mut self.keys, self.directory, account);
        let request = request(self.action, &principal, self.role, &self.keys);
        decide(&request, self.role, &self.policies())
    }

    /// What an identity provider's word may. `keys` already tell who it is about.
    pub(super) fn decide_for_provider(
        mut self,
        provider: &str,
        now: Timestamp,
    ) -> Result<(), Untrusted> {
        let principal = Principal::Federated {
            provider: provider.to_owned(),
        };
        set_time(&mut self.keys, now);
        principal.describe(&mut self.keys);
        let account = self.role.record().account.as_str();
        set_resource(&mut self.keys, self.directory, account);
        let request = request(self.action, &principal, self.role, &self.keys);
        decide(&request, self.role, &self.policies())
    }

    fn policies(&self) -> Policies<'static> {
        Policies {
            resource_control: controls(None, self.directory, self.role, self.action),
            ..Policies::default()
        }
    }
}

/// The resource control policies on a role; none on one that is linked to a service.
pub(super) fn controls(
    caller: Option<&Caller>,
    directory: &Directory,
    role: &Role,
    action: &str,
) -> Levels {
    if is_service_linked_role(role.arn()) {
        return &[];
    }
    let account = role.record().account.as_str();
    resource_control(caller, directory, (account, action))
}

pub(super) fn request<'a>(
    action: &'a str,
    principal: &'a Principal,
    role: &'a Role,
    context: &'a Context,
) -> Request<'a> {
    Request {
        principal,
        action,
        resource: role.arn(),
        resource_account: role.record().account.as_str(),
        context,
    }
}

pub(super) fn decide(
    request: &Request<'_>,
    role: &Role,
    policies: &Policies<'_>,
) -> Result<(), Untrusted> {
    let trust = role.trust().source();
    match policy::decide_trust(request, trust, policies) {
        Decision::Allowed(_) => Ok(()),
        Decision::Denied(_) => Err(Untrusted {
            explanation: Box::new(policy::explain_trust(request, trust, policies)),
            remedies: remedies::of_trust(request, policies, role),
        }),
    }
}
