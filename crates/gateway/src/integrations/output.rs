//! The way back of integrations that are no proxies: which integration response applies, its
//! parameters and its template.

use bytes::Bytes;
use mapping::parameters::MultiValues;
use mapping::pattern::JavaPattern;
use model::{ContentHandling, Integration};

use crate::deployment::{CompileError, Site};
use crate::exchange::{Exchange, media_type};
use crate::headers;
use crate::refusal::{Misconfigured, Refusal};
use crate::response::Reply;
use crate::shaping::{self, Overrides, ResponseMappings, Templates};

/// The integration responses of a method, in the order of their statuses.
#[derive(Debug)]
pub(super) struct Outputs {
    outputs: Vec<Output>,
}

#[derive(Debug)]
struct Output {
    status: u16,
    /// `None` is the default response.
    pattern: Option<JavaPattern>,
    mappings: ResponseMappings,
    templates: Templates,
    content_handling: Option<ContentHandling>,
    has_method_response: bool,
}

/// What came back.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) selector: Selector,
    pub(super) headers: MultiValues,
    pub(super) body: Bytes,
    pub(super) overrides: Overrides,
}

/// What selection patterns are matched against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Selector {
    /// The status of an HTTP or MOCK answer.
    Status(u16),
    /// A Lambda function answered; nothing is matched but the default is taken.
    Success,
    /// The error message of a Lambda function.
    Error(String),
}

impl Outputs {
    pub(super) fn compile(
        site: &Site<'_>,
        integration: &Integration,
    ) -> Result<Self, CompileError> {
        let outputs = integration
            .responses
            .iter()
            .map(|(status, response)| {
                let place = format!("{} response {status}", site.name());
                Ok(Output {
                    status: status
                        .parse()
                        .map_err(|_| CompileError::Status(status.clone()))?,
                    pattern: pattern(response.selection_pattern.as_deref(), &place)?,
                    mappings: ResponseMappings::compile(
                        response.response_parameters.as_ref(),
                        &place,
                    )?,
                    templates: Templates::compile(response.response_templates.as_ref(), &place)?,
                    content_handling: response.content_handling,
                    has_method_response: site.method.responses.contains_key(status),
                })
            })
            .collect::<Result<_, CompileError>>()?;
        Ok(Self { outputs })
    }

    pub(super) fn render(&self, exchange: &Exchange, answer: Answer) -> Result<Reply, Refusal> {
        let output = self.select(&answer.selector)?;
        if !output.has_method_response {
            return Err(Refusal::Misconfigured(Misconfigured::NoMethodResponse {
                status: output.status.to_string(),
            }));
        }
        output.render(exchange, answer)
    }

    fn select(&self, selector: &Selector) -> Result<&Output, Refusal> {
        let default = || self.outputs.iter().find(|output| output.pattern.is_none());
        let selected = match selector {
            Selector::Success => default().or_else(|| self.matching("")),
            Selector::Status(_) if self.are_all_default() => default(),
            Selector::Status(status) => self.matching(&status.to_string()).or_else(default),
            Selector::Error(message) => self.matching(message).or_else(default),
        };
        selected.ok_or_else(|| {
            Refusal::Misconfigured(Misconfigured::NoIntegrationResponse {
                status: match selector {
                    Selector::Status(status) => status.to_string(),
                    Selector::Success | Selector::Error(_) => "200".to_owned(),
                },
            })
        })
    }

    fn are_all_default(&self) -> bool {
        self.outputs.iter().all(|output| output.pattern.is_none())
    }

    /// A pattern that gives up doesn't match.
    fn matching(&self, text: &str) -> Option<&Output> {
        self.outputs.iter().find(|output| {
            let pattern = output.pattern.as_ref();
            pattern.is_some_and(|pattern| pattern.is_match_whole(text).unwrap_or(false))
        })
    }
}

/// An absent or empty pattern is the default response.
fn pattern(source: Option<&str>, place: &str) -> Result<Option<JavaPattern>, CompileError> {
    source
        .filter(|source| !source.is_empty())
        .map(JavaPattern::parse)
        .transpose()
        .map_err(|error| CompileError::Pattern {
            place: place.to_owned(),
            reason: error.to_string(),
        })
}

impl Output {
    fn render(&self, exchange: &Exchange, answer: Answer) -> Result<Reply, Refusal> {
        let mapped = self
            .mappings
            .evaluate(exchange, &answer.headers, &answer.body);
        let mut reply = Reply::new(self.status, Bytes::new());
        let came_as = answer
            .headers
            .get("content-type")
            .and_then(|all| all.last());
        let came_as = came_as.map(|it| media_type(it));
        let from = (answer.body, answer.overrides);
        let (shaped, content_type) = shaping::response_body(exchange, &self.templates, from)?;
        if let Some(content_type) = content_type {
            reply.set("Content-Type", content_type);
        }
        reply.body = shaped.body;
        for (name, value) in mapped {
            set_mapped(&mut reply, &name, value);
        }
        if let Some(overrides) = shaped.overrides.into_response() {
            for (name, value) in overrides.headers {
                reply.remove(&name);
                set_mapped(&mut reply, &name, value);
            }
            reply.status = overrides.status.unwrap_or(reply.status);
        }
        reply.body = self.convert(exchange, came_as.as_deref(), reply.body)?;
        Ok(reply)
    }

    /// An answer that names no media type, as those of functions, is what the caller accepts.
    fn convert(
        &self,
        exchange: &Exchange,
        came_as: Option<&str>,
        body: Bytes,
    ) -> Result<Bytes, Refusal> {
        if self.content_handling.is_none() && came_as.is_none() {
            return Ok(body);
        }
        let Some(stage) = exchange.stage.as_deref() else {
            return shaping::convert(body, self.content_handling, false);
        };
        let accept = exchange.request.headers.last("accept");
        let wants_binary = stage.binary.accepted_first(accept.as_deref());
        let is_binary = came_as.map_or(wants_binary, |came_as| stage.binary.has(came_as));
        shaping::convert_answer(body, self.content_handling, (is_binary, wants_binary))
    }
}

/// Headers that belong to API Gateway are renamed; one that can't be set at all is left out, as in
/// the recording `test_apigateway_header_remapping_http`.
fn set_mapped(reply: &mut Reply, name: &str, value: String) {
    let Some(renamed) = headers::towards_client(name) else {
        return;
    };
    if renamed.eq_ignore_ascii_case("content-type") {
        reply.remove("content-type");
    }
    reply.add(renamed.into_owned(), value);
}
