//! `AWS::IAM`: roles, whom they trust, and what they may.

use policy::PolicyType;
use template::Evaluated;

use super::{Made, Reading};
use crate::coverage::{Document, Role, Standing, Text, Unknown};
use crate::scene::policies::json_of;

impl Reading<'_> {
    pub(super) fn roles(&mut self) {
        let mut roles: Vec<(String, Role)> = Vec::new();
        for made in self.of_kind("AWS::IAM::Role") {
            let name = self
                .names
                .reference_of(&made.id)
                .unwrap_or_default()
                .to_owned();
            let path = self.text(&made, "Path").unwrap_or_else(|| "/".to_owned());
            let arn = format!(
                "arn:aws:iam::{}:role{path}{name}",
                self.scene.stand_ins.account
            );
            self.scene.roles.insert(arn.clone(), made.place);
            let trust = self.document(made.properties.get("AssumeRolePolicyDocument"));
            let standing = self.standing(&made);
            roles.push((
                name,
                Role {
                    arn,
                    trust,
                    standing,
                },
            ));
        }
        for (kind, property) in [
            ("AWS::IAM::Policy", "PolicyDocument"),
            ("AWS::IAM::ManagedPolicy", "PolicyDocument"),
            ("AWS::IAM::RolePolicy", "PolicyDocument"),
        ] {
            for made in self.of_kind(kind) {
                let document = Document {
                    name: made.id.clone(),
                    text: self.document(made.properties.get(property)),
                };
                let to = self.attached_to(&made);
                for (name, role) in &mut roles {
                    if to.as_ref().is_none_or(|to| to.contains(name)) {
                        role.standing.policies.push(document.clone());
                    }
                }
            }
        }
        self.scene
            .landscape
            .roles
            .extend(roles.into_iter().map(|(_, role)| role));
    }

    /// The roles that a policy is attached to; nothing if they are not known, so that it may be any.
    fn attached_to(&mut self, made: &Made) -> Option<Vec<String>> {
        if made.kind == "AWS::IAM::RolePolicy" {
            return Some(vec![self.text(made, "RoleName")?]);
        }
        let Some(roles) = made.properties.get("Roles") else {
            return Some(Vec::new());
        };
        let names = roles
            .items()
            .iter()
            .map(|role| self.scene.stand_ins.text(role).ok());
        let names: Option<Vec<String>> = names.collect();
        names.filter(|names| {
            names
                .iter()
                .all(|name| self.scene.stand_ins.open_in(name).is_none())
        })
    }

    fn standing(&mut self, made: &Made) -> Standing {
        let mut policies = Vec::new();
        let inline = made
            .properties
            .get("Policies")
            .map_or(&[][..], Evaluated::items);
        for policy in inline {
            let name = policy.get("PolicyName").and_then(Evaluated::known_text);
            policies.push(Document {
                name: name.unwrap_or_else(|| format!("a policy of {}", made.id)),
                text: self.document(policy.get("PolicyDocument")),
            });
        }
        let managed = made
            .properties
            .get("ManagedPolicyArns")
            .map_or(&[][..], Evaluated::items);
        for arn in managed {
            let arn = self.scene.stand_ins.text(arn).unwrap_or_default();
            policies.extend(self.managed(&arn));
        }
        Standing {
            policies,
            ..Standing::default()
        }
    }

    /// A managed policy of the template's own stands there by itself; of AWS's, those that let logs be written grant no
    /// invocation, and what the others say is not known here.
    fn managed(&self, arn: &str) -> Option<Document> {
        let own = self
            .made
            .iter()
            .any(|made| self.names.reference_of(&made.id) == Some(arn));
        let logs_only = arn.ends_with("ExecutionRole")
            || arn.contains("XRay")
            || arn.contains("Xray")
            || arn.ends_with("PushToCloudWatchLogs");
        if own || logs_only {
            return None;
        }
        Some(Document {
            name: arn.to_owned(),
            text: Err(Unknown(format!("what {arn} says is not known here"))),
        })
    }

    fn document(&mut self, value: Option<&Evaluated>) -> Text {
        let unknown = || Unknown("a policy is not known".to_owned());
        let json = value.and_then(|value| json_of(self.scene, value));
        json.map(|json| json.to_string()).ok_or_else(unknown)
    }
}

/// The policies of a resource, and what kind they are of.
pub(super) fn documents(made: &Made) -> Vec<(Evaluated, PolicyType)> {
    let own = |name: &str| made.properties.get(name).cloned();
    let mut found = Vec::new();
    match made.kind.as_str() {
        "AWS::IAM::Role" => {
            found.extend(own("AssumeRolePolicyDocument").map(|own| (own, PolicyType::Trust)));
            found.extend(inline(made));
        }
        "AWS::IAM::User" | "AWS::IAM::Group" => found.extend(inline(made)),
        "AWS::IAM::Policy"
        | "AWS::IAM::ManagedPolicy"
        | "AWS::IAM::RolePolicy"
        | "AWS::IAM::UserPolicy" => {
            found.extend(own("PolicyDocument").map(|own| (own, PolicyType::Identity)));
        }
        "AWS::ApiGateway::RestApi" => {
            found.extend(own("Policy").map(|own| (own, PolicyType::Resource)));
        }
        _ => {}
    }
    found
}

fn inline(made: &Made) -> Vec<(Evaluated, PolicyType)> {
    let inline = made
        .properties
        .get("Policies")
        .map_or(&[][..], Evaluated::items);
    let documents = inline
        .iter()
        .filter_map(|policy| policy.get("PolicyDocument").cloned());
    documents
        .map(|document| (document, PolicyType::Identity))
        .collect()
}
