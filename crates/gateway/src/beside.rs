//! What stands beside APIs and is named by them: client certificates and VPC links.
//!
//! A picture that follows the store, as `deployment` is one.

use std::collections::HashMap;
use std::sync::Arc;

use arc_swap::ArcSwap;
use model::{ClientCertificateRecord, Kind, VpcLinkRecord};
use store::Change;

use crate::integrations::Presented;

/// By the ids of their records.
#[derive(Debug, Default)]
pub(crate) struct Beside {
    certificates: ArcSwap<HashMap<String, Arc<Presented>>>,
    /// With their names.
    links: ArcSwap<HashMap<String, String>>,
}

impl Beside {
    pub(crate) fn certificate(&self, id: &str) -> Option<Arc<Presented>> {
        self.certificates.load().get(id).cloned()
    }

    pub(crate) fn has_link(&self, id: &str) -> bool {
        self.links.load().contains_key(id)
    }

    pub(crate) fn apply(&self, changes: &[Change]) {
        for change in changes {
            let id = &change.key.id;
            if change.key.kind == Kind::ClientCertificate {
                let record = read::<ClientCertificateRecord>(change);
                let presented = record.map(|record| Arc::new(Presented::new(record)));
                set(&self.certificates, id, presented);
            }
            if change.key.kind == Kind::VpcLink {
                let name = read::<VpcLinkRecord>(change).map(|link| link.name);
                set(&self.links, id, name);
            }
        }
    }
}

fn set<V: Clone>(map: &ArcSwap<HashMap<String, V>>, id: &str, value: Option<V>) {
    let mut next = HashMap::clone(&map.load());
    match value {
        Some(value) => next.insert(id.to_owned(), value),
        None => next.remove(id),
    };
    map.store(Arc::new(next));
}

fn read<R: model::Record>(change: &Change) -> Option<R> {
    change.record().unwrap_or_else(|error| {
        tracing::error!(key = %change.key, %error, "a record could not be read");
        None
    })
}
