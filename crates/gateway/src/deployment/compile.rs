//! Compiles a definition for one stage.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use model::{
    AccountId, ApiDefinition, ApiId, ApiKeySource, ClientCertificateRecord, Method, MethodSettings,
    MethodVerb, Region, Resource,
};

use super::{CompileError, Endpoint, Place, Stage};
use crate::access_log::AccessLog;
use crate::authorizers::{self, Guard};
use crate::cache::{Caching, Scope, StageCache};
use crate::execution_log::{Level, Logging};
use crate::gateway_response::GatewayResponses;
use crate::integrations;
use crate::media_types::MediaTypes;
use crate::meters::{self, Meters};
use crate::routing::Routes;
use crate::throttle::{self, Bucket};
use crate::validation::Validation;

/// A method and where it stands: what every part of a compiled method is made from.
pub(crate) struct Site<'a> {
    pub(crate) place: &'a Place,
    pub(crate) definition: &'a ApiDefinition,
    pub(crate) path: &'a str,
    pub(crate) verb: MethodVerb,
    pub(crate) method: &'a Method,
}

impl Site<'_> {
    /// `GET /pets`, for errors.
    pub(crate) fn name(&self) -> String {
        format!("{} {}", self.verb, self.path)
    }

    /// What Lambda gets as `aws:SourceArn`: the configured verb and the template path.
    pub(crate) fn source_arn(&self) -> String {
        let Place { stage, .. } = self.place;
        self.place
            .arn(&format!("/{stage}/{}{}", self.verb, self.path))
    }
}

type Settings = BTreeMap<String, MethodSettings>;

/// What a stage says for itself, beside the definition that it shows; nothing for the test button.
#[derive(Debug, Clone, Default)]
pub(crate) struct Own<'a> {
    pub(crate) stage: Option<&'a model::Stage>,
    pub(crate) cache: Option<Arc<StageCache>>,
    pub(crate) is_edge: bool,
    pub(crate) is_private: bool,
    pub(crate) is_strict: bool,
}

impl Own<'_> {
    fn settings(&self) -> &Settings {
        static NONE: Settings = Settings::new();
        self.stage.map_or(&NONE, |stage| &stage.method_settings)
    }

    fn client_certificate(&self, place: &Place) -> Option<String> {
        let id = self.stage?.client_certificate_id.as_deref()?;
        let (account, region) = (&place.account, &place.region);
        Some(ClientCertificateRecord::id_of(account, region, id))
    }

    fn access_log(&self) -> Option<AccessLog> {
        let stage = self.stage?;
        AccessLog::compile(
            stage.access_log_destination.as_deref(),
            stage.access_log_format.as_deref(),
        )
    }
}

/// What a stage keeps when it is compiled anew: its buckets are as empty as they were.
#[derive(Debug, Clone, Default)]
pub(crate) struct Before {
    pub(crate) account: Option<Arc<Bucket>>,
    pub(crate) stage: Option<Arc<Stage>>,
    /// The counts that a canary has in common with its stage.
    pub(crate) meters: Option<Arc<Meters>>,
}

type Endpoints<'a> = HashMap<(&'a str, MethodVerb), &'a Arc<Endpoint>>;

impl Before {
    /// Those with something to keep.
    fn endpoints(&self) -> Endpoints<'_> {
        let routes = self
            .stage
            .iter()
            .filter_map(|stage| stage.routes.as_ref().ok());
        let endpoints = routes.flat_map(Routes::iter);
        let kept = endpoints.filter(|old| old.throttle.is_some() || old.meters.is_some());
        kept.map(|old| ((old.resource_path.as_str(), old.verb), old))
            .collect()
    }

    fn meters(&self) -> Arc<Meters> {
        let own = self.stage.as_ref().map(|stage| &stage.meters);
        meters::kept(self.meters.as_ref().or(own))
    }
}

/// What the stage sets and had before.
struct Terms<'a> {
    settings: &'a Settings,
    cache: Option<&'a Arc<StageCache>>,
    authorizers: &'a BTreeMap<String, Guard>,
    before: Endpoints<'a>,
}

/// Never fails as a whole: what doesn't compile refuses its callers.
pub(crate) fn compile(
    definition: &ApiDefinition,
    place: Place,
    own: &Own<'_>,
    before: &Before,
) -> Stage {
    let authorizers = authorizers::compile(definition, &place);
    let policy = resource_policy(definition, &place);
    let routes = match &policy {
        Ok(_) => {
            let terms = Terms {
                settings: own.settings(),
                cache: own.cache.as_ref(),
                authorizers: &authorizers,
                before: before.endpoints(),
            };
            routes(definition, &place, &terms)
        }
        Err(error) => Err(error.clone()),
    };
    Stage {
        routes,
        policy: policy.ok().flatten(),
        responses: GatewayResponses::new(definition.gateway_responses.clone()),
        binary: MediaTypes::new(&definition.binary_media_types),
        authorizers,
        key_source: definition.api_key_source.unwrap_or(ApiKeySource::Header),
        account: before.account.clone(),
        cache: own.cache.clone(),
        minimum_compression_size: definition
            .minimum_compression_size
            .and_then(|size| usize::try_from(size).ok()),
        access_log: own.access_log(),
        meters: before.meters(),
        is_edge: own.is_edge,
        is_private: own.is_private,
        is_strict: own.is_strict,
        client_certificate: own.client_certificate(&place),
        place,
    }
}

/// An absent or blank policy is none, as AWS has it after a policy was removed.
fn resource_policy(
    definition: &ApiDefinition,
    place: &Place,
) -> Result<Option<policy::Policy>, CompileError> {
    definition
        .policy
        .as_deref()
        .filter(|text| !text.trim().is_empty())
        .map(|text| policy::Policy::parse_for_api(text, &place.arn("")))
        .transpose()
        .map_err(|malformed| CompileError::Policy(malformed.detail().to_owned()))
}

fn routes(
    definition: &ApiDefinition,
    place: &Place,
    terms: &Terms<'_>,
) -> Result<Routes<Arc<Endpoint>>, CompileError> {
    let mut routes = Routes::default();
    for resource in definition.resources.values() {
        let path = definition
            .path_of(&resource.id)
            .ok_or_else(|| CompileError::LostResource(resource.id.clone()))?;
        for (verb, method) in &resource.methods {
            let site = Site {
                place,
                definition,
                path: &path,
                verb: *verb,
                method,
            };
            let endpoint = endpoint(&site, resource, terms);
            routes.insert(&path, *verb, Arc::new(endpoint))?;
        }
    }
    Ok(routes)
}

fn endpoint(site: &Site<'_>, resource: &Resource, terms: &Terms<'_>) -> Endpoint {
    let set = settings_of(terms.settings, site);
    let compiled = Validation::compile(site).and_then(|validation| {
        let caching = Caching::compile(site, &resource.id, terms.cache, set)?;
        Ok((validation, caching))
    });
    let (validation, caching, invalid) = match compiled {
        Ok((validation, caching)) => (validation, caching, None),
        Err(error) => (Validation::default(), None, Some(error)),
    };
    let set = set.map(|(settings, _)| settings);
    let before = terms.before.get(&(site.path, site.verb));
    Endpoint {
        resource_id: resource.id.clone(),
        resource_path: site.path.to_owned(),
        served: format!("{} {} serves it", site.verb, site.path),
        verb: site.verb,
        guard: Guard::of(site.method, terms.authorizers),
        api_key_required: site.method.api_key_required,
        validation,
        backend: invalid.map_or_else(|| integrations::compile(site), Err),
        logging: set.map_or_else(Logging::default, logging),
        throttle: throttle(set, before.and_then(|old| old.throttle.as_ref())),
        caching,
        meters: set
            .filter(|settings| settings.metrics_enabled)
            .map(|_| meters::kept(before.and_then(|old| old.meters.as_ref()))),
    }
}

/// A bucket of the same limits goes on from where it is.
fn throttle(set: Option<&MethodSettings>, old: Option<&Arc<Bucket>>) -> Option<Arc<Bucket>> {
    let limits = throttle::of_settings(set?)?;
    let kept = old.filter(|old| old.limits() == limits);
    Some(kept.map_or_else(|| Arc::new(Bucket::new(limits)), Arc::clone))
}

/// The settings of the method itself, else those of `*/*`. AWS writes the path with `~1` for `/`
/// in patches and without the leading slash in answers.
fn settings_of<'a>(settings: &'a Settings, site: &Site<'_>) -> Option<(&'a MethodSettings, Scope)> {
    if settings.is_empty() {
        return None;
    }
    let bare = site.path.trim_start_matches('/');
    let escaped = site.path.replace('/', "~1");
    let keys = [
        format!("{}/{}", site.path, site.verb),
        format!("{bare}/{}", site.verb),
        format!("{escaped}/{}", site.verb),
    ];
    let own = keys.iter().find_map(|key| settings.get(key));
    let own = own.map(|settings| (settings, Scope::Method));
    own.or_else(|| Some((settings.get("*/*")?, Scope::Stage)))
}

fn logging(settings: &MethodSettings) -> Logging {
    Logging {
        level: Level::of(settings.logging_level.as_deref()),
        data: settings.data_trace_enabled,
    }
}

/// Where no stage says anything.
fn routes_of_nowhere(
    definition: &ApiDefinition,
    place: &Place,
    authorizers: &BTreeMap<String, Guard>,
) -> Result<Routes<Arc<Endpoint>>, CompileError> {
    let terms = Terms {
        settings: &Settings::new(),
        cache: None,
        authorizers,
        before: Endpoints::new(),
    };
    routes(definition, place, &terms)
}

/// Does this deployment compile? Only what no stage and no call can settle is an error.
pub(crate) fn check(definition: &ApiDefinition) -> Result<(), CompileError> {
    let place = place_of_nowhere().ok_or(CompileError::NoMethods)?;
    let mut methods = definition
        .resources
        .values()
        .flat_map(|resource| resource.methods.values())
        .peekable();
    if methods.peek().is_none() {
        return Err(CompileError::NoMethods);
    }
    resource_policy(definition, &place)?;
    let authorizers = authorizers::compile(definition, &place);
    let routes = routes_of_nowhere(definition, &place, &authorizers)?;
    let faults = routes.iter().flat_map(|endpoint| {
        let guard = match &endpoint.guard {
            Guard::Broken(error) => Some(error),
            Guard::None | Guard::Iam | Guard::Lambda(_) | Guard::UserPools(..) => None,
        };
        guard.into_iter().chain(endpoint.backend.as_ref().err())
    });
    faults
        .filter(|error| !error.is_settled_by_calls())
        .map(|error| Err(error.clone()))
        .next()
        .unwrap_or(Ok(()))
}

/// What is asked for and not served yet, by `VERB /path` or `authorizer ID`.
pub(crate) fn unserved(definition: &ApiDefinition) -> BTreeMap<String, CompileError> {
    let Some(place) = place_of_nowhere() else {
        return BTreeMap::new();
    };
    let authorizers = authorizers::compile(definition, &place);
    let broken = authorizers.iter().filter_map(|(id, guard)| match guard {
        Guard::Broken(error) => Some((format!("authorizer {id}"), error.clone())),
        Guard::None | Guard::Iam | Guard::Lambda(_) | Guard::UserPools(..) => None,
    });
    let routes = routes_of_nowhere(definition, &place, &authorizers);
    let endpoints = routes.iter().flat_map(Routes::iter);
    let methods = endpoints.filter_map(|endpoint| {
        let error = endpoint.backend.as_ref().err()?.clone();
        Some((
            format!("{} {}", endpoint.verb, endpoint.resource_path),
            error,
        ))
    });
    broken
        .chain(methods)
        .filter(|(_, error)| matches!(error, CompileError::Unserved(_)))
        .collect()
}

/// A stand-in for the stage that a definition is not deployed to yet.
fn place_of_nowhere() -> Option<Place> {
    Some(Place {
        account: AccountId::new("000000000000").ok()?,
        region: Region::new("us-east-1").ok()?,
        api: ApiId::new("unknown").ok()?,
        stage: String::new(),
        deployment_id: None,
        variables: BTreeMap::new(),
        canary: None,
    })
}
