//! What documents describe, read into one landscape, with the place of everything that a finding may point at.

mod body; // an API's definition
mod policies; // documents of IAM
mod server; // what a running server holds
mod stand_ins; // texts for what is not known
mod swagger; // Swagger and OpenAPI files
mod template; // CloudFormation and SAM
mod terraform; // plans

use std::collections::BTreeMap;

use model::{FunctionArn, MethodVerb, Qualifier};

use crate::coverage::{Landscape, Text};
use crate::found::{Found, Place};

pub use self::server::{Server, ServerApi, ServerFunction, ServerRole, ServerStage};
pub use self::template::Assumptions;
pub(crate) use self::template::read as read_template;

pub(crate) use policies::lint_json;
pub(crate) use server::scene as of_server;
pub(crate) use stand_ins::StandIns;

/// Reads files beside a document, such as a definition that it names; nothing where there is none.
pub type Neighbours<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Everything that was read.
#[derive(Debug, Default)]
pub(crate) struct Scene {
    pub(crate) landscape: Landscape,
    pub(crate) stand_ins: StandIns,
    pub(crate) apis: Vec<ApiScene>,
    pub(crate) grants: Vec<Grant>,
    /// By ARN.
    pub(crate) roles: BTreeMap<String, Place>,
    pub(crate) functions: BTreeMap<FunctionArn, FunctionScene>,
    /// The aliases and versions that a template makes, by what they are called there.
    pub(crate) qualified: BTreeMap<FunctionArn, String>,
    /// Found while reading.
    pub(crate) found: Vec<Found>,
    /// Grants of functions that are not known: one of them may be the one that is looked for.
    pub(crate) loose_grants: usize,
    /// What could not be told, for the summary.
    pub(crate) unknown: Vec<(Place, String)>,
    pub(crate) dialect: Dialect,
    /// What was supposed of conditions whose truth is not known.
    pub(crate) supposed: Option<String>,
}

/// In whose words a fix is written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Dialect {
    #[default]
    Cli,
    CloudFormation,
    Sam,
    Terraform,
}

#[derive(Debug)]
pub(crate) struct FunctionScene {
    pub(crate) place: Place,
    pub(crate) name: String,
    /// Its code, where the document has it.
    pub(crate) code: Option<String>,
}

/// An API, with places.
#[derive(Debug)]
pub(crate) struct ApiScene {
    pub(crate) arn: String,
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) methods: Vec<MethodScene>,
    pub(crate) authorizers: Vec<AuthorizerScene>,
    /// The types that are set, and whether their answers allow an origin.
    pub(crate) responses: BTreeMap<String, bool>,
    /// Whether all gateway responses are known.
    pub(crate) responses_known: bool,
    /// By name.
    pub(crate) stages: BTreeMap<String, Place>,
    pub(crate) form: ApiForm,
}

/// How an API is written down, as far as that says where it can be changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum ApiForm {
    /// The file is its definition.
    Definition,
    /// A resource of CloudFormation's, and the place of its definition inside of it.
    Resource { body: Option<Place> },
    /// A resource of SAM's, which generates what it does not say.
    Serverless,
    /// Elsewhere: a plan, a server, what SAM generates by itself.
    #[default]
    Elsewhere,
}

#[derive(Debug)]
pub(crate) struct MethodScene {
    pub(crate) verb: MethodVerb,
    pub(crate) path: String,
    pub(crate) place: Place,
    pub(crate) integration: Option<IntegrationScene>,
    /// The names of what guards it: authorizers, `AWS_IAM`, API keys.
    pub(crate) guards: Vec<Guard>,
    /// The origin that its answers allow, in the quotes of API Gateway, if they allow one.
    pub(crate) origin: Option<String>,
    /// Whether it stands in a definition, and not as a resource of its own.
    pub(crate) in_definition: bool,
}

impl MethodScene {
    pub(crate) fn allows_origin(&self) -> bool {
        self.origin.is_some()
    }
}

/// What guards a method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Guard {
    Authorizer(String),
    Iam,
    Key,
}

#[derive(Debug)]
pub(crate) struct IntegrationScene {
    pub(crate) kind: String,
    pub(crate) place: Place,
    pub(crate) http_method: Option<(String, Place)>,
    pub(crate) uri: Option<(Text, Place)>,
}

#[derive(Debug)]
pub(crate) struct AuthorizerScene {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) place: Place,
    pub(crate) uri: Option<(Text, Place)>,
    /// Seconds; nothing where that is not known.
    pub(crate) ttl: Option<u32>,
    /// Whether it stands in a definition, and not as a resource of its own.
    pub(crate) in_definition: bool,
}

/// A statement of a function's resource policy, with its place.
#[derive(Debug)]
pub(crate) struct Grant {
    /// With the qualifier on whose policy it stands.
    pub(crate) function: FunctionArn,
    pub(crate) index: usize,
    pub(crate) id: String,
    pub(crate) place: Place,
    pub(crate) principal: String,
    pub(crate) source_arn: Option<(String, Place)>,
    pub(crate) has_account: bool,
    /// Whether SAM makes it, so that nobody can write it better.
    pub(crate) generated: bool,
    pub(crate) principal_place: Option<Place>,
}

impl Grant {
    /// Where it says what it is for: its source ARN, if it has one.
    pub(crate) fn meant_at(&self) -> Place {
        self.source_arn
            .as_ref()
            .map_or(self.place, |(_, place)| *place)
    }
}

impl Scene {
    pub(crate) fn shown(&self, text: &str) -> String {
        self.stand_ins.shown(text)
    }

    pub(crate) fn api(&self, arn: &str) -> Option<&ApiScene> {
        self.apis.iter().find(|api| api.arn == arn)
    }

    pub(crate) fn grants_of<'a>(
        &'a self,
        function: &'a FunctionArn,
    ) -> impl Iterator<Item = &'a Grant> {
        self.grants
            .iter()
            .filter(move |grant| grant.function == *function)
    }

    /// The statement of a policy by its place there.
    pub(crate) fn grant(&self, function: &FunctionArn, index: usize) -> Option<&Grant> {
        let mut grants = self.grants.iter();
        grants.find(|grant| grant.function == *function && grant.index == index)
    }

    /// Adds a statement to the policy of a function or of one of its qualifiers.
    pub(crate) fn add_grant(&mut self, mut grant: Grant, statement: &Text) {
        let unqualified = grant.function.unqualified();
        let qualifier = grant
            .function
            .qualifier
            .clone()
            .filter(|found| *found != Qualifier::Latest);
        grant.function = unqualified.with_qualifier(qualifier.clone());
        self.add_function(&unqualified);
        let functions = self.landscape.functions.iter_mut();
        for function in functions.filter(|function| function.arn == unqualified) {
            let policy = function.policies.entry(qualifier.clone()).or_default();
            grant.index = policy.len();
            policy.push(crate::coverage::Permission {
                sid: grant.id.clone(),
                statement: statement.clone(),
            });
        }
        self.grants.push(grant);
    }

    /// Makes a function known that has no policies yet.
    pub(crate) fn add_function(&mut self, arn: &FunctionArn) {
        let known = self
            .landscape
            .functions
            .iter()
            .any(|function| function.arn == *arn);
        if !known {
            self.landscape.functions.push(crate::coverage::Function {
                arn: arn.clone(),
                qualifiers: None,
                policies: BTreeMap::new(),
            });
        }
    }
}

/// What a definition says by itself.
pub(crate) fn of_definition(root: &document::Node, file: usize) -> Scene {
    let mut scene = Scene::default();
    scene.landscape.scope = crate::coverage::Scope::Part;
    swagger::read(&mut scene, root, file);
    scene
}

pub(crate) fn of_plan(root: &document::Node, file: usize) -> Scene {
    let mut scene = Scene {
        dialect: Dialect::Terraform,
        ..Scene::default()
    };
    scene.landscape.scope = crate::coverage::Scope::Part;
    terraform::read(&mut scene, root, file);
    scene
}
