//! Custom domains: which API and stage stand behind a host name, the first parts of a path and the
//! headers of a request.
//!
//! A picture that follows the store, as `deployment` is one. A name is one public domain's at most;
//! of private ones every account may have its own, and whoever comes through a VPC endpoint is
//! led to the one that the endpoint is joined to.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError};

use arc_swap::ArcSwap;
use http::HeaderMap;
use model::{
    AccessAssociationRecord, BasePathMapping, DomainNameRecord, EndpointAccessMode, HeaderMatch,
    Kind, Record, RoutingCondition, RoutingMode, RoutingRule, UploadedCertificate,
};
use store::Change;

use crate::address::Addressed;
use crate::headers;
use crate::private_domain::{PrivateDomain, ThroughPrivate};

#[derive(Debug, Default)]
pub(crate) struct Domains {
    current: ArcSwap<Known>,
    /// Only the follower of the store takes this lock.
    sources: Mutex<Sources>,
}

/// By the ids of their records.
#[derive(Debug, Default)]
struct Sources {
    domains: BTreeMap<String, Arc<Domain>>,
    associations: HashMap<String, Joined>,
}

/// The ARN of a domain, and the VPC endpoint that is joined to it.
type Joined = (String, String);

#[derive(Debug, Default)]
struct Known {
    /// All domains of a name.
    by_name: HashMap<String, Vec<Arc<Domain>>>,
    associations: HashSet<Joined>,
}

/// A domain as requests need it.
#[derive(Debug)]
pub(crate) struct Domain {
    pub(crate) record: DomainNameRecord,
    pub(crate) certificate: Option<Arc<UploadedCertificate>>,
    /// Whose certificates its clients may show, as the domain was told itself.
    pub(crate) truststore: Option<Arc<str>>,
    /// In the order of their turns.
    rules: Vec<RoutingRule>,
    /// Of the base path that has most, in a mapping.
    levels: usize,
    private: Option<Arc<PrivateDomain>>,
}

impl Domain {
    fn of(record: DomainNameRecord) -> Self {
        let mut rules = record.rules.clone();
        rules.sort_by_key(|rule| rule.priority);
        let mutual = record.mutual_tls.as_ref();
        let truststore = mutual.and_then(|mutual| mutual.truststore.as_deref());
        Self {
            certificate: record.uploaded.clone().map(Arc::new),
            truststore: truststore.map(Arc::from),
            rules,
            levels: levels(&record),
            private: PrivateDomain::of(&record).map(Arc::new),
            record,
        }
    }
}

/// Who asks, as far as it matters for whose answer it is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asking<'a> {
    pub(crate) host: &'a str,
    pub(crate) path: &'a str,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) vpc_endpoint: Option<&'a str>,
}

impl Domains {
    pub(crate) fn apply(&self, changes: &[Change]) {
        let is_ours = |change: &&Change| {
            matches!(change.key.kind, Kind::DomainName | Kind::AccessAssociation)
        };
        let mut changes = changes.iter().filter(is_ours).peekable();
        if changes.peek().is_none() {
            return;
        }
        let mut sources = self.sources.lock().unwrap_or_else(PoisonError::into_inner);
        for change in changes {
            let id = &change.key.id;
            if change.key.kind == Kind::DomainName {
                let domain = read(change).map(|record| Arc::new(Domain::of(record)));
                match domain {
                    Some(domain) => sources.domains.insert(id.clone(), domain),
                    None => sources.domains.remove(id),
                };
            } else {
                let joined = read::<AccessAssociationRecord>(change)
                    .map(|record| (record.domain_name_arn, record.vpc_endpoint));
                match joined {
                    Some(joined) => sources.associations.insert(id.clone(), joined),
                    None => sources.associations.remove(id),
                };
            }
        }
        self.current.store(Arc::new(sources.known()));
    }

    /// `None` if the host is nobody's custom domain. A path that nothing leads from leads to no API,
    /// whose callers AWS answers with `Forbidden`.
    pub(crate) fn address(&self, asking: Asking<'_>) -> Option<Addressed> {
        let current = self.current.load();
        let (domain, associated) = current.choose(asking.host, asking.vpc_endpoint)?;
        let record = &domain.record;
        let demanding = record.mutual_tls.as_ref();
        Some(Addressed {
            mutual_tls: demanding.map(|_| record.name.as_str().into()),
            strict: record.endpoint_access_mode == Some(EndpointAccessMode::Strict),
            private: domain.private.as_ref().map(|private| ThroughPrivate {
                domain: Arc::clone(private),
                associated,
            }),
            ..route(domain, asking.path, asking.headers)
        })
    }

    /// The domain that a host belongs to, whoever asks.
    pub(crate) fn find(&self, host: &str) -> Option<Arc<Domain>> {
        let current = self.current.load();
        let (domain, _) = current.choose(host, None)?;
        Some(Arc::clone(domain))
    }
}

impl Sources {
    fn known(&self) -> Known {
        let mut by_name: HashMap<String, Vec<Arc<Domain>>> = HashMap::new();
        for domain in self.domains.values() {
            let all = by_name.entry(domain.record.name.clone()).or_default();
            all.push(Arc::clone(domain));
        }
        Known {
            by_name,
            associations: self.associations.values().cloned().collect(),
        }
    }
}

impl Known {
    /// The private domain that the caller's endpoint is joined to, or else the public one, or else a
    /// private one, which stays shut then.
    fn choose(&self, host: &str, vpc_endpoint: Option<&str>) -> Option<(&Arc<Domain>, bool)> {
        if self.by_name.is_empty() {
            return None;
        }
        let all = self.named(&without_port(host).to_ascii_lowercase())?;
        let joined = vpc_endpoint.and_then(|endpoint| {
            let is_joined = |domain: &&Arc<Domain>| {
                let joined = (domain.record.arn(), endpoint.to_owned());
                domain.record.is_private() && self.associations.contains(&joined)
            };
            all.iter().find(is_joined)
        });
        if let Some(joined) = joined {
            return Some((joined, true));
        }
        let public = all.iter().find(|domain| !domain.record.is_private());
        public.or_else(|| all.first()).map(|domain| (domain, false))
    }

    /// By the name itself, or by a star in the place of its first label.
    fn named(&self, host: &str) -> Option<&Vec<Arc<Domain>>> {
        self.by_name.get(host).or_else(|| {
            let (_, parent) = host.split_once('.')?;
            self.by_name.get(&format!("*.{parent}"))
        })
    }
}

fn read<R: Record>(change: &Change) -> Option<R> {
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

/// By its rules, by its mappings, or by both, of which the rules come first.
fn route(domain: &Domain, path: &str, headers: &HeaderMap) -> Addressed {
    let by_rules = || {
        let mut rules = domain.rules.iter();
        rules.find_map(|rule| by_rule(rule, path, headers))
    };
    let nowhere = || Addressed {
        path: path.to_owned(),
        domain: Some("".into()),
        ..Addressed::default()
    };
    match domain.record.routing_mode {
        RoutingMode::BasePathMappingOnly => by_mapping(domain, path),
        RoutingMode::RoutingRuleOnly => by_rules(),
        RoutingMode::RoutingRuleThenBasePathMapping => {
            by_rules().or_else(|| by_mapping(domain, path))
        }
    }
    .unwrap_or_else(nowhere)
}

/// `None` if the rule is not for this request ("API Gateway only matches a rule when all conditions
/// are true", developer guide, "rest-api-routing-rules").
fn by_rule(rule: &RoutingRule, path: &str, headers: &HeaderMap) -> Option<Addressed> {
    let mut base = "";
    for condition in &rule.conditions {
        match condition {
            RoutingCondition::Headers(any) => {
                if !any.iter().any(|asked| has(headers, asked)) {
                    return None;
                }
            }
            RoutingCondition::BasePaths(any) => base = longest(any, path)?,
        }
    }
    let (base, rest) = match path.strip_prefix('/').and_then(|it| it.strip_prefix(base)) {
        Some(rest) if rule.strip_base_path && !base.is_empty() => (format!("/{base}"), rest),
        Some(_) | None => (String::new(), path),
    };
    Some(Addressed {
        api: rule.api_id.as_str().into(),
        stage: rule.stage.as_str().into(),
        path: rest.to_owned(),
        domain: Some(base.into()),
        rule: Some(rule.id.as_str().into()),
        ..Addressed::default()
    })
}

fn has(headers: &HeaderMap, asked: &HeaderMatch) -> bool {
    let mut values = headers.get_all(asked.name.as_str()).iter();
    values.any(|value| asked.accepts(&headers::text(value)))
}

/// Of some base paths the longest that a path begins with.
fn longest<'a>(base_paths: &'a [String], path: &str) -> Option<&'a str> {
    let below = path.strip_prefix('/').unwrap_or(path);
    let begins = |base: &&str| {
        let rest = below.strip_prefix(*base);
        rest.is_some_and(|rest| base.is_empty() || rest.is_empty() || rest.starts_with('/'))
    };
    let fitting = base_paths.iter().map(String::as_str).filter(begins);
    fitting.max_by_key(|base| base.len())
}

/// The mapping of the longest base path that the path begins with, or else the one without one ("API
/// Gateway always evaluates the longest matching path", developer guide, "rest-api-mappings").
fn by_mapping(domain: &Domain, path: &str) -> Option<Addressed> {
    let mappings = &domain.record.mappings;
    let below = path.strip_prefix('/').unwrap_or(path);
    for end in ends(below, domain.levels).rev() {
        let (base, rest) = below.split_at(end);
        if let Some(mapping) = mappings.get(base).filter(|_| !base.is_empty()) {
            return Some(addressed(mapping, &format!("/{base}"), rest));
        }
    }
    let mapping = mappings.get("")?;
    Some(addressed(mapping, "", path))
}

/// Of the base path that has most.
fn levels(record: &DomainNameRecord) -> usize {
    let slashes = |base: &String| base.bytes().filter(|byte| *byte == b'/').count();
    record.mappings.keys().map(slashes).max().unwrap_or(0) + 1
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
            ..Addressed::default()
        };
    }
    let (stage, path) = first_part(path.strip_prefix('/').unwrap_or(path));
    Addressed {
        api: mapping.api_id.as_str().into(),
        stage: stage.into(),
        path: path.to_owned(),
        domain: Some(format!("{base}/{stage}").into()),
        ..Addressed::default()
    }
}

#[cfg(test)]
mod tests {
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
            unique: None,
            uploaded: None,
            policy: None,
            management_policy: None,
            endpoint_access_mode: None,
            routing_mode: RoutingMode::default(),
            rules: Vec::new(),
        }
    }

    fn rule(priority: u32, conditions: Vec<RoutingCondition>, api: &str) -> RoutingRule {
        RoutingRule {
            id: format!("r{priority}"),
            priority,
            conditions,
            api_id: api.to_owned(),
            stage: "prod".to_owned(),
            strip_base_path: api == "stripped",
        }
    }

    fn ruled() -> DomainNameRecord {
        let header = |name: &str, value: &str| {
            RoutingCondition::Headers(vec![HeaderMatch {
                name: name.to_owned(),
                value_glob: value.to_owned(),
            }])
        };
        let base = |path: &str| RoutingCondition::BasePaths(vec![path.to_owned()]);
        DomainNameRecord {
            routing_mode: RoutingMode::RoutingRuleThenBasePathMapping,
            rules: vec![
                rule(30, vec![base("users")], "whole"),
                rule(
                    10,
                    vec![header("X-Version", "beta*"), base("users")],
                    "beta",
                ),
                rule(20, vec![base("orders/new")], "stripped"),
            ],
            ..domain("rules.example.com", &[("users", "mapped", Some("prod"))])
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
            ruled(),
            private("111111111111", "one"),
            private("222222222222", "two"),
        ];
        let sources = Sources {
            domains: all
                .map(|record| (record.id(), Arc::new(Domain::of(record))))
                .into(),
            associations: HashMap::from([
                joined("111111111111", "one", "vpce-1"),
                joined("222222222222", "two", "vpce-2"),
            ]),
        };
        Domains {
            current: ArcSwap::from_pointee(sources.known()),
            sources: Mutex::default(),
        }
    }

    fn private(account: &str, unique: &str) -> DomainNameRecord {
        DomainNameRecord {
            account: AccountId::new(account).unwrap(),
            unique: Some(unique.to_owned()),
            ..domain("private.example.com", &[("", unique, Some("prod"))])
        }
    }

    fn joined(account: &str, unique: &str, endpoint: &str) -> (String, Joined) {
        let arn = private(account, unique).arn();
        (endpoint.to_owned(), (arn, endpoint.to_owned()))
    }

    /// With a header, and through an endpoint.
    #[track_caller]
    fn check_asking(asking: (&str, &str, &str, Option<&str>), expected: (&str, &str, &str, bool)) {
        let (host, path, version, vpc_endpoint) = asking;
        let mut headers = HeaderMap::new();
        headers.insert("x-version", version.parse().unwrap());
        let asked = Asking {
            host,
            path,
            headers: &headers,
            vpc_endpoint,
        };
        let found = domains().address(asked).unwrap();
        let before = found.domain.as_deref().unwrap();
        let open = found.private.is_none_or(|through| through.associated);
        let parts = (&*found.api, found.path.as_str(), before, open);
        assert_eq!(parts, expected, "{asking:?}");
    }

    #[test]
    fn rules_are_asked_in_the_order_of_their_priorities_and_mappings_after_them() {
        let host = "rules.example.com";
        let check = |path: &str, version: &str, expected: (&str, &str, &str)| {
            let (api, rest, before) = expected;
            check_asking((host, path, version, None), (api, rest, before, true));
        };
        check("/users/1", "beta2", ("beta", "/users/1", ""));
        check("/users/1", "Beta", ("whole", "/users/1", ""));
        check("/users", "", ("whole", "/users", ""));
        check("/orders/new/7", "", ("stripped", "/7", "/orders/new"));
        check("/orders/new", "", ("stripped", "", "/orders/new"));
        check("/orders/newer", "", ("", "/orders/newer", ""));
        check("/Users/1", "", ("", "/Users/1", ""));
    }

    #[test]
    fn a_private_domain_is_the_one_that_the_endpoint_is_joined_to() {
        let host = "private.example.com";
        check_asking((host, "/a", "", Some("vpce-1")), ("one", "/a", "", true));
        check_asking((host, "/a", "", Some("vpce-2")), ("two", "/a", "", true));
        check_asking((host, "/a", "", Some("vpce-3")), ("one", "/a", "", false));
        check_asking((host, "/a", "", None), ("one", "/a", "", false));
    }

    #[track_caller]
    fn check(host: &str, path: &str, expected: Option<(&str, &str, &str, &str)>) {
        let asking = Asking {
            host,
            path,
            headers: &HeaderMap::new(),
            vpc_endpoint: None,
        };
        let found = domains().address(asking);
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
