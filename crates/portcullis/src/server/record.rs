//! What the traffic in the journal needed: which calls of functions were made, found by the routes
//! that served them, and the least grants for exactly those.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use check::coverage::{Coverage, From, Landscape, Used, Way, analyse, needed, record};
use gateway::routing::{self, Routes};
use http::StatusCode;
use journal::{Entry, Lane, Mark, Outcome, Step, StepKind};
use model::{DeploymentRecord, MethodVerb, RestApiRecord};
use serde_json::{Value, json};

use super::did::is_denied;
use super::internal::Refused;
use super::{Rooms, landscape};

const VERSION: u32 = 1;
const INVOKE: &str = "lambda:InvokeFunction";

/// What a method of a stage calls, by template path and verb.
struct Served {
    verb: MethodVerb,
    path: String,
    authorizer: Option<String>,
}

type StageRoutes = BTreeMap<(String, String), Routes<Served>>;

pub(super) async fn answer(rooms: &Rooms) -> Result<Value, Refused> {
    let failed = |error: &dyn std::fmt::Display| {
        Refused(StatusCode::INTERNAL_SERVER_ERROR, error.to_string())
    };
    let landscape = landscape::of_server(rooms)
        .await
        .map_err(|error| failed(&error))?;
    let routes = routes(rooms).await.map_err(|error| failed(&error))?;
    let coverage = analyse(&landscape);
    let entries = rooms.journal.recent(usize::MAX);
    let seen = Seen::of(&entries, &routes, &landscape, &coverage);
    let calls = seen.calls.iter().filter_map(|(at, count)| {
        let edge = coverage.edges.get(*at)?;
        Some(json!({
            "call": edge.name(),
            "api": edge.api,
            "stage": edge.stage,
            "function": edge.function,
            "requests": count.requests,
            "refused": count.refused,
        }))
    });
    let observed: BTreeSet<usize> = seen.calls.keys().copied().collect();
    Ok(json!({
        "version": VERSION,
        "requests": seen.requests,
        "calls": calls.collect::<Vec<_>>(),
        "recorded": record(&landscape, &coverage, &observed),
        "principals": needed(&landscape, &uses(rooms, &coverage, &seen)),
        "usesLeftOut": rooms.journal.uses().left_out(),
        "denied": seen.denied,
    }))
}

/// What roles and users were allowed: the calls of AWS's APIs, and the functions that APIs called in a role.
fn uses(rooms: &Rooms, coverage: &Coverage, seen: &Seen) -> BTreeMap<String, BTreeSet<Used>> {
    let mut counted: BTreeMap<(String, String, String), u64> = BTreeMap::new();
    for one in rooms.journal.uses().all() {
        *counted
            .entry((one.principal, one.action, one.resource))
            .or_default() += one.calls;
    }
    for (at, count) in &seen.calls {
        let Some(edge) = coverage.edges.get(*at) else {
            continue;
        };
        let answered = count.requests - count.refused;
        if let (Way::Role { arn }, Some(function)) = (&edge.way, &edge.function)
            && answered > 0
        {
            let key = (arn.clone(), INVOKE.to_owned(), function.to_string());
            *counted.entry(key).or_default() += answered;
        }
    }
    let mut uses: BTreeMap<String, BTreeSet<Used>> = BTreeMap::new();
    for ((principal, action, resource), calls) in counted {
        uses.entry(principal).or_default().insert(Used {
            action,
            resource,
            calls,
        });
    }
    uses
}

async fn routes(rooms: &Rooms) -> Result<StageRoutes, store::StoreError> {
    let apis = rooms.records.list::<RestApiRecord>("").await?;
    let mut found = StageRoutes::new();
    for api in apis.into_iter().map(|stored| stored.record) {
        for stage in api.stages.values() {
            let id =
                DeploymentRecord::id_of(&api.account, &api.region, &api.id, &stage.deployment_id);
            let Some(deployed) = rooms.records.get::<DeploymentRecord>(&id).await? else {
                continue;
            };
            let key = (api.id.to_string(), stage.name.to_string());
            found.insert(key, of_definition(&deployed.record.definition));
        }
    }
    Ok(found)
}

/// What does not fit beside another resource serves nobody.
fn of_definition(definition: &model::ApiDefinition) -> Routes<Served> {
    let mut routes = Routes::default();
    for resource in definition.resources.values() {
        let Some(path) = definition.path_of(&resource.id) else {
            continue;
        };
        for (verb, method) in &resource.methods {
            let served = Served {
                verb: *verb,
                path: path.clone(),
                authorizer: method.authorizer_id.clone(),
            };
            if let Err(conflict) = routes.insert(&path, *verb, served) {
                tracing::debug!(%conflict, "a route is left out");
            }
        }
    }
    routes
}

#[derive(Default)]
struct Count {
    requests: u64,
    refused: u64,
}

#[derive(Default)]
struct Seen {
    requests: usize,
    /// By the places of the edges.
    calls: BTreeMap<usize, Count>,
    /// Calls of AWS APIs that were denied: who, what, on what.
    denied: BTreeSet<(String, String)>,
}

impl Seen {
    fn of(
        entries: &[Arc<Entry>],
        routes: &StageRoutes,
        landscape: &Landscape,
        coverage: &Coverage,
    ) -> Self {
        let mut seen = Self {
            requests: entries.len(),
            ..Self::default()
        };
        let arns: BTreeMap<&str, &str> = landscape
            .apis
            .iter()
            .map(|api| (api.id(), api.arn.as_str()))
            .collect();
        for entry in entries {
            if &*entry.stage == "control-plane" {
                seen.denied(entry);
                continue;
            }
            let key = (entry.api_id.to_string(), entry.stage.to_string());
            let (Some(api), Some(routes)) = (arns.get(&*entry.api_id), routes.get(&key)) else {
                continue;
            };
            if let Some(served) = served(routes, entry) {
                seen.count(entry, served, api, coverage);
            }
        }
        seen
    }

    fn denied(&mut self, entry: &Entry) {
        if is_denied(entry) {
            let who = entry.caller.clone().unwrap_or_default();
            self.denied
                .insert((who, format!("{}:{}", entry.api_id, entry.path)));
        }
    }

    /// The authorizer of the method was needed, too, and the backend where the request came so far.
    fn count(&mut self, entry: &Entry, served: &Served, api: &str, coverage: &Coverage) {
        let asked = Asked::of(entry);
        for (at, edge) in coverage.edges.iter().enumerate() {
            if edge.api != api {
                continue;
            }
            let stage = edge.stage.as_deref();
            let (is_of, invocation) = match &edge.from {
                From::Method { verb, path } => {
                    let is_of = stage == Some(&*entry.stage)
                        && *verb == served.verb
                        && *path == served.path;
                    (is_of, asked.backend)
                }
                From::Authorizer { id, .. } => {
                    let is_of = stage.is_none_or(|stage| stage == &*entry.stage)
                        && served.authorizer.as_ref() == Some(id);
                    (is_of, asked.authorizer)
                }
            };
            if is_of && invocation != Invocation::None {
                let count = self.calls.entry(at).or_default();
                count.requests += 1;
                count.refused += u64::from(invocation == Invocation::Refused);
            }
        }
    }
}

/// Whether a function was to be invoked for a request, and might be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Invocation {
    None,
    Permitted,
    /// Also where it is only reported.
    Refused,
}

/// The functions that a request was in need of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Asked {
    authorizer: Invocation,
    backend: Invocation,
}

impl Asked {
    /// What is decided before somebody turns to the authorizer is the authorizer's invocation. One whose answer is
    /// remembered is not asked, and needed all the same.
    fn of(entry: &Entry) -> Self {
        let turned = entry
            .steps
            .iter()
            .rposition(|step| step.to == Lane::Authorizer);
        let ended = match &entry.outcome {
            Outcome::Refused(refusal) => refusal.layer == StepKind::Authorizers,
            Outcome::Answered => false,
        };
        let split = match turned {
            Some(at) => at,
            None if ended => entry.steps.len(),
            None => 0,
        };
        let (before, after) = entry.steps.split_at_checked(split).unwrap_or_default();
        let authorizer = match invocation(before) {
            Invocation::None if !ended => Invocation::Permitted,
            other => other,
        };
        let reached = after.iter().any(|step| step.kind == StepKind::Integrations);
        let backend = match invocation(after) {
            Invocation::None if reached => Invocation::Permitted,
            other => other,
        };
        Self {
            authorizer,
            backend,
        }
    }
}

fn invocation(steps: &[Step]) -> Invocation {
    let mut decided = steps
        .iter()
        .filter(|step| step.kind == StepKind::Invocation);
    let Some(first) = decided.next() else {
        return Invocation::None;
    };
    let refuses = |step: &Step| matches!(step.mark, Mark::Refused | Mark::Reported);
    if refuses(first) || decided.any(refuses) {
        Invocation::Refused
    } else {
        Invocation::Permitted
    }
}

fn served<'r>(routes: &'r Routes<Served>, entry: &Entry) -> Option<&'r Served> {
    let path = entry.path.split('?').next().unwrap_or_default();
    let path = path.strip_prefix('/')?.strip_prefix(&*entry.stage)?;
    let verb = entry.method.parse::<MethodVerb>().ok()?;
    Some(routing::find(routes, verb, path)?.target)
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use journal::{PermissionsMode, Recorder, Refusal, Request};
    use model::Timestamp;

    use super::*;

    fn step(kind: StepKind, to: Lane, mark: Mark) -> Step {
        Step {
            mark,
            ..Step::between(kind, Lane::Gateway, to, "text")
        }
    }

    /// What was needed of a request with these steps, refused by a layer or answered.
    #[track_caller]
    fn check(steps: &[Step], refused: Option<StepKind>, expected: (Invocation, Invocation)) {
        let request = Request {
            request_id: "r".to_owned(),
            api_id: "a1".into(),
            stage: "prod".into(),
            method: "GET".into(),
            path: "/prod/pets".to_owned(),
            source_ip: None,
            started: Timestamp::from_millis(0),
            permissions_mode: PermissionsMode::Enforce,
        };
        let mut recorder = Recorder::start(request, Instant::now());
        for step in steps {
            recorder.step(step.clone());
        }
        let outcome = refused.map_or(Outcome::Answered, |layer| {
            Outcome::refused(Refusal {
                layer,
                kind: "K".into(),
                cause: "no".to_owned(),
                fix: None,
                forms: None,
            })
        });
        let asked = Asked::of(&recorder.finish(200, outcome));
        assert_eq!((asked.authorizer, asked.backend), expected);
    }

    #[test]
    fn the_authorizers_invocation_is_not_the_backends() {
        use Invocation::{None, Permitted, Refused};
        let grant = |mark| step(StepKind::Invocation, Lane::Policy, mark);
        let turns = || step(StepKind::Authorizers, Lane::Authorizer, Mark::Plain);
        let backend = || step(StepKind::Integrations, Lane::Backend, Mark::Plain);
        check(
            &[grant(Mark::Permitted), turns()],
            Some(StepKind::Authorization),
            (Permitted, None),
        );
        check(
            &[grant(Mark::Permitted), turns(), grant(Mark::Refused)],
            Some(StepKind::Invocation),
            (Permitted, Refused),
        );
        check(
            &[grant(Mark::Refused)],
            Some(StepKind::Authorizers),
            (Refused, None),
        );
        check(&[], Some(StepKind::Authorizers), (None, None));
        // Its answer was remembered.
        check(
            &[grant(Mark::Permitted), backend()],
            Option::None,
            (Permitted, Permitted),
        );
        check(
            &[grant(Mark::Reported), backend()],
            Option::None,
            (Permitted, Refused),
        );
        // The function failed: it was invoked.
        check(
            &[grant(Mark::Permitted), backend()],
            Some(StepKind::Integrations),
            (Permitted, Permitted),
        );
    }
}
