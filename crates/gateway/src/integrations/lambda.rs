//! AWS with a Lambda function: templates shape what the function gets and what the caller gets.

use bytes::Bytes;
use mapping::parameters::MultiValues;
use model::{ContentHandling, Integration, PassthroughBehavior};

use super::lambda_function::Function;
use super::output::{Answer, Outputs, Selector};
use crate::authorization::Permitted;
use crate::deployment::{CompileError, Site};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::invocation;
use crate::refusal::Refusal;
use crate::response::Reply;
use crate::shaping::{self, Overrides, RequestMappings, Templates};

/// The header by which an integration asks for an asynchronous invocation.
const INVOCATION_TYPE: &str = "X-Amz-Invocation-Type";

#[derive(Debug)]
pub(crate) struct Lambda {
    function: Function,
    mappings: RequestMappings,
    templates: Templates,
    passthrough: PassthroughBehavior,
    content_handling: Option<ContentHandling>,
    outputs: Outputs,
}

impl Lambda {
    pub(super) fn compile(
        site: &Site<'_>,
        integration: &Integration,
    ) -> Result<Self, CompileError> {
        let place = format!("{} request", site.name());
        Ok(Self {
            function: Function::compile(site, integration)?,
            mappings: RequestMappings::compile(integration.request_parameters.as_ref(), &place)?,
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
        let payload = self.convert(exchange, shaped.body)?;
        let mut reply = if self.is_asynchronous(exchange, &shaped.overrides) {
            self.function
                .enqueue(gateway, exchange, payload, permitted)
                .await?;
            let answer = answer(Selector::Success, Bytes::new(), shaped.overrides);
            self.outputs.render(exchange, answer)?
        } else {
            let outcome = self
                .function
                .invoke(gateway, exchange, payload, permitted)
                .await?;
            let selector = match outcome.error {
                None => Selector::Success,
                Some(_) => Selector::Error(invocation::error_message(&outcome.payload)),
            };
            let answer = answer(selector, outcome.payload, shaped.overrides);
            self.outputs.render(exchange, answer)?
        };
        let trace = exchange.trace().header.clone();
        reply.headers.insert(0, ("X-Amzn-Trace-Id".into(), trace));
        Ok(reply)
    }

    fn convert(&self, exchange: &Exchange, body: Bytes) -> Result<Bytes, Refusal> {
        let stage = exchange.stage.as_deref();
        let is_binary = stage.is_some_and(|stage| stage.binary.has(&exchange.content_type()));
        shaping::convert(body, self.content_handling, is_binary)
    }

    fn is_asynchronous(&self, exchange: &Exchange, overrides: &Overrides) -> bool {
        if self.mappings.literal_header(INVOCATION_TYPE) == Some("Event") {
            return true;
        }
        let mapped = self.mappings.evaluate(exchange, overrides.request());
        mapped.headers.iter().any(|(name, values)| {
            name.eq_ignore_ascii_case(INVOCATION_TYPE)
                && values.iter().any(|value| value == "Event")
        })
    }
}

fn answer(selector: Selector, body: Bytes, overrides: Overrides) -> Answer {
    Answer {
        selector,
        headers: MultiValues::new(),
        body,
        overrides,
    }
}
