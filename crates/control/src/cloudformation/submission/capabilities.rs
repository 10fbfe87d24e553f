//! What a caller must acknowledge (CloudFormation API reference, CreateStack, `Capabilities`).

use std::collections::BTreeSet;

use document::Node;
use template::Template;

use crate::cloudformation::failures::insufficient_capabilities;
use crate::refused::Refused;

const IAM: &str = "CAPABILITY_IAM";
const NAMED_IAM: &str = "CAPABILITY_NAMED_IAM";
const AUTO_EXPAND: &str = "CAPABILITY_AUTO_EXPAND";
/// Types that can change permissions, with the property that gives them a name of one's own.
const IAM_TYPES: [(&str, &str); 10] = [
    ("AWS::IAM::AccessKey", ""),
    ("AWS::IAM::Group", "GroupName"),
    ("AWS::IAM::InstanceProfile", "InstanceProfileName"),
    ("AWS::IAM::ManagedPolicy", "ManagedPolicyName"),
    ("AWS::IAM::Policy", ""),
    ("AWS::IAM::Role", "RoleName"),
    ("AWS::IAM::RolePolicy", ""),
    ("AWS::IAM::User", "UserName"),
    ("AWS::IAM::UserPolicy", ""),
    ("AWS::IAM::UserToGroupAddition", ""),
];

/// A capability, and what asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cloudformation) struct Needed {
    pub(in crate::cloudformation) capability: &'static str,
    pub(in crate::cloudformation) because_of: Vec<String>,
}

impl Needed {
    pub(in crate::cloudformation) fn check(&self, given: &[String]) -> Result<(), Refused> {
        let has = |name: &str| given.iter().any(|given| given == name);
        if has(self.capability) || (self.capability == IAM && has(NAMED_IAM)) {
            return Ok(());
        }
        Err(insufficient_capabilities(self.capability))
    }

    /// As ValidateTemplate gives the reason.
    pub(in crate::cloudformation) fn reason(&self) -> String {
        format!(
            "The following resource(s) require capabilities: [{}]",
            self.because_of.join(", ")
        )
    }
}

pub(in crate::cloudformation) fn of_transforms(template: &Template) -> Option<Needed> {
    let because_of = super::transforms::names(template);
    // The language extensions are CloudFormation's own, and ask for the capability all the same.
    (!because_of.is_empty()).then_some(Needed {
        capability: AUTO_EXPAND,
        because_of,
    })
}

pub(in crate::cloudformation) fn of_resources(template: &Template) -> Option<Needed> {
    let mut because_of = BTreeSet::new();
    let mut is_named = false;
    for resource in template.resources() {
        let known = IAM_TYPES.iter().find(|(kind, _)| *kind == resource.kind);
        let Some((kind, name)) = known else { continue };
        because_of.insert((*kind).to_owned());
        is_named |= resource
            .properties()
            .and_then(|properties: &Node| properties.get(name))
            .is_some();
    }
    let capability = if is_named { NAMED_IAM } else { IAM };
    (!because_of.is_empty()).then(|| Needed {
        capability,
        because_of: because_of.into_iter().collect(),
    })
}
