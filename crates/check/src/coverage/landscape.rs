//! What is analysed: APIs, functions and who has policies, as a server holds them or as documents
//! describe them.

use std::collections::BTreeMap;

use model::{
    ApiDefinition, AuthorizationType, FunctionArn, IntegrationKind, MethodVerb, Qualifier,
};
use policy::Context;
use serde::Serialize;

/// Why something could not be made out; never taken for an answer.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, thiserror::Error)]
#[error("{0}")]
#[serde(transparent)]
pub struct Unknown(pub String);

/// A text that may not be known before a deployment.
pub type Text = Result<String, Unknown>;

/// Whether everything that exists is in the landscape.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scope {
    /// A server's records: what is not there does not exist.
    #[default]
    Whole,
    /// Documents: what is not there may exist elsewhere.
    Part,
}

/// Everything that is looked at together.
#[derive(Debug, Clone, Default)]
pub struct Landscape {
    pub scope: Scope,
    pub apis: Vec<Api>,
    pub functions: Vec<Function>,
    pub roles: Vec<Role>,
    pub users: Vec<User>,
    /// Sessions of roles and federated users that were given policies or tags of their own.
    pub sessions: Vec<Session>,
    /// What organizations say of accounts, by account; nothing of one that belongs to none.
    pub members: BTreeMap<String, Membership>,
    /// Condition keys that every request has, such as `aws:CurrentTime`, where they are known.
    pub keys: Context,
}

/// Control policies above an account, from the root down; each level must allow.
pub type Levels = &'static [&'static [policy::Source<'static>]];

/// Where an account stands in its organization, and what holds there.
#[derive(Debug, Clone, Default)]
pub struct Membership {
    /// `o-…`
    pub organization: String,
    /// `o-…/r-…/ou-…/`
    pub path: String,
    /// What principals of the account may at most.
    pub service_control: Levels,
    /// Who may become roles of the account at most.
    pub role_control: Levels,
}

#[derive(Debug, Clone, Default)]
pub struct Api {
    /// `arn:aws:execute-api:REGION:ACCOUNT:API`
    pub arn: String,
    pub account: String,
    pub name: String,
    /// What the test button calls.
    pub definition: Definition,
    pub stages: Vec<Stage>,
}

impl Api {
    /// The last part of the ARN.
    pub fn id(&self) -> &str {
        self.arn.rsplit(':').next().unwrap_or_default()
    }
}

#[derive(Debug, Clone)]
pub struct Stage {
    pub name: String,
    pub variables: Result<BTreeMap<String, String>, Unknown>,
    /// What is deployed there; none where that is the API's own definition.
    pub definition: Option<Definition>,
}

/// The calls of functions that an API's definition asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Definition {
    pub methods: Vec<Method>,
    pub authorizers: Vec<Authorizer>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Method {
    pub verb: MethodVerb,
    /// The template path, such as `/pets/{id}`.
    pub path: String,
    pub authorization: AuthorizationType,
    /// None where no function is called.
    pub call: Option<Call>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorizer {
    pub id: String,
    pub name: String,
    pub call: Call,
}

/// A function by its address, and as whom it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// May hold `${stageVariables.NAME}`.
    pub uri: Text,
    /// A role's ARN, `arn:aws:iam::*:user/*` for the caller, or nothing for the service itself.
    pub credentials: Option<Text>,
}

#[derive(Debug, Clone)]
pub struct Function {
    /// Without a qualifier.
    pub arn: FunctionArn,
    /// The versions and aliases that exist; none where that is not known.
    pub qualifiers: Option<Vec<Qualifier>>,
    /// The resource policy of each qualifier that has one.
    pub policies: BTreeMap<Option<Qualifier>, Vec<Permission>>,
}

/// One statement of a function's resource policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    pub sid: String,
    /// The JSON of the statement.
    pub statement: Text,
}

#[derive(Debug, Clone)]
pub struct Role {
    pub arn: String,
    pub trust: Text,
    pub standing: Standing,
}

#[derive(Debug, Clone)]
pub struct User {
    pub arn: String,
    pub standing: Standing,
}

/// A session that is not the same as its role.
#[derive(Debug, Clone)]
pub struct Session {
    /// `arn:aws:sts::ACCOUNT:assumed-role/ROLE/NAME` or `…:federated-user/NAME`.
    pub arn: String,
    /// The ARN of the role or user, or of the account's root.
    pub holder: String,
    /// When it was made, for people.
    pub made: String,
    /// What was passed when it was made; a role's session without any is limited by none.
    pub policies: Vec<Document>,
    pub tags: BTreeMap<String, String>,
}

impl Session {
    pub fn is_federated(&self) -> bool {
        self.arn.contains(":federated-user/")
    }
}

/// What speaks for a role or user.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    pub policies: Vec<Document>,
    pub boundary: Option<Document>,
    pub tags: BTreeMap<String, String>,
}

/// A policy and the name under which explanations speak of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    pub name: String,
    pub text: Text,
}

impl Definition {
    /// The calls of a definition as an API holds it, or as a Swagger document describes it.
    pub fn of(definition: &ApiDefinition) -> Self {
        let mut methods: Vec<Method> = definition
            .resources
            .values()
            .filter_map(|resource| Some((definition.path_of(&resource.id)?, resource)))
            .flat_map(|(path, resource)| {
                let methods = resource.methods.iter();
                methods.map(move |(verb, method)| Method {
                    verb: *verb,
                    path: path.clone(),
                    authorization: method.authorization_type,
                    call: method.integration.as_ref().and_then(call_of_integration),
                })
            })
            .collect();
        methods.sort_by(|one, other| (&one.path, one.verb).cmp(&(&other.path, other.verb)));
        let authorizers = definition.authorizers.values().filter_map(|authorizer| {
            Some(Authorizer {
                id: authorizer.id.clone(),
                name: authorizer.name.clone(),
                call: call(
                    authorizer.uri.as_deref()?,
                    authorizer.credentials.as_deref(),
                ),
            })
        });
        Self {
            methods,
            authorizers: authorizers.collect(),
        }
    }
}

fn call_of_integration(integration: &model::Integration) -> Option<Call> {
    let uri = integration.uri.as_deref()?;
    let calls_function = match integration.kind {
        IntegrationKind::AwsProxy => true,
        IntegrationKind::Aws => uri.contains(":lambda:path/"),
        IntegrationKind::Http | IntegrationKind::HttpProxy | IntegrationKind::Mock => false,
    };
    calls_function.then(|| call(uri, integration.credentials.as_deref()))
}

fn call(uri: &str, credentials: Option<&str>) -> Call {
    let credentials = credentials.filter(|text| !text.is_empty());
    Call {
        uri: Ok(uri.to_owned()),
        credentials: credentials.map(|text| Ok(text.to_owned())),
    }
}
