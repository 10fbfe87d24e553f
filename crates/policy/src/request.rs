//! What is asked, and the policies that have a say in it.

use crate::context::Context;
use crate::document::Policy;
use crate::principal::Principal;

/// One action on one resource by one principal.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    pub principal: &'a Principal,
    /// `service:Name`, without wildcards.
    pub action: &'a str,
    /// The ARN of the resource, or `*` for actions that have none.
    pub resource: &'a str,
    /// The account that owns the resource. Empty means the principal's own.
    pub resource_account: &'a str,
    pub context: &'a Context,
}

impl Request<'_> {
    /// Whether principal and resource belong to different accounts.
    pub fn crosses_accounts(&self) -> bool {
        !self.resource_account.is_empty()
            && self
                .principal
                .account()
                .is_some_and(|own| own != self.resource_account)
    }
}

/// A policy and the name under which explanations and refusals speak of it: its ARN, or words such
/// as "inline policy X of role Y".
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    pub name: &'a str,
    pub policy: &'a Policy,
}

/// Every policy that applies to a request, by the layer it works in. `None` and empty differ: an
/// absent boundary limits nothing, an empty one allows nothing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Policies<'a> {
    /// Attached to the principal or its groups.
    pub identity: &'a [Source<'a>],
    /// Attached to the resource. For [`crate::decide_trust`] it is given apart.
    pub resource: Option<Source<'a>>,
    /// The permissions boundary of the user or role.
    pub boundary: Option<&'a [Source<'a>]>,
    /// Passed when the session was made.
    pub session: Option<&'a [Source<'a>]>,
    /// Service control policies of the principal's account: one slice for each level of the
    /// organization from the root down. Each level must allow.
    pub service_control: &'a [&'a [Source<'a>]],
    /// Resource control policies of the resource's account, in the same form.
    pub resource_control: &'a [&'a [Source<'a>]],
}
