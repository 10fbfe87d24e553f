//! The URLs that there are: a picture that follows the store, as `domains` is one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use model::{FunctionArn, FunctionRecord, FunctionUrl, Kind, Qualifier};
use store::Change;

/// Where a URL leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Url {
    /// With the alias, where it is an alias's.
    pub(super) function: FunctionArn,
    pub(super) settings: FunctionUrl,
}

#[derive(Debug, Default)]
pub(crate) struct FunctionUrls {
    current: ArcSwap<HashMap<String, Arc<Url>>>,
    /// Record ids and the URLs that they had; only the follower of the store takes this lock.
    owners: Mutex<HashMap<String, Vec<String>>>,
}

impl FunctionUrls {
    pub(crate) fn apply(&self, changes: &[Change]) {
        let ours = |change: &&Change| change.key.kind == Kind::Function;
        if !changes.iter().any(|change| ours(&change)) {
            return;
        }
        let mut owners = self.owners.lock().unwrap_or_else(PoisonError::into_inner);
        let mut urls = HashMap::clone(&self.current.load());
        for change in changes.iter().filter(ours) {
            for old in owners.remove(&change.key.id).unwrap_or_default() {
                urls.remove(&old);
            }
            let found: Vec<_> = read(change).as_ref().map(urls_of).unwrap_or_default();
            if found.is_empty() {
                continue;
            }
            let ids = found.iter().map(|(id, _)| id.clone()).collect();
            owners.insert(change.key.id.clone(), ids);
            urls.extend(found);
        }
        self.current.store(Arc::new(urls));
    }

    pub(super) fn find(&self, id: &str) -> Option<Arc<Url>> {
        self.current.load().get(id).cloned()
    }
}

fn read(change: &Change) -> Option<FunctionRecord> {
    change.record().unwrap_or_else(|error| {
        tracing::error!(key = %change.key, %error, "a record could not be read");
        None
    })
}

fn urls_of(record: &FunctionRecord) -> Vec<(String, Arc<Url>)> {
    let url = |(alias, settings): (&String, &FunctionUrl)| {
        let qualifier = (!alias.is_empty()).then(|| Qualifier::Alias(alias.clone()));
        let url = Url {
            function: record.arn().with_qualifier(qualifier),
            settings: settings.clone(),
        };
        (settings.id.to_ascii_lowercase(), Arc::new(url))
    };
    record.urls.iter().map(url).collect()
}
