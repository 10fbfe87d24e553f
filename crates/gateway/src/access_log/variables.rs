//! What the variables of an access log say: `$context` of templates, and what is known only when a
//! request is answered.

use std::borrow::Cow;

use serde_json::Value;

use crate::authorizers::Guard;
use crate::context;
use crate::exchange::{Called, Encryption, Exchange};
use crate::response::Reply;

pub(super) struct Variables<'a> {
    exchange: &'a Exchange,
    reply: &'a Reply,
    context: Value,
}

impl<'a> Variables<'a> {
    /// The context is made anew: a refusal may have come before all of it was known.
    pub(super) fn of(exchange: &'a Exchange, reply: &'a Reply) -> Self {
        Self {
            exchange,
            reply,
            context: context::as_json(exchange),
        }
    }

    /// By the name after `$context.`
    pub(super) fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        let own = match name {
            "status" => Some(self.reply.status.to_string().into()),
            "responseLength" => Some(self.reply.body.len().to_string().into()),
            "responseLatency" => Some(millis(self.exchange.steps.elapsed_micros()).into()),
            "customDomain.basePathMatched" => self.base_path(),
            "customDomain.routingRuleIdMatched" => self.rule(),
            "endpointType" => self.endpoint_type().map(Cow::Borrowed),
            "tlsVersion" => self.encryption().map(|it| Cow::Borrowed(it.version)),
            "cipherSuite" => self.encryption().map(|it| Cow::Borrowed(it.suite)),
            "awsEndpointRequestId" => self.request_id(),
            _ => self.of_part(name),
        };
        own.or_else(|| self.of_context(name))
    }

    fn of_part(&self, name: &str) -> Option<Cow<'_, str>> {
        if let Some(name) = name.strip_prefix("error.") {
            return self.of_error(name);
        }
        if let Some(name) = name.strip_prefix("integration.") {
            return self.of_integration(name);
        }
        if let Some(name) = name.strip_prefix("authorizer.") {
            return self.of_authorizer(name);
        }
        if let Some(name) = name.strip_prefix("authenticate.") {
            return self.of_step(name, self.authenticates());
        }
        if let Some(name) = name.strip_prefix("authorize.") {
            return self.of_step(name, self.exchange.endpoint.is_some());
        }
        match name {
            "integrationLatency" => self.of_integration("latency"),
            "integrationStatus" => self.of_integration("integrationStatus"),
            "integrationErrorMessage" => self.of_integration("error"),
            _ => None,
        }
    }

    fn of_error(&self, name: &str) -> Option<Cow<'_, str>> {
        let told = self.exchange.told.as_ref()?;
        match name {
            "message" => told.message.as_deref().map(Cow::Borrowed),
            "messageString" => {
                let message = told.message.as_deref()?;
                Some(Value::from(message).to_string().into())
            }
            "responseType" => Some(Cow::Borrowed(told.kind)),
            "validationErrorString" => told.validation.as_deref().map(Cow::Borrowed),
            _ => None,
        }
    }

    /// "For Lambda proxy integration, the status code returned from AWS Lambda, not from the
    /// backend Lambda function code", and `status` is the other.
    fn of_integration(&self, name: &str) -> Option<Cow<'_, str>> {
        let called = self.exchange.integration.as_ref()?;
        match name {
            "status" => called.backend_status.or(called.status).map(number),
            "integrationStatus" => called.status.map(number),
            "responseTransferMode" => Some(Cow::Borrowed(self.transfer())),
            _ => of_called(called, name),
        }
    }

    fn transfer(&self) -> &'static str {
        match self.exchange.coming {
            Some(_) => "STREAMED",
            None => "BUFFERED",
        }
    }

    fn of_authorizer(&self, name: &str) -> Option<Cow<'_, str>> {
        let called = self.exchange.authorizer.as_ref();
        match name {
            "latency" | "requestId" | "error" => of_called(called?, name),
            "integrationLatency" => of_called(called?, "latency"),
            "integrationStatus" | "status" => called?.status.map(number),
            _ => None,
        }
    }

    /// `authenticate` and `authorize`: the status is what the step alone would have been answered.
    fn of_step(&self, name: &str, took_place: bool) -> Option<Cow<'_, str>> {
        if !took_place {
            return None;
        }
        let told = self.exchange.told.as_ref();
        let refused = told.filter(|told| told.by_guard);
        match name {
            "status" => Some(number(refused.map_or(200, |told| told.status))),
            "error" => refused?.message.as_deref().map(Cow::Borrowed),
            "latency" => Some("0".into()),
            _ => None,
        }
    }

    fn authenticates(&self) -> bool {
        let endpoint = self.exchange.endpoint.as_deref();
        endpoint.is_some_and(|endpoint| match endpoint.guard {
            Guard::Iam | Guard::UserPools(..) => true,
            Guard::None | Guard::Lambda(_) | Guard::Broken(_) => false,
        })
    }

    fn request_id(&self) -> Option<Cow<'_, str>> {
        let called = self.exchange.integration.as_ref()?;
        called.request_id.as_deref().map(Cow::Borrowed)
    }

    /// Of an API on a custom domain; the root's is `(none)` in AWS's tools and empty here.
    fn base_path(&self) -> Option<Cow<'_, str>> {
        let before = self.exchange.request.addressed.domain.as_deref()?;
        let path = before.trim_start_matches('/');
        (!path.is_empty()).then_some(Cow::Borrowed(path))
    }

    fn rule(&self) -> Option<Cow<'_, str>> {
        let rule = self.exchange.request.addressed.rule.as_deref();
        rule.map(Cow::Borrowed)
    }

    fn endpoint_type(&self) -> Option<&'static str> {
        let stage = self.exchange.stage.as_deref()?;
        Some(match (stage.is_private, stage.is_edge) {
            (true, _) => "PRIVATE",
            (false, true) => "EDGE",
            (false, false) => "REGIONAL",
        })
    }

    fn encryption(&self) -> Option<Encryption> {
        self.exchange.request.peer()?.encryption
    }

    fn of_context(&self, name: &str) -> Option<Cow<'_, str>> {
        let found = name
            .split('.')
            .try_fold(&self.context, |value, part| value.get(part))?;
        match found {
            Value::String(text) => Some(Cow::Borrowed(text)),
            Value::Number(_) | Value::Bool(_) => Some(Cow::Owned(found.to_string())),
            // "Calling $context.authorizer.claims returns null."
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

fn of_called<'a>(called: &'a Called, name: &str) -> Option<Cow<'a, str>> {
    match name {
        "latency" => Some(millis(called.micros).into()),
        "requestId" => called.request_id.as_deref().map(Cow::Borrowed),
        "error" => called.error.as_deref().map(Cow::Borrowed),
        _ => None,
    }
}

fn millis(micros: u32) -> String {
    (micros / 1000).to_string()
}

fn number(status: u16) -> Cow<'static, str> {
    status.to_string().into()
}
