//! Does the work: one file for each kind of integration.
//!
//! To add a kind, write its file and add its variant; the compiler names the missing arms. A kind
//! must never run without a [`Permitted`].

mod aws_service;
mod http;
mod http_client;
mod http_lines;
mod http_proxy;
mod http_request;
mod lambda;
mod lambda_function;
mod lambda_proxy;
mod lambda_stream;
mod mock;
mod output;
mod outward;
mod proxy_response;
mod service_action;
mod service_uri;

use model::IntegrationKind;

pub(crate) use aws_service::Reached;
pub use aws_service::{ServiceCall, Services};
pub(crate) use http_client::{Clients, Presented};

use crate::authorization::Permitted;
use crate::deployment::{CompileError, Site};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::refusal::{Misconfigured, Refusal};
use crate::response::Reply;

/// What stands behind a method.
#[derive(Debug)]
pub(crate) enum Backend {
    LambdaProxy(lambda_proxy::LambdaProxy),
    Lambda(lambda::Lambda),
    HttpProxy(http_proxy::HttpProxy),
    Http(http::Http),
    Mock(mock::Mock),
    AwsService(aws_service::AwsService),
}

pub(crate) fn compile(site: &Site<'_>) -> Result<Backend, CompileError> {
    let missing = || CompileError::NoIntegration {
        method: site.name(),
    };
    let integration = site.method.integration.as_ref().ok_or_else(missing)?;
    match integration.kind {
        IntegrationKind::Mock => mock::Mock::compile(site, integration).map(Backend::Mock),
        IntegrationKind::Http => http::Http::compile(site, integration).map(Backend::Http),
        IntegrationKind::HttpProxy => {
            http_proxy::HttpProxy::compile(site, integration).map(Backend::HttpProxy)
        }
        IntegrationKind::AwsProxy => {
            lambda_proxy::LambdaProxy::compile(site, integration).map(Backend::LambdaProxy)
        }
        IntegrationKind::Aws => {
            if aws_service::is_service(integration) {
                return aws_service::AwsService::compile(site, integration)
                    .map(Backend::AwsService);
            }
            lambda::Lambda::compile(site, integration).map(Backend::Lambda)
        }
    }
}

/// What waits for somebody is boxed: a request is a future that is moved before it runs, and one that
/// needs none of it stays small.
pub(crate) async fn call(
    gateway: &Gateway,
    exchange: &mut Exchange,
    permitted: &Permitted,
) -> Result<Reply, Refusal> {
    let backend = match &permitted.endpoint().backend {
        Ok(backend) => backend,
        Err(error) => {
            let cause = Misconfigured::Definition(error.clone());
            return Err(Refusal::Misconfigured(cause));
        }
    };
    match backend {
        Backend::LambdaProxy(proxy) => Box::pin(proxy.call(gateway, exchange, permitted)).await,
        Backend::Lambda(lambda) => Box::pin(lambda.call(gateway, exchange, permitted)).await,
        Backend::HttpProxy(proxy) => Box::pin(proxy.call(gateway, exchange, permitted)).await,
        Backend::Http(http) => Box::pin(http.call(gateway, exchange, permitted)).await,
        Backend::Mock(mock) => mock.call(exchange, permitted),
        Backend::AwsService(service) => Box::pin(service.call(gateway, exchange, permitted)).await,
    }
}

/// For the fuzz targets: what a function answers to a method.
pub(crate) fn read_answer(answer: &[u8]) {
    let _response = proxy_response::ProxyResponse::parse(answer);
    let _metadata = lambda_stream::parse(answer);
}
