//! Custom domains: which API and stage stand behind a host name and the first parts of a path.
//!
//! A picture that follows the store, as `deployment` is one.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use model::{BasePathMapping, DomainNameRecord, Kind};
use store::Change;

use crate::address::Addressed;

#[derive(Debug, Default)]
pub(crate) struct Domains {
    current: ArcSwap<HashMap<String, Arc<DomainNameRecord>>>,
    /// Record ids and the names that they had; only the follower of the store takes this lock.
    names: Mutex<HashMap<String, String>>,
}

impl Domains {
    pub(crate) fn apply(&self, changes: &[Change]) {
        if changes
            .iter()
            .all(|change| change.key.kind != Kind::DomainName)
        {
            return;
        }
        let mut names = self.names.lock().unwrap_or_else(PoisonError::into_inner);
        let mut domains = HashMap::clone(&self.current.load());
        for change in changes {
            if change.key.kind != Kind::DomainName {
                continue;
            }
            if let Some(old) = names.remove(&change.key.id) {
                domains.remove(&old);
            }
            if let Some(record) = read(change) {
                names.insert(change.key.id.clone(), record.name.clone());
                domains.insert(record.name.clone(), Arc::new(record));
            }
        }
        self.current.store(Arc::new(domains));
    }

    /// `None` if the host is nobody's custom domain. A path that no mapping is for leads to no API,
    /// whose callers AWS answers with `Forbidden`.
    pub(crate) fn address(&self, host: &str, path: &str) -> Option<Addressed> {
        let domain = self.find(host)?;
        let demanding = domain.mutual_tls.as_ref();
        Some(Addressed {
            mutual_tls: demanding.map(|_| domain.name.as_str().into()),
            ..route(&domain, path)
        })
    }

    /// The domain that a host belongs to.
    pub(crate) fn find(&self, host: &str) -> Option<Arc<DomainNameRecord>> {
        let domains = self.current.load();
        if domains.is_empty() {
            return None;
        }
        let host = without_port(host).to_ascii_lowercase();
        let domain = domains.get(&host).or_else(|| {
            let (_, parent) = host.split_once('.')?;
            domains.get(&format!("*.{parent}"))
        });
        domain.cloned()
    }
}

fn read(change: &Change) -> Option<DomainNameRecord> {
    change.record().unwrap_or_else(|error| {
        tracing::error!(key = %change.key, %error, "a record could not be read");
        None
    })
}

fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}

/// The mapping of the longest base path that the path begins with, or else the one without one ("API
/// Gateway always evaluates the longest matching path", developer guide, "rest-api-mappings").
fn route(domain: &DomainNameRecord, path: &str) -> Addressed {
    let below = path.strip_prefix('/').unwrap_or(path);
    for end in ends(below, levels(domain)).rev() {
        let (base, rest) = below.split_at(end);
        if let Some(mapping) = domain.mappings.get(base).filter(|_| !base.is_empty()) {
            return addressed(mapping, &format!("/{base}"), rest);
        }
    }
    match domain.mappings.get("") {
        Some(mapping) => addressed(mapping, "", path),
        None => Addressed {
            api: "".into(),
            stage: "".into(),
            path: path.to_owned(),
            domain: Some("".into()),
            mutual_tls: None,
        },
    }
}

/// Of the base path that has most.
fn levels(domain: &DomainNameRecord) -> usize {
    let slashes = |base: &String| base.bytes().filter(|byte| *byte == b'/').count();
    domain.mappings.keys().map(slashes).max().unwrap_or(0) + 1
}

/// Where the first parts of a path end, the shortest first: `a/b/c` at 1, 3 and 5.
fn ends(path: &str, most: usize) -> impl DoubleEndedIterator<Item = usize> {
    let slashes = path.match_indices('/').map(|(at, _)| at);
    let ends: Vec<usize> = slashes.chain([path.len()]).take(most).collect();
    ends.into_iter()
}

/// `base/pets/1` is `base` and `/pets/1`.
fn first_part(path: &str) -> (&str, &str) {
    path.split_at(path.find('/').unwrap_or(path.len()))
}

/// Without a stage of its own, the mapping leaves it to the path.
fn addressed(mapping: &BasePathMapping, base: &str, path: &str) -> Addressed {
    if let Some(stage) = &mapping.stage {
        return Addressed {
            api: mapping.api_id.as_str().into(),
            stage: stage.as_str().into(),
            path: path.to_owned(),
            domain: Some(base.into()),
            mutual_tls: None,
        };
    }
    let (stage, path) = first_part(path.strip_prefix('/').unwrap_or(path));
    Addressed {
        api: mapping.api_id.as_str().into(),
        stage: stage.into(),
        path: path.to_owned(),
        domain: Some(format!("{base}/{stage}").into()),
        mutual_tls: None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use model::{AccountId, Certificate, EndpointConfiguration, Region, Timestamp};

    use super::*;

    fn domain(name: &str, mappings: &[(&str, &str, Option<&str>)]) -> DomainNameRecord {
        let mapping = |(path, api, stage): &(&str, &str, Option<&str>)| {
            let mapping = BasePathMapping {
                id: None,
                api_id: (*api).to_owned(),
                stage: stage.map(str::to_owned),
            };
            ((*path).to_owned(), mapping)
        };
        DomainNameRecord {
            account: AccountId::new("111111111111").unwrap(),
            region: Region::new("us-east-1").unwrap(),
            name: name.to_owned(),
            created: Timestamp::default(),
            endpoint: EndpointConfiguration::default(),
            certificate: Certificate::default(),
            certificate_uploaded: None,
            target: "d".to_owned(),
            security_policy: "TLS_1_2".to_owned(),
            ownership_certificate_arn: None,
            mutual_tls: None,
            tags: BTreeMap::new(),
            mappings: mappings.iter().map(mapping).collect(),
        }
    }

    fn domains() -> Domains {
        let all = [
            domain(
                "api.example.com",
                &[
                    ("", "rest", Some("prod")),
                    ("v1", "one", Some("live")),
                    ("open", "two", None),
                    ("orders/v1/items", "items", Some("prod")),
                    ("orders", "orders", Some("prod")),
                ],
            ),
            domain("bare.example.com", &[]),
            domain("*.wild.example.com", &[("", "wild", Some("prod"))]),
        ];
        let all = all.map(|domain| (domain.name.clone(), Arc::new(domain)));
        Domains {
            current: ArcSwap::from_pointee(HashMap::from(all)),
            names: Mutex::default(),
        }
    }

    #[track_caller]
    fn check(host: &str, path: &str, expected: Option<(&str, &str, &str, &str)>) {
        let found = domains().address(host, path);
        let parts = found.as_ref().map(|found| {
            let before = found.domain.as_deref().unwrap();
            (&*found.api, &*found.stage, found.path.as_str(), before)
        });
        assert_eq!(parts, expected, "{host} {path}");
    }

    #[test]
    fn the_first_part_of_a_path_chooses_the_mapping() {
        let host = "API.example.com:4566";
        check(host, "/v1/pets/1", Some(("one", "live", "/pets/1", "/v1")));
        check(host, "/v1", Some(("one", "live", "", "/v1")));
        check(host, "/v10/pets", Some(("rest", "prod", "/v10/pets", "")));
        check(host, "/", Some(("rest", "prod", "/", "")));
        let staged = Some(("two", "dev", "/pets", "/open/dev"));
        check(host, "/open/dev/pets", staged);
        check(host, "/open", Some(("two", "", "", "/open/")));
    }

    #[test]
    fn the_longest_base_path_wins() {
        let host = "api.example.com";
        let items = Some(("items", "prod", "/7", "/orders/v1/items"));
        check(host, "/orders/v1/items/7", items);
        let orders = Some(("orders", "prod", "/v1/itemsets", "/orders"));
        check(host, "/orders/v1/itemsets", orders);
        check(host, "/orders", Some(("orders", "prod", "", "/orders")));
        check(host, "/order", Some(("rest", "prod", "/order", "")));
    }

    #[test]
    fn a_path_without_a_mapping_leads_to_no_api() {
        check("bare.example.com", "/pets", Some(("", "", "/pets", "")));
    }

    #[test]
    fn a_star_stands_for_one_label() {
        let found = Some(("wild", "prod", "/x", ""));
        check("a.wild.example.com", "/x", found);
        check("a.b.wild.example.com", "/x", None);
        check("wild.example.com", "/x", None);
        check("other.example.com", "/x", None);
        check("localhost", "/x", None);
    }
}
