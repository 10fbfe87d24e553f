//! `AWS::ApiGateway`: APIs with their definitions, or with resources, methods and authorizers of their own.

use std::collections::BTreeMap;

use model::{AuthorizationType, MethodVerb};
use template::{Evaluated, Value};

use super::{Made, Reading};
use crate::coverage::{Api, Authorizer, Call, Definition, Method, Stage, Unknown};
use crate::scene::body::{self, calls_function, origin};
use crate::scene::{ApiForm, ApiScene, AuthorizerScene, Guard, IntegrationScene, MethodScene};

impl Reading<'_> {
    pub(super) fn apis(&mut self) {
        let paths = self.paths();
        for made in self.of_kind("AWS::ApiGateway::RestApi") {
            let Some(id) = self.names.reference_of(&made.id).map(str::to_owned) else {
                continue;
            };
            self.api(&made, &id, &paths);
        }
    }

    fn api(&mut self, made: &Made, id: &str, paths: &BTreeMap<String, String>) {
        let (region, account) = (&self.scene.stand_ins.region, &self.scene.stand_ins.account);
        let arn = format!("arn:aws:execute-api:{region}:{account}:{id}");
        let account = account.clone();
        let body = made.properties.get("Body");
        let elsewhere = made.properties.get("BodyS3Location").is_some();
        let hidden = body.is_some_and(|body| !matches!(body.value, Value::Map(_)));
        if elsewhere || hidden {
            let what = format!("the definition of {} is not in the template", made.id);
            self.scene.unknown.push((made.place, what));
        }
        let read = body.map(|body| body::read(body, self.file, &mut self.scene.stand_ins));
        let read = read.unwrap_or_default();
        let mut scene = ApiScene {
            arn: arn.clone(),
            name: made.id.clone(),
            place: made.place,
            methods: read.methods,
            authorizers: read.authorizers,
            responses: read.responses,
            responses_known: !elsewhere && !hidden,
            stages: BTreeMap::new(),
            form: self.form(made),
        };
        let mut definition = read.definition;
        self.methods(id, paths, &mut scene, &mut definition);
        self.authorizers(id, &mut scene, &mut definition);
        self.responses(id, &mut scene);
        let stages = self.stages(id, &mut scene);
        self.scene.landscape.apis.push(Api {
            arn,
            account,
            name: made.id.clone(),
            definition,
            stages,
        });
        self.scene.apis.push(scene);
    }

    fn form(&self, made: &Made) -> ApiForm {
        let body = made.properties.get("Body");
        match self.own.get(&made.id).map(String::as_str) {
            None => ApiForm::Elsewhere,
            Some("AWS::Serverless::Api") => ApiForm::Serverless,
            Some(_) => ApiForm::Resource {
                body: body.map(|body| self.place(body)),
            },
        }
    }

    /// The paths of resources, by their ids.
    fn paths(&mut self) -> BTreeMap<String, String> {
        let mut parts: BTreeMap<String, (String, String)> = BTreeMap::new();
        for made in self.of_kind("AWS::ApiGateway::Resource") {
            let own = self.names.reference_of(&made.id).map(str::to_owned);
            let (parent, part) = (self.text(&made, "ParentId"), self.text(&made, "PathPart"));
            if let (Some(own), Some(parent), Some(part)) = (own, parent, part) {
                parts.insert(own, (parent, part));
            }
        }
        let whole = |id: &str| {
            let mut path = String::new();
            let mut at = id;
            for _ in 0..=parts.len() {
                let Some((parent, part)) = parts.get(at) else {
                    break;
                };
                path = format!("/{part}{path}");
                at = parent;
            }
            path
        };
        parts.keys().map(|id| (id.clone(), whole(id))).collect()
    }

    fn is_of(&mut self, made: &Made, api: &str) -> bool {
        self.text(made, "RestApiId").as_deref() == Some(api)
    }

    fn methods(
        &mut self,
        api: &str,
        paths: &BTreeMap<String, String>,
        scene: &mut ApiScene,
        definition: &mut Definition,
    ) {
        for made in self.of_kind("AWS::ApiGateway::Method") {
            if !self.is_of(&made, api) {
                continue;
            }
            let verb = self
                .text(&made, "HttpMethod")
                .and_then(|verb| verb.parse::<MethodVerb>().ok());
            let resource = self.text(&made, "ResourceId").unwrap_or_default();
            let path = if resource == format!("root-{api}") {
                Some("/".to_owned())
            } else {
                paths.get(&resource).cloned()
            };
            let (Some(verb), Some(path)) = (verb, path) else {
                let what = format!("the path or verb of {} is not known", made.id);
                self.scene.unknown.push((made.place, what));
                continue;
            };
            let guards = self.guards(&made);
            let integration = made.properties.get("Integration").cloned();
            let read = integration.as_ref().map(|own| self.integration(own));
            let call = integration.as_ref().and_then(|own| self.call(own));
            definition.methods.push(Method {
                verb,
                path: path.clone(),
                authorization: authorization(&guards),
                call,
            });
            scene.methods.push(MethodScene {
                verb,
                path,
                place: made.place,
                integration: read,
                guards,
                origin: integration.as_ref().and_then(origin),
                in_definition: false,
            });
        }
    }

    fn guards(&mut self, made: &Made) -> Vec<Guard> {
        let mut guards = Vec::new();
        match self.text(made, "AuthorizationType").as_deref() {
            Some("AWS_IAM") => guards.push(Guard::Iam),
            Some("CUSTOM" | "COGNITO_USER_POOLS") => {
                guards.push(Guard::Authorizer(
                    self.text(made, "AuthorizerId").unwrap_or_default(),
                ));
            }
            Some(_) | None => {}
        }
        let key = made
            .properties
            .get("ApiKeyRequired")
            .and_then(Evaluated::known_text);
        guards.extend((key.as_deref() == Some("true")).then_some(Guard::Key));
        guards
    }

    fn integration(&mut self, own: &Evaluated) -> IntegrationScene {
        let kind = own
            .get("Type")
            .and_then(Evaluated::known_text)
            .unwrap_or_default();
        let method = own.get("IntegrationHttpMethod");
        let http_method =
            method.and_then(|method| Some((method.known_text()?, self.place(method))));
        let uri = own.get("Uri").cloned();
        IntegrationScene {
            kind,
            place: self.place(own),
            http_method,
            uri: uri.map(|uri| (self.scene.stand_ins.text(&uri), self.place(&uri))),
        }
    }

    fn call(&mut self, own: &Evaluated) -> Option<Call> {
        let kind = own
            .get("Type")
            .and_then(Evaluated::known_text)
            .unwrap_or_default();
        let uri = self.scene.stand_ins.text(own.get("Uri")?);
        if !calls_function(&kind, &uri) {
            return None;
        }
        let role = own
            .get("Credentials")
            .filter(|role| role.value != Value::Null);
        let credentials = role.map(|role| self.scene.stand_ins.text(role));
        Some(Call { uri, credentials })
    }

    fn authorizers(&mut self, api: &str, scene: &mut ApiScene, definition: &mut Definition) {
        for made in self.of_kind("AWS::ApiGateway::Authorizer") {
            if !self.is_of(&made, api) {
                continue;
            }
            let id = self
                .names
                .reference_of(&made.id)
                .unwrap_or_default()
                .to_owned();
            let name = self.text(&made, "Name").unwrap_or_else(|| made.id.clone());
            let uri = made.properties.get("AuthorizerUri").cloned();
            let uri = uri.map(|uri| (self.scene.stand_ins.text(&uri), self.place(&uri)));
            if let Some((text, _)) = &uri {
                let role = made.properties.get("AuthorizerCredentials").cloned();
                definition.authorizers.push(Authorizer {
                    id: id.clone(),
                    name: name.clone(),
                    call: Call {
                        uri: text.clone(),
                        credentials: role.map(|role| self.scene.stand_ins.text(&role)),
                    },
                });
            }
            let ttl = match made.properties.get("AuthorizerResultTtlInSeconds") {
                None => Some(300),
                Some(ttl) => ttl.known_text().and_then(|ttl| ttl.parse().ok()),
            };
            scene.authorizers.push(AuthorizerScene {
                id,
                name,
                place: made.place,
                uri,
                ttl,
                in_definition: false,
            });
        }
    }

    fn responses(&mut self, api: &str, scene: &mut ApiScene) {
        for made in self.of_kind("AWS::ApiGateway::GatewayResponse") {
            if !self.is_of(&made, api) {
                continue;
            }
            if let Some(kind) = self.text(&made, "ResponseType") {
                scene
                    .responses
                    .insert(kind, origin(&made.properties).is_some());
            }
        }
    }

    /// Stages by themselves and those that deployments make; an API of which none is known may have any.
    fn stages(&mut self, api: &str, scene: &mut ApiScene) -> Vec<Stage> {
        let mut stages = Vec::new();
        for made in self.of_kind("AWS::ApiGateway::Stage") {
            if !self.is_of(&made, api) {
                continue;
            }
            let Some(name) = self.text(&made, "StageName") else {
                continue;
            };
            scene.stages.insert(name.clone(), made.place);
            stages.push(Stage {
                name,
                variables: self.variables(made.properties.get("Variables")),
                definition: None,
            });
        }
        for made in self.of_kind("AWS::ApiGateway::Deployment") {
            if self.is_sam || !self.is_of(&made, api) {
                continue;
            }
            let Some(name) = self.text(&made, "StageName") else {
                continue;
            };
            if scene.stages.insert(name.clone(), made.place).is_some() {
                continue;
            }
            let described = made.properties.get("StageDescription").cloned();
            let variables = described.as_ref().and_then(|own| own.get("Variables"));
            stages.push(Stage {
                name,
                variables: self.variables(variables),
                definition: None,
            });
        }
        stages
    }

    fn variables(
        &mut self,
        given: Option<&Evaluated>,
    ) -> Result<BTreeMap<String, String>, Unknown> {
        let Some(given) = given else {
            return Ok(BTreeMap::new());
        };
        if !matches!(given.value, Value::Map(_)) {
            return Err(Unknown("the stage variables are not known".to_owned()));
        }
        let members = given.members().iter();
        members
            .map(|member| {
                Ok((
                    member.key.clone(),
                    self.scene.stand_ins.text(&member.value)?,
                ))
            })
            .collect()
    }
}

fn authorization(guards: &[Guard]) -> AuthorizationType {
    match guards.iter().find(|guard| **guard != Guard::Key) {
        Some(Guard::Iam) => AuthorizationType::Iam,
        Some(Guard::Authorizer(_)) => AuthorizationType::Custom,
        Some(Guard::Key) | None => AuthorizationType::None,
    }
}
