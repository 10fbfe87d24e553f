//! What is asked of `policy`: the questions that `identity` asks when a call is made, over policies
//! that may not be deployed yet. It must never match anything itself.

mod answer; // what they say
mod read; // the policies

use std::collections::{BTreeMap, HashMap};

use model::{FunctionArn, Qualifier};
use policy::{Context, Decision, Effect, Explanation, Kind, Policies, Principal, Request, Source};

use super::landscape::{Document, Landscape, Levels, Session, Standing};

pub use answer::Granting;
pub(in crate::coverage) use answer::{Answer, Refusal};
pub(in crate::coverage) use read::{
    ReadFunction, ReadPolicy, ReadRole, ReadStanding, composed, standing,
};

use answer::{ask, refused};
use read::{document, of_document};

pub(in crate::coverage) const PRINCIPAL: &str = "apigateway.amazonaws.com";
pub(in crate::coverage) const INVOKE: &str = "lambda:InvokeFunction";
const ASSUME: &str = "sts:AssumeRole";
const SESSION_NAME: &str = "BackplaneAssumeRoleSession";
/// What stands in for the policies of an account's root, where somebody acts in its name.
pub(in crate::coverage) const ALL: &str =
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
pub(in crate::coverage) struct Question<'a> {
    pub(in crate::coverage) landscape: &'a Landscape,
    functions: HashMap<FunctionArn, ReadFunction<'a>>,
    roles: HashMap<&'a str, ReadRole<'a>>,
}

impl<'a> Question<'a> {
    pub(in crate::coverage) fn new(landscape: &'a Landscape) -> Self {
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

    pub(in crate::coverage) fn function(&self, arn: &FunctionArn) -> Option<&ReadFunction<'a>> {
        self.functions.get(&arn.unqualified())
    }

    pub(in crate::coverage) fn functions(&self) -> impl Iterator<Item = &ReadFunction<'a>> {
        let functions = self.landscape.functions.iter();
        functions.filter_map(|function| self.function(&function.arn))
    }

    pub(in crate::coverage) fn role(&self, arn: &str) -> Option<&ReadRole<'a>> {
        self.roles.get(arn)
    }

    /// May API Gateway as itself, calling for `source`?
    pub(in crate::coverage) fn of_service(
        &self,
        source: &Caller<'_>,
        target: &FunctionArn,
    ) -> Answer {
        let read = self.function(target).and_then(|read| read.policy(target));
        let unknown = read.and_then(|read| read.unknown.first());
        if let Some(Err(why)) = read.map(|read| &read.policy) {
            return Answer::Unknown(format!("the resource policy can't be read: {why}"));
        }
        let call = self.by_service(source, target);
        let policies = Policies {
            resource: read.and_then(ReadPolicy::source),
            ..Policies::default()
        };
        let answer = ask(&call.request(), &policies, &[]);
        match (answer, unknown) {
            (Answer::Refused(refusal), Some(unknown)) if !refusal.denied => {
                Answer::Unknown(unknown.to_string())
            }
            (answer, _) => answer,
        }
    }

    /// Which statements of one policy grant this call, by their places in the policy.
    pub(in crate::coverage) fn statements(
        &self,
        policy: &ReadPolicy<'_>,
        source: &Caller<'_>,
        target: &FunctionArn,
    ) -> Vec<usize> {
        let Some(resource) = policy.source() else {
            return Vec::new();
        };
        let call = self.by_service(source, target);
        let policies = Policies {
            resource: Some(resource),
            ..Policies::default()
        };
        let simulated = policy::simulate(&call.request(), &policies);
        let allows = simulated
            .matched
            .iter()
            .filter(|m| m.effect == Effect::Allow);
        allows.map(|matched| matched.place.statement).collect()
    }

    /// How each statement of a policy looks to API Gateway.
    pub(in crate::coverage) fn explained(
        &self,
        policy: &ReadPolicy<'_>,
        source: &Caller<'_>,
        target: &FunctionArn,
    ) -> Option<Explanation> {
        let call = self.by_service(source, target);
        let policies = Policies {
            resource: Some(policy.source()?),
            ..Policies::default()
        };
        Some(policy::explain(&call.request(), &policies))
    }

    fn by_service<'c>(&self, source: &Caller<'_>, target: &'c FunctionArn) -> ByService<'c> {
        ByService {
            principal: Principal::Service(PRINCIPAL.to_owned()),
            resource: stands_on(target).to_string(),
            context: self.context_of_service(source, target),
            target,
        }
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
    pub(in crate::coverage) fn service_control(&self, principal: &Principal) -> Levels {
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
    pub(in crate::coverage) fn of_trust(&self, role: &ReadRole<'_>) -> Answer {
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
    pub(in crate::coverage) fn of_role(&self, role: &ReadRole<'_>, target: &FunctionArn) -> Answer {
        let principal = Principal::RoleSession {
            role_arn: role.role.arn.clone(),
            session_arn: session_arn(&role.role.arn),
        };
        let tags = &role.role.standing.tags;
        self.of_holder(&principal, &role.standing, tags, target)
    }

    /// May somebody with policies of their own invoke?
    pub(in crate::coverage) fn of_user(&self, user: &super::User, target: &FunctionArn) -> Answer {
        let principal = Principal::User {
            arn: user.arn.clone(),
        };
        let read = standing(&user.standing);
        self.of_holder(&principal, &read, &user.standing.tags, target)
    }

    /// May a session that was given something of its own? None where its role or user is gone.
    pub(in crate::coverage) fn of_session(
        &self,
        session: &Session,
        target: &FunctionArn,
    ) -> Option<Answer> {
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
    pub(in crate::coverage) fn of_root(&self, account: &str, target: &FunctionArn) -> Answer {
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
pub(in crate::coverage) fn grants(
    question: &Question<'_>,
    resource: Source<'_>,
    source: &Caller<'_>,
    target: &FunctionArn,
) -> bool {
    let call = question.by_service(source, target);
    let policies = Policies {
        resource: Some(resource),
        ..Policies::default()
    };
    policy::decide(&call.request(), &policies).is_allowed()
}

/// A call that API Gateway makes as itself.
struct ByService<'a> {
    principal: Principal,
    resource: String,
    context: Context,
    target: &'a FunctionArn,
}

impl ByService<'_> {
    fn request(&self) -> Request<'_> {
        request(
            &self.principal,
            INVOKE,
            &self.resource,
            self.target,
            &self.context,
        )
    }
}

/// The API on whose behalf the service calls.
pub(in crate::coverage) struct Caller<'a> {
    pub(in crate::coverage) arn: &'a str,
    pub(in crate::coverage) account: &'a str,
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

/// What a grant for a service stands on: AddPermission refuses `$LATEST`.
pub(in crate::coverage) fn stands_on(target: &FunctionArn) -> FunctionArn {
    match target.qualifier {
        Some(Qualifier::Latest) => target.unqualified(),
        None | Some(Qualifier::Version(_) | Qualifier::Alias(_)) => target.clone(),
    }
}

pub(in crate::coverage) fn session_arn(role_arn: &str) -> String {
    let name = role_arn.rsplit('/').next().unwrap_or_default();
    format!(
        "arn:aws:sts::{}:assumed-role/{name}/{SESSION_NAME}",
        account_of(role_arn)
    )
}

pub(in crate::coverage) fn account_of(arn: &str) -> &str {
    arn.split(':').nth(4).unwrap_or_default()
}
