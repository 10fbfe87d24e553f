//! What things will be called: by the names that the template gives, or by stand-ins for those that AWS will.

use std::collections::BTreeMap;

use template::{Resources, Value};

use super::{Made, Reading};

/// Answers of `Ref` and `Fn::GetAtt`, as far as they are known.
#[derive(Debug, Clone, Default)]
pub(in crate::scene) struct Names {
    references: BTreeMap<String, String>,
    attributes: BTreeMap<(String, String), String>,
}

impl Resources for Names {
    fn reference(&self, id: &str) -> Option<Value> {
        self.references.get(id).cloned().map(Value::Text)
    }

    fn attribute(&self, id: &str, attribute: &str) -> Option<Value> {
        let key = (id.to_owned(), attribute.to_owned());
        self.attributes.get(&key).cloned().map(Value::Text)
    }
}

impl Names {
    pub(super) fn reference_of(&self, id: &str) -> Option<&str> {
        self.references.get(id).map(String::as_str)
    }

    fn set(&mut self, id: &str, reference: String) {
        self.references.insert(id.to_owned(), reference);
    }

    fn set_attribute(&mut self, id: &str, attribute: &str, value: String) {
        self.attributes
            .insert((id.to_owned(), attribute.to_owned()), value);
    }
}

impl Reading<'_> {
    /// Names all resources again, now that more of what names them is known.
    pub(super) fn name(&mut self) {
        for made in self.made.clone() {
            match made.kind.as_str() {
                "AWS::Lambda::Function" => self.name_function(&made),
                "AWS::Lambda::Alias" => self.name_alias(&made),
                "AWS::Lambda::Version" => self.name_version(&made),
                "AWS::ApiGateway::RestApi" => {
                    let id = self.scene.stand_ins.made("a", &made.id);
                    self.names
                        .set_attribute(&made.id, "RootResourceId", format!("root-{id}"));
                    self.names.set_attribute(&made.id, "RestApiId", id.clone());
                    self.names.set(&made.id, id);
                }
                "AWS::ApiGateway::Resource" => {
                    let id = self.scene.stand_ins.made("r", &made.id);
                    self.names.set_attribute(&made.id, "ResourceId", id.clone());
                    self.names.set(&made.id, id);
                }
                "AWS::ApiGateway::Authorizer" => {
                    let id = self.scene.stand_ins.made("z", &made.id);
                    self.names
                        .set_attribute(&made.id, "AuthorizerId", id.clone());
                    self.names.set(&made.id, id);
                }
                "AWS::ApiGateway::Stage" => {
                    if let Some(name) = self.text(&made, "StageName") {
                        self.names.set(&made.id, name);
                    }
                }
                "AWS::IAM::Role" => self.name_role(&made),
                "AWS::IAM::ManagedPolicy" => {
                    let name = self.named(&made, "ManagedPolicyName", "p");
                    let arn = format!(
                        "arn:aws:iam::{}:policy/{name}",
                        self.scene.stand_ins.account
                    );
                    self.names.set(&made.id, arn);
                }
                _ => {}
            }
        }
    }

    fn named(&mut self, made: &Made, property: &str, prefix: &str) -> String {
        let given = self.text(made, property);
        given.unwrap_or_else(|| self.scene.stand_ins.made(prefix, &made.id))
    }

    fn name_function(&mut self, made: &Made) {
        let name = self.named(made, "FunctionName", "f");
        let stand_ins = &self.scene.stand_ins;
        let arn = if name.starts_with("arn:") {
            name.clone()
        } else {
            format!(
                "arn:aws:lambda:{}:{}:function:{name}",
                stand_ins.region, stand_ins.account
            )
        };
        self.names.set_attribute(&made.id, "Arn", arn);
        self.names.set(&made.id, name);
    }

    fn name_alias(&mut self, made: &Made) {
        let (function, name) = (self.text(made, "FunctionName"), self.text(made, "Name"));
        let function = function.and_then(|text| self.function_named(&text));
        if let (Some(function), Some(name)) = (function, name) {
            let arn = format!("{}:{name}", function.unqualified());
            self.names.set_attribute(&made.id, "AliasArn", arn.clone());
            self.names.set(&made.id, arn);
        }
    }

    /// AWS numbers versions as they are made: the number stands for one that nothing else has.
    fn name_version(&mut self, made: &Made) {
        let number = made.id.bytes().fold(7_000_000_u64, |number, byte| {
            7_000_000 + (number * 31 + u64::from(byte)) % 999_983
        });
        let function = self.text(made, "FunctionName");
        if let Some(function) = function.and_then(|text| self.function_named(&text)) {
            self.names
                .set(&made.id, format!("{}:{number}", function.unqualified()));
            self.names
                .set_attribute(&made.id, "Version", number.to_string());
        }
    }

    fn name_role(&mut self, made: &Made) {
        let name = self.named(made, "RoleName", "role-");
        let path = self.text(made, "Path").unwrap_or_else(|| "/".to_owned());
        let account = &self.scene.stand_ins.account;
        self.names.set_attribute(
            &made.id,
            "Arn",
            format!("arn:aws:iam::{account}:role{path}{name}"),
        );
        self.names.set(&made.id, name);
    }

    /// A function by its name, a partial or a whole ARN.
    pub(super) fn function_named(&self, text: &str) -> Option<model::FunctionArn> {
        super::functions::named(text, &self.scene.stand_ins)
    }
}
