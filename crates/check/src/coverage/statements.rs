//! What each statement of a function's resource policy is good for, and what it grants beyond.
//!
//! Nothing is read off the text of a pattern: the policy engine is asked about every call that is
//! declared, and about calls that are not, and what a statement lets through tells its reach.

use std::collections::{BTreeSet, HashMap};

use model::{FunctionArn, MethodVerb, TEST_INVOKE_STAGE};
use policy::Effect;
use serde::Serialize;

use super::edges::{Edge, State, Way};
use super::landscape::{Api, Scope};
use super::question::{Caller, Question, ReadPolicy, account_of};

/// An account and an id that nobody has.
const NO_ACCOUNT: &str = "999999999999";
const NO_API: &str = "zzzzzzzzzz";
const NO_NAME: &str = "portcullis-probe";

/// One statement and its worth.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StatementReport {
    /// With the qualifier on whose policy it stands.
    pub function: FunctionArn,
    pub sid: String,
    /// Which permission of the qualifier, from zero.
    pub index: usize,
    pub worth: Worth,
    pub reach: Option<Reach>,
    /// One sentence.
    pub why: String,
    /// Which of the edges it grants, by their places in the analysis.
    pub grants: Vec<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Worth {
    /// It grants what is declared, and nothing else but other stages.
    Needed,
    /// It grants what is declared, and more.
    WiderThanNeeded,
    /// Another statement grants all that it grants.
    Shadowed,
    /// Another statement grants exactly the same.
    Duplicate,
    /// What it grants is not declared: the API, the stage or the method is gone.
    Orphaned,
    /// It is for somebody else than API Gateway.
    ForOthers,
    Unknown,
}

impl Worth {
    pub const fn name(self) -> &'static str {
        match self {
            Self::Needed => "needed",
            Self::WiderThanNeeded => "wider than needed",
            Self::Shadowed => "shadowed",
            Self::Duplicate => "duplicate",
            Self::Orphaned => "orphaned",
            Self::ForOthers => "for others",
            Self::Unknown => "unknown",
        }
    }
}

/// What a statement grants API Gateway beyond the calls that are declared, from little to much.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// Nothing.
    Exact,
    /// The same methods in stages that do not exist yet.
    AnyStage,
    /// Methods, paths or authorizers that do not call this function.
    Beyond,
    /// Every method and path of an API.
    WholeApi,
    /// Every API of the account.
    AnyApi,
    /// APIs of every account: the confused deputy.
    Anyone,
}

impl Reach {
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Exact => "it grants exactly what is declared",
            Self::AnyStage => "it grants the method in any stage",
            Self::Beyond => "it also grants methods or paths that do not call this function",
            Self::WholeApi => "it grants every method and path of the API",
            Self::AnyApi => "it grants every API of the account",
            Self::Anyone => "it grants the APIs of every account: a confused deputy",
        }
    }
}

/// The size of one resource policy beside what AWS allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Budget {
    pub function: FunctionArn,
    pub bytes: usize,
    /// 20,480 ("Lambda quotas").
    pub limit: usize,
    pub statements: usize,
}

/// Bytes of a whole resource policy ("Lambda quotas").
pub const MOST_POLICY_BYTES: usize = 20_480;

/// A call that is declared, or that nobody declared.
struct Probe {
    source_arn: String,
    account: String,
    reach: Reach,
    /// The verb of a probe for the whole of an API, with the stage.
    whole: Option<(String, MethodVerb)>,
}

/// What one statement lets through.
#[derive(Default)]
struct Passes {
    edges: BTreeSet<usize>,
    /// Declared calls of other functions.
    foreign: BTreeSet<usize>,
    probes: BTreeSet<usize>,
}

impl Passes {
    fn contains(&self, other: &Self) -> bool {
        self.edges.is_superset(&other.edges)
            && self.foreign.is_superset(&other.foreign)
            && self.probes.is_superset(&other.probes)
    }

    fn equals(&self, other: &Self) -> bool {
        self.contains(other) && other.contains(self)
    }
}

pub(super) fn all(question: &Question<'_>, edges: &[Edge]) -> (Vec<StatementReport>, Vec<Budget>) {
    let mut reports = Vec::new();
    let mut budgets = Vec::new();
    for function in question.functions() {
        for (qualifier, policy) in &function.policies {
            if policy.permissions.is_empty() {
                continue;
            }
            let target = function.function.arn.with_qualifier(qualifier.clone());
            budgets.push(budget(&target, policy));
            reports.extend(of_policy(question, edges, &target, policy));
        }
    }
    (reports, budgets)
}

fn budget(target: &FunctionArn, policy: &ReadPolicy<'_>) -> Budget {
    let texts = policy.permissions.iter();
    let texts: Vec<&str> = texts
        .filter_map(|it| it.statement.as_deref().ok())
        .collect();
    Budget {
        function: target.clone(),
        bytes: super::question::composed(&texts).len(),
        limit: MOST_POLICY_BYTES,
        statements: policy.permissions.len(),
    }
}

fn of_policy(
    question: &Question<'_>,
    edges: &[Edge],
    target: &FunctionArn,
    policy: &ReadPolicy<'_>,
) -> Vec<StatementReport> {
    let mut passes = passes_of_calls(question, edges, (target, policy));
    let touched = touched(edges, &passes);
    let probes = probes(question, target, &touched);
    for (at, probe) in probes.iter().enumerate() {
        let source = Caller {
            arn: &probe.source_arn,
            account: &probe.account,
        };
        for statement in question.statements(policy, &source, target) {
            if let Some(passes) = passes.get_mut(statement) {
                passes.probes.insert(at);
            }
        }
    }
    let known = policy.places.iter().enumerate().map(|(statement, place)| {
        let judged = Judged {
            question,
            policy,
            target,
            statement,
            passes: &passes,
            probes: &probes,
        };
        judged.report(*place)
    });
    let mut reports: Vec<StatementReport> = known.collect();
    reports.extend(unread(target, policy));
    reports.sort_by_key(|report| report.index);
    reports
}

/// For each statement of the policy, which declared calls it lets in.
fn passes_of_calls(
    question: &Question<'_>,
    edges: &[Edge],
    (target, policy): (&FunctionArn, &ReadPolicy<'_>),
) -> Vec<Passes> {
    let mut passes: Vec<Passes> = Vec::new();
    passes.resize_with(policy.places.len(), Passes::default);
    for ((source_arn, account), callers) in &declared(question, edges) {
        let source = Caller {
            arn: source_arn,
            account,
        };
        for statement in question.statements(policy, &source, target) {
            let Some(passes) = passes.get_mut(statement) else {
                continue;
            };
            for at in callers {
                let calls_this = edges.get(*at).is_some_and(|edge| calls(edge, target));
                let seen = if calls_this {
                    &mut passes.edges
                } else {
                    &mut passes.foreign
                };
                seen.insert(*at);
            }
        }
    }
    passes
}

/// Statements of which nothing can be said.
fn unread(target: &FunctionArn, policy: &ReadPolicy<'_>) -> Vec<StatementReport> {
    let permissions = policy.permissions.iter().enumerate();
    let unread = permissions.filter_map(|(index, permission)| {
        let unknown = permission.statement.as_ref().err()?;
        Some(StatementReport {
            function: target.clone(),
            sid: permission.sid.clone(),
            index,
            worth: Worth::Unknown,
            reach: None,
            why: unknown.to_string(),
            grants: Vec::new(),
        })
    });
    unread.collect()
}

type Source = (String, String);

/// The sources of all declared calls by the service itself, and which edges they are.
fn declared(question: &Question<'_>, edges: &[Edge]) -> HashMap<Source, Vec<usize>> {
    let accounts: HashMap<&str, &str> = question
        .landscape
        .apis
        .iter()
        .map(|api| (api.arn.as_str(), api.account.as_str()))
        .collect();
    let mut declared: HashMap<Source, Vec<usize>> = HashMap::new();
    for (at, edge) in edges.iter().enumerate() {
        let Way::ResourcePolicy { source_arn } = &edge.way else {
            continue;
        };
        let account = accounts.get(edge.api.as_str()).copied().unwrap_or_default();
        let source = (source_arn.clone(), account.to_owned());
        declared.entry(source).or_default().push(at);
    }
    declared
}

/// Whether the edge calls what the policy of `target` speaks for.
fn calls(edge: &Edge, target: &FunctionArn) -> bool {
    let called = edge.function.as_ref().map(super::question::stands_on);
    called.as_ref() == Some(target)
}

/// The APIs of which something is granted, or that call the function.
fn touched<'e>(edges: &'e [Edge], passes: &[Passes]) -> BTreeSet<&'e str> {
    let granted = passes
        .iter()
        .flat_map(|it| it.edges.iter().chain(&it.foreign));
    let granted = granted.filter_map(|at| edges.get(*at));
    granted.map(|edge| edge.api.as_str()).collect()
}

fn probes(question: &Question<'_>, target: &FunctionArn, touched: &BTreeSet<&str>) -> Vec<Probe> {
    let region = target.region.as_str();
    let own = target.account.as_str();
    let mut probes = vec![
        elsewhere(region, NO_ACCOUNT, Reach::Anyone),
        elsewhere(region, own, Reach::AnyApi),
    ];
    let apis = question.landscape.apis.iter();
    for api in apis.filter(|api| touched.contains(api.arn.as_str())) {
        if api.account != own {
            probes.push(elsewhere(region, &api.account, Reach::AnyApi));
        }
        probes.extend(of_api(api));
    }
    probes
}

fn elsewhere(region: &str, account: &str, reach: Reach) -> Probe {
    Probe {
        source_arn: format!(
            "arn:aws:execute-api:{region}:{account}:{NO_API}/{NO_NAME}/GET/{NO_NAME}"
        ),
        account: account.to_owned(),
        reach,
        whole: None,
    }
}

fn of_api(api: &Api) -> Vec<Probe> {
    let probe = |rest: String, reach, whole| Probe {
        source_arn: format!("{}/{rest}", api.arn),
        account: api.account.clone(),
        reach,
        whole,
    };
    let stages = api.stages.iter().map(|stage| stage.name.as_str());
    let stages: Vec<&str> = stages.chain([TEST_INVOKE_STAGE]).collect();
    let mut probes = vec![probe(format!("authorizers/{NO_API}"), Reach::Beyond, None)];
    for stage in &stages {
        for verb in MethodVerb::ALL {
            let whole = Some(((*stage).to_owned(), *verb));
            probes.push(probe(
                format!("{stage}/{verb}/{NO_NAME}"),
                Reach::Beyond,
                whole,
            ));
        }
    }
    let definitions = api
        .stages
        .iter()
        .filter_map(|stage| stage.definition.as_ref());
    let definitions = definitions.chain([&api.definition]);
    let mut places: BTreeSet<(&str, MethodVerb)> = BTreeSet::new();
    for definition in definitions {
        let methods = definition.methods.iter();
        places.extend(methods.map(|method| (method.path.as_str(), method.verb)));
    }
    for (path, verb) in &places {
        probes.push(probe(
            format!("{NO_NAME}/{verb}{path}"),
            Reach::AnyStage,
            None,
        ));
        for stage in &stages {
            let below = path.trim_end_matches('/');
            for rest in [
                format!("{stage}/{verb}{below}/{NO_NAME}"),
                format!("{stage}/{verb}{path}-{NO_NAME}"),
            ] {
                probes.push(probe(rest, Reach::Beyond, None));
            }
            for other in MethodVerb::ALL {
                if !places.contains(&(*path, *other)) {
                    probes.push(probe(format!("{stage}/{other}{path}"), Reach::Beyond, None));
                }
            }
        }
    }
    probes
}

struct Judged<'j, 'a> {
    question: &'j Question<'a>,
    policy: &'j ReadPolicy<'a>,
    target: &'j FunctionArn,
    /// The place among the known statements.
    statement: usize,
    passes: &'j [Passes],
    probes: &'j [Probe],
}

impl Judged<'_, '_> {
    fn report(&self, index: usize) -> StatementReport {
        let sid = self.policy.permissions.get(index).map(|it| it.sid.clone());
        let passes = self.passes.get(self.statement);
        let (worth, reach, why) = self.judge();
        StatementReport {
            function: self.target.clone(),
            sid: sid.unwrap_or_default(),
            index,
            worth,
            reach,
            why,
            grants: passes.map_or_else(Vec::new, |it| it.edges.iter().copied().collect()),
        }
    }

    fn judge(&self) -> (Worth, Option<Reach>, String) {
        let Some(passes) = self.passes.get(self.statement) else {
            return (Worth::Unknown, None, "it can't be read".to_owned());
        };
        let nothing = passes.edges.is_empty() && passes.foreign.is_empty();
        let reach = self.reach(passes);
        if nothing && passes.probes.is_empty() {
            return self.without_effect();
        }
        if passes.edges.is_empty() {
            let why = if passes.foreign.is_empty() {
                "no method and no authorizer of the APIs calls this function by it"
            } else {
                "what it fits calls another function or qualifier"
            };
            return (
                Worth::Orphaned,
                Some(reach),
                format!("{why}; {}", reach.sentence()),
            );
        }
        if let Some((worth, why)) = self.beside(passes) {
            return (worth, Some(reach), why);
        }
        let worth = if reach > Reach::AnyStage {
            Worth::WiderThanNeeded
        } else {
            Worth::Needed
        };
        (worth, Some(reach), reach.sentence().to_owned())
    }

    fn reach(&self, passes: &Passes) -> Reach {
        let passed = || passes.probes.iter().filter_map(|at| self.probes.get(*at));
        let mut reach = passed()
            .map(|probe| probe.reach)
            .max()
            .unwrap_or(Reach::Exact);
        if !passes.foreign.is_empty() {
            reach = reach.max(Reach::Beyond);
        }
        let mut by_stage: HashMap<&str, usize> = HashMap::new();
        for (stage, _) in passed().filter_map(|probe| probe.whole.as_ref()) {
            *by_stage.entry(stage).or_default() += 1;
        }
        if by_stage
            .values()
            .any(|verbs| *verbs >= MethodVerb::ALL.len())
        {
            reach = reach.max(Reach::WholeApi);
        }
        reach
    }

    /// Another statement that does as much.
    fn beside(&self, passes: &Passes) -> Option<(Worth, String)> {
        let others = self.passes.iter().enumerate();
        let mut others = others.filter(|(at, _)| *at != self.statement);
        let (at, other) = others.find(|(at, other)| {
            other.contains(passes) && (*at < self.statement || !other.equals(passes))
        })?;
        let index = self.policy.places.get(at)?;
        let sid = &self.policy.permissions.get(*index)?.sid;
        Some(if other.equals(passes) {
            (
                Worth::Duplicate,
                format!("statement {sid:?} grants the same"),
            )
        } else {
            (
                Worth::Shadowed,
                format!("statement {sid:?} grants all of it and more"),
            )
        })
    }

    /// It lets none of the calls through: is it for somebody else, or for what is gone?
    fn without_effect(&self) -> (Worth, Option<Reach>, String) {
        let source = elsewhere(
            self.target.region.as_str(),
            self.target.account.as_str(),
            Reach::AnyApi,
        );
        let caller = Caller {
            arn: &source.source_arn,
            account: &source.account,
        };
        let explained = self.question.explained(self.policy, &caller, self.target);
        let statement = explained.as_ref().and_then(|explained| {
            let source = explained.sources.first()?;
            source.statements.get(self.statement)
        });
        let Some(statement) = statement else {
            return (Worth::Unknown, None, "it can't be read".to_owned());
        };
        if statement.effect == Effect::Deny {
            return (Worth::ForOthers, None, "it denies".to_owned());
        }
        let conditions = |name: &str| name.starts_with("Condition ");
        let other = statement
            .elements
            .iter()
            .find(|it| !it.matched && !conditions(&it.element));
        if let Some(element) = other {
            let phrase = element.phrase.clone().unwrap_or_default();
            return (Worth::ForOthers, None, format!("it {phrase}"));
        }
        let patterns = statement
            .elements
            .iter()
            .filter(|it| it.element.to_ascii_lowercase().ends_with("aws:sourcearn"))
            .flat_map(|it| &it.patterns);
        let patterns: Vec<&str> = patterns.map(String::as_str).collect();
        self.gone(&patterns)
    }

    fn gone(&self, patterns: &[&str]) -> (Worth, Option<Reach>, String) {
        let named = |api: &Api, pattern: &str| {
            let resource = pattern.splitn(6, ':').nth(5).unwrap_or_default();
            resource.split('/').next() == Some(api.id())
        };
        let apis = &self.question.landscape.apis;
        let known = |pattern: &&str| apis.iter().any(|api| named(api, pattern));
        let ours = |pattern: &&str| {
            let account = account_of(pattern);
            apis.iter().any(|api| api.account == account) || account == self.target.account.as_str()
        };
        let shown = patterns.join(", ");
        let judged = match self.question.landscape.scope {
            Scope::Whole => patterns.iter().any(ours) || patterns.is_empty(),
            Scope::Part => patterns.iter().any(known),
        };
        if !judged {
            let why = format!("{shown} is of an API that is not described here");
            return (Worth::Unknown, None, why);
        }
        let why = if patterns.iter().any(known) {
            format!("no method, stage or authorizer of the API fits {shown}")
        } else {
            format!("there is no API that fits {shown}")
        };
        (Worth::Orphaned, None, why)
    }
}

/// Edges that only wide statements grant are wider than needed.
pub(super) fn mark_wide(edges: &mut [Edge], reports: &[StatementReport]) {
    let mut least: HashMap<usize, Reach> = HashMap::new();
    for report in reports {
        let Some(reach) = report.reach else { continue };
        for at in &report.grants {
            let known = least.entry(*at).or_insert(reach);
            *known = (*known).min(reach);
        }
    }
    for (at, edge) in edges.iter_mut().enumerate() {
        let Some(reach) = least.get(&at).copied() else {
            continue;
        };
        if edge.state == State::Granted && reach > Reach::AnyStage {
            edge.state = State::WiderThanNeeded;
            edge.why = format!("{}; {}", edge.why, reach.sentence());
        }
    }
}
