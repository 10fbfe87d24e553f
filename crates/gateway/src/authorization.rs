//! May they? The API's resource policy together with what is known of the caller.
//!
//! The table is AWS's ("How API Gateway resource policies affect authorization workflow"): without
//! an authorizer the resource policy must allow; with a Lambda authorizer a deny anywhere denies
//! and any allow allows; with IAM either side allows within an account and both must across.

use std::sync::Arc;

use identity::{Ask, ResourceSide};
use journal::{Decision as Explained, Lane, Mark, Step, StepKind};
use policy::{
    Context, Decision, Denied, Explanation, Policies, Policy, Principal, Request, Source,
};

use crate::authorizers::{Identified, Verdict};
use crate::deployment::{Endpoint, Stage};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::private_domain::PrivateDomain;
use crate::refusal::Refusal;

const INVOKE: &str = "execute-api:Invoke";
const INVALIDATE: &str = "execute-api:InvalidateCache";
const RESOURCE_POLICY: &str = "the API's resource policy";
const DOMAIN_POLICY: &str = "the private domain's policy";
const AUTHORIZER_POLICY: &str = "the authorizer's policy";
const UNRESTRICTED: &str = "nothing restricts the method";

/// Proof that the caller may use the method. Only this module makes one, and every integration
/// asks for it.
#[derive(Debug)]
pub(crate) struct Permitted {
    endpoint: Arc<Endpoint>,
}

impl Permitted {
    pub(crate) fn endpoint(&self) -> &Endpoint {
        &self.endpoint
    }

    /// The test button is pressed by somebody whom the control plane authorized; AWS asks neither
    /// authorizer nor resource policy then.
    pub(crate) fn by_test_button(endpoint: &Arc<Endpoint>) -> Self {
        Self {
            endpoint: Arc::clone(endpoint),
        }
    }
}

pub(crate) fn permit(
    gateway: &Gateway,
    exchange: &mut Exchange,
    matched: &Matched,
) -> Result<Permitted, Refusal> {
    check_length(exchange, &matched.stage)?;
    let asked = if is_open(exchange, &matched.stage) {
        Ok(UNRESTRICTED)
    } else {
        decide(gateway, exchange, &matched.stage)
    };
    match asked {
        Ok(text) => exchange.permitted(StepKind::Authorization, text),
        Err(refusal) => return Err(record(exchange, refusal)),
    }
    Ok(Permitted {
        endpoint: Arc::clone(&matched.endpoint),
    })
}

/// What an ARN may have of bytes where somebody decides about it.
const MOST_ARN_BYTES: usize = 1600;
/// More than what stands before the path in one.
const BEFORE_PATH_BYTES: usize = 300;

/// "When authorization is enabled on a method, the maximum length of the method's ARN is 1600 bytes",
/// and beyond it the caller reads that the URI is too long; so it is "when resource policies are used",
/// and for all private APIs (API Gateway developer guide, "Quotas and important notes").
fn check_length(exchange: &Exchange, stage: &Stage) -> Result<(), Refusal> {
    let request = &exchange.request;
    let path = &request.addressed.path;
    if path.len() + BEFORE_PATH_BYTES <= MOST_ARN_BYTES {
        return Ok(());
    }
    let is_decided = match exchange.identified {
        Identified::Anonymous => stage.policy.is_some() || stage.is_private,
        Identified::Iam(_) | Identified::Lambda(_) | Identified::UserPool(_) => true,
    };
    let arn = stage.place.method_arn(request.verb.as_str(), path);
    if is_decided && arn.len() > MOST_ARN_BYTES {
        return Err(Refusal::UrlTooLong {
            limit: MOST_ARN_BYTES,
        });
    }
    Ok(())
}

/// Whether nobody is asked anything: what a question is made of would be for nothing.
fn is_open(exchange: &Exchange, stage: &Stage) -> bool {
    let asks_nobody = match exchange.identified {
        Identified::Anonymous | Identified::UserPool(_) => true,
        Identified::Iam(_) | Identified::Lambda(_) => false,
    };
    asks_nobody && stage.policy.is_none() && !stage.is_private
}

fn decide(gateway: &Gateway, exchange: &Exchange, stage: &Stage) -> Result<&'static str, Refusal> {
    let question = Question::new(exchange, stage, INVOKE);
    match &exchange.identified {
        // "Authenticate, then the policy must allow": of a pool's users a policy knows none.
        Identified::Anonymous | Identified::UserPool(_) => permit_anonymous(&question),
        Identified::Iam(caller) => permit_iam(gateway, &question, caller),
        Identified::Lambda(verdict) => permit_lambda(&question, verdict),
    }
}

/// May the caller have what the stage remembers replaced? By the same table, except that nobody may
/// who is not allowed to: where no policy stands, none allows it.
pub(crate) fn may_invalidate(
    gateway: &Gateway,
    exchange: &Exchange,
) -> Result<&'static str, Refusal> {
    let Some(stage) = exchange.stage.as_deref() else {
        return Err(Refusal::UnknownStage(String::new()));
    };
    let question = Question::new(exchange, stage, INVALIDATE);
    match &exchange.identified {
        Identified::Anonymous | Identified::UserPool(_) => match &stage.policy {
            Some(_) => permit_anonymous(&question),
            None => Err(question.refuse_without_policy()),
        },
        Identified::Iam(caller) => permit_iam(gateway, &question, caller),
        Identified::Lambda(verdict) => permit_lambda(&question, verdict),
    }
}

/// A route that fits, with the stage it belongs to.
#[derive(Debug)]
pub(crate) struct Matched {
    pub(crate) stage: Arc<Stage>,
    pub(crate) endpoint: Arc<Endpoint>,
}

/// With a Lambda authorizer an explicit deny of the resource policy refuses before it is called.
pub(crate) fn refuse_beforehand(exchange: &mut Exchange) -> Result<(), Refusal> {
    let Some(stage) = exchange.stage.clone() else {
        return Ok(());
    };
    let Some(policy) = &stage.policy else {
        return Ok(());
    };
    let question = Question::new(exchange, &stage, INVOKE);
    let decision = question.of_resource_policy(policy);
    if !is_explicit(decision) {
        return Ok(());
    }
    let refusal = question.refuse_by_resource_policy(policy, decision);
    Err(record(exchange, refusal))
}

/// A private API without a policy lets nobody in ("you can't deploy your API without a resource
/// policy", API Gateway developer guide, "Create and attach an API Gateway resource policy to an API").
fn permit_anonymous(question: &Question<'_>) -> Result<&'static str, Refusal> {
    let Some(policy) = &question.stage.policy else {
        if question.stage.is_private {
            return Err(question.refuse_without_policy());
        }
        return Ok(UNRESTRICTED);
    };
    let decision = question.of_resource_policy(policy);
    if decision.is_allowed() {
        return Ok("the resource policy allows everybody who asks like this");
    }
    Err(question.refuse_by_resource_policy(policy, decision))
}

fn permit_lambda(question: &Question<'_>, verdict: &Verdict) -> Result<&'static str, Refusal> {
    let resource = question.stage.policy.as_ref();
    let by_resource = resource.map(|policy| question.of_resource_policy(policy));
    if let (Some(policy), Some(decision)) = (resource, by_resource)
        && is_explicit(decision)
    {
        return Err(question.refuse_by_resource_policy(policy, decision));
    }
    let by_authorizer = question.of_authorizer(verdict);
    if by_authorizer.is_allowed() {
        return Ok("the authorizer's policy allows it");
    }
    let explicit = is_explicit(by_authorizer);
    if !explicit && by_resource.is_some_and(|decision| decision.is_allowed()) {
        return Ok("the resource policy allows it");
    }
    Err(Refusal::DeniedByAuthorizer {
        explicit,
        explanation: Box::new(question.explain_authorizer(verdict)),
    })
}

fn permit_iam(
    gateway: &Gateway,
    question: &Question<'_>,
    caller: &identity::Caller,
) -> Result<&'static str, Refusal> {
    let stage = question.stage;
    let found = question.found_arn.iter().cloned();
    let resources: Vec<_> = found.chain([question.method_arn.clone()]).collect();
    let ask = Ask::new(question.action, &resources, &question.context).on(ResourceSide {
        account: &stage.place.account,
        policy: stage.policy.as_ref().map(resource_source),
    });
    match gateway.identity.authorize(caller, &ask) {
        Ok(_permit) => Ok("the caller's policies allow it"),
        Err(denied) => Err(Refusal::AccessDenied {
            message: question.mask(&denied.message),
            explanation: denied.explanation,
            remedies: denied.remedies,
        }),
    }
}

/// An action on the actual verb and path.
struct Question<'a> {
    stage: &'a Stage,
    action: &'static str,
    method_arn: String,
    /// With the path under which the method was found, where that is another: `/pets/` leads to `/pets`,
    /// and what a policy denies of the one must not be had by the other.
    found_arn: Option<String>,
    context: Context,
}

impl<'a> Question<'a> {
    fn new(exchange: &Exchange, stage: &'a Stage, action: &'static str) -> Self {
        let request = &exchange.request;
        let (verb, path) = (request.verb.as_str(), request.addressed.path.as_str());
        let found = path.strip_suffix('/').filter(|found| !found.is_empty());
        Self {
            stage,
            action,
            method_arn: stage.place.method_arn(verb, path),
            found_arn: found.map(|found| stage.place.method_arn(verb, found)),
            context: keys_of_nobody(exchange),
        }
    }

    /// What is decided, and about what: a Deny counts under either path.
    fn decide<'q>(
        &'q self,
        principal: &'q Principal,
        policies: &Policies<'_>,
    ) -> (Decision, Request<'q>) {
        if let Some(found) = &self.found_arn {
            let request = self.request(principal, found);
            let decision = policy::decide(&request, policies);
            if is_explicit(decision) {
                return (decision, request);
            }
        }
        let request = self.request(principal, &self.method_arn);
        (policy::decide(&request, policies), request)
    }

    fn of_resource_policy(&self, policy: &Policy) -> Decision {
        let policies = Policies {
            resource: Some(resource_source(policy)),
            ..Policies::default()
        };
        self.decide(&Principal::Anonymous, &policies).0
    }

    fn refuse_by_resource_policy(&self, policy: &Policy, decision: Decision) -> Refusal {
        let reason = match decision {
            Decision::Denied(denied) => denied.reason(self.action),
            Decision::Allowed(_) => String::new(),
        };
        let policies = Policies {
            resource: Some(resource_source(policy)),
            ..Policies::default()
        };
        self.refuse_anonymous(&policies, &reason)
    }

    fn refuse_without_policy(&self) -> Refusal {
        let reason = format!(
            "because no resource-based policy allows the {} action",
            self.action
        );
        self.refuse_anonymous(&Policies::default(), &reason)
    }

    fn refuse_anonymous(&self, policies: &Policies<'_>, reason: &str) -> Refusal {
        let message = format!(
            "User: anonymous is not authorized to perform: {} on resource: {} {reason}",
            self.action, self.method_arn
        );
        let (_, request) = self.decide(&Principal::Anonymous, policies);
        let explanation = policy::explain(&request, policies);
        Refusal::AccessDenied {
            message: self.mask(&message),
            explanation: Box::new(explanation),
            remedies: Vec::new(),
        }
    }

    fn of_authorizer(&self, verdict: &Verdict) -> Decision {
        let principal = self.principal();
        let identity = [authorizer_source(verdict)];
        let policies = Policies {
            identity: &identity,
            ..Policies::default()
        };
        self.decide(&principal, &policies).0
    }

    fn explain_authorizer(&self, verdict: &Verdict) -> Explanation {
        let principal = self.principal();
        let identity = [authorizer_source(verdict)];
        let policies = Policies {
            identity: &identity,
            ..Policies::default()
        };
        let (_, request) = self.decide(&principal, &policies);
        policy::explain(&request, &policies)
    }

    /// The policy that an authorizer returns is an identity policy, so it needs somebody who can
    /// have one: a user of the API's own account, without a name.
    fn principal(&self) -> Principal {
        let account = &self.stage.place.account;
        Principal::User {
            arn: format!(
                "arn:{}:iam::{account}:user/authorized-caller",
                model::PARTITION
            ),
        }
    }

    fn request<'q>(&'q self, principal: &'q Principal, resource: &'q str) -> Request<'q> {
        Request {
            principal,
            action: self.action,
            resource,
            resource_account: self.stage.place.account.as_str(),
            context: &self.context,
        }
    }

    fn mask(&self, message: &str) -> String {
        // The longer one first: the other is its beginning.
        let mut message = message.to_owned();
        for arn in [Some(&self.method_arn), self.found_arn.as_ref()]
            .into_iter()
            .flatten()
        {
            let masked = masked(arn, self.stage.place.account.as_str());
            message = message.replacen(arn, &masked, 1);
        }
        message
    }
}

fn resource_source(policy: &Policy) -> Source<'_> {
    Source {
        name: RESOURCE_POLICY,
        policy,
    }
}

fn authorizer_source(verdict: &Verdict) -> Source<'_> {
    Source {
        name: AUTHORIZER_POLICY,
        policy: &verdict.policy,
    }
}

fn is_explicit(decision: Decision) -> bool {
    matches!(decision, Decision::Denied(Denied::ExplicitDeny { .. }))
}

/// May anybody call through a private domain? Its policy knows of the request alone.
pub(crate) fn permit_domain(
    exchange: &mut Exchange,
    domain: &PrivateDomain,
) -> Result<(), Refusal> {
    let mut context = request_keys(exchange);
    Principal::Anonymous.describe(&mut context);
    let request = Request {
        principal: &Principal::Anonymous,
        action: INVOKE,
        resource: &domain.arn,
        resource_account: &domain.account,
        context: &context,
    };
    let policies = Policies {
        resource: domain.policy.as_ref().map(|policy| Source {
            name: DOMAIN_POLICY,
            policy,
        }),
        ..Policies::default()
    };
    let reason = match policy::decide(&request, &policies) {
        Decision::Allowed(_) => {
            exchange.permitted(StepKind::Authorization, "the domain's policy allows it");
            return Ok(());
        }
        Decision::Denied(denied) => denied.reason(INVOKE),
    };
    let (account, arn) = (domain.account.as_str(), &domain.arn);
    let shown = masked(arn, account);
    let refusal = Refusal::AccessDenied {
        message: format!(
            "User: anonymous is not authorized to perform: {INVOKE} on resource: {shown} {reason}"
        ),
        explanation: Box::new(policy::explain(&request, &policies)),
        remedies: Vec::new(),
    };
    Err(record(exchange, refusal))
}

/// AWS shows only the last four digits of the account in these messages.
fn masked(arn: &str, account: &str) -> String {
    let (_, last) = account.split_at(account.len().saturating_sub(4));
    arn.replacen(account, &format!("********{last}"), 1)
}

/// Condition keys that the request itself has (IAM user guide, "AWS global condition context
/// keys").
pub(crate) fn request_keys(exchange: &Exchange) -> Context {
    let request = &exchange.request;
    let mut keys = Context::new();
    if let Some(stage) = exchange.stage.as_deref() {
        keys.set("aws:RequestedRegion", stage.place.region.as_str());
        keys.set("aws:ResourceAccount", stage.place.account.as_str());
    }
    keys.set("aws:ViaAWSService", "false");
    if let Some(peer) = request.peer() {
        keys.set("aws:SecureTransport", peer.tls.to_string());
    }
    set_source(&mut keys, exchange);
    for (key, header) in [("aws:UserAgent", "user-agent"), ("aws:Referer", "referer")] {
        if let Some(value) = request.headers.last(header) {
            keys.set(key, value);
        }
    }
    keys.set("aws:EpochTime", request.received.seconds().to_string());
    keys.set("aws:CurrentTime", crate::clock::iso(request.received));
    keys
}

/// Through a VPC endpoint a request has the endpoint's keys, and its address under another key than
/// otherwise (IAM user guide, `aws:VpcSourceIp`). Only what is private is called through one.
fn set_source(keys: &mut Context, exchange: &Exchange) {
    let request = &exchange.request;
    let Some(peer) = request.peer() else {
        return;
    };
    let stage = exchange.stage.as_deref();
    let is_private = request.addressed.private.is_some() || stage.is_some_and(|it| it.is_private);
    let Some(endpoint) = peer.vpc_endpoint.as_deref().filter(|_| is_private) else {
        keys.set("aws:SourceIp", peer.ip.to_string());
        return;
    };
    keys.set("aws:SourceVpce", endpoint.id.as_str());
    keys.set("aws:VpcSourceIp", peer.ip.to_string());
    if let Some(vpc) = &endpoint.vpc {
        keys.set("aws:SourceVpc", vpc.as_str());
    }
}

/// The keys for somebody whom IAM does not know. Who signed is described by `identity` over them.
fn keys_of_nobody(exchange: &Exchange) -> Context {
    let mut keys = request_keys(exchange);
    Principal::Anonymous.describe(&mut keys);
    keys
}

/// Leaves the explanation of a refusal in the journal.
fn record(exchange: &mut Exchange, refusal: Refusal) -> Refusal {
    if let Some(explanation) = refusal.explanation() {
        let step = Step::between(
            StepKind::Authorization,
            Lane::Gateway,
            Lane::Policy,
            explanation.sentence.clone(),
        );
        let step = step.marked(Mark::Refused).decided(explained(explanation));
        exchange.steps.step(step);
    }
    refusal
}

/// An explanation as the journal keeps it.
pub(crate) fn explained(explanation: &Explanation) -> Explained {
    /// About what one statement of an explanation takes.
    const STATEMENT_BYTES: usize = 1024;
    let statements: usize = explanation
        .sources
        .iter()
        .map(|source| source.statements.len())
        .sum();
    let weight = STATEMENT_BYTES * (statements + 1);
    Explained::new(Arc::new(explanation.clone()), Explanation::to_text, weight)
}
