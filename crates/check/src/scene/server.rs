//! What a running server holds, as its AWS APIs tell it: the exports of stages and the policies of functions are texts
//! with places like any file.

use std::collections::BTreeMap;

use document::{Node, Span};
use model::{FunctionArn, Qualifier};
use serde_json::Value as Json;
use template::Evaluated;

use super::{ApiForm, ApiScene, FunctionScene, Grant, Scene, body};
use crate::checked::File;
use crate::coverage::{Api, Document, Role, Stage, Standing};
use crate::found::Place;

/// Everything that was asked for.
#[derive(Debug, Clone, Default)]
pub struct Server {
    pub account: String,
    pub region: String,
    pub apis: Vec<ServerApi>,
    pub functions: Vec<ServerFunction>,
    pub roles: Vec<ServerRole>,
}

#[derive(Debug, Clone, Default)]
pub struct ServerApi {
    pub id: String,
    pub name: String,
    pub stages: Vec<ServerStage>,
    /// Ids by names: an export knows names alone.
    pub authorizers: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Default)]
pub struct ServerStage {
    pub name: String,
    pub variables: BTreeMap<String, String>,
    /// Its definition, with the extensions of API Gateway.
    pub export: String,
}

#[derive(Debug, Clone, Default)]
pub struct ServerFunction {
    pub arn: String,
    /// Aliases and versions.
    pub qualifiers: Vec<String>,
    /// The resource policies, by qualifier; none is the function's own.
    pub policies: Vec<(Option<String>, String)>,
}

#[derive(Debug, Clone, Default)]
pub struct ServerRole {
    pub arn: String,
    pub trust: String,
    /// Names and documents.
    pub policies: Vec<(String, String)>,
}

/// The scene, and the texts that its places are in.
pub(crate) fn scene(server: &Server) -> (Scene, Vec<File>) {
    let mut reading = Reading {
        scene: Scene::default(),
        files: Vec::new(),
    };
    reading.scene.stand_ins.region.clone_from(&server.region);
    reading.scene.stand_ins.account.clone_from(&server.account);
    for function in &server.functions {
        reading.function(function);
    }
    for api in &server.apis {
        reading.api(api, server);
    }
    for role in &server.roles {
        reading.role(role);
    }
    (reading.scene, reading.files)
}

struct Reading {
    scene: Scene,
    files: Vec<File>,
}

impl Reading {
    /// A text with places, if it can be read.
    fn file(&mut self, name: String, text: String) -> (usize, Option<Node>) {
        let root = document::read(text.as_bytes()).ok();
        self.files.push(File { name, text });
        (self.files.len() - 1, root)
    }

    fn function(&mut self, function: &ServerFunction) {
        let Ok(arn) = FunctionArn::parse(&function.arn) else {
            return;
        };
        self.scene.add_function(&arn);
        let known = function
            .qualifiers
            .iter()
            .filter_map(|text| Qualifier::new(text).ok());
        let known: Vec<Qualifier> = known.collect();
        for own in self
            .scene
            .landscape
            .functions
            .iter_mut()
            .filter(|own| own.arn == arn)
        {
            own.qualifiers = Some(known.clone());
        }
        for (qualifier, policy) in &function.policies {
            let qualifier = qualifier
                .as_deref()
                .and_then(|text| Qualifier::new(text).ok());
            let target = arn.with_qualifier(qualifier);
            let policy: Json = serde_json::from_str(policy).unwrap_or_default();
            let (file, root) = self.file(format!("policy of {target}"), format!("{policy:#}"));
            self.policy(&target, &policy, file, root.as_ref());
        }
        let place = Place {
            file: self.files.len().saturating_sub(1),
            span: nowhere(),
        };
        let name = arn.name.to_string();
        let scene = FunctionScene {
            place,
            name,
            code: None,
        };
        self.scene.functions.insert(arn, scene);
    }

    fn policy(&mut self, target: &FunctionArn, policy: &Json, file: usize, root: Option<&Node>) {
        let statements = policy.get("Statement").and_then(Json::as_array);
        for (index, statement) in statements.into_iter().flatten().enumerate() {
            let node = root.and_then(|root| root.get("Statement")?.items().get(index));
            let place = Place {
                file,
                span: node.map_or(nowhere(), Node::span),
            };
            let grant = grant(target, statement, place);
            self.scene.add_grant(grant, &Ok(statement.to_string()));
        }
    }

    fn api(&mut self, api: &ServerApi, server: &Server) {
        let arn = format!(
            "arn:aws:execute-api:{}:{}:{}",
            server.region, server.account, api.id
        );
        let mut scene = ApiScene {
            arn: arn.clone(),
            name: api.name.clone(),
            place: Place {
                file: self.files.len(),
                span: nowhere(),
            },
            methods: Vec::new(),
            authorizers: Vec::new(),
            responses: BTreeMap::new(),
            responses_known: true,
            stages: BTreeMap::new(),
            form: ApiForm::Elsewhere,
        };
        let stages = api.stages.iter();
        let stages: Vec<Stage> = stages
            .map(|stage| self.stage(api, stage, &mut scene))
            .collect();
        self.scene.landscape.apis.push(Api {
            arn,
            account: server.account.clone(),
            name: api.name.clone(),
            // What is not deployed is nobody's yet.
            definition: stages
                .first()
                .and_then(|stage| stage.definition.clone())
                .unwrap_or_default(),
            stages,
        });
        self.scene.apis.push(scene);
    }

    /// What is deployed to a stage.
    fn stage(&mut self, api: &ServerApi, stage: &ServerStage, scene: &mut ApiScene) -> Stage {
        let (file, root) = self.file(
            format!("{} in stage {}", api.name, stage.name),
            stage.export.clone(),
        );
        let read =
            root.map(|root| body::read(&Evaluated::of(&root), file, &mut self.scene.stand_ins));
        let mut read = read.unwrap_or_default();
        let id = |name: &str| {
            let known = api.authorizers.get(name).cloned();
            known.unwrap_or_else(|| name.to_owned())
        };
        for authorizer in &mut read.definition.authorizers {
            authorizer.id = id(&authorizer.name);
        }
        for authorizer in &mut read.authorizers {
            authorizer.id = id(&authorizer.name);
        }
        scene.methods.extend(read.methods);
        scene.authorizers.extend(read.authorizers);
        scene.responses.extend(read.responses);
        let place = Place {
            file,
            span: nowhere(),
        };
        scene.stages.insert(stage.name.clone(), place);
        Stage {
            name: stage.name.clone(),
            variables: Ok(stage.variables.clone()),
            definition: Some(read.definition),
        }
    }

    fn role(&mut self, role: &ServerRole) {
        let policies = role.policies.iter().map(|(name, text)| Document {
            name: name.clone(),
            text: Ok(text.clone()),
        });
        let policies = policies.collect();
        self.scene.landscape.roles.push(Role {
            arn: role.arn.clone(),
            trust: Ok(role.trust.clone()),
            standing: Standing {
                policies,
                ..Standing::default()
            },
        });
    }
}

/// The first line.
fn nowhere() -> Span {
    Span::at(document::Position { line: 1, column: 1 })
}

pub(super) fn grant(function: &FunctionArn, statement: &Json, place: Place) -> Grant {
    let principal = statement.get("Principal").map(|principal| match principal {
        Json::String(text) => text.clone(),
        other => {
            let service = other.get("Service").and_then(Json::as_str);
            service.map_or_else(|| other.to_string(), str::to_owned)
        }
    });
    let conditions = statement.get("Condition").and_then(Json::as_object);
    let keyed = |wanted: &str| {
        let all = conditions
            .into_iter()
            .flatten()
            .filter_map(|(_, keys)| keys.as_object());
        let mut found = all
            .flatten()
            .filter(|(key, _)| key.eq_ignore_ascii_case(wanted));
        found
            .next()
            .and_then(|(_, value)| value.as_str().map(str::to_owned))
    };
    let sid = statement
        .get("Sid")
        .and_then(Json::as_str)
        .unwrap_or("a statement");
    Grant {
        function: function.clone(),
        index: 0,
        id: sid.to_owned(),
        place,
        principal: principal.unwrap_or_default(),
        source_arn: keyed("aws:SourceArn").map(|arn| (arn, place)),
        has_account: keyed("aws:SourceAccount").is_some(),
        generated: false,
        principal_place: None,
    }
}
