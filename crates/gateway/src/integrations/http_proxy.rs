//! HTTP_PROXY: the request goes on as it came, and so does the answer.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use model::Integration;

use super::http_request::{HttpEndpoint, Outgoing};
use crate::authorization::Permitted;
use crate::body::{Coming, Source};
use crate::deployment::{CompileError, Site, Transfer};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::headers;
use crate::refusal::Refusal;
use crate::response::Reply;

#[derive(Debug)]
pub(crate) struct HttpProxy {
    endpoint: HttpEndpoint,
}

impl HttpProxy {
    pub(super) fn compile(
        site: &Site<'_>,
        integration: &Integration,
    ) -> Result<Self, CompileError> {
        Ok(Self {
            endpoint: HttpEndpoint::compile(site, integration)?,
        })
    }

    pub(super) async fn call(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        permitted: &Permitted,
    ) -> Result<Reply, Refusal> {
        let mapped = self.endpoint.mappings.evaluate(exchange, None);
        let request = &exchange.request;
        let outgoing = Outgoing {
            headers: passed_on(&request.headers.map),
            query: request
                .query
                .iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            body: request.body.clone(),
            mapped,
        };
        let endpoint = &self.endpoint;
        if endpoint.transfer == Transfer::Streamed {
            let begun = endpoint.open(gateway, exchange, outgoing, permitted);
            let (answer, until) = begun.await?;
            let (parts, body) = answer.into_parts();
            let is_edge = exchange.stage.as_deref().is_some_and(|stage| stage.is_edge);
            exchange.coming = Some(Coming::new(Source::Backend(body), until, is_edge));
            return Ok(reply(&parts, Bytes::new()));
        }
        let answer = endpoint
            .send(gateway, exchange, outgoing, permitted)
            .await?;
        let (parts, body) = answer.into_parts();
        Ok(reply(&parts, body))
    }
}

fn reply(parts: &http::response::Parts, body: Bytes) -> Reply {
    let mut reply = Reply::new(parts.status.as_u16(), body);
    for (name, value) in &parts.headers {
        let name = headers::usual_of_backends(name.as_str());
        if let Some(renamed) = headers::towards_client(&name) {
            reply.add(renamed.into_owned(), headers::text(value));
        }
    }
    reply
}

fn passed_on(map: &HeaderMap) -> HeaderMap {
    let kept = |name: &HeaderName| {
        !headers::is_dropped_on_arrival(name) && !headers::is_kept_from_backend(name.as_str())
    };
    map.iter()
        .filter(|(name, _)| kept(name))
        .map(|(name, value)| (name.clone(), HeaderValue::clone(value)))
        .collect()
}
