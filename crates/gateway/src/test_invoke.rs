//! TestInvokeMethod and TestInvokeAuthorizer: the API as it is now, called without the network and
//! with the whole log.
//!
//! The control plane authorized whoever presses the button, so neither authorizer nor resource
//! policy is asked; the gate to the functions is the same.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Instant;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, Uri};
use identity::Caller;
use model::{MethodVerb, RestApiRecord, TEST_INVOKE_STAGE};

use crate::address::Addressed;
use crate::authorization::Permitted;
use crate::authorizers::{self, Guard, UserPools, Verdict};
use crate::completion;
use crate::deployment::{self, Before, Endpoint, Own, Place, Stage};
use crate::exchange::{Exchange, Incoming, Origin};
use crate::execution_log::ExecutionLog;
use crate::gateway::{self, Gateway};
use crate::headers::{HeaderSpelling, Headers};
use crate::query::Query;
use crate::refusal::Refusal;
use crate::routing::{self, Routes};
use crate::{clock, ids};

/// The stage in the method ARN of TestInvokeAuthorizer, as observed on AWS.
const AUTHORIZER_STAGE: &str = "ESTestInvoke-stage";

/// What a test call sends.
#[derive(Debug, Clone, Default)]
pub struct TestRequest {
    /// Such as `/pets/1?full=true`; absent is the resource's own template path.
    pub path_with_query: Option<String>,
    /// Names as spelled, with all their values.
    pub headers: Vec<(String, Vec<String>)>,
    pub body: Option<String>,
    pub stage_variables: BTreeMap<String, String>,
    /// Whoever pressed the button.
    pub caller: Option<Caller>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestInvocation {
    pub status: u16,
    pub body: Bytes,
    /// Names as spelled, with all their values.
    pub headers: Vec<(String, Vec<String>)>,
    pub log: String,
    pub latency_millis: u64,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TestAuthorization {
    /// What the client of a real call would have read; 0 if the authorizer succeeded (API reference,
    /// TestInvokeAuthorizer).
    pub client_status: u16,
    pub log: String,
    pub latency_millis: u64,
    pub principal_id: Option<String>,
    /// The policy as the function wrote it.
    pub policy: Option<String>,
    /// Of the token, for a user pool.
    pub claims: Option<BTreeMap<String, String>>,
}

/// What the test button can't find, in the words of AWS's NotFoundException.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TestError {
    #[error("Invalid API identifier specified")]
    Api,
    #[error("Invalid Resource identifier specified")]
    Resource,
    #[error("Invalid Method identifier specified")]
    Method,
    #[error("Invalid Authorizer identifier specified")]
    Authorizer,
}

impl Gateway {
    pub async fn test_invoke_method(
        &self,
        api: &str,
        resource_id: &str,
        verb: MethodVerb,
        request: TestRequest,
    ) -> Result<TestInvocation, TestError> {
        // AWS speaks of the resource when there is no such API (recording
        // `test_invoke_test_method`).
        let record = self.deployments.record(api).ok_or(TestError::Resource)?;
        if !record.definition.resources.contains_key(resource_id) {
            return Err(TestError::Resource);
        }
        let stage = Arc::new(stage(&record, TEST_INVOKE_STAGE, &request));
        let endpoint = find(&stage, resource_id, verb)?;
        let path = request.path_with_query.clone();
        let path = path.unwrap_or_else(|| endpoint.resource_path.clone());
        let verb = Method::from_bytes(verb.as_str().as_bytes()).unwrap_or_default();
        let incoming = incoming(&stage, verb, &path, request);
        let parameters = parameters(&endpoint, &incoming.addressed.path);
        let mut exchange = self.exchange(incoming, ExecutionLog::complete());
        exchange.stage = Some(stage);
        exchange.path_parameters = parameters;
        gateway::enter(&mut exchange, &endpoint);
        completion::log_start(&mut exchange);
        let permitted = Permitted::by_test_button(&endpoint);
        let outcome = gateway::safely(self.invoke(&mut exchange, &permitted)).await;
        Ok(self.complete(exchange, outcome))
    }

    fn complete(
        &self,
        mut exchange: Exchange,
        outcome: Result<crate::response::Reply, Refusal>,
    ) -> TestInvocation {
        let (reply, recorded) = completion::settle(&mut exchange, outcome);
        let mut headers: Vec<(String, Vec<String>)> = Vec::new();
        for (name, value) in &reply.headers {
            match headers.iter_mut().find(|(own, _)| own == name) {
                Some((_, values)) => values.push(value.clone()),
                None => headers.push((name.to_string(), vec![value.clone()])),
            }
        }
        let invocation = TestInvocation {
            status: reply.status,
            body: reply.body,
            headers,
            log: exchange.log.to_text(&exchange.request.id),
            latency_millis: millis_since(exchange.request.arrived),
        };
        completion::record(self, exchange, invocation.status, recorded);
        invocation
    }

    pub async fn test_invoke_authorizer(
        &self,
        api: &str,
        authorizer_id: &str,
        request: TestRequest,
    ) -> Result<TestAuthorization, TestError> {
        let record = self.deployments.record(api).ok_or(TestError::Api)?;
        let stage = stage(&record, AUTHORIZER_STAGE, &request);
        let guard = stage.authorizers.get(authorizer_id).cloned();
        let guard = guard.ok_or(TestError::Authorizer)?;
        let stage = Arc::new(stage);
        let path = request.path_with_query.clone().unwrap_or_default();
        let incoming = incoming(&stage, Method::GET, &path, request);
        let mut exchange = self.exchange(incoming, ExecutionLog::complete());
        exchange.stage = Some(stage);
        if let Guard::UserPools(pools, _) = &guard {
            return Ok(self.test_pools(exchange, pools));
        }
        let outcome = gateway::safely(self.test_guard(&mut exchange, &guard)).await;
        Ok(self.authorization(exchange, outcome))
    }

    async fn test_guard(
        &self,
        exchange: &mut Exchange,
        guard: &Guard,
    ) -> Result<Arc<Verdict>, Refusal> {
        match guard {
            Guard::Lambda(authorizer) => authorizers::ask_anew(self, exchange, authorizer).await,
            Guard::Broken(error) => Err(Refusal::Authorizer(error.clone().into())),
            Guard::None | Guard::Iam | Guard::UserPools(..) => Err(Refusal::Unauthorized),
        }
    }

    /// A pool has no policy: it tells the claims.
    fn test_pools(&self, exchange: Exchange, pools: &UserPools) -> TestAuthorization {
        let outcome = authorizers::verify_token(self, &exchange, pools, &[]);
        let claims = outcome.as_ref().ok().cloned();
        let settled = outcome.map(|_| crate::response::Reply::new(200, Bytes::new()));
        let status = settled.as_ref().err().map(|refusal| refusal.words().status);
        let recorded = completion::outcome(&settled);
        let authorization = TestAuthorization {
            client_status: status.unwrap_or_default(),
            log: exchange.log.to_text(&exchange.request.id),
            latency_millis: millis_since(exchange.request.arrived),
            principal_id: None,
            policy: None,
            claims,
        };
        completion::record(self, exchange, status.unwrap_or(200), recorded);
        authorization
    }

    fn authorization(
        &self,
        mut exchange: Exchange,
        outcome: Result<Arc<Verdict>, Refusal>,
    ) -> TestAuthorization {
        let verdict = outcome.as_ref().ok().cloned();
        let settled = outcome.map(|_| crate::response::Reply::new(200, Bytes::new()));
        let refusal_status = settled.as_ref().err().map(|refusal| refusal.words().status);
        let recorded = completion::outcome(&settled);
        let authorization = TestAuthorization {
            client_status: refusal_status.unwrap_or_default(),
            log: exchange.log.to_text(&exchange.request.id),
            latency_millis: millis_since(exchange.request.arrived),
            principal_id: verdict.as_ref().map(|verdict| verdict.principal_id.clone()),
            policy: verdict.as_ref().map(|verdict| verdict.document.clone()),
            claims: None,
        };
        if let Some(verdict) = verdict {
            exchange
                .steps
                .caller(completion::masked(&verdict.principal_id));
        }
        completion::record(self, exchange, refusal_status.unwrap_or(200), recorded);
        authorization
    }
}

/// The API as it is now, compiled for a stage that doesn't exist.
fn stage(record: &RestApiRecord, name: &str, request: &TestRequest) -> Stage {
    let place = Place {
        account: record.account.clone(),
        region: record.region.clone(),
        api: record.id.clone(),
        stage: name.to_owned(),
        deployment_id: None,
        variables: request.stage_variables.clone(),
        canary: None,
    };
    let own = Own::default();
    deployment::compile(&record.definition, place, &own, &Before::default())
}

fn find(stage: &Stage, resource_id: &str, verb: MethodVerb) -> Result<Arc<Endpoint>, TestError> {
    let routes = stage.routes.as_ref().map_err(|_| TestError::Method)?;
    let of_resource: Vec<&Arc<Endpoint>> = routes
        .iter()
        .filter(|endpoint| endpoint.resource_id == resource_id)
        .collect();
    let by_verb = |verb| of_resource.iter().find(|endpoint| endpoint.verb == verb);
    by_verb(verb)
        .or_else(|| by_verb(MethodVerb::Any))
        .map(|endpoint| Arc::clone(endpoint))
        .ok_or(TestError::Method)
}

fn incoming(stage: &Stage, verb: Method, path_with_query: &str, request: TestRequest) -> Incoming {
    let (path, query) = path_with_query
        .split_once('?')
        .unwrap_or((path_with_query, ""));
    Incoming {
        id: ids::request_id(),
        extended_id: ids::extended_id(),
        received: clock::now(),
        arrived: Instant::now(),
        sent_verb: verb.clone(),
        verb,
        addressed: Addressed {
            api: stage.place.api.as_str().into(),
            stage: stage.place.stage.as_str().into(),
            path: path.to_owned(),
            ..Addressed::default()
        },
        uri: path_with_query.parse::<Uri>().unwrap_or_default(),
        headers: headers(request.headers),
        query: Query::parse(query),
        sent_body: Bytes::new(),
        body: request.body.unwrap_or_default().into(),
        origin: Origin::TestButton {
            caller: request.caller,
        },
    }
}

/// What is no header is left out.
fn headers(given: Vec<(String, Vec<String>)>) -> Headers {
    let mut map = HeaderMap::new();
    let spelling = HeaderSpelling::of_names(given.iter().map(|(name, _)| name.as_str()));
    for (spelled, values) in given {
        let Ok(name) = HeaderName::from_bytes(spelled.as_bytes()) else {
            continue;
        };
        for value in values {
            if let Ok(value) = HeaderValue::from_str(&value) {
                map.append(name.clone(), value);
            }
        }
    }
    Headers::new(map, Some(spelling))
}

/// A path that doesn't fit the resource has no parameters, as in the recording
/// `test_invoke_test_method`.
fn parameters(endpoint: &Endpoint, path: &str) -> Vec<(Arc<str>, String)> {
    let mut routes = Routes::default();
    if routes
        .insert(&endpoint.resource_path, MethodVerb::Any, ())
        .is_err()
    {
        return Vec::new();
    }
    routing::find(&routes, MethodVerb::Any, path)
        .map(routing::Found::into_owned)
        .unwrap_or_default()
}

fn millis_since(instant: Instant) -> u64 {
    u64::try_from(instant.elapsed().as_millis()).unwrap_or(u64::MAX)
}
