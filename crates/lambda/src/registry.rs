//! Which version an ARN names, from an immutable snapshot of the function records.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use model::{Alias, FunctionArn, FunctionRecord, Kind, Qualifier, Version};
use store::Change;

use crate::admission::Limit;
use crate::event::InvokeError;
use crate::images;
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
    /// Sums of reserved and provisioned concurrency by account and region.
    taken: HashMap<Arc<str>, u32>,
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
            let taken = taken(&functions);
            self.snapshot.store(Arc::new(Snapshot { functions, taken }));
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
            names.insert(match version.image {
                Some(_) => images::folder_name(&version.code.sha256),
                None => version.code.sha256.clone(),
            });
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

    /// Like [`Self::resolve`], but the version that an alias names itself, never a weighted other.
    pub(crate) fn settled(&self, arn: &FunctionArn) -> Result<Resolved, InvokeError> {
        let mut resolved = self.resolve(arn)?;
        if let Some(Qualifier::Alias(name)) = &arn.qualifier
            && let Some(alias) = resolved.function.aliases.get(name)
        {
            resolved.version = alias.version.clone();
        }
        Ok(resolved)
    }

    /// Which qualifiers want how many environments ready.
    pub(crate) fn provisioned(&self) -> Vec<(FunctionArn, u32)> {
        let snapshot = self.snapshot.load();
        let mut all = Vec::new();
        for function in snapshot.functions.values() {
            for (qualifier, wanted) in &function.provisioned_concurrency {
                if let Ok(qualifier) = Qualifier::new(qualifier) {
                    let arn = function.arn().with_qualifier(Some(qualifier));
                    all.push((arn, wanted.requested));
                }
            }
        }
        all
    }

    pub(crate) fn limit(&self, resolved: &Resolved) -> Limit {
        let function = &resolved.function;
        let account = account_key(function);
        let snapshot = self.snapshot.load();
        let id = FunctionRecord::id_of(&function.account, &function.region, &function.name);
        let own = provisioned_for(function, &resolved.version);
        let provisioned = (own > 0).then(|| (format!("{id}:{}", resolved.version).into(), own));
        Limit {
            function: id.into(),
            taken_in_account: snapshot.taken.get(&account).copied().unwrap_or_default(),
            account,
            reserved: function
                .reserved_concurrency
                .map(|reserved| reserved.saturating_sub(provisioned_in(function))),
            provisioned,
        }
    }
}

fn provisioned_in(function: &FunctionRecord) -> u32 {
    let wanted = function.provisioned_concurrency.values();
    wanted.map(|wanted| wanted.requested).sum()
}

/// What is provisioned for a version, by its number and by its aliases.
fn provisioned_for(function: &FunctionRecord, version: &Qualifier) -> u32 {
    let wanted = function.provisioned_concurrency.iter();
    let own = wanted.filter(|(qualifier, _)| match Qualifier::new(qualifier) {
        Ok(Qualifier::Alias(name)) => {
            let alias = function.aliases.get(&name);
            alias.is_some_and(|alias| alias.version == *version)
        }
        Ok(named) => named == *version,
        Err(_) => false,
    });
    own.map(|(_, wanted)| wanted.requested).sum()
}

fn account_key(function: &FunctionRecord) -> Arc<str> {
    format!("{}/{}", function.account, function.region).into()
}

fn taken(functions: &HashMap<String, Arc<FunctionRecord>>) -> HashMap<Arc<str>, u32> {
    let mut sums = HashMap::new();
    for function in functions.values() {
        // What is provisioned for a function that has a reservation is a part of it.
        let reserved = function.reserved_concurrency;
        let taken = reserved.unwrap_or_else(|| provisioned_in(function));
        if taken > 0 {
            let sum: &mut u32 = sums.entry(account_key(function)).or_default();
            *sum = sum.saturating_add(taken);
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
