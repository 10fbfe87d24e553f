//! `aws_api_gateway_*`: APIs with a body, or with resources, methods and integrations of their own.

use std::collections::BTreeMap;

use model::{AuthorizationType, MethodVerb};
use template::Evaluated;

use super::Reading;
use super::resources::Resource;
use crate::coverage::{Api, Authorizer, Call, Definition, Method, Stage, Text, Unknown};
use crate::scene::body::{self, calls_function, origin};
use crate::scene::{ApiForm, ApiScene, AuthorizerScene, Guard, IntegrationScene, MethodScene};

impl Reading<'_> {
    pub(super) fn apis(&mut self) {
        for resource in self.plan.of_kind("aws_api_gateway_rest_api") {
            self.api(&resource);
        }
    }

    fn api(&mut self, resource: &Resource) {
        let id = resource.text("id");
        let id = id.unwrap_or_else(|| self.scene.stand_ins.made("a", &resource.address));
        let (region, account) = (
            self.scene.stand_ins.region.clone(),
            self.scene.stand_ins.account.clone(),
        );
        let arn = format!("arn:aws:execute-api:{region}:{account}:{id}");
        let mut scene = ApiScene {
            arn: arn.clone(),
            name: resource.address.clone(),
            place: resource.place,
            methods: Vec::new(),
            authorizers: Vec::new(),
            responses: BTreeMap::new(),
            responses_known: true,
            stages: BTreeMap::new(),
            form: ApiForm::Elsewhere,
        };
        let mut definition = Definition::default();
        self.body(resource, &mut scene, &mut definition);
        self.methods(resource, &mut scene, &mut definition);
        self.authorizers(resource, &mut scene, &mut definition);
        for response in self.of_api(resource, "aws_api_gateway_gateway_response") {
            if let Some(kind) = response.text("response_type") {
                scene
                    .responses
                    .insert(kind, origin(&response.values).is_some());
            }
        }
        let stages = self.stages(resource, &mut scene);
        self.scene.landscape.apis.push(Api {
            arn,
            account,
            name: resource.address.clone(),
            definition,
            stages,
        });
        self.scene.apis.push(scene);
    }

    fn body(&mut self, resource: &Resource, scene: &mut ApiScene, definition: &mut Definition) {
        let Some(text) = resource.text("body") else {
            if self.plan.is_configured(resource, "body") {
                let what = format!(
                    "the body of {} is not known before it is applied",
                    resource.address
                );
                self.scene.unknown.push((resource.place, what));
                scene.responses_known = false;
            }
            return;
        };
        let Ok(node) = document::read(text.as_bytes()) else {
            let what = format!("the body of {} can't be read", resource.address);
            self.scene.unknown.push((resource.place, what));
            return;
        };
        let read = body::read(
            &Evaluated::of(&node),
            resource.place.file,
            &mut self.scene.stand_ins,
        );
        // What stands in the body is where the body is.
        let place = resource.place_of("body");
        for mut method in read.methods {
            method.place = place;
            if let Some(integration) = &mut method.integration {
                integration.place = place;
                integration
                    .http_method
                    .iter_mut()
                    .for_each(|(_, at)| *at = place);
                integration.uri.iter_mut().for_each(|(_, at)| *at = place);
            }
            scene.methods.push(method);
        }
        for mut authorizer in read.authorizers {
            authorizer.place = place;
            authorizer.uri.iter_mut().for_each(|(_, at)| *at = place);
            scene.authorizers.push(authorizer);
        }
        scene.responses.extend(read.responses);
        definition.methods.extend(read.definition.methods);
        definition.authorizers.extend(read.definition.authorizers);
    }

    /// The resources of a type that are of an API.
    fn of_api(&self, api: &Resource, kind: &str) -> Vec<Resource> {
        let id = api.text("id");
        let of = |resource: &Resource| match (
            resource.text("rest_api_id"),
            self.plan.referenced(resource, "rest_api_id"),
        ) {
            (_, Some((target, _))) => target.address == api.address,
            (Some(own), None) => Some(own) == id,
            (None, None) => false,
        };
        self.plan.of_kind(kind).into_iter().filter(of).collect()
    }

    fn path(&self, resource: &Resource, depth: usize) -> Option<String> {
        if depth > 50 {
            return None;
        }
        let (target, attribute) = self.plan.referenced(
            resource,
            if depth == 0 {
                "resource_id"
            } else {
                "parent_id"
            },
        )?;
        if target.kind == "aws_api_gateway_rest_api" || attribute == "root_resource_id" {
            return Some(String::new());
        }
        if let Some(path) = target.text("path") {
            return Some(path);
        }
        let part = target.text("path_part")?;
        let parent = self.path(target, depth + 1)?;
        Some(format!("{parent}/{part}"))
    }

    fn methods(&mut self, api: &Resource, scene: &mut ApiScene, definition: &mut Definition) {
        for method in self.of_api(api, "aws_api_gateway_method") {
            let verb = method
                .text("http_method")
                .and_then(|verb| verb.parse::<MethodVerb>().ok());
            let (Some(verb), Some(path)) = (verb, self.path(&method, 0)) else {
                let what = format!("the path or verb of {} is not known", method.address);
                self.scene.unknown.push((method.place, what));
                continue;
            };
            let path = if path.is_empty() {
                "/".to_owned()
            } else {
                path
            };
            let guards = self.guards(&method);
            let integration = self.integration_of(api, &method, verb, &path);
            let call = integration
                .as_ref()
                .and_then(|integration| self.call(integration));
            let read = integration
                .as_ref()
                .map(|integration| self.integration(integration));
            definition.methods.push(Method {
                verb,
                path: path.clone(),
                authorization: match guards.first() {
                    Some(Guard::Iam) => AuthorizationType::Iam,
                    Some(Guard::Authorizer(_)) => AuthorizationType::Custom,
                    Some(Guard::Key) | None => AuthorizationType::None,
                },
                call,
            });
            scene.methods.push(MethodScene {
                verb,
                path,
                place: method.place,
                integration: read,
                guards,
                origin: None,
                in_definition: false,
            });
        }
    }

    fn guards(&self, method: &Resource) -> Vec<Guard> {
        let mut guards = Vec::new();
        match method.text("authorization").as_deref() {
            Some("AWS_IAM") => guards.push(Guard::Iam),
            Some("CUSTOM" | "COGNITO_USER_POOLS") => {
                let by = self.plan.referenced(method, "authorizer_id");
                let by = by
                    .map(|(target, _)| target.address.clone())
                    .or_else(|| method.text("authorizer_id"));
                guards.push(Guard::Authorizer(by.unwrap_or_default()));
            }
            Some(_) | None => {}
        }
        guards.extend(
            (method.text("api_key_required").as_deref() == Some("true")).then_some(Guard::Key),
        );
        guards
    }

    fn integration_of(
        &self,
        api: &Resource,
        method: &Resource,
        verb: MethodVerb,
        path: &str,
    ) -> Option<Resource> {
        self.of_api(api, "aws_api_gateway_integration")
            .into_iter()
            .find(|integration| {
                let same_method = match self.plan.referenced(integration, "http_method") {
                    Some((target, _)) => target.address == method.address,
                    None => integration.text("http_method").as_deref() == Some(verb.as_str()),
                };
                let own = self.path(integration, 0);
                same_method && own.is_none_or(|own| own == path || (own.is_empty() && path == "/"))
            })
    }

    fn integration(&mut self, integration: &Resource) -> IntegrationScene {
        let method = integration.text("integration_http_method");
        let has_uri =
            integration.text("uri").is_some() || self.plan.is_configured(integration, "uri");
        let uri = has_uri.then(|| (self.uri(integration, "uri"), integration.place_of("uri")));
        IntegrationScene {
            kind: integration.text("type").unwrap_or_default(),
            place: integration.place,
            http_method: method
                .map(|method| (method, integration.place_of("integration_http_method"))),
            uri,
        }
    }

    /// An address by its text, or made of the function that it refers to.
    fn uri(&mut self, resource: &Resource, name: &str) -> Text {
        if let Some(text) = resource.text(name) {
            return Ok(text);
        }
        let unknown = || {
            Unknown(format!(
                "the {name} of {} is not known before it is applied",
                resource.address
            ))
        };
        let attribute = self
            .plan
            .referenced(resource, name)
            .map(|(_, attribute)| attribute);
        let whole = attribute.as_deref() == Some("invoke_arn");
        let function = self
            .function_of(resource, name)
            .filter(|_| whole)
            .ok_or_else(unknown)?;
        let region = &self.scene.stand_ins.region;
        Ok(format!(
            "arn:aws:apigateway:{region}:lambda:path/2015-03-31/functions/{function}/invocations"
        ))
    }

    fn call(&mut self, integration: &Resource) -> Option<Call> {
        let kind = integration.text("type")?;
        let uri = self.uri(integration, "uri");
        let lambda = calls_function(&kind, &uri) || (uri.is_err() && kind == "AWS_PROXY");
        if !lambda {
            return None;
        }
        Some(Call {
            uri,
            credentials: self.credentials(integration, "credentials"),
        })
    }

    fn credentials(&mut self, resource: &Resource, name: &str) -> Option<Text> {
        if let Some(text) = resource.text(name) {
            return Some(Ok(text));
        }
        if !self.plan.is_configured(resource, name) || resource.values.get(name).is_some() {
            return None;
        }
        let unknown = Unknown(format!(
            "the {name} of {} are not known before it is applied",
            resource.address
        ));
        let role = self
            .plan
            .referenced(resource, name)
            .map(|(target, _)| target.clone());
        let role = role.filter(|role| role.kind == "aws_iam_role");
        Some(match role {
            Some(role) => Ok(self.role_arn(&role)),
            None => Err(unknown),
        })
    }

    fn authorizers(&mut self, api: &Resource, scene: &mut ApiScene, definition: &mut Definition) {
        for authorizer in self.of_api(api, "aws_api_gateway_authorizer") {
            let id = authorizer
                .text("id")
                .unwrap_or_else(|| self.scene.stand_ins.made("z", &authorizer.address));
            let name = authorizer
                .text("name")
                .unwrap_or_else(|| authorizer.address.clone());
            let pools = authorizer.text("type").as_deref() == Some("COGNITO_USER_POOLS");
            let uri = (!pools).then(|| self.uri(&authorizer, "authorizer_uri"));
            if let Some(uri) = &uri {
                let credentials = self.credentials(&authorizer, "authorizer_credentials");
                definition.authorizers.push(Authorizer {
                    id: id.clone(),
                    name: name.clone(),
                    call: Call {
                        uri: uri.clone(),
                        credentials,
                    },
                });
            }
            let ttl = authorizer.text("authorizer_result_ttl_in_seconds");
            scene.authorizers.push(AuthorizerScene {
                id,
                name,
                place: authorizer.place,
                uri: uri.map(|uri| (uri, authorizer.place_of("authorizer_uri"))),
                ttl: ttl.map_or(Some(300), |ttl| ttl.parse().ok()),
                in_definition: false,
            });
        }
    }

    fn stages(&mut self, api: &Resource, scene: &mut ApiScene) -> Vec<Stage> {
        let mut stages = Vec::new();
        for kind in ["aws_api_gateway_stage", "aws_api_gateway_deployment"] {
            for stage in self.of_api(api, kind) {
                let Some(name) = stage.text("stage_name") else {
                    continue;
                };
                if scene.stages.insert(name.clone(), stage.place).is_some() {
                    continue;
                }
                let given = stage
                    .values
                    .get("variables")
                    .map_or(&[][..], Evaluated::members);
                let variables = given
                    .iter()
                    .filter_map(|member| Some((member.key.clone(), member.value.known_text()?)));
                stages.push(Stage {
                    name,
                    variables: Ok(variables.collect()),
                    definition: None,
                });
            }
        }
        stages
    }
}
