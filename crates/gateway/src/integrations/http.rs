//! HTTP: templates and mappings shape what the backend gets and what the caller gets.

use http::{HeaderMap, HeaderValue, header};
use model::{ContentHandling, Integration, PassthroughBehavior};

use super::http_request::{HttpEndpoint, Outgoing, multi_values};
use super::output::{Answer, Outputs, Selector};
use crate::authorization::Permitted;
use crate::deployment::{CompileError, Site};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::refusal::Refusal;
use crate::response::Reply;
use crate::shaping::{self, Templates};

#[derive(Debug)]
pub(crate) struct Http {
    endpoint: HttpEndpoint,
    templates: Templates,
    passthrough: PassthroughBehavior,
    content_handling: Option<ContentHandling>,
    outputs: Outputs,
}

impl Http {
    pub(super) fn compile(
        site: &Site<'_>,
        integration: &Integration,
    ) -> Result<Self, CompileError> {
        let place = format!("{} request", site.name());
        Ok(Self {
            endpoint: HttpEndpoint::compile(site, integration)?,
            templates: Templates::compile(integration.request_templates.as_ref(), &place)?,
            passthrough: integration.passthrough_behavior,
            content_handling: integration.content_handling,
            outputs: Outputs::compile(site, integration)?,
        })
    }

    pub(super) async fn call(
        &self,
        gateway: &Gateway,
        exchange: &mut Exchange,
        permitted: &Permitted,
    ) -> Result<Reply, Refusal> {
        let shaped = shaping::request_body(exchange, &self.templates, self.passthrough)?;
        let mapped = self
            .endpoint
            .mappings
            .evaluate(exchange, shaped.overrides.request());
        let stage = exchange.stage.as_deref();
        let is_binary = stage.is_some_and(|stage| stage.binary.has(&exchange.content_type()));
        let body = shaping::convert(shaped.body, self.content_handling, is_binary)?;
        let outgoing = Outgoing {
            headers: headers(exchange, !body.is_empty()),
            query: Vec::new(),
            body,
            mapped,
        };
        let answer = self
            .endpoint
            .send(gateway, exchange, outgoing, permitted)
            .await?;
        let answer = Answer {
            selector: Selector::Status(answer.status().as_u16()),
            headers: multi_values(answer.headers()),
            body: answer.into_body(),
            overrides: shaped.overrides,
        };
        let mut reply = self.outputs.render(exchange, answer)?;
        let trace = exchange.trace().header.clone();
        reply.headers.insert(0, ("X-Amzn-Trace-Id".into(), trace));
        Ok(reply)
    }
}

/// Of the caller's headers none is handed on by itself; API Gateway asks for JSON.
fn headers(exchange: &Exchange, has_body: bool) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(header::ACCEPT, HeaderValue::from_static("application/json"));
    let content_type = HeaderValue::from_str(&exchange.content_type());
    if let (true, Ok(content_type)) = (has_body, content_type) {
        headers.insert(header::CONTENT_TYPE, content_type);
    }
    headers
}
