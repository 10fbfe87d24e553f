//! What stands around an API and is in no document: the settings of its stage, usage plans with their
//! keys, and custom domain names.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::Form;

/// All of it, as AWS's operations show it.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    pub stage: StageSettings,
    pub plans: Vec<Plan>,
    pub domains: Vec<Domain>,
}

#[derive(Debug, Clone, Default)]
pub struct StageSettings {
    pub description: Option<String>,
    /// Gigabytes, where there is a cache.
    pub cache_size: Option<String>,
    pub tracing: bool,
    pub access_log: Option<AccessLog>,
    pub documentation_version: Option<String>,
    pub methods: Vec<MethodSettings>,
    pub tags: BTreeMap<String, String>,
    /// What belongs to this stage alone, such as a canary.
    pub own: Vec<String>,
}

#[derive(Debug, Clone)]
pub struct AccessLog {
    pub destination: String,
    pub format: String,
}

/// Of one method, or of all where the path is `*`.
#[derive(Debug, Clone)]
pub struct MethodSettings {
    /// `/pets/{id}` or `*`.
    pub path: String,
    pub verb: String,
    /// By AWS's names, such as `loggingLevel`.
    pub settings: Map<String, Value>,
}

#[derive(Debug, Clone, Default)]
pub struct Plan {
    pub name: String,
    pub description: Option<String>,
    pub throttle: Option<Throttle>,
    pub quota: Option<Quota>,
    pub product_code: Option<String>,
    /// Of methods of this stage, by `/pets/GET`.
    pub methods: BTreeMap<String, Throttle>,
    pub keys: Vec<Key>,
    /// How many stages of other APIs it is for, too.
    pub others: usize,
}

#[derive(Debug, Clone, Default)]
pub struct Throttle {
    pub rate: Value,
    pub burst: Value,
}

#[derive(Debug, Clone, Default)]
pub struct Quota {
    pub limit: Value,
    pub offset: Value,
    /// `DAY`, `WEEK` or `MONTH`.
    pub period: String,
}

#[derive(Clone, Default)]
pub struct Key {
    pub name: String,
    pub description: Option<String>,
    pub enabled: bool,
    /// Only where somebody asked for it.
    pub value: Option<String>,
}

impl std::fmt::Debug for Key {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Key")
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

#[derive(Debug, Clone, Default)]
pub struct Domain {
    pub name: String,
    /// `EDGE` or `REGIONAL`.
    pub endpoint_type: String,
    pub certificate: Option<String>,
    pub security_policy: String,
    /// The bundle that clients' certificates must be of.
    pub truststore: Option<String>,
    pub mappings: Vec<Mapping>,
}

#[derive(Debug, Clone)]
pub struct Mapping {
    /// Empty for what no other path is for.
    pub base_path: String,
    /// Whether it leads to the stage; else the path names one.
    pub staged: bool,
}

impl Mapping {
    /// Only the second API makes base paths of several levels.
    pub(super) fn is_deep(&self) -> bool {
        self.base_path.contains('/')
    }
}

impl Domain {
    pub(super) fn is_regional(&self) -> bool {
        self.endpoint_type == "REGIONAL"
    }
}

/// A setting of a method by its four names: of the REST API, of a patch, of a template and of Terraform.
pub(super) struct Setting {
    pub(super) member: &'static str,
    pub(super) patch: &'static str,
    /// A template of CloudFormation cannot say all of them.
    pub(super) property: Option<&'static str>,
    pub(super) argument: &'static str,
}

const fn setting(
    member: &'static str,
    patch: &'static str,
    property: Option<&'static str>,
    argument: &'static str,
) -> Setting {
    Setting {
        member,
        patch,
        property,
        argument,
    }
}

pub(super) const SETTINGS: [Setting; 10] = [
    setting(
        "metricsEnabled",
        "metrics/enabled",
        Some("MetricsEnabled"),
        "metrics_enabled",
    ),
    setting(
        "loggingLevel",
        "logging/loglevel",
        Some("LoggingLevel"),
        "logging_level",
    ),
    setting(
        "dataTraceEnabled",
        "logging/dataTrace",
        Some("DataTraceEnabled"),
        "data_trace_enabled",
    ),
    setting(
        "throttlingBurstLimit",
        "throttling/burstLimit",
        Some("ThrottlingBurstLimit"),
        "throttling_burst_limit",
    ),
    setting(
        "throttlingRateLimit",
        "throttling/rateLimit",
        Some("ThrottlingRateLimit"),
        "throttling_rate_limit",
    ),
    setting(
        "cachingEnabled",
        "caching/enabled",
        Some("CachingEnabled"),
        "caching_enabled",
    ),
    setting(
        "cacheTtlInSeconds",
        "caching/ttlInSeconds",
        Some("CacheTtlInSeconds"),
        "cache_ttl_in_seconds",
    ),
    setting(
        "cacheDataEncrypted",
        "caching/dataEncrypted",
        Some("CacheDataEncrypted"),
        "cache_data_encrypted",
    ),
    setting(
        "requireAuthorizationForCacheControl",
        "caching/requireAuthorizationForCacheControl",
        None,
        "require_authorization_for_cache_control",
    ),
    setting(
        "unauthorizedCacheControlHeaderStrategy",
        "caching/unauthorizedCacheControlHeaderStrategy",
        None,
        "unauthorized_cache_control_header_strategy",
    ),
];

impl MethodSettings {
    /// Those that say something: a limit below nothing is none.
    pub(super) fn said(&self) -> impl Iterator<Item = (&'static Setting, &Value)> {
        SETTINGS.iter().filter_map(|setting| {
            let value = self.settings.get(setting.member)?;
            let none = value.as_f64().is_some_and(|number| number < 0.0);
            (!none && !value.is_null()).then_some((setting, value))
        })
    }

    /// As `path` stands in a patch: `~1pets~1{id}`.
    pub(super) fn encoded(&self) -> String {
        self.path.replace('~', "~0").replace('/', "~1")
    }
}

impl Surroundings {
    /// What a form has no place for, and what a person has to see to.
    pub(super) fn notes(&self, form: Form) -> Vec<String> {
        let mut notes: Vec<String> = self
            .stage
            .own
            .iter()
            .map(|own| format!("{own} belongs to the stage and is not written"))
            .collect();
        if form == Form::Document {
            notes.extend(self.without_a_place());
            return notes;
        }
        if matches!(form, Form::CloudFormation | Form::Sam) {
            notes.extend(self.stage.methods.iter().filter_map(unsaid));
        }
        for plan in &self.plans {
            if plan.others > 0 {
                notes.push(format!(
                    "the usage plan {} is for {} stages of other APIs too, which are not written",
                    plan.name, plan.others
                ));
            }
            for key in plan.keys.iter().filter(|key| key.value.is_none()) {
                notes.push(format!(
                    "the API key {} gets a new value; --with-key-values writes the one it has",
                    key.name
                ));
            }
        }
        notes
    }

    fn without_a_place(&self) -> impl Iterator<Item = String> {
        let settings = (!self.stage.methods.is_empty() || self.stage.access_log.is_some())
            .then(|| "the settings of the stage have no place in a document".to_owned());
        let plans = self.plans.iter().map(|plan| {
            format!(
                "the usage plan {} and its {} keys have no place in a document",
                plan.name,
                plan.keys.len()
            )
        });
        let domains = self
            .domains
            .iter()
            .map(|domain| format!("the domain name {} has no place in a document", domain.name));
        settings.into_iter().chain(plans).chain(domains)
    }
}

/// Settings that a template cannot say, where they are not what they are without being said.
fn unsaid(method: &MethodSettings) -> Option<String> {
    let usual = |setting: &Setting, value: &Value| match setting.member {
        "requireAuthorizationForCacheControl" => value == &Value::Bool(true),
        _ => value.as_str() == Some("SUCCEED_WITH_RESPONSE_HEADER"),
    };
    let mut unsaid = method
        .said()
        .filter(|(setting, value)| setting.property.is_none() && !usual(setting, value));
    unsaid.next().map(|(setting, _)| {
        format!(
            "{} {}: a template cannot say {}",
            method.verb, method.path, setting.member
        )
    })
}
