//! The picture itself, and how it follows the store.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use model::{
    AccountSettingsRecord, DeploymentRecord, EndpointAccessMode, Kind, Record, RestApiRecord,
};
use store::{Bytes, Change};

use super::{Before, Own, Place, Stage, compile};
use crate::address::Addressed;
use crate::cache::StageCache;
use crate::ids;
use crate::meters::{self, Meters, Named};
use crate::routing::Routes;
use crate::throttle::{Bucket, Limits};

/// What the request path reads: one atomic load, no lock.
#[derive(Debug)]
pub(crate) struct Deployments {
    current: ArcSwap<Snapshot>,
    /// Only the follower of the store takes this lock.
    sources: Mutex<Sources>,
}

#[derive(Debug, Default, Clone)]
struct Snapshot {
    apis: HashMap<String, Arc<Api>>,
    /// The role that writes execution logs, by `ACCOUNT/REGION`.
    logging_roles: HashMap<String, String>,
}

#[derive(Debug)]
struct Api {
    record: Arc<RestApiRecord>,
    stages: HashMap<String, Served>,
}

/// What a stage shows, and what it shows to a part of its callers.
#[derive(Debug, Clone)]
struct Served {
    stage: Arc<Stage>,
    canary: Option<Canary>,
}

#[derive(Debug, Clone)]
struct Canary {
    /// Of a hundred requests.
    percent: f64,
    stage: Arc<Stage>,
}

#[derive(Debug, Default)]
pub(crate) struct Counted {
    pub(crate) stages: Vec<Named>,
    pub(crate) methods: Vec<Named>,
}

impl Counted {
    fn add(&mut self, labels: &str, stage: &Stage) {
        self.stages.push(Named {
            labels: labels.to_owned(),
            meters: Arc::clone(&stage.meters),
        });
        for endpoint in stage.routes.iter().flat_map(Routes::iter) {
            let own = endpoint.meters.as_ref();
            if let Some(meters) = own.filter(|meters| !meters.is_unused()) {
                let path = meters::label(&endpoint.resource_path);
                self.methods.push(Named {
                    labels: format!("{labels},method=\"{}\",resource=\"{path}\"", endpoint.verb),
                    meters: Arc::clone(meters),
                });
            }
        }
    }
}

/// What stages are compiled from. Deployments stay as bytes: most are never served again.
#[derive(Debug)]
struct Sources {
    /// The limits of an account in a region if it has any, and the buckets by `ACCOUNT/REGION`.
    limits: Option<Limits>,
    accounts: HashMap<String, Arc<Bucket>>,
    apis: HashMap<String, Arc<RestApiRecord>>,
    deployments: HashMap<String, Bytes>,
}

impl Deployments {
    pub(crate) fn new(limits: Option<Limits>) -> Self {
        Self {
            current: ArcSwap::default(),
            sources: Mutex::new(Sources {
                limits,
                accounts: HashMap::new(),
                apis: HashMap::new(),
                deployments: HashMap::new(),
            }),
        }
    }

    /// A custom domain leads also to an API whose own endpoint is switched off.
    pub(crate) fn find(&self, addressed: &Addressed) -> Option<Arc<Stage>> {
        let current = self.current.load();
        let api = current.apis.get(&*addressed.api)?;
        if api.record.disable_execute_api_endpoint && addressed.domain.is_none() {
            return None;
        }
        let served = api.stages.get(&*addressed.stage)?;
        let canary = served.canary.as_ref();
        let canary = canary.filter(|canary| ids::percent() < canary.percent);
        let stage = canary.map_or(&served.stage, |canary| &canary.stage);
        Some(Arc::clone(stage))
    }

    /// What is there instead of what was not found, for the journal.
    pub(crate) fn instead_of(&self, addressed: &Addressed) -> String {
        let current = self.current.load();
        let Some(api) = current.apis.get(&*addressed.api) else {
            return format!("there is no API {:?}", addressed.api);
        };
        if api.record.disable_execute_api_endpoint && addressed.domain.is_none() {
            return format!("the API's own endpoint is switched off: {}", addressed.api);
        }
        let mut stages: Vec<&str> = api.stages.keys().map(String::as_str).collect();
        stages.sort_unstable();
        let wanted = &addressed.stage;
        if stages.is_empty() {
            return format!("API {} has no stage {wanted:?}, nor any", addressed.api);
        }
        let stages = stages.join(", ");
        format!(
            "API {} has no stage {wanted:?}, but {stages}",
            addressed.api
        )
    }

    /// A stage and its canary.
    pub(crate) fn all_of(&self, api: &str, stage: &str) -> Vec<Arc<Stage>> {
        let current = self.current.load();
        let api = current.apis.get(api);
        let Some(served) = api.and_then(|api| api.stages.get(stage)) else {
            return Vec::new();
        };
        let canary = served.canary.iter().map(|canary| &canary.stage);
        canary.chain([&served.stage]).cloned().collect()
    }

    /// The counts of stages and methods that were called, with whose they are.
    pub(crate) fn meters(&self) -> Counted {
        let current = self.current.load();
        let mut counted = Counted::default();
        for (api, stages) in &current.apis {
            for (name, served) in &stages.stages {
                let stage = &served.stage;
                if !stage.meters.is_unused() {
                    counted.add(&format!("api=\"{api}\",stage=\"{name}\""), stage);
                }
            }
        }
        counted
    }

    /// How many APIs there are of a kind, deployed or not.
    pub(crate) fn count(&self, is_of_kind: impl Fn(&RestApiRecord) -> bool) -> usize {
        let current = self.current.load();
        let apis = current.apis.values();
        apis.filter(|api| is_of_kind(&api.record)).count()
    }

    /// The API as it is now, deployed or not.
    pub(crate) fn record(&self, api: &str) -> Option<Arc<RestApiRecord>> {
        self.current
            .load()
            .apis
            .get(api)
            .map(|api| Arc::clone(&api.record))
    }

    pub(crate) fn logging_role(&self, place: &Place) -> Option<String> {
        let key = AccountSettingsRecord::id_of(&place.account, &place.region);
        self.current.load().logging_roles.get(&key).cloned()
    }

    pub(crate) fn apply(&self, changes: &[Change]) {
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        let mut snapshot = Snapshot::clone(&self.current.load());
        for change in changes {
            let kind = change.key.kind;
            if kind == Kind::RestApi {
                sources.apply_api(change, &mut snapshot);
            } else if kind == Kind::Deployment {
                sources.apply_deployment(change, &mut snapshot);
            } else if kind == Kind::AccountSettings {
                apply_settings(change, &mut snapshot);
            }
        }
        self.current.store(Arc::new(snapshot));
    }
}

impl Sources {
    fn apply_api(&mut self, change: &Change, snapshot: &mut Snapshot) {
        let record = read::<RestApiRecord>(change).map(Arc::new);
        if let Some(old) = self.apis.remove(&change.key.id) {
            // Kept for the comparison below unless the API is gone.
            if record.is_none() {
                snapshot.apis.remove(old.id.as_str());
            }
        }
        if let Some(record) = record {
            self.apis.insert(change.key.id.clone(), Arc::clone(&record));
            self.compile_stages(&record, snapshot, None);
        }
    }

    fn apply_deployment(&mut self, change: &Change, snapshot: &mut Snapshot) {
        match &change.value {
            Some(value) => self
                .deployments
                .insert(change.key.id.clone(), value.clone()),
            None => self.deployments.remove(&change.key.id),
        };
        let Some((api, deployment)) = change.key.id.rsplit_once('/') else {
            return;
        };
        if let Some(record) = self.apis.get(api).cloned() {
            self.compile_stages(&record, snapshot, Some(deployment));
        }
    }

    /// Stages whose record and deployment are the same keep their compiled form, and with it what
    /// their authorizers remember. `changed` is a deployment whose stages are compiled anyway.
    fn compile_stages(
        &mut self,
        record: &Arc<RestApiRecord>,
        snapshot: &mut Snapshot,
        changed: Option<&str>,
    ) {
        let before = snapshot.apis.get(record.id.as_str()).cloned();
        let before = before.as_deref();
        let mut stages = HashMap::new();
        for (name, stage) in &record.stages {
            let shows = |id: &str| stage.shows(id);
            let kept = before
                .filter(|_| !changed.is_some_and(shows))
                .filter(|before| before.record.stages.get(name) == Some(stage))
                .filter(|before| before.record.endpoint == record.endpoint)
                .filter(|before| before.record.transport == record.transport)
                .and_then(|before| before.stages.get(name.as_str()).cloned());
            let old = before.and_then(|before| before.stages.get(name.as_str()).cloned());
            let compiled = kept.or_else(|| self.serve(record, stage, old));
            if let Some(compiled) = compiled {
                stages.insert(name.to_string(), compiled);
            }
        }
        let api = Api {
            record: Arc::clone(record),
            stages,
        };
        snapshot.apis.insert(record.id.to_string(), Arc::new(api));
    }

    /// `None` until the deployment's own record arrives. A canary whose deployment is not there
    /// gets no callers.
    fn serve(
        &mut self,
        record: &RestApiRecord,
        stage: &model::Stage,
        old: Option<Served>,
    ) -> Option<Served> {
        let (old, old_canary) = old.map_or((None, None), |old| (Some(old.stage), old.canary));
        let is_canary = stage.canary.as_ref().map(|_| false);
        let served = self.compile_stage(record, stage, is_canary, OfBefore::of(stage, old))?;
        let Some(canary) = &stage.canary else {
            return Some(Served {
                stage: served,
                canary: None,
            });
        };
        let mut shown = stage.clone();
        shown.deployment_id.clone_from(&canary.deployment_id);
        shown.variables.extend(canary.variables.clone());
        let mut kept = OfBefore::of(stage, old_canary.map(|canary| canary.stage));
        kept.meters = Some(Arc::clone(&served.meters));
        if canary.use_stage_cache {
            kept.cache.clone_from(&served.cache);
        }
        let of_canary = self.compile_stage(record, &shown, Some(true), kept);
        Some(Served {
            stage: served,
            canary: of_canary.map(|stage| Canary {
                percent: canary.percent_traffic,
                stage,
            }),
        })
    }

    fn compile_stage(
        &mut self,
        record: &RestApiRecord,
        stage: &model::Stage,
        canary: Option<bool>,
        kept: OfBefore,
    ) -> Option<Arc<Stage>> {
        let id = DeploymentRecord::id_of(
            &record.account,
            &record.region,
            &record.id,
            &stage.deployment_id,
        );
        let value = self.deployments.get(&id)?;
        let deployment: DeploymentRecord = serde_json::from_slice(value)
            .inspect_err(|error| tracing::error!(id, %error, "a deployment could not be read"))
            .ok()?;
        let place = Place {
            account: record.account.clone(),
            region: record.region.clone(),
            api: record.id.clone(),
            stage: stage.name.to_string(),
            deployment_id: Some(stage.deployment_id.clone()),
            variables: stage.variables.clone(),
            canary,
        };
        let before = Before {
            account: self.account(&place),
            stage: kept.stage,
            meters: kept.meters,
        };
        let own = Own {
            stage: Some(stage),
            cache: kept.cache,
            is_edge: record.endpoint.types.iter().any(|kind| kind == "EDGE"),
            is_private: record.endpoint.is_private(),
            is_strict: record.transport.endpoint_access_mode == Some(EndpointAccessMode::Strict),
        };
        let compiled = compile(&deployment.definition, place, &own, &before);
        Some(Arc::new(compiled))
    }

    fn account(&mut self, place: &Place) -> Option<Arc<Bucket>> {
        let limits = self.limits?;
        let id = AccountSettingsRecord::id_of(&place.account, &place.region);
        let bucket = self.accounts.entry(id);
        let bucket = bucket.or_insert_with(|| Arc::new(Bucket::new(limits)));
        Some(Arc::clone(bucket))
    }
}

/// What of a stage outlives its compiled form.
struct OfBefore {
    stage: Option<Arc<Stage>>,
    cache: Option<Arc<StageCache>>,
    meters: Option<Arc<Meters>>,
}

impl OfBefore {
    /// A cache of another size is another one (developer guide: "all existing cached data is
    /// deleted").
    fn of(stage: &model::Stage, old: Option<Arc<Stage>>) -> Self {
        let size = stage.cache_cluster_size.as_deref().unwrap_or("0.5");
        let cache = stage.cache_cluster_enabled.then(|| {
            let old = old.as_ref().and_then(|old| old.cache.as_ref());
            let kept = old.filter(|cache| cache.size() == size);
            kept.map_or_else(|| Arc::new(StageCache::new(size)), Arc::clone)
        });
        Self {
            stage: old,
            cache,
            meters: None,
        }
    }
}

fn apply_settings(change: &Change, snapshot: &mut Snapshot) {
    let role = read::<AccountSettingsRecord>(change).and_then(|record| record.cloudwatch_role_arn);
    match role {
        Some(role) => snapshot.logging_roles.insert(change.key.id.clone(), role),
        None => snapshot.logging_roles.remove(&change.key.id),
    };
}

/// A record that can't be read is treated as gone: nothing is served from half of one.
fn read<R: Record>(change: &Change) -> Option<R> {
    change.record().unwrap_or_else(|error| {
        tracing::error!(key = %change.key, %error, "a record could not be read");
        None
    })
}
