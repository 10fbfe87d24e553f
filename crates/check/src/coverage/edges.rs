//! Every call of a function that an API can make, and whether it is granted.

use model::{AuthorizationType, FunctionArn, MethodVerb, Qualifier, TEST_INVOKE_STAGE};
use policy::Nearest;
use remedy::{Entry, Identity, IdentityKind, Remedy, Target, Trust};
use serde::Serialize;

use super::landscape::{Api, Authorizer, Call, Definition, Method, Scope, Stage, Unknown};
use super::question::{Answer, Caller, Granting, Question, Refusal, account_of, stands_on};
use super::target::{self, Unaddressed};

/// `credentials` that stand for the caller's own identity.
const CALLER: &str = "arn:aws:iam::*:user/*";

/// One call: who makes it, of which function, in which way, and what the policies say.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Edge {
    /// The ARN of the API.
    pub api: String,
    pub from: From,
    /// None for an authorizer whose address is the same in all stages.
    pub stage: Option<String>,
    pub way: Way,
    /// None where the address does not say.
    pub function: Option<FunctionArn>,
    pub state: State,
    /// One sentence.
    pub why: String,
    /// All statements that grant it.
    pub granted_by: Vec<Granting>,
    /// For a call that is missing its grant: the statement that came closest.
    pub nearest: Option<Nearest>,
    /// What would grant it and nothing else.
    pub remedy: Option<Remedy>,
}

/// The part of an API that calls.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum From {
    Method { verb: MethodVerb, path: String },
    Authorizer { id: String, name: String },
}

/// As whom the function is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Way {
    /// As API Gateway itself: the function's resource policy must allow this source.
    ResourcePolicy {
        source_arn: String,
    },
    /// As a session of a role, which must trust API Gateway and be allowed.
    Role {
        arn: String,
    },
    /// As whoever called the API.
    Caller,
    Unknown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Granted,
    /// Granted, but only by statements that grant what nothing asks for.
    WiderThanNeeded,
    /// No policy allows it.
    Missing,
    /// A policy denies it, whatever allows it.
    Denied,
    /// Each caller needs the permission for itself.
    PerCaller,
    Unknown,
}

impl State {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::WiderThanNeeded => "wider than needed",
            Self::Missing => "missing",
            Self::Denied => "denied",
            Self::PerCaller => "per caller",
            Self::Unknown => "unknown",
        }
    }

    /// Whether a call ends in a refusal.
    pub const fn refuses(self) -> bool {
        matches!(self, Self::Missing | Self::Denied)
    }
}

impl Edge {
    pub fn is_test_button(&self) -> bool {
        self.stage.as_deref() == Some(TEST_INVOKE_STAGE)
    }

    /// `GET /pets` or `authorizer bearer`.
    pub fn name(&self) -> String {
        match &self.from {
            From::Method { verb, path } => format!("{verb} {path}"),
            From::Authorizer { name, .. } => format!("authorizer {name}"),
        }
    }
}

/// All calls, API by API and stage by stage; the test button comes last.
pub(super) fn all(question: &Question<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for api in &question.landscape.apis {
        for stage in &api.stages {
            let definition = stage.definition.as_ref().unwrap_or(&api.definition);
            edges.extend(of_definition(question, api, stage, definition));
        }
        let button = test_button();
        let pressed = of_definition(question, api, &button, &api.definition);
        let has_stages = !api.stages.is_empty();
        // An authorizer is called in the same way from everywhere.
        edges.extend(pressed.filter(|edge| match edge.from {
            From::Method { .. } => true,
            From::Authorizer { .. } => !has_stages,
        }));
    }
    let mut seen = std::collections::HashSet::new();
    edges.retain(|edge: &Edge| {
        let key = (
            edge.api.clone(),
            edge.from.clone(),
            edge.stage.clone(),
            edge.way.clone(),
        );
        edge.stage.is_some() || seen.insert((key, edge.function.clone()))
    });
    edges
}

/// TestInvokeMethod gets its stage variables with the call.
fn test_button() -> Stage {
    Stage {
        name: TEST_INVOKE_STAGE.to_owned(),
        variables: Err(Unknown(
            "the test button takes its stage variables with each call".to_owned(),
        )),
        definition: None,
    }
}

fn of_definition<'e>(
    question: &'e Question<'_>,
    api: &'e Api,
    stage: &'e Stage,
    definition: &'e Definition,
) -> impl Iterator<Item = Edge> + 'e {
    let site = Site {
        question,
        api,
        stage,
    };
    let methods = definition.methods.iter();
    let methods = methods.filter_map(move |method| site.method(method));
    let authorizers = definition.authorizers.iter();
    methods.chain(authorizers.map(move |authorizer| site.authorizer(authorizer)))
}

/// Where a call is made.
#[derive(Clone, Copy)]
struct Site<'e, 'a> {
    question: &'e Question<'a>,
    api: &'e Api,
    stage: &'e Stage,
}

impl Site<'_, '_> {
    fn method(&self, method: &Method) -> Option<Edge> {
        let call = method.call.as_ref()?;
        let Stage { name, .. } = self.stage;
        let source_arn = format!("{}/{name}/{}{}", self.api.arn, method.verb, method.path);
        let from = From::Method {
            verb: method.verb,
            path: method.path.clone(),
        };
        let may_pass_on = method.authorization == AuthorizationType::Iam;
        let mut edge = self.edge(from, call, source_arn);
        if edge.way == Way::Caller && !may_pass_on {
            edge.state = State::Missing;
            edge.why = String::from(
                "the caller's own identity is passed on, and the method is not AWS_IAM: there is none",
            );
        }
        Some(edge)
    }

    fn authorizer(&self, authorizer: &Authorizer) -> Edge {
        let Authorizer { id, name, call } = authorizer;
        let source_arn = format!("{}/authorizers/{id}", self.api.arn);
        let from = From::Authorizer {
            id: id.clone(),
            name: name.clone(),
        };
        let mut edge = self.edge(from, call, source_arn);
        let by_stage = call
            .uri
            .as_ref()
            .is_ok_and(|uri| uri.contains("${stageVariables."));
        if !by_stage {
            edge.stage = None;
        }
        edge
    }

    fn edge(&self, from: From, call: &Call, source_arn: String) -> Edge {
        let way = way(call, source_arn, &from);
        let addressed = call
            .uri
            .as_ref()
            .map_err(|unknown| Unaddressed::Unknown(unknown.clone()))
            .and_then(|uri| target::function(uri, &self.stage.variables));
        let edge = Edge {
            api: self.api.arn.clone(),
            from,
            stage: Some(self.stage.name.clone()),
            way,
            function: None,
            state: State::Unknown,
            why: String::new(),
            granted_by: Vec::new(),
            nearest: None,
            remedy: None,
        };
        match addressed {
            Ok(function) => self.decided(
                Edge {
                    function: Some(function.clone()),
                    ..edge
                },
                &function,
            ),
            Err(unaddressed) => Edge {
                state: match unaddressed {
                    Unaddressed::Unknown(_) => State::Unknown,
                    Unaddressed::NoVariable { .. } | Unaddressed::NoFunction { .. } => {
                        State::Missing
                    }
                },
                why: unaddressed.to_string(),
                ..edge
            },
        }
    }

    fn decided(&self, edge: Edge, function: &FunctionArn) -> Edge {
        if let Some((state, why)) = self.nobody_there(function) {
            return Edge { state, why, ..edge };
        }
        match &edge.way {
            Way::ResourcePolicy { source_arn } => {
                let source = Caller {
                    arn: source_arn,
                    account: &self.api.account,
                };
                let answer = self.question.of_service(&source, function);
                with_answer(edge, answer, |edge, fix| on_function(edge, function, fix))
            }
            Way::Role { arn } => self.by_role(arn.clone().as_str(), edge, function),
            Way::Caller => Edge {
                state: State::PerCaller,
                why: format!("each caller needs lambda:InvokeFunction on {function}"),
                ..edge
            },
            Way::Unknown => Edge {
                why: "it is not known as whom the function is called".to_owned(),
                ..edge
            },
        }
    }

    /// A function or qualifier that does not exist, or of which nothing is known.
    fn nobody_there(&self, function: &FunctionArn) -> Option<(State, String)> {
        let Some(read) = self.question.function(function) else {
            return Some(match self.question.landscape.scope {
                Scope::Whole => (State::Missing, format!("there is no function {function}")),
                Scope::Part => (
                    State::Unknown,
                    format!("{} is not described here", function.unqualified()),
                ),
            });
        };
        let qualifier = function.qualifier.as_ref()?;
        let exists = match (qualifier, &read.function.qualifiers) {
            (Qualifier::Latest, _) | (_, None) => true,
            (Qualifier::Version(_) | Qualifier::Alias(_), Some(known)) => known.contains(qualifier),
        };
        let kind = match qualifier {
            Qualifier::Alias(_) => "alias",
            Qualifier::Latest | Qualifier::Version(_) => "version",
        };
        (!exists).then(|| {
            let name = &function.name;
            (
                State::Missing,
                format!("the function {name} has no {kind} {qualifier}"),
            )
        })
    }

    fn by_role(&self, arn: &str, edge: Edge, function: &FunctionArn) -> Edge {
        let Some(role) = self.question.role(arn) else {
            let (state, why) = match self.question.landscape.scope {
                Scope::Whole => (State::Missing, format!("there is no role {arn}")),
                Scope::Part => (
                    State::Unknown,
                    format!("the role {arn} is not described here"),
                ),
            };
            return Edge { state, why, ..edge };
        };
        match self.question.of_trust(role) {
            Answer::Granted(_) => {
                let answer = self.question.of_role(role, function);
                with_answer(edge, answer, |_, fix| on_role(arn, function, fix))
            }
            other => with_answer(edge, other, |_, fix| {
                let document = role.role.trust.as_ref().ok();
                let trust = Trust {
                    role_name: last(arn),
                    document: document.map(String::as_str),
                };
                remedy::render(fix, &Target::Trust(trust))
            }),
        }
    }
}

fn way(call: &Call, source_arn: String, from: &From) -> Way {
    match &call.credentials {
        None => Way::ResourcePolicy { source_arn },
        Some(Err(_)) => Way::Unknown,
        Some(Ok(arn)) if arn == CALLER && matches!(from, From::Method { .. }) => Way::Caller,
        Some(Ok(arn)) => Way::Role { arn: arn.clone() },
    }
}

fn with_answer(
    edge: Edge,
    answer: Answer,
    render: impl FnOnce(&Edge, &policy::Fix) -> Remedy,
) -> Edge {
    match answer {
        Answer::Granted(granted_by) => Edge {
            state: State::Granted,
            why: granted(&granted_by),
            granted_by,
            ..edge
        },
        Answer::Unknown(why) => Edge {
            state: State::Unknown,
            why,
            ..edge
        },
        Answer::Refused(refusal) => {
            let Refusal {
                explanation,
                fix,
                denied,
            } = *refusal;
            Edge {
                state: if denied {
                    State::Denied
                } else {
                    State::Missing
                },
                remedy: fix.map(|fix| render(&edge, &fix)),
                why: explanation.sentence,
                nearest: explanation.nearest,
                ..edge
            }
        }
    }
}

fn granted(by: &[Granting]) -> String {
    match by {
        [] => "it may".to_owned(),
        [
            Granting {
                policy,
                sid,
                statement,
            },
            ..,
        ] => match sid {
            Some(sid) => format!("statement {sid:?} of {policy} allows it"),
            None => format!("statement {} of {policy} allows it", statement + 1),
        },
    }
}

fn on_function(edge: &Edge, target: &FunctionArn, fix: &policy::Fix) -> Remedy {
    let stands_on = stands_on(target);
    let qualifier = stands_on.qualifier.map(|qualifier| qualifier.to_string());
    let name = target.name.to_string();
    let statement_id = statement_id(edge);
    let method;
    let entry = match &edge.from {
        From::Method { verb, path } => {
            method = verb.to_string();
            Entry::Integration {
                method: &method,
                path,
            }
        }
        From::Authorizer { name, .. } => Entry::Authorizer { name },
    };
    let function = remedy::Function {
        name: &name,
        qualifier: qualifier.as_deref(),
        region: target.region.as_str(),
        account: target.account.as_str(),
        elsewhere: account_of(&edge.api) != target.account.as_str(),
        statement_id: &statement_id,
        entry: Some(entry),
    };
    remedy::render(fix, &Target::Function(function))
}

/// Says for whom the statement is; the same for the same call.
fn statement_id(edge: &Edge) -> String {
    let api = edge.api.rsplit(':').next().unwrap_or_default();
    let stage = edge.stage.as_deref().unwrap_or("all");
    readable(&format!("{api}-{stage}-{}", edge.name()))
}

/// Letters, digits, hyphens and underscores, at most 100 as AddPermission takes them, with a mark
/// that tells apart what reads the same.
pub(super) fn readable(text: &str) -> String {
    let mut id = String::new();
    for letter in text.chars().take(80) {
        let fits = letter.is_ascii_alphanumeric() || letter == '_';
        match (fits, id.ends_with('-')) {
            (true, _) => id.push(letter),
            (false, false) => id.push('-'),
            (false, true) => {}
        }
    }
    format!("{}-{:08x}", id.trim_matches('-'), fingerprint(text))
}

/// FNV-1a, folded to 32 bits.
fn fingerprint(text: &str) -> u32 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325, step);
    u32::try_from((hash >> 32) ^ (hash & 0xffff_ffff)).unwrap_or_default()
}

fn on_role(arn: &str, function: &FunctionArn, fix: &policy::Fix) -> Remedy {
    let policy_name = readable(&format!("invoke-{function}"));
    let asked = format!("{} on {function}", super::question::INVOKE);
    let target = match fix {
        policy::Fix::Add(addition) if addition.layer == policy::Layer::Identity => {
            Target::Identity(Identity {
                kind: IdentityKind::Role,
                name: last(arn),
                policy_name: &policy_name,
            })
        }
        policy::Fix::Add(_) | policy::Fix::RemoveDeny(_) | policy::Fix::NarrowDeny { .. } => {
            Target::Elsewhere { asked: &asked }
        }
    };
    remedy::render(fix, &target)
}

fn last(arn: &str) -> &str {
    arn.rsplit('/').next().unwrap_or(arn)
}
