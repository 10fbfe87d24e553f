//! What is asked of `policy`: the questions that `identity` asks when a call is made, over policies
//! that may not be deployed yet. It must never match anything itself.

use std::collections::{BTreeMap, HashMap};

use model::{FunctionArn, Qualifier};
use policy::{
    Context, Decision, Denied, Effect, Explanation, Kind, Policies, Policy, Principal, Request,
    Source, StatementReport, Verdict,
};

use super::landscape::{
    Document, Function, Landscape, Levels, Permission, Role, Session, Standing, Text, Unknown,
};

pub(super) const PRINCIPAL: &str = "apigateway.amazonaws.com";
pub(super) const INVOKE: &str = "lambda:InvokeFunction";
const ASSUME: &str = "sts:AssumeRole";
const SESSION_NAME: &str = "BackplaneAssumeRoleSession";
/// What stands in for the policies of an account's root, where somebody acts in its name.
pub(super) const ALL: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}"#;
/// What the service never sends when it calls in a role.
const NEVER_SENT: [&str; 3] = ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid"];

/// The condition keys that say where an account belongs: its organization, and its place there.
type Keys = (&'static str, &'static str);

const PRINCIPAL_KEYS: Keys = ("aws:PrincipalOrgID", "aws:PrincipalOrgPaths");
const RESOURCE: Keys = ("aws:ResourceOrgID", "aws:ResourceOrgPaths");
/// Of the resource for which a service acts.
const SOURCE: Keys = ("aws:SourceOrgID", "aws:SourceOrgPaths");

/// All policies, read once.
pub(super) struct Question<'a> {
    pub(super) landscape: &'a Landscape,
    functions: HashMap<FunctionArn, ReadFunction<'a>>,
    roles: HashMap<&'a str, ReadRole<'a>>,
}

pub(super) struct ReadFunction<'a> {
    pub(super) function: &'a Function,
    pub(super) policies: BTreeMap<Option<Qualifier>, ReadPolicy<'a>>,
}

/// The resource policy of one qualifier.
pub(super) struct ReadPolicy<'a> {
    pub(super) name: String,
    pub(super) permissions: &'a [Permission],
    /// Which of the permissions each statement of the policy is.
    pub(super) places: Vec<usize>,
    /// None where no statement is known.
    pub(super) policy: Result<Option<Policy>, String>,
    /// Permissions of which it is not known what they say.
    pub(super) unknown: Vec<&'a Unknown>,
}

pub(super) struct ReadRole<'a> {
    pub(super) role: &'a Role,
    pub(super) trust: ReadDocument,
    standing: ReadStanding,
}

pub(super) struct ReadStanding {
    policies: Vec<ReadDocument>,
    boundary: Option<ReadDocument>,
    /// What was passed when a session was made, where something limits it.
    session: Option<Vec<ReadDocument>>,
}

pub(super) struct ReadDocument {
    name: String,
    policy: Result<Policy, String>,
    unknown: Option<Unknown>,
}

/// What the policies say.
pub(super) enum Answer {
    Granted(Vec<Granting>),
    Refused(Box<Refusal>),
    Unknown(String),
}

/// A statement that grants.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Granting {
    /// The name of the policy.
    pub policy: String,
    pub sid: Option<String>,
    /// Which statement of the policy, from zero.
    pub statement: usize,
}

pub(super) struct Refusal {
    pub(super) explanation: Explanation,
    /// What ends it, where a statement can.
    pub(super) fix: Option<policy::Fix>,
    pub(super) denied: bool,
}

impl<'a> Question<'a> {
    pub(super) fn new(landscape: &'a Landscape) -> Self {
        let functions = landscape.functions.iter().map(|function| {
            let read = ReadFunction::new(function);
            (function.arn.unqualified(), read)
        });
        let roles = landscape.roles.iter().map(|role| {
            let read = ReadRole {
                role,
                trust: document("trust policy", &role.trust, Kind::Trust),
                standing: standing(&role.standing),
            };
            (role.arn.as_str(), read)
        });
        Self {
            landscape,
            functions: functions.collect(),
            roles: roles.collect(),
        }
    }

    pub(super) fn function(&self, arn: &FunctionArn) -> Option<&ReadFunction<'a>> {
        self.functions.get(&arn.unqualified())
    }

    pub(super) fn functions(&self) -> impl Iterator<Item = &ReadFunction<'a>> {
        let functions = self.landscape.functions.iter();
        functions.filter_map(|function| self.function(&function.arn))
    }

    pub(super) fn role(&self, arn: &str) -> Option<&ReadRole<'a>> {
        self.roles.get(arn)
    }

    /// May API Gateway as itself, calling for `source`?
    pub(super) fn of_service(&self, source: &Caller<'_>, target: &FunctionArn) -> Answer {
        let read = self.function(target).and_then(|read| read.policy(target));
        let unknown = read.and_then(|read| read.unknown.first());
        if let Some(Err(why)) = read.map(|read| &read.policy) {
            return Answer::Unknown(format!("the resource policy can't be read: {why}"));
        }
        let context = self.context_of_service(source, target);
        let principal = Principal::Service(PRINCIPAL.to_owned());
        let resource = stands_on(target).to_string();
        let request = request(&principal, INVOKE, &resource, target, &context);
        let policies = Policies {
            resource: read.and_then(ReadPolicy::source),
            ..Policies::default()
        };
        let answer = ask(&request, &policies, &[]);
        match (answer, unknown) {
            (Answer::Refused(refusal), Some(unknown)) if !refusal.denied => {
                Answer::Unknown(unknown.to_string())
            }
            (answer, _) => answer,
        }
    }

    /// Which statements of one policy grant this call, by their places in the policy.
    pub(super) fn statements(
        &self,
        policy: &ReadPolicy<'_>,
        source: &Caller<'_>,
        target: &FunctionArn,
    ) -> Vec<usize> {
        let Some(resource) = policy.source() else {
            return Vec::new();
        };
        let context = self.context_of_service(source, target);
        let principal = Principal::Service(PRINCIPAL.to_owned());
        let arn = stands_on(target).to_string();
        let request = request(&principal, INVOKE, &arn, target, &context);
        let policies = Policies {
            resource: Some(resource),
            ..Policies::default()
        };
        let simulated = policy::simulate(&request, &policies);
        let allows = simulated
            .matched
            .iter()
            .filter(|m| m.effect == Effect::Allow);
        allows.map(|matched| matched.place.statement).collect()
    }

    /// How each statement of a policy looks to API Gateway.
    pub(super) fn explained(
        &self,
        policy: &ReadPolicy<'_>,
        source: &Caller<'_>,
        target: &FunctionArn,
    ) -> Option<Explanation> {
        let context = self.context_of_service(source, target);
        let principal = Principal::Service(PRINCIPAL.to_owned());
        let arn = stands_on(target).to_string();
        let request = request(&principal, INVOKE, &arn, target, &context);
        let policies = Policies {
            resource: Some(policy.source()?),
            ..Policies::default()
        };
        Some(policy::explain(&request, &policies))
    }

    fn context_of_service(&self, source: &Caller<'_>, target: &FunctionArn) -> Context {
        let mut context = self.landscape.keys.clone();
        context.set("aws:SourceArn", source.arn);
        context.set("aws:SourceAccount", source.account);
        describe_service(&mut context);
        self.describe(&mut context, source.account, SOURCE);
        context.set("aws:ResourceAccount", target.account.as_str());
        self.describe(&mut context, target.account.as_str(), RESOURCE);
        context
    }

    /// Where an account belongs, if it belongs to an organization.
    fn describe(&self, context: &mut Context, account: &str, (id, paths): Keys) {
        if let Some(member) = self.landscape.members.get(account) {
            context.set(id, &member.organization);
            context.set_many(paths, vec![member.path.clone()]);
        }
    }

    /// What holds for everybody of the principal's account but for roles that are linked to a service (Organizations
    /// user guide, "Tasks and entities not restricted by SCPs").
    pub(super) fn service_control(&self, principal: &Principal) -> Levels {
        let arn = match principal {
            Principal::RoleSession { role_arn, .. } => role_arn,
            Principal::User { arn } => arn,
            Principal::Root { account } => return self.above(account),
            Principal::Anonymous
            | Principal::Service(_)
            | Principal::FederatedUser { .. }
            | Principal::Federated { .. } => return &[],
        };
        if is_service_linked(arn) {
            return &[];
        }
        self.above(account_of(arn))
    }

    fn above(&self, account: &str) -> Levels {
        let member = self.landscape.members.get(account);
        member.map_or(&[], |member| member.service_control)
    }

    /// May API Gateway become the role?
    pub(super) fn of_trust(&self, role: &ReadRole<'_>) -> Answer {
        if let Some(answer) = role.trust.undecided() {
            return answer;
        }
        let Ok(policy) = &role.trust.policy else {
            return Answer::Unknown("the trust policy can't be read".to_owned());
        };
        let account = account_of(&role.role.arn);
        let mut context = self.landscape.keys.clone();
        context.set("sts:RoleSessionName", SESSION_NAME);
        describe_service(&mut context);
        context.set("aws:ResourceAccount", account);
        self.describe(&mut context, account, RESOURCE);
        let member = self.landscape.members.get(account);
        let member = member.filter(|_| !is_service_linked(&role.role.arn));
        let controls = Policies {
            resource_control: member.map_or(&[], |member| member.role_control),
            ..Policies::default()
        };
        let principal = Principal::Service(PRINCIPAL.to_owned());
        let request = Request {
            principal: &principal,
            action: ASSUME,
            resource: &role.role.arn,
            resource_account: account,
            context: &context,
        };
        let name = role.role.arn.rsplit('/').next().unwrap_or_default();
        let name = format!("trust policy of role {name}");
        let trust = Source {
            name: &name,
            policy,
        };
        match policy::decide_trust(&request, trust, &controls) {
            Decision::Allowed(_) => Answer::Granted(Vec::new()),
            Decision::Denied(denied) => {
                let obstacles = policy::obstacles_of_trust(&request, trust, &controls);
                let explanation = policy::explain_trust(&request, trust, &controls);
                refused(explanation, denied, obstacles, &NEVER_SENT)
            }
        }
    }

    /// May a session of the role invoke?
    pub(super) fn of_role(&self, role: &ReadRole<'_>, target: &FunctionArn) -> Answer {
        let principal = Principal::RoleSession {
            role_arn: role.role.arn.clone(),
            session_arn: session_arn(&role.role.arn),
        };
        let tags = &role.role.standing.tags;
        self.of_holder(&principal, &role.standing, tags, target)
    }

    /// May somebody with policies of their own invoke?
    pub(super) fn of_user(&self, user: &super::User, target: &FunctionArn) -> Answer {
        let principal = Principal::User {
            arn: user.arn.clone(),
        };
        let read = standing(&user.standing);
        self.of_holder(&principal, &read, &user.standing.tags, target)
    }

    /// May a session that was given something of its own? None where its role or user is gone.
    pub(super) fn of_session(&self, session: &Session, target: &FunctionArn) -> Option<Answer> {
        let mut held = self.held_by(&session.holder)?;
        held.tags.extend(session.tags.clone());
        let mut read = standing(&held);
        let limited = session.is_federated() || !session.policies.is_empty();
        read.session = limited.then(|| session.policies.iter().map(of_document).collect());
        let principal = principal_of_session(session);
        Some(self.of_holder(&principal, &read, &held.tags, target))
    }

    /// What speaks for the one behind a session. Nothing limits a root but control policies.
    fn held_by(&self, holder: &str) -> Option<Standing> {
        if holder.ends_with(":root") {
            return Some(Standing {
                policies: vec![Document {
                    name: "the root of the account".to_owned(),
                    text: Ok(ALL.to_owned()),
                }],
                ..Standing::default()
            });
        }
        if let Some(role) = self.role(holder) {
            return Some(role.role.standing.clone());
        }
        let mut users = self.landscape.users.iter();
        let user = users.find(|user| user.arn == holder)?;
        Some(user.standing.clone())
    }

    /// May the root of an account? Control policies alone limit it.
    pub(super) fn of_root(&self, account: &str, target: &FunctionArn) -> Answer {
        let principal = Principal::Root {
            account: account.to_owned(),
        };
        self.of_holder(
            &principal,
            &standing(&Standing::default()),
            &BTreeMap::new(),
            target,
        )
    }

    fn of_holder(
        &self,
        principal: &Principal,
        standing: &ReadStanding,
        tags: &BTreeMap<String, String>,
        target: &FunctionArn,
    ) -> Answer {
        let mut context = self.landscape.keys.clone();
        principal.describe(&mut context);
        context.set("aws:ViaAWSService", "false");
        self.describe(
            &mut context,
            account_of_principal(principal),
            PRINCIPAL_KEYS,
        );
        context.set("aws:ResourceAccount", target.account.as_str());
        self.describe(&mut context, target.account.as_str(), RESOURCE);
        for (key, value) in tags {
            context.set(format!("aws:PrincipalTag/{key}"), value);
        }
        let resource = target.to_string();
        let request = request(principal, INVOKE, &resource, target, &context);
        let read = self.function(target).and_then(|read| read.policy(target));
        let sources = standing.sources();
        let policies = Policies {
            identity: &sources.identity,
            resource: read.and_then(ReadPolicy::source),
            boundary: sources.boundary.as_deref(),
            session: sources.session.as_deref(),
            service_control: self.service_control(principal),
            ..Policies::default()
        };
        let answer = ask(&request, &policies, &NEVER_SENT);
        match (answer, standing.unknown()) {
            (Answer::Unknown(why), _) => Answer::Unknown(why),
            (Answer::Refused(refusal), Some(unknown)) if !refusal.denied => {
                Answer::Unknown(unknown)
            }
            (answer, _) => answer,
        }
    }
}

fn principal_of_session(session: &Session) -> Principal {
    if session.is_federated() {
        let user = Some(session.holder.clone());
        return Principal::FederatedUser {
            arn: session.arn.clone(),
            user_arn: user.filter(|arn| !arn.ends_with(":root")),
        };
    }
    Principal::RoleSession {
        role_arn: session.holder.clone(),
        session_arn: session.arn.clone(),
    }
}

/// They stand under a path of their own, which nobody else may use.
fn is_service_linked(arn: &str) -> bool {
    arn.contains(":role/aws-service-role/")
}

fn account_of_principal(principal: &Principal) -> &str {
    match principal {
        Principal::RoleSession { role_arn: arn, .. }
        | Principal::User { arn }
        | Principal::FederatedUser { arn, .. } => account_of(arn),
        Principal::Root { account } => account,
        Principal::Anonymous | Principal::Service(_) | Principal::Federated { .. } => "",
    }
}

/// Does this policy let the service call for that source?
pub(super) fn grants(
    question: &Question<'_>,
    resource: Source<'_>,
    source: &Caller<'_>,
    target: &FunctionArn,
) -> bool {
    let context = question.context_of_service(source, target);
    let principal = Principal::Service(PRINCIPAL.to_owned());
    let arn = stands_on(target).to_string();
    let request = request(&principal, INVOKE, &arn, target, &context);
    let policies = Policies {
        resource: Some(resource),
        ..Policies::default()
    };
    policy::decide(&request, &policies).is_allowed()
}

/// The API on whose behalf the service calls.
pub(super) struct Caller<'a> {
    pub(super) arn: &'a str,
    pub(super) account: &'a str,
}

impl<'a> ReadFunction<'a> {
    fn new(function: &'a Function) -> Self {
        let policies = function.policies.iter().map(|(qualifier, permissions)| {
            let arn = function.arn.with_qualifier(qualifier.clone());
            (qualifier.clone(), ReadPolicy::new(&arn, permissions))
        });
        Self {
            policies: policies.collect(),
            function,
        }
    }

    /// The policy of exactly the qualifier; that of the unqualified function speaks for `$LATEST`.
    pub(super) fn policy(&self, target: &FunctionArn) -> Option<&ReadPolicy<'a>> {
        self.policies.get(&stands_on(target).qualifier)
    }
}

impl<'a> ReadPolicy<'a> {
    fn new(arn: &FunctionArn, permissions: &'a [Permission]) -> Self {
        let mut places = Vec::new();
        let mut texts = Vec::new();
        let mut unknown = Vec::new();
        for (place, permission) in permissions.iter().enumerate() {
            match &permission.statement {
                Ok(text) => {
                    places.push(place);
                    texts.push(text.as_str());
                }
                Err(why) => unknown.push(why),
            }
        }
        Self {
            name: format!("resource policy of {arn}"),
            permissions,
            places,
            policy: if texts.is_empty() {
                Ok(None)
            } else {
                read(&composed(&texts), Kind::Resource).map(Some)
            },
            unknown,
        }
    }

    pub(super) fn source(&self) -> Option<Source<'_>> {
        let policy = self.policy.as_ref().ok()?.as_ref()?;
        let name = &self.name;
        Some(Source { name, policy })
    }
}

/// The whole policy as Lambda keeps it.
pub(super) fn composed(statements: &[&str]) -> String {
    format!(
        r#"{{"Version":"2012-10-17","Id":"default","Statement":[{}]}}"#,
        statements.join(",")
    )
}

pub(super) struct Sources<'a> {
    pub(super) identity: Vec<Source<'a>>,
    pub(super) boundary: Option<Vec<Source<'a>>>,
    session: Option<Vec<Source<'a>>>,
}

impl ReadStanding {
    pub(super) fn sources(&self) -> Sources<'_> {
        fn of(documents: &[ReadDocument]) -> Vec<Source<'_>> {
            documents.iter().filter_map(ReadDocument::source).collect()
        }
        Sources {
            identity: of(&self.policies),
            boundary: self
                .boundary
                .as_ref()
                .map(|one| of(std::slice::from_ref(one))),
            session: self.session.as_deref().map(of),
        }
    }

    fn unknown(&self) -> Option<String> {
        let passed = self.session.iter().flatten();
        let mut all = self.policies.iter().chain(&self.boundary).chain(passed);
        all.find_map(ReadDocument::why_unknown)
    }
}

impl ReadDocument {
    fn source(&self) -> Option<Source<'_>> {
        let policy = self.policy.as_ref().ok()?;
        Some(Source {
            name: &self.name,
            policy,
        })
    }

    fn why_unknown(&self) -> Option<String> {
        match (&self.unknown, &self.policy) {
            (Some(unknown), _) => Some(unknown.to_string()),
            (None, Err(why)) => Some(format!("{} can't be read: {why}", self.name)),
            (None, Ok(_)) => None,
        }
    }

    fn undecided(&self) -> Option<Answer> {
        self.why_unknown().map(Answer::Unknown)
    }
}

pub(super) fn standing(standing: &Standing) -> ReadStanding {
    let all = |documents: &[Document]| documents.iter().map(of_document).collect();
    ReadStanding {
        policies: all(&standing.policies),
        boundary: standing.boundary.as_ref().map(of_document),
        session: None,
    }
}

fn of_document(one: &Document) -> ReadDocument {
    document(&one.name, &one.text, Kind::Identity)
}

fn document(name: &str, text: &Text, kind: Kind) -> ReadDocument {
    ReadDocument {
        name: name.to_owned(),
        policy: match text {
            Ok(text) => read(text, kind),
            Err(unknown) => Err(unknown.to_string()),
        },
        unknown: text.as_ref().err().cloned(),
    }
}

fn read(text: &str, kind: Kind) -> Result<Policy, String> {
    Policy::parse(text, kind).map_err(|malformed| malformed.detail().to_owned())
}

fn describe_service(context: &mut Context) {
    Principal::Service(PRINCIPAL.to_owned()).describe(context);
    context.set("aws:ViaAWSService", "false");
    context.set_many("aws:PrincipalServiceNamesList", vec![PRINCIPAL.to_owned()]);
}

fn request<'a>(
    principal: &'a Principal,
    action: &'a str,
    resource: &'a str,
    target: &'a FunctionArn,
    context: &'a Context,
) -> Request<'a> {
    Request {
        principal,
        action,
        resource,
        resource_account: target.account.as_str(),
        context,
    }
}

fn ask(request: &Request<'_>, policies: &Policies<'_>, absent: &[&str]) -> Answer {
    match policy::decide(request, policies) {
        Decision::Allowed(_) => Answer::Granted(granting(request, policies)),
        Decision::Denied(denied) => {
            let obstacles = policy::obstacles(request, policies);
            refused(
                policy::explain(request, policies),
                denied,
                obstacles,
                absent,
            )
        }
    }
}

/// Every statement that allows, not only the first.
fn granting(request: &Request<'_>, policies: &Policies<'_>) -> Vec<Granting> {
    let simulated = policy::simulate(request, policies);
    if simulated.verdict != Verdict::Allowed {
        return Vec::new();
    }
    let explained = policy::explain(request, policies);
    let matched = simulated.matched.into_iter();
    matched
        .map(|matched| Granting {
            sid: explained
                .sources
                .iter()
                .find(|s| s.layer == matched.place.layer && s.index == matched.place.source)
                .and_then(|source| source.statements.get(matched.place.statement))
                .and_then(|statement| statement.sid.clone()),
            policy: matched.source,
            statement: matched.place.statement,
        })
        .collect()
}

/// A refusal, unless a statement would grant with a key whose value is not known here.
fn refused(
    explanation: Explanation,
    denied: Denied,
    obstacles: Vec<policy::Obstacle>,
    absent: &[&str],
) -> Answer {
    let denied = matches!(denied, Denied::ExplicitDeny { .. });
    if !denied && let Some(key) = depends_on(&explanation, absent) {
        return Answer::Unknown(format!(
            "it depends on {key}, which is not known before a call"
        ));
    }
    let fixes = obstacles.into_iter().flat_map(|obstacle| obstacle.fixes);
    Answer::Refused(Box::new(Refusal {
        fix: fixes.into_iter().next(),
        explanation,
        denied,
    }))
}

/// The key that alone stands between a statement and a grant, because no request is there to say
/// it. What is `absent` from every request is no such key.
fn depends_on(explanation: &Explanation, absent: &[&str]) -> Option<String> {
    let layer = explanation.layer?;
    let of_layer = explanation
        .sources
        .iter()
        .filter(|source| source.layer == layer);
    let statements = of_layer.flat_map(|source| &source.statements);
    let mut allows = statements.filter(|statement| statement.effect == Effect::Allow);
    allows.find_map(|statement| lacking(statement, absent))
}

fn lacking(statement: &StatementReport, absent: &[&str]) -> Option<String> {
    let mut lacking = None;
    for element in statement.elements.iter().filter(|it| !it.matched) {
        let key = element.element.strip_prefix("Condition ")?;
        let key = key.rsplit(' ').next()?;
        let known = absent.iter().any(|name| name.eq_ignore_ascii_case(key));
        if known || !element.seen.is_empty() {
            return None;
        }
        lacking = Some(key.to_owned());
    }
    lacking
}

/// What a grant for a service stands on: AddPermission refuses `$LATEST`.
pub(super) fn stands_on(target: &FunctionArn) -> FunctionArn {
    match target.qualifier {
        Some(Qualifier::Latest) => target.unqualified(),
        None | Some(Qualifier::Version(_) | Qualifier::Alias(_)) => target.clone(),
    }
}

pub(super) fn session_arn(role_arn: &str) -> String {
    let name = role_arn.rsplit('/').next().unwrap_or_default();
    format!(
        "arn:aws:sts::{}:assumed-role/{name}/{SESSION_NAME}",
        account_of(role_arn)
    )
}

pub(super) fn account_of(arn: &str) -> &str {
    arn.split(':').nth(4).unwrap_or_default()
}
