//! The trust policy's answer.

use model::Timestamp;
use policy::{Context, Decision, Explanation, Policies, Principal, Request};

use crate::directory::Role;
use crate::standing::set_time;

/// What a trust policy is asked.
pub(crate) struct Trust<'a> {
    pub(crate) action: &'a str,
    pub(crate) role: &'a Role,
    pub(crate) keys: Context,
}

impl Trust<'_> {
    /// A service brings no policies of its own.
    pub(crate) fn decide_for_service(
        mut self,
        service: &str,
        now: Timestamp,
    ) -> Result<(), Box<Explanation>> {
        let principal = Principal::Service(service.to_owned());
        set_time(&mut self.keys, now);
        principal.describe(&mut self.keys);
        let request = request(self.action, &principal, self.role, &self.keys);
        decide(&request, self.role, &Policies::default())
    }
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
) -> Result<(), Box<Explanation>> {
    let trust = role.trust().source();
    match policy::decide_trust(request, trust, policies) {
        Decision::Allowed(_) => Ok(()),
        Decision::Denied(_) => Err(Box::new(policy::explain_trust(request, trust, policies))),
    }
}
