//! Compiles a definition for one stage.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use model::{
    AccountId, ApiDefinition, ApiId, ApiKeySource, Method, MethodSettings, MethodVerb, Region,
    Resource,
};

use super::{CompileError, Endpoint, Place, Stage};
use crate::authorizers::{self, Guard};
use crate::execution_log::{Level, Logging};
use crate::gateway_response::GatewayResponses;
use crate::integrations;
use crate::media_types::MediaTypes;
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

/// What a stage keeps when it is compiled anew: its buckets are as empty as they were.
#[derive(Debug, Clone, Default)]
pub(crate) struct Before {
    pub(crate) account: Option<Arc<Bucket>>,
    pub(crate) stage: Option<Arc<Stage>>,
}

type Buckets<'a> = HashMap<(&'a str, MethodVerb), &'a Arc<Bucket>>;

impl Before {
    fn buckets(&self) -> Buckets<'_> {
        let routes = self
            .stage
            .iter()
            .filter_map(|stage| stage.routes.as_ref().ok());
        let endpoints = routes.flat_map(Routes::iter);
        let buckets = endpoints.filter_map(|old| {
            let key = (old.resource_path.as_str(), old.verb);
            Some((key, old.throttle.as_ref()?))
        });
        buckets.collect()
    }
}

/// What the stage sets and had before.
struct Terms<'a> {
    settings: &'a Settings,
    authorizers: &'a BTreeMap<String, Guard>,
    before: Buckets<'a>,
}

/// Never fails as a whole: what doesn't compile refuses its callers.
pub(crate) fn compile(
    definition: &ApiDefinition,
    place: Place,
    settings: &Settings,
    before: &Before,
) -> Stage {
    let authorizers = authorizers::compile(definition, &place);
    let policy = resource_policy(definition, &place);
    let routes = match &policy {
        Ok(_) => {
            let terms = Terms {
                settings,
                authorizers: &authorizers,
                before: before.buckets(),
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
    let (validation, invalid) = match Validation::compile(site) {
        Ok(validation) => (validation, None),
        Err(error) => (Validation::default(), Some(error)),
    };
    Endpoint {
        resource_id: resource.id.clone(),
        resource_path: site.path.to_owned(),
        verb: site.verb,
        guard: Guard::of(site.method, terms.authorizers),
        api_key_required: site.method.api_key_required,
        validation,
        backend: invalid.map_or_else(|| integrations::compile(site), Err),
        logging: settings_of(terms.settings, site).map_or_else(Logging::default, logging),
        throttle: throttle(site, terms),
    }
}

/// A bucket of the same limits goes on from where it is.
fn throttle(site: &Site<'_>, terms: &Terms<'_>) -> Option<Arc<Bucket>> {
    let limits = throttle::of_settings(settings_of(terms.settings, site)?)?;
    let old = terms.before.get(&(site.path, site.verb));
    let kept = old.filter(|old| old.limits() == limits);
    Some(kept.map_or_else(|| Arc::new(Bucket::new(limits)), |old| Arc::clone(old)))
}

/// The settings of the method itself, else those of `*/*`. AWS writes the path with `~1` for `/`
/// in patches and without the leading slash in answers.
fn settings_of<'a>(settings: &'a Settings, site: &Site<'_>) -> Option<&'a MethodSettings> {
    let bare = site.path.trim_start_matches('/');
    let escaped = site.path.replace('/', "~1");
    let keys = [
        format!("{}/{}", site.path, site.verb),
        format!("{bare}/{}", site.verb),
        format!("{escaped}/{}", site.verb),
        "*/*".to_owned(),
    ];
    keys.iter().find_map(|key| settings.get(key))
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
        authorizers,
        before: Buckets::new(),
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

/// What is asked for and not served yet, by `VERB /path`, `authorizer ID`, or the property's name.
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
    let compression = definition.minimum_compression_size.map(|_| {
        let what = "compression of answers".to_owned();
        (
            "minimumCompressionSize".to_owned(),
            CompileError::Unserved(what),
        )
    });
    broken
        .chain(methods)
        .chain(compression)
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
