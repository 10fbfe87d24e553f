//! Renders a refusal: AWS's own body, or what the API's owner put in its place.
//!
//! A customised response is found under its own type, else under `DEFAULT_4XX` or `DEFAULT_5XX`.
//! Its templates know `$context…`, `$stageVariables…` and `$method.request…` and no directives
//! (API Gateway developer guide, "Gateway responses").

use std::borrow::Cow;
use std::collections::BTreeMap;

use model::{GatewayResponse, GatewayResponseType};
use serde_json::Value;

use crate::context;
use crate::exchange::{Exchange, media_type};
use crate::refusal::{Refusal, Shape, Words};
use crate::response::Reply;

/// The customised responses of an API.
#[derive(Debug, Default)]
pub(crate) struct GatewayResponses(BTreeMap<GatewayResponseType, GatewayResponse>);

const DEFAULT_TEMPLATE: &str = r#"{"message":$context.error.messageString}"#;

impl GatewayResponses {
    pub(crate) fn new(set: BTreeMap<GatewayResponseType, GatewayResponse>) -> Self {
        Self(set)
    }

    fn of(&self, words: &Words) -> Option<&GatewayResponse> {
        let default = if words.status < 500 {
            GatewayResponseType::Default4xx
        } else {
            GatewayResponseType::Default5xx
        };
        self.0.get(&words.kind).or_else(|| self.0.get(&default))
    }
}

pub(crate) fn render(exchange: &Exchange, refusal: &Refusal) -> Reply {
    let words = refusal.words();
    let custom = exchange
        .stage
        .as_deref()
        .and_then(|stage| stage.responses.of(&words));
    let mut reply = match custom {
        Some(custom) => render_custom(exchange, refusal, &words, custom),
        None => Reply::new(words.status, default_body(&words)),
    };
    reply.set("x-amzn-ErrorType", words.error_type);
    reply
}

fn default_body(words: &Words) -> String {
    let message = quoted(words.message.as_deref());
    match words.shape {
        Shape::Compact => format!(r#"{{"message":{message}}}"#),
        Shape::Spaced => format!(r#"{{"message": {message}}}"#),
        Shape::Capital => format!(r#"{{"Message":{message}}}"#),
    }
}

fn quoted(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_owned(), |text| Value::from(text).to_string())
}

fn render_custom(
    exchange: &Exchange,
    refusal: &Refusal,
    words: &Words,
    custom: &GatewayResponse,
) -> Reply {
    let view = View {
        exchange,
        context: error_context(exchange, refusal, words),
    };
    let status = custom
        .status_code
        .as_deref()
        .and_then(|status| status.parse().ok())
        .unwrap_or(words.status);
    let (content_type, template) = choose(exchange, &custom.response_templates);
    let mut reply = Reply::new(status, view.fill(template));
    reply.set("Content-Type", content_type);
    for (target, source) in &custom.response_parameters {
        if let (Some(name), Some(value)) = (
            target.strip_prefix("gatewayresponse.header."),
            view.parameter(source),
        ) {
            reply.set(name.to_owned(), value);
        }
    }
    reply
}

/// The template that the caller's `Accept` asks for, else the one for JSON, else the first.
fn choose<'a>(exchange: &Exchange, templates: &'a BTreeMap<String, String>) -> (&'a str, &'a str) {
    let accept = exchange.request.headers.last("accept");
    let wanted = accept
        .as_deref()
        .map(media_type)
        .and_then(|accept| templates.get_key_value(&*accept));
    wanted
        .or_else(|| templates.get_key_value("application/json"))
        .or_else(|| templates.first_key_value())
        .map_or(
            ("application/json", DEFAULT_TEMPLATE),
            |(kind, template)| (kind.as_str(), template.as_str()),
        )
}

fn error_context(exchange: &Exchange, refusal: &Refusal, words: &Words) -> Value {
    let mut context = context::as_json(exchange);
    let error = serde_json::json!({
        "message": words.message,
        "messageString": quoted(words.message.as_deref()),
        "responseType": words.kind.as_str(),
        "validationErrorString": match refusal {
            Refusal::BadBody(errors) => errors.as_str(),
            _ => "",
        },
    });
    if let Some(fields) = context.as_object_mut() {
        fields.insert("error".into(), error);
    }
    context
}

/// What the variables of a customised response may name.
struct View<'a> {
    exchange: &'a Exchange,
    context: Value,
}

impl View<'_> {
    /// Replaces every variable; one that has no value becomes nothing.
    fn fill(&self, template: &str) -> String {
        let mut filled = String::with_capacity(template.len());
        let mut rest = template;
        while let Some(at) = rest.find('$') {
            let (before, variable) = rest.split_at(at);
            filled.push_str(before);
            let end = variable_end(variable);
            let (variable, after) = variable.split_at(end);
            if end == 1 {
                filled.push('$');
            } else {
                let name = variable
                    .trim_start_matches(['$', '{'])
                    .trim_end_matches('}');
                filled.push_str(&self.value(name).unwrap_or_default());
            }
            rest = after;
        }
        filled.push_str(rest);
        filled
    }

    /// The source of a header: `'a static value'`, or a variable without its `$`.
    fn parameter(&self, source: &str) -> Option<String> {
        if let Some(fixed) = source.strip_prefix('\'').and_then(|s| s.strip_suffix('\'')) {
            return Some(fixed.to_owned());
        }
        self.value(source).map(Cow::into_owned)
    }

    fn value(&self, name: &str) -> Option<Cow<'_, str>> {
        if let Some(path) = name.strip_prefix("context.") {
            return self.context_value(path);
        }
        if let Some(name) = name.strip_prefix("stageVariables.") {
            let stage = self.exchange.stage.as_deref()?;
            return stage
                .place
                .variables
                .get(name)
                .map(|v| Cow::Borrowed(v.as_str()));
        }
        self.request_value(name.strip_prefix("method.request.")?)
    }

    fn context_value(&self, path: &str) -> Option<Cow<'_, str>> {
        let found = path
            .split('.')
            .try_fold(&self.context, |value, part| value.get(part))?;
        match found {
            Value::Null => None,
            Value::String(text) => Some(Cow::Borrowed(text)),
            other => Some(Cow::Owned(other.to_string())),
        }
    }

    fn request_value(&self, path: &str) -> Option<Cow<'_, str>> {
        let (place, name) = path.split_once('.')?;
        match place {
            "header" => self.exchange.request.headers.last(name),
            "querystring" => self.exchange.request.query.last(name).map(Cow::Borrowed),
            "path" => self
                .exchange
                .path_parameters
                .iter()
                .find(|(own, _)| &**own == name)
                .map(|(_, value)| Cow::Borrowed(value.as_str())),
            _ => None,
        }
    }
}

/// Where the variable that starts with this text's `$` ends.
fn variable_end(text: &str) -> usize {
    let body = text.strip_prefix("${");
    if let Some(close) = body.and_then(|body| body.find('}')) {
        return close + "${}".len();
    }
    let name = text.split_at(1).1;
    let length = name
        .find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-')))
        .unwrap_or(name.len());
    // A full stop that ends a sentence is no part of the name.
    let name = name.split_at(length).0.trim_end_matches('.');
    1 + name.len()
}
