//! Keys, plans and their counts, compiled for look-ups, and how they follow the store.

use std::collections::{BTreeSet, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arc_swap::ArcSwap;
use model::{
    ApiKeyRecord, Kind, PlanStage, Quota, Record, ThrottleLimits, UsagePlanRecord, UsageRecord,
};
use store::Change;
use tokio::sync::Notify;

use super::usage::{UnsavedUsage, Usage};
use crate::deployment::Place;
use crate::throttle::{Bucket, Limits};

/// So many counts may wait for the next time at which they are kept.
const MOST_UNSAVED: u64 = 1_000;

/// What the request path reads: one atomic load, no lock but that of a key's own counts.
pub(crate) struct Plans {
    current: ArcSwap<Snapshot>,
    /// Only the follower of the store, and whoever keeps the counts, take this lock.
    sources: Mutex<Sources>,
    unsaved: AtomicU64,
    pressed: Notify,
}

/// A key by its value, which is a secret. Accounts and regions may have the same ones.
#[derive(Default, Clone)]
struct Snapshot {
    keys: HashMap<String, Vec<Arc<Key>>>,
    /// How many plans open a stage, by `ACCOUNT/REGION/API/STAGE`.
    served: HashMap<String, usize>,
}

/// An API key and the plans that it is in.
#[derive(Debug)]
pub(crate) struct Key {
    pub(crate) record: Arc<ApiKeyRecord>,
    members: Vec<Arc<Member>>,
}

/// A key in a plan.
#[derive(Debug)]
pub(crate) struct Member {
    pub(super) terms: Arc<Terms>,
    pub(super) usage: Arc<Usage>,
    whole: Option<Arc<Bucket>>,
    /// By `API/STAGE/path/VERB`.
    methods: HashMap<String, Arc<Bucket>>,
}

/// A plan without its keys, so that it stays the same when keys come and go.
#[derive(Debug, PartialEq)]
pub(crate) struct Terms {
    pub(super) id: String,
    account: String,
    region: String,
    stages: Vec<PlanStage>,
    throttle: Option<ThrottleLimits>,
    pub(super) quota: Option<Quota>,
}

impl Terms {
    fn of(record: &UsagePlanRecord) -> Self {
        Self {
            id: record.id.clone(),
            account: record.account.to_string(),
            region: record.region.to_string(),
            stages: record.stages.clone(),
            throttle: record.throttle,
            quota: record.quota,
        }
    }

    fn stage_keys(&self) -> impl Iterator<Item = String> {
        let (account, region) = (&self.account, &self.region);
        let stages = self.stages.iter();
        stages.map(move |own| stage_key(account, region, &own.api_id, &own.stage))
    }

    fn serves(&self, place: &Place) -> bool {
        let here = self.account == place.account.as_str() && self.region == place.region.as_str();
        let api = place.api.as_str();
        here && self.stages.iter().any(|own| own.is(api, &place.stage))
    }
}

impl Key {
    /// A key has one plan for a stage.
    pub(super) fn member(&self, place: &Place) -> Option<&Arc<Member>> {
        self.members
            .iter()
            .find(|member| member.terms.serves(place))
    }
}

impl Member {
    /// What the plan sets for the method of that stage, else what it sets for the key.
    pub(super) fn bucket(&self, method: impl FnOnce() -> String) -> Option<&Bucket> {
        if self.methods.is_empty() {
            return self.whole.as_deref();
        }
        let own = self.methods.get(&method());
        own.or(self.whole.as_ref()).map(Arc::as_ref)
    }
}

/// Ids are those of the records.
#[derive(Debug)]
struct Sources {
    account: Limits,
    keys: HashMap<String, Arc<ApiKeyRecord>>,
    plans: HashMap<String, Plan>,
    plans_of_key: HashMap<String, BTreeSet<String>>,
    usages: HashMap<String, Arc<Usage>>,
}

#[derive(Debug)]
struct Plan {
    terms: Arc<Terms>,
    keys: BTreeSet<String>,
}

impl Plans {
    /// `account` are the limits that plans may leave out.
    pub(crate) fn new(account: Limits) -> Self {
        Self {
            current: ArcSwap::default(),
            sources: Mutex::new(Sources {
                account,
                keys: HashMap::new(),
                plans: HashMap::new(),
                plans_of_key: HashMap::new(),
                usages: HashMap::new(),
            }),
            unsaved: AtomicU64::new(0),
            pressed: Notify::new(),
        }
    }

    pub(super) fn find(&self, value: &str, place: &Place) -> Option<Arc<Key>> {
        let current = self.current.load();
        let found =
            current.keys.get(value)?.iter().find(|key| {
                key.record.account == place.account && key.record.region == place.region
            });
        found.cloned()
    }

    /// Whether any plan opens the stage.
    pub(super) fn serves(&self, place: &Place) -> bool {
        let (account, region) = (place.account.as_str(), place.region.as_str());
        let key = stage_key(account, region, place.api.as_str(), &place.stage);
        self.current.load().served.contains_key(&key)
    }

    /// Something was counted that is not kept yet.
    pub(super) fn counted(&self) {
        if self.unsaved.fetch_add(1, Ordering::Relaxed) + 1 >= MOST_UNSAVED {
            self.pressed.notify_one();
        }
    }

    /// Waits until so much is counted that it should be kept now.
    pub(crate) async fn pressed(&self) {
        self.pressed.notified().await;
    }

    pub(crate) fn unsaved(&self) -> Vec<UnsavedUsage> {
        self.unsaved.store(0, Ordering::Relaxed);
        let sources = self.lock();
        let usages = sources.usages.values();
        usages.filter_map(|usage| usage.unsaved()).collect()
    }

    pub(crate) fn saved(&self, unsaved: &UnsavedUsage) {
        if let Some(usage) = self.lock().usages.get(&unsaved.record.id()) {
            usage.saved(unsaved.counted);
        }
    }

    pub(crate) fn apply(&self, changes: &[Change]) {
        let ours = |kind| matches!(kind, Kind::ApiKey | Kind::UsagePlan | Kind::Usage);
        if !changes.iter().any(|change| ours(change.key.kind)) {
            return;
        }
        let mut sources = self.lock();
        let mut snapshot = Snapshot::clone(&self.current.load());
        for change in changes {
            let kind = change.key.kind;
            if kind == Kind::ApiKey {
                sources.apply_key(change, &mut snapshot);
            } else if kind == Kind::UsagePlan {
                sources.apply_plan(change, &mut snapshot);
            } else if kind == Kind::Usage {
                sources.apply_usage(change);
            }
        }
        self.current.store(Arc::new(snapshot));
    }

    fn lock(&self) -> MutexGuard<'_, Sources> {
        self.sources.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sources {
    fn apply_key(&mut self, change: &Change, snapshot: &mut Snapshot) {
        let id = &change.key.id;
        let record = change
            .record::<ApiKeyRecord>()
            .unwrap_or_else(unreadable(change));
        let before = match record {
            Some(record) => self.keys.insert(id.clone(), Arc::new(record)),
            None => self.keys.remove(id),
        };
        let old = before.and_then(|before| snapshot.take(&before));
        if !self.keys.contains_key(id) {
            let (place, key) = id.rsplit_once('/').unwrap_or_default();
            let (start, end) = (format!("{place}/"), format!("/{key}"));
            self.forget_usages(|usage| usage.starts_with(&start) && usage.ends_with(&end));
        }
        self.compile(id, old.as_deref(), snapshot);
    }

    fn apply_plan(&mut self, change: &Change, snapshot: &mut Snapshot) {
        let id = &change.key.id;
        let record = change
            .record::<UsagePlanRecord>()
            .unwrap_or_else(unreadable(change));
        let before = self.plans.remove(id);
        if let Some(before) = &before {
            snapshot.close(&before.terms);
        }
        let after = record.map(|record| plan(&record, before.as_ref()));
        let touched = touched(before.as_ref(), after.as_ref());
        self.relate(id, after.as_ref(), &touched);
        if let Some(plan) = after {
            snapshot.open(&plan.terms);
            self.plans.insert(id.clone(), plan);
        } else {
            self.forget_usages(|usage| usage.starts_with(&format!("{id}/")));
        }
        for key in &touched {
            let record = self.keys.get(key).cloned();
            let old = record.and_then(|record| snapshot.take(&record));
            self.compile(key, old.as_deref(), snapshot);
        }
    }

    /// Which keys are in which plans.
    fn relate(&mut self, id: &str, plan: Option<&Plan>, touched: &BTreeSet<String>) {
        for key in touched {
            let plans = self.plans_of_key.entry(key.clone()).or_default();
            if plan.is_some_and(|plan| plan.keys.contains(key)) {
                plans.insert(id.to_owned());
            } else {
                plans.remove(id);
            }
            if plans.is_empty() {
                self.plans_of_key.remove(key);
            }
        }
    }

    fn apply_usage(&mut self, change: &Change) {
        let record = change
            .record::<UsageRecord>()
            .unwrap_or_else(unreadable(change));
        match (record, self.usages.get(&change.key.id)) {
            (Some(record), Some(usage)) => usage.learn(&record),
            (Some(record), None) => {
                let usage = Arc::new(Usage::new(record));
                self.usages.insert(change.key.id.clone(), usage);
            }
            (None, _) => self.forget_usage(&change.key.id),
        }
    }

    /// One that is in use goes with its key or its plan, which say so themselves.
    fn forget_usage(&mut self, id: &str) {
        let plan = id.rsplit_once('/').map_or("", |(plan, _)| plan);
        if !self.plans.contains_key(plan) {
            self.usages.remove(id);
        }
    }

    fn forget_usages(&mut self, gone: impl Fn(&str) -> bool) {
        self.usages.retain(|id, _| !gone(id));
    }

    /// Buckets of the same limits go on from where they are.
    fn compile(&mut self, id: &str, old: Option<&Key>, snapshot: &mut Snapshot) {
        let Some(record) = self.keys.get(id).cloned() else {
            return;
        };
        let plans = self.plans_of_key.get(id).cloned().unwrap_or_default();
        let mut members = Vec::new();
        for plan in plans {
            let Some(terms) = self.plans.get(&plan).map(|plan| Arc::clone(&plan.terms)) else {
                continue;
            };
            let before = old.and_then(|old| old.members.iter().find(|m| m.terms.id == terms.id));
            let usage = self.usage(&plan, &record);
            members.push(Arc::new(member(terms, usage, before, self.account)));
        }
        let key = Arc::new(Key {
            record: Arc::clone(&record),
            members,
        });
        snapshot
            .keys
            .entry(record.value.clone())
            .or_default()
            .push(key);
    }

    fn usage(&mut self, plan: &str, key: &ApiKeyRecord) -> Arc<Usage> {
        let new = UsageRecord {
            account: key.account.clone(),
            region: key.region.clone(),
            plan_id: last(plan).to_owned(),
            key_id: key.id.clone(),
            days: std::collections::BTreeMap::new(),
            grant: None,
        };
        let usage = self.usages.entry(new.id());
        Arc::clone(usage.or_insert_with(|| Arc::new(Usage::new(new))))
    }
}

impl Snapshot {
    /// The plan's stages are served by one plan more.
    fn open(&mut self, terms: &Terms) {
        for key in terms.stage_keys() {
            *self.served.entry(key).or_default() += 1;
        }
    }

    /// And by one less.
    fn close(&mut self, terms: &Terms) {
        for key in terms.stage_keys() {
            let left = self.served.get(&key).map_or(0, |count| count - 1);
            if left == 0 {
                self.served.remove(&key);
            } else {
                self.served.insert(key, left);
            }
        }
    }

    /// Takes the key out.
    fn take(&mut self, record: &ApiKeyRecord) -> Option<Arc<Key>> {
        let keys = self.keys.get_mut(&record.value)?;
        let id = record.id();
        let at = keys.iter().position(|key| key.record.id() == id)?;
        let key = keys.swap_remove(at);
        if keys.is_empty() {
            self.keys.remove(&record.value);
        }
        Some(key)
    }
}

/// The keys that a change of their plan concerns: those that came or went, or all of them.
fn touched(before: Option<&Plan>, after: Option<&Plan>) -> BTreeSet<String> {
    let keys = |plan: Option<&Plan>| plan.map(|plan| plan.keys.clone()).unwrap_or_default();
    let (old, new) = (keys(before), keys(after));
    let terms = |plan: Option<&Plan>| plan.map(|plan| Arc::clone(&plan.terms));
    if terms(before) == terms(after) {
        return old.symmetric_difference(&new).cloned().collect();
    }
    old.union(&new).cloned().collect()
}

fn plan(record: &UsagePlanRecord, before: Option<&Plan>) -> Plan {
    let terms = Terms::of(record);
    let kept = before.filter(|before| *before.terms == terms);
    let keys = record.keys.iter();
    let keys = keys.map(|key| ApiKeyRecord::id_of(&record.account, &record.region, &key.id));
    Plan {
        terms: kept.map_or_else(|| Arc::new(terms), |kept| Arc::clone(&kept.terms)),
        keys: keys.collect(),
    }
}

fn member(
    terms: Arc<Terms>,
    usage: Arc<Usage>,
    before: Option<&Arc<Member>>,
    account: Limits,
) -> Member {
    let whole = terms.throttle.map(|limits| {
        let old = before.and_then(|before| before.whole.as_ref());
        bucket(Limits::of(&limits, account), old)
    });
    let mut methods = HashMap::new();
    for stage in &terms.stages {
        for (method, limits) in &stage.throttle {
            let name = method_name(&stage.api_id, &stage.stage, &normal(method));
            let old = before.and_then(|before| before.methods.get(&name));
            methods.insert(name, bucket(Limits::of(limits, account), old));
        }
    }
    Member {
        terms,
        usage,
        whole,
        methods,
    }
}

fn bucket(limits: Limits, old: Option<&Arc<Bucket>>) -> Arc<Bucket> {
    let kept = old.filter(|old| old.limits() == limits);
    kept.map_or_else(|| Arc::new(Bucket::new(limits)), Arc::clone)
}

fn stage_key(account: &str, region: &str, api: &str, stage: &str) -> String {
    format!("{account}/{region}/{api}/{stage}")
}

/// `method` is `/path/VERB`.
pub(super) fn method_name(api: &str, stage: &str, method: &str) -> String {
    format!("{api}/{stage}{method}")
}

/// `/pets/GET`, however the slashes at the ends of the path were written; the root is `/GET`.
fn normal(method: &str) -> String {
    let (path, verb) = method.rsplit_once('/').unwrap_or(("", method));
    match path.trim_matches('/') {
        "" => format!("/{verb}"),
        path => format!("/{path}/{verb}"),
    }
}

fn last(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}

/// A record that can't be read is treated as gone: nothing is granted by half of one.
fn unreadable<R, E: std::fmt::Display>(change: &Change) -> impl FnOnce(E) -> Option<R> {
    let key = change.key.clone();
    move |error| {
        tracing::error!(%key, %error, "a record could not be read");
        None
    }
}
