//! The condition keys that what is submitted brings.

use std::collections::BTreeMap;

use wire::cloudformation::Tag;

use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;

pub(super) const SERVICE: &str = "cloudformation.amazonaws.com";

#[derive(Debug, Default)]
pub(super) struct Keys<'a> {
    pub(super) template_url: Option<&'a str>,
    pub(super) role_arn: Option<&'a str>,
    pub(super) policy_url: Option<&'a str>,
    pub(super) resource_types: Option<&'a [String]>,
    pub(super) tags: Option<&'a [Tag]>,
}

impl Keys<'_> {
    /// With the permission to pass the role, if there is one.
    pub(super) fn complete(self, call: &Call, ask: Ask) -> Result<Needs, Refused> {
        let mut ask = ask;
        for (key, value) in [
            ("cloudformation:TemplateUrl", self.template_url),
            ("cloudformation:RoleArn", self.role_arn),
            ("cloudformation:StackPolicyUrl", self.policy_url),
        ] {
            if let Some(value) = value {
                ask = ask.key(key, value);
            }
        }
        let types = self.resource_types.map(<[String]>::to_vec);
        ask = ask.keys("cloudformation:ResourceTypes", types.unwrap_or_default());
        let tags = self.tags.unwrap_or_default().iter();
        let tags: BTreeMap<String, String> = tags
            .map(|tag| (tag.key.clone(), tag.value.clone()))
            .collect();
        if !tags.is_empty() {
            ask = ask.bringing_tags(&tags);
        }
        match self.role_arn {
            Some(role) => {
                let stack = ask.resources().first().cloned();
                let pass = Ask::pass_own_role(call, role, SERVICE)?;
                let pass = pass.passed_for(stack.as_deref());
                Ok(Needs::Permissions(vec![ask, pass]))
            }
            None => Ok(ask.into()),
        }
    }
}
