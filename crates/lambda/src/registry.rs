//! Which version an ARN names, from an immutable snapshot of the function records.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use model::{Alias, FunctionArn, FunctionRecord, Kind, Qualifier, Version};
use store::Change;

use crate::admission::Limit;
use crate::event::InvokeError;
use crate::layers;

#[derive(Debug, Default)]
pub(crate) struct Registry {
    snapshot: ArcSwap<Snapshot>,
    /// Serialises writers; readers never take it.
    writing: Mutex<()>,
}

#[derive(Debug, Clone, Default)]
struct Snapshot {
    /// By record id.
    functions: HashMap<String, Arc<FunctionRecord>>,
    /// Sums of reserved concurrency by account and region.
    reserved: HashMap<Arc<str>, u32>,
}

/// One version of one function, ready to be run.
#[derive(Debug, Clone)]
pub struct Resolved {
    pub function: Arc<FunctionRecord>,
    /// What runs: never an alias.
    pub version: Qualifier,
    /// The ARN by which it was called, as the function sees it.
    pub invoked_arn: FunctionArn,
}

impl Resolved {
    /// The code and configuration that run.
    pub fn config(&self) -> &Version {
        match &self.version {
            Qualifier::Version(number) => self
                .function
                .versions
                .get(number)
                .unwrap_or(&self.function.latest),
            Qualifier::Latest | Qualifier::Alias(_) => &self.function.latest,
        }
    }

    /// `/aws/lambda/NAME`, or what the logging configuration says.
    pub(crate) fn log_group(&self) -> String {
        let stated = self.config().log_group.clone();
        stated.unwrap_or_else(|| format!("/aws/lambda/{}", self.function.name))
    }

    /// Environments are shared by calls with equal keys: the same code and configuration.
    pub(crate) fn environment_key(&self) -> String {
        let id = FunctionRecord::id_of(
            &self.function.account,
            &self.function.region,
            &self.function.name,
        );
        format!("{id}:{}:{}", self.version, self.config().revision_id)
    }
}

impl Registry {
    /// Takes over what changed, and tells the functions that are different from before.
    pub(crate) fn apply(&self, changes: &[Change]) -> Vec<String> {
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        let mut touched = Vec::new();
        let mut functions = self.snapshot.load().functions.clone();
        for change in changes
            .iter()
            .filter(|change| change.key.kind == Kind::Function)
        {
            touched.push(change.key.id.clone());
            match change.record::<FunctionRecord>() {
                Ok(Some(record)) => {
                    functions.insert(change.key.id.clone(), Arc::new(record));
                }
                Ok(None) => {
                    functions.remove(&change.key.id);
                }
                // Fail closed: a record that cannot be read cannot be called.
                Err(error) => {
                    tracing::error!(id = change.key.id, %error, "function record was unreadable");
                    functions.remove(&change.key.id);
                }
            }
        }
        if !touched.is_empty() {
            let reserved = reservations(&functions);
            self.snapshot.store(Arc::new(Snapshot {
                functions,
                reserved,
            }));
        }
        touched
    }

    pub(crate) fn find(&self, id: &str) -> Option<Arc<FunctionRecord>> {
        self.snapshot.load().functions.get(id).cloned()
    }

    /// The names of all folders that some version needs.
    pub(crate) fn code(&self) -> HashSet<String> {
        let snapshot = self.snapshot.load();
        let functions = snapshot.functions.values();
        let versions = functions.flat_map(|f| f.versions.values().chain([&f.latest]));
        let mut names = HashSet::new();
        for version in versions {
            names.insert(version.code.sha256.clone());
            let layers = version.layers.iter();
            names.extend(layers.map(|layer| layer.code.sha256.clone()));
            names.extend(layers::folder_name(version));
        }
        names
    }

    pub(crate) fn resolve(&self, arn: &FunctionArn) -> Result<Resolved, InvokeError> {
        // AWS names $LATEST where the caller named nothing (test_invoke_exceptions).
        let named = || arn.qualifier.clone().unwrap_or(Qualifier::Latest);
        let not_found = || InvokeError::NotFound {
            arn: arn.with_qualifier(Some(named())).to_string(),
        };
        let id = FunctionRecord::id_of(&arn.account, &arn.region, &arn.name);
        let function = self.find(&id).ok_or_else(not_found)?;
        let version = match &arn.qualifier {
            None | Some(Qualifier::Latest) => Qualifier::Latest,
            Some(Qualifier::Version(number)) => Qualifier::Version(*number),
            Some(Qualifier::Alias(name)) => {
                choose(function.aliases.get(name).ok_or_else(not_found)?)
            }
        };
        if let Qualifier::Version(number) = &version
            && !function.versions.contains_key(number)
        {
            return Err(not_found());
        }
        Ok(Resolved {
            function,
            version,
            invoked_arn: arn.clone(),
        })
    }

    pub(crate) fn limit(&self, function: &FunctionRecord) -> Limit {
        let account = account_key(function);
        let reserved_in_account = self
            .snapshot
            .load()
            .reserved
            .get(&account)
            .copied()
            .unwrap_or_default();
        let id = FunctionRecord::id_of(&function.account, &function.region, &function.name).into();
        let reserved = function.reserved_concurrency;
        Limit {
            function: id,
            account,
            reserved,
            reserved_in_account,
        }
    }
}

fn account_key(function: &FunctionRecord) -> Arc<str> {
    format!("{}/{}", function.account, function.region).into()
}

fn reservations(functions: &HashMap<String, Arc<FunctionRecord>>) -> HashMap<Arc<str>, u32> {
    let mut sums = HashMap::new();
    for function in functions.values() {
        if let Some(reserved) = function.reserved_concurrency {
            let sum: &mut u32 = sums.entry(account_key(function)).or_default();
            *sum = sum.saturating_add(reserved);
        }
    }
    sums
}

/// The version that takes this call: the alias's own, or by chance one of its weighted others.
fn choose(alias: &Alias) -> Qualifier {
    if alias.weights.is_empty() {
        return alias.version.clone();
    }
    let draw = f64::from(uuid::Uuid::new_v4().as_fields().0) / f64::from(u32::MAX);
    let mut reached = 0.0;
    for (version, weight) in &alias.weights {
        reached += weight;
        if draw < reached {
            return Qualifier::Version(*version);
        }
    }
    alias.version.clone()
}
