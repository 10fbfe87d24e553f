//! The smallest set of statements that grants the same: found by trying, proved by the policy engine
//! over every call that is declared.

use std::collections::{BTreeMap, BTreeSet};

use model::{FunctionArn, TEST_INVOKE_STAGE};
use policy::{Kind, Policy, Source};
use serde::Serialize;

use super::edges::{self, Edge, Way, readable};
use super::landscape::{Landscape, Permission};
use super::question::{
    Caller, INVOKE, PRINCIPAL, Question, ReadPolicy, composed, grants as asked, stands_on,
};

/// What to change so that a policy says the same in fewer statements.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Compaction {
    /// With the qualifier on whose policy it stands.
    pub function: FunctionArn,
    /// Statement ids that stay as they are.
    pub keep: Vec<String>,
    /// Statement ids that go.
    pub remove: Vec<String>,
    pub add: Vec<NewGrant>,
    pub bytes_before: usize,
    pub bytes_after: usize,
    /// How many calls were decided by both sets, with the same answers.
    pub proved_over: usize,
}

/// A permission for API Gateway.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewGrant {
    pub sid: String,
    pub source_arn: String,
    /// The JSON of the statement.
    pub statement: String,
}

impl Compaction {
    /// Whether there is anything to do.
    pub fn changes(&self) -> bool {
        !self.remove.is_empty()
    }
}

/// Why no smaller set was made out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotCompacted {
    #[error("there is no function {0}")]
    NoFunction(FunctionArn),
    #[error("{0} has no resource policy")]
    NoPolicy(FunctionArn),
    #[error("{function} has a statement that can't be read, so that nothing can be proved: {why}")]
    Unreadable { function: FunctionArn, why: String },
    #[error("a smaller set for {0} was found, but did not decide alike; nothing is proposed")]
    NotProved(FunctionArn),
}

pub fn compact(landscape: &Landscape, target: &FunctionArn) -> Result<Compaction, NotCompacted> {
    let question = Question::new(landscape);
    let target = stands_on(target);
    let read = question
        .function(&target)
        .ok_or_else(|| NotCompacted::NoFunction(target.clone()))?;
    let policy = read
        .policy(&target)
        .filter(|policy| !policy.permissions.is_empty())
        .ok_or_else(|| NotCompacted::NoPolicy(target.clone()))?;
    if let Some(why) = unreadable(policy) {
        let function = target;
        return Err(NotCompacted::Unreadable { function, why });
    }
    let edges = edges::all(&question);
    Search::new(&question, policy, &target, &edges).proposal()
}

fn unreadable(policy: &ReadPolicy<'_>) -> Option<String> {
    let unknown = policy.unknown.first().map(ToString::to_string);
    unknown.or_else(|| policy.policy.as_ref().err().cloned())
}

/// A source that calls, or could.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Calling {
    arn: String,
    account: String,
}

struct Search<'s, 'a> {
    question: &'s Question<'a>,
    policy: &'s ReadPolicy<'a>,
    target: &'s FunctionArn,
    /// Every declared call as the service itself.
    universe: Vec<Calling>,
    /// Which of them are granted now.
    granted: BTreeSet<usize>,
    /// Which of them each statement grants.
    by_statement: Vec<BTreeSet<usize>>,
}

/// A statement that could stand in the new set.
struct Candidate<'s> {
    kept: Option<&'s Permission>,
    source_arn: String,
    covers: BTreeSet<usize>,
}

impl<'s, 'a> Search<'s, 'a> {
    fn new(
        question: &'s Question<'a>,
        policy: &'s ReadPolicy<'a>,
        target: &'s FunctionArn,
        edges: &[Edge],
    ) -> Self {
        let universe: Vec<Calling> = declared(question, edges).into_iter().collect();
        let mut by_statement = vec![BTreeSet::new(); policy.places.len()];
        for (at, calling) in universe.iter().enumerate() {
            for statement in question.statements(policy, &calling.as_caller(), target) {
                if let Some(covers) = by_statement.get_mut(statement) {
                    covers.insert(at);
                }
            }
        }
        Self {
            question,
            policy,
            target,
            granted: by_statement.iter().flatten().copied().collect(),
            universe,
            by_statement,
        }
    }

    fn proposal(&self) -> Result<Compaction, NotCompacted> {
        let (ours, others): (Vec<_>, Vec<_>) = self
            .policy
            .permissions
            .iter()
            .zip(&self.by_statement)
            .partition(|(_, covers)| !covers.is_empty());
        let chosen = self.cover(&ours);
        let kept: Vec<&Permission> = chosen.iter().filter_map(|it| it.kept).collect();
        let add: Vec<NewGrant> = chosen.iter().filter_map(|it| self.new_grant(it)).collect();
        let others: Vec<&Permission> = others.iter().map(|(it, _)| *it).collect();
        let stays = |one: &&Permission| {
            kept.iter()
                .chain(&others)
                .any(|other| std::ptr::eq(*one, *other))
        };
        let (keep, remove): (Vec<&Permission>, Vec<&Permission>) =
            self.policy.permissions.iter().partition(stays);
        let texts = keep.iter().filter_map(|it| it.statement.as_deref().ok());
        let texts: Vec<&str> = texts
            .chain(add.iter().map(|it| it.statement.as_str()))
            .collect();
        let after = composed(&texts);
        let before: Vec<&str> = self.policy.permissions.iter().filter_map(text).collect();
        let smaller = texts.len() < before.len();
        if !smaller {
            return Ok(self.unchanged(composed(&before).len()));
        }
        self.prove(&after)?;
        let sids = |them: &[&Permission]| them.iter().map(|it| it.sid.clone()).collect();
        Ok(Compaction {
            function: self.target.clone(),
            keep: sids(&keep),
            remove: sids(&remove),
            add,
            bytes_before: composed(&before).len(),
            bytes_after: after.len(),
            proved_over: self.universe.len(),
        })
    }

    fn unchanged(&self, bytes: usize) -> Compaction {
        let sids = self.policy.permissions.iter().map(|it| it.sid.clone());
        Compaction {
            function: self.target.clone(),
            keep: sids.collect(),
            remove: Vec::new(),
            add: Vec::new(),
            bytes_before: bytes,
            bytes_after: bytes,
            proved_over: self.universe.len(),
        }
    }

    /// Both sets decide every declared call alike.
    fn prove(&self, after: &str) -> Result<(), NotCompacted> {
        let failed = || NotCompacted::NotProved(self.target.clone());
        let policy = Policy::parse(after, Kind::Resource).map_err(|_| failed())?;
        let alike = self.universe.iter().enumerate().all(|(at, calling)| {
            let now = self.grants(&policy, calling);
            now == self.granted.contains(&at)
        });
        alike.then_some(()).ok_or_else(failed)
    }

    fn grants(&self, policy: &Policy, calling: &Calling) -> bool {
        let name = self.policy.name.as_str();
        asked(
            self.question,
            Source { name, policy },
            &calling.as_caller(),
            self.target,
        )
    }

    /// Greedy: what grants most of what is still to be granted; of equals what is there already,
    /// then the pattern with fewer stars, then the longer one.
    fn cover(&self, ours: &[(&'s Permission, &BTreeSet<usize>)]) -> Vec<Candidate<'s>> {
        let mut candidates: Vec<Candidate<'s>> = ours
            .iter()
            .map(|(permission, covers)| Candidate {
                kept: Some(permission),
                source_arn: String::new(),
                covers: (*covers).clone(),
            })
            .collect();
        candidates.extend(self.patterns());
        let mut left = self.granted.clone();
        let mut chosen = Vec::new();
        while !left.is_empty() {
            let best = candidates.iter().enumerate().max_by_key(|(at, candidate)| {
                let gain = candidate.covers.intersection(&left).count();
                let stars = candidate.source_arn.matches('*').count();
                let kept = candidate.kept.is_some();
                let narrow = candidate.source_arn.len();
                (
                    gain,
                    kept,
                    std::cmp::Reverse(stars),
                    narrow,
                    std::cmp::Reverse(*at),
                )
            });
            let Some((at, best)) = best else { break };
            if best.covers.is_disjoint(&left) {
                break;
            }
            left = left.difference(&best.covers).copied().collect();
            chosen.push(candidates.swap_remove(at));
        }
        chosen
    }

    /// Patterns of one API each that grant nothing that is not granted now.
    fn patterns(&self) -> Vec<Candidate<'s>> {
        let mut texts: BTreeSet<String> = BTreeSet::new();
        for at in &self.granted {
            if let Some(calling) = self.universe.get(*at) {
                texts.extend(generalised(&calling.arn));
            }
        }
        let found = texts.into_iter().filter_map(|source_arn| {
            let policy = Policy::parse(
                &composed(&[&statement("s", self.target, &source_arn)]),
                Kind::Resource,
            )
            .ok()?;
            let all = self.universe.iter().enumerate();
            let covers = all.filter(|(_, calling)| self.grants(&policy, calling));
            let covers: BTreeSet<usize> = covers.map(|(at, _)| at).collect();
            covers.is_subset(&self.granted).then_some(Candidate {
                kept: None,
                source_arn,
                covers,
            })
        });
        found.collect()
    }

    fn new_grant(&self, candidate: &Candidate<'_>) -> Option<NewGrant> {
        if candidate.kept.is_some() {
            return None;
        }
        let source_arn = candidate.source_arn.clone();
        let api = source_arn.splitn(6, ':').nth(5).unwrap_or_default();
        let sid = readable(&format!("compact-{api}"));
        Some(NewGrant {
            statement: statement(&sid, self.target, &source_arn),
            sid,
            source_arn,
        })
    }
}

impl Calling {
    fn as_caller(&self) -> Caller<'_> {
        Caller {
            arn: &self.arn,
            account: &self.account,
        }
    }
}

fn text(permission: &Permission) -> Option<&str> {
    permission.statement.as_deref().ok()
}

fn declared(question: &Question<'_>, edges: &[Edge]) -> BTreeSet<Calling> {
    let accounts: BTreeMap<&str, &str> = question
        .landscape
        .apis
        .iter()
        .map(|api| (api.arn.as_str(), api.account.as_str()))
        .collect();
    let ways = edges.iter().filter_map(|edge| match &edge.way {
        Way::ResourcePolicy { source_arn } => Some(Calling {
            arn: source_arn.clone(),
            account: accounts.get(edge.api.as_str()).copied()?.to_owned(),
        }),
        Way::Role { .. } | Way::Caller | Way::Unknown => None,
    });
    ways.collect()
}

/// A source, and the patterns that mean it and its like: any stage, any verb, what is below each
/// part of the path. Never another API.
fn generalised(source_arn: &str) -> Vec<String> {
    let Some((api, rest)) = source_arn.split_once('/') else {
        return Vec::new();
    };
    let mut parts = rest.splitn(3, '/');
    let (Some(stage), Some(verb), Some(path)) = (parts.next(), parts.next(), parts.next()) else {
        return vec![source_arn.to_owned(), format!("{api}/authorizers/*")];
    };
    let mut paths = vec![path.to_owned(), "*".to_owned()];
    let below = path.match_indices('/').map(|(at, _)| at);
    paths.extend(below.filter_map(|at| Some(format!("{}/*", path.get(..at)?))));
    let mut found = Vec::new();
    for stage in [stage, "*"]
        .into_iter()
        .filter(|stage| *stage != TEST_INVOKE_STAGE)
    {
        for verb in [verb, "*"] {
            found.extend(
                paths
                    .iter()
                    .map(|path| format!("{api}/{stage}/{verb}/{path}")),
            );
        }
    }
    found.push(source_arn.to_owned());
    found
}

/// As AddPermission composes it.
pub(super) fn statement(sid: &str, target: &FunctionArn, source_arn: &str) -> String {
    serde_json::json!({
        "Sid": sid,
        "Effect": "Allow",
        "Principal": { "Service": PRINCIPAL },
        "Action": INVOKE,
        "Resource": target.to_string(),
        "Condition": { "ArnLike": { "AWS:SourceArn": source_arn } },
    })
    .to_string()
}
