//! `aws_lambda_*` and `aws_iam_role*`: functions, their permissions, and the roles that APIs call in.

use model::{FunctionArn, Qualifier};
use serde_json::{Map, json};

use super::Reading;
use super::policies::inline;
use super::resources::Resource;
use crate::coverage::{Document, Role, Standing, Text, Unknown};
use crate::scene::template::{composed, named};
use crate::scene::{FunctionScene, Grant};

impl Reading<'_> {
    pub(super) fn functions(&mut self) {
        for resource in self.plan.of_kind("aws_lambda_function") {
            let Some(arn) = self.function_arn(&resource) else {
                continue;
            };
            self.scene.add_function(&arn);
            let scene = FunctionScene {
                place: resource.place,
                name: resource.address.clone(),
                code: None,
            };
            self.scene.functions.insert(arn, scene);
        }
        for resource in self.plan.of_kind("aws_lambda_permission") {
            self.permission(&resource);
        }
    }

    /// By its name, or by a stand-in for one that Terraform makes up.
    pub(super) fn function_arn(&mut self, resource: &Resource) -> Option<FunctionArn> {
        let name = resource.text("function_name");
        let name = name.unwrap_or_else(|| self.scene.stand_ins.made("f", &resource.address));
        named(&name, &self.scene.stand_ins)
    }

    /// The function that an attribute means: by its text, or by what it refers to.
    pub(super) fn function_of(&mut self, resource: &Resource, name: &str) -> Option<FunctionArn> {
        if let Some(text) = resource.text(name) {
            return named(&text, &self.scene.stand_ins);
        }
        let (target, _) = self.plan.referenced(resource, name)?;
        let target = target.clone();
        match target.kind.as_str() {
            "aws_lambda_function" => self.function_arn(&target),
            "aws_lambda_alias" => {
                let function = self.function_of(&target, "function_name")?;
                let alias = Qualifier::new(&target.text("name")?).ok()?;
                Some(function.with_qualifier(Some(alias)))
            }
            _ => None,
        }
    }

    fn permission(&mut self, resource: &Resource) {
        let Some(function) = self.function_of(resource, "function_name") else {
            self.scene.loose_grants += 1;
            return;
        };
        let qualifier = resource
            .text("qualifier")
            .and_then(|text| Qualifier::new(&text).ok());
        let unknown_qualifier = qualifier.is_none()
            && self.plan.is_configured(resource, "qualifier")
            && resource.values.get("qualifier").is_none();
        if unknown_qualifier {
            self.scene.loose_grants += 1;
            return;
        }
        let function = match qualifier {
            Some(qualifier) => function.with_qualifier(Some(qualifier)),
            None => function,
        };
        let known = resource.text("source_arn");
        let source = self.source_arn(resource, known.clone());
        let statement = statement(resource, &function, source);
        let grant = Grant {
            function,
            index: 0,
            id: resource.address.clone(),
            place: resource.place,
            principal: resource.text("principal").unwrap_or_default(),
            source_arn: known
                .map(|arn| (arn, resource.place_of("source_arn")))
                .or_else(|| {
                    // It has one that is not known before it is applied.
                    let configured = self.plan.is_configured(resource, "source_arn");
                    configured.then(|| (String::new(), resource.place))
                }),
            has_account: resource.text("source_account").is_some(),
            generated: false,
            principal_place: Some(resource.place_of("principal")),
        };
        self.scene.add_grant(grant, &statement);
    }

    fn source_arn(
        &self,
        resource: &Resource,
        known: Option<String>,
    ) -> Result<Option<String>, Unknown> {
        match known {
            Some(arn) => Ok(Some(arn)),
            None if self.plan.is_configured(resource, "source_arn") => Err(Unknown(format!(
                "the source ARN of {} is not known before it is applied",
                resource.address
            ))),
            None => Ok(None),
        }
    }

    pub(super) fn roles(&mut self) {
        for resource in self.plan.of_kind("aws_iam_role") {
            let arn = self.role_arn(&resource);
            let trust = document(&resource, "assume_role_policy");
            let mut policies = self.own_policies(&resource);
            for kind in [
                "aws_iam_role_policy",
                "aws_iam_role_policy_attachment",
                "aws_iam_policy_attachment",
            ] {
                for policy in self.plan.of_kind(kind) {
                    if self.is_of_role(&policy, &resource) {
                        policies.push(self.policy(&policy));
                    }
                }
            }
            self.scene.roles.insert(arn.clone(), resource.place);
            self.scene.landscape.roles.push(Role {
                arn,
                trust,
                standing: Standing {
                    policies,
                    ..Standing::default()
                },
            });
        }
    }

    /// What the role's resource itself says beside its trust policy.
    fn own_policies(&self, role: &Resource) -> Vec<Document> {
        let mut found: Vec<Document> = inline(role)
            .into_iter()
            .map(|(name, text, _)| Document {
                name: format!("{} of {}", name, role.address),
                text: Ok(text),
            })
            .collect();
        for attribute in ["inline_policy", "managed_policy_arns"] {
            let given = role
                .values
                .get(attribute)
                .map_or(0, |all| all.items().len());
            let is_open =
                role.values.get(attribute).is_none() && self.plan.is_configured(role, attribute);
            let is_read = attribute == "inline_policy" && given == found.len();
            if is_open || (given > 0 && !is_read) {
                found.push(Document {
                    name: format!("{attribute} of {}", role.address),
                    text: Err(Unknown(format!(
                        "the {attribute} of {} is not known here",
                        role.address
                    ))),
                });
            }
        }
        found
    }

    pub(super) fn role_arn(&mut self, resource: &Resource) -> String {
        resource.text("arn").unwrap_or_else(|| {
            let name = resource.text("name");
            let name =
                name.unwrap_or_else(|| self.scene.stand_ins.made("role-", &resource.address));
            let path = resource.text("path").unwrap_or_else(|| "/".to_owned());
            format!(
                "arn:aws:iam::{}:role{path}{name}",
                self.scene.stand_ins.account
            )
        })
    }

    /// A policy of which it is not known whose it is may be anybody's.
    fn is_of_role(&self, policy: &Resource, role: &Resource) -> bool {
        let named = policy.text("role");
        match (&named, self.plan.referenced(policy, "role")) {
            (Some(named), _) => Some(named) == role.text("name").as_ref(),
            (None, Some((target, _))) => target.address == role.address,
            (None, None) => true,
        }
    }

    fn policy(&self, policy: &Resource) -> Document {
        let text = if policy.kind == "aws_iam_role_policy" {
            document(policy, "policy")
        } else {
            match self.plan.referenced(policy, "policy_arn") {
                Some((target, _)) => document(target, "policy"),
                None => Err(Unknown(format!(
                    "what {} attaches is not known here",
                    policy.address
                ))),
            }
        };
        Document {
            name: policy.address.clone(),
            text,
        }
    }
}

fn document(resource: &Resource, name: &str) -> Text {
    let unknown = || {
        Unknown(format!(
            "the {name} of {} is not known before it is applied",
            resource.address
        ))
    };
    resource.text(name).ok_or_else(unknown)
}

fn statement(
    resource: &Resource,
    function: &FunctionArn,
    source: Result<Option<String>, Unknown>,
) -> Text {
    let needed = |name: &str| {
        let unknown = || {
            Unknown(format!(
                "the {name} of {} is not known before it is applied",
                resource.address
            ))
        };
        resource.text(name).ok_or_else(unknown)
    };
    let (action, principal) = (needed("action")?, needed("principal")?);
    let mut conditions = Map::new();
    if let Some(source) = source? {
        conditions.insert("ArnLike".to_owned(), json!({ "AWS:SourceArn": source }));
    }
    let mut equal = Map::new();
    for (name, key) in [
        ("source_account", "AWS:SourceAccount"),
        ("event_source_token", "lambda:EventSourceToken"),
        ("principal_org_id", "aws:PrincipalOrgID"),
        ("function_url_auth_type", "lambda:FunctionUrlAuthType"),
    ] {
        if let Some(value) = resource.text(name) {
            equal.insert(key.to_owned(), json!(value));
        }
    }
    if !equal.is_empty() {
        conditions.insert("StringEquals".to_owned(), json!(equal));
    }
    Ok(composed(
        &resource.address,
        &action,
        &principal,
        function,
        conditions,
    ))
}
