//! Shapes bodies and parameters: templates by content type, parameter mappings, content handling.
//!
//! The engine is the crate `mapping`; here is what API Gateway puts around it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use mapping::parameters::{
    Inputs, Location, MethodResponseHeader, MultiValues, RequestDestination, Side, Source,
};
use mapping::{Rendered, RequestOverride, ResponseOverride, Template};
use model::{ContentHandling, PassthroughBehavior};
use serde_json::Value;

use crate::deployment::CompileError;
use crate::exchange::Exchange;
use crate::refusal::{Misconfigured, Refusal};

/// A template, or a text in which nothing is to be replaced.
#[derive(Debug)]
enum Text {
    Fixed(Bytes),
    Velocity(Template),
}

/// Templates by content type, in the order of the types.
#[derive(Debug, Default)]
pub(crate) struct Templates(Vec<(String, Text)>);

/// A body after its template, with what the template asked for beside it.
#[derive(Debug, Default)]
pub(crate) struct Shaped {
    pub(crate) body: Bytes,
    pub(crate) overrides: Overrides,
}

/// What templates asked for beside the body: mostly nothing.
#[derive(Debug, Default, Clone)]
pub(crate) struct Overrides(Option<Box<(RequestOverride, ResponseOverride)>>);

impl Overrides {
    fn of(rendered: Rendered) -> (String, Self) {
        let asked = (rendered.request_override, rendered.response_override);
        let is_nothing = asked == Default::default();
        let own = (!is_nothing).then(|| Box::new(asked));
        (rendered.text, Self(own))
    }

    pub(crate) fn request(&self) -> Option<&RequestOverride> {
        self.0.as_deref().map(|(request, _)| request)
    }

    pub(crate) fn into_response(self) -> Option<ResponseOverride> {
        self.0.map(|asked| asked.1)
    }
}

impl Templates {
    pub(crate) fn compile(
        templates: Option<&BTreeMap<String, String>>,
        place: &str,
    ) -> Result<Self, CompileError> {
        let mut compiled = Vec::new();
        for (content_type, source) in templates.into_iter().flatten() {
            let text = Text::compile(source).map_err(|reason| CompileError::Template {
                place: format!("{place}, template for {content_type}"),
                reason,
            })?;
            compiled.push((content_type.to_ascii_lowercase(), text));
        }
        Ok(Self(compiled))
    }

    /// Texts in which nothing is to be replaced, with their content types.
    pub(crate) fn fixed(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().filter_map(|(own, text)| match text {
            Text::Fixed(text) => Some((own.as_str(), text.as_ref())),
            Text::Velocity(_) => None,
        })
    }

    fn find(&self, content_type: &str) -> Option<(&str, &Text)> {
        self.0
            .iter()
            .find(|(own, _)| own == content_type)
            .map(|(own, text)| (own.as_str(), text))
    }

    /// For a response: what the caller accepts, else JSON, else the first.
    fn for_response(&self, accept: Option<&str>) -> Option<(&str, &Text)> {
        accept
            .and_then(|accept| self.find(accept))
            .or_else(|| self.find("application/json"))
            .or_else(|| self.0.first().map(|(own, text)| (own.as_str(), text)))
    }
}

impl Text {
    fn compile(source: &str) -> Result<Self, String> {
        if !source.contains(['$', '#']) {
            return Ok(Self::Fixed(source.to_owned().into()));
        }
        Template::parse(source)
            .map(Self::Velocity)
            .map_err(|error| error.to_string())
    }

    fn render(
        &self,
        exchange: &Exchange,
        body: &[u8],
        overrides: Overrides,
    ) -> Result<Shaped, Refusal> {
        let template = match self {
            Self::Fixed(text) => {
                let body = text.clone();
                return Ok(Shaped { body, overrides });
            }
            Self::Velocity(template) => template,
        };
        let body = String::from_utf8_lossy(body);
        let context = with_overrides(exchange.context(), &overrides);
        let scope = exchange
            .scope(&body, &context)
            .ok_or_else(|| Refusal::UnknownStage(String::new()))?;
        let rendered = template
            .render(&scope)
            .map_err(|error| misconfigured(Misconfigured::Template(error.to_string())))?;
        let (text, overrides) = Overrides::of(rendered);
        Ok(Shaped {
            body: text.into(),
            overrides,
        })
    }
}

/// `$context` for a template that comes after another one of the same request.
fn with_overrides(context: &Value, overrides: &Overrides) -> Value {
    let mut context = context.clone();
    if let (Some(fields), Some(asked)) = (context.as_object_mut(), &overrides.0) {
        let parts = [
            ("requestOverride", serde_json::to_value(&asked.0)),
            ("responseOverride", serde_json::to_value(&asked.1)),
        ];
        for (name, part) in parts {
            if let Ok(Value::Object(part)) = part
                && !part.is_empty()
            {
                fields.insert(name.to_owned(), Value::Object(part));
            }
        }
    }
    context
}

/// The body towards the backend.
pub(crate) fn request_body(
    exchange: &Exchange,
    templates: &Templates,
    passthrough: PassthroughBehavior,
) -> Result<Shaped, Refusal> {
    let content_type = exchange.content_type();
    if let Some((_, text)) = templates.find(&content_type) {
        return text.render(exchange, &exchange.request.body, Overrides::default());
    }
    let passes = match passthrough {
        PassthroughBehavior::WhenNoMatch => true,
        PassthroughBehavior::WhenNoTemplates => templates.0.is_empty(),
        PassthroughBehavior::Never => false,
    };
    if !passes {
        return Err(Refusal::UnsupportedMediaType);
    }
    Ok(Shaped {
        body: exchange.request.body.clone(),
        overrides: Overrides::default(),
    })
}

/// The body towards the caller, and its content type if a template made it.
pub(crate) fn response_body<'a>(
    exchange: &Exchange,
    templates: &'a Templates,
    (body, overrides): (Bytes, Overrides),
) -> Result<(Shaped, Option<&'a str>), Refusal> {
    let accept = exchange.request.headers.last("accept");
    let accept = accept.as_deref().map(crate::exchange::media_type);
    let Some((content_type, text)) = templates.for_response(accept.as_deref()) else {
        return Ok((Shaped { body, overrides }, None));
    };
    let shaped = text.render(exchange, &body, overrides)?;
    Ok((shaped, Some(content_type)))
}

/// `contentHandling` of a request: `is_binary` says what the body is by its media type.
///
/// The table is AWS's ("Content type conversions in API Gateway"); text that is no UTF-8 is made it
/// (recording `test_apigw_s3_binary_support_request`).
pub(crate) fn convert(
    body: Bytes,
    handling: Option<ContentHandling>,
    is_binary: bool,
) -> Result<Bytes, Refusal> {
    use ContentHandling::{ConvertToBinary, ConvertToText};
    match (handling, is_binary) {
        (Some(ConvertToText), true) => Ok(STANDARD.encode(body).into()),
        (Some(ConvertToBinary), false) => from_base64(&body),
        (Some(ConvertToBinary) | None, true) => Ok(body),
        (Some(ConvertToText) | None, false) => Ok(as_text(body)),
    }
}

/// The same of an answer, of which the caller may want the other kind (recordings
/// `test_apigw_s3_binary_support_response_…`).
pub(crate) fn convert_answer(
    body: Bytes,
    handling: Option<ContentHandling>,
    (is_binary, wants_binary): (bool, bool),
) -> Result<Bytes, Refusal> {
    let wanted = match (is_binary, wants_binary) {
        (false, true) => ContentHandling::ConvertToBinary,
        (true, false) => ContentHandling::ConvertToText,
        (true, true) | (false, false) => return convert(body, handling, is_binary),
    };
    convert(body, handling.or(Some(wanted)), is_binary)
}

fn from_base64(body: &[u8]) -> Result<Bytes, Refusal> {
    let decoded = STANDARD.decode(body).map(Bytes::from);
    decoded.map_err(|error| misconfigured(Misconfigured::Mapping(error.to_string())))
}

fn as_text(body: Bytes) -> Bytes {
    match String::from_utf8_lossy(&body) {
        Cow::Borrowed(_) => body,
        Cow::Owned(text) => text.into(),
    }
}

/// What sources say of a request, each with all its values.
pub(crate) fn values(exchange: &Exchange, sources: &[Source]) -> Vec<Vec<String>> {
    if sources.is_empty() {
        return Vec::new();
    }
    let body = exchange.body_text();
    let nothing = MultiValues::new();
    let inputs = inputs(exchange, &body, (&nothing, ""));
    let values = sources.iter().map(|source| source.evaluate(&inputs));
    values.collect()
}

/// `requestParameters` of an integration.
#[derive(Debug, Default)]
pub(crate) struct RequestMappings(Vec<(RequestDestination, Source)>);

/// What the mappings put into a request to the backend.
#[derive(Debug, Default)]
pub(crate) struct MappedRequest {
    pub(crate) path: Vec<(String, String)>,
    pub(crate) querystring: Vec<(String, Vec<String>)>,
    pub(crate) headers: Vec<(String, Vec<String>)>,
}

impl RequestMappings {
    pub(crate) fn compile(
        mappings: Option<&BTreeMap<String, String>>,
        place: &str,
    ) -> Result<Self, CompileError> {
        let refuse = |reason: mapping::parameters::MappingError| CompileError::Mapping {
            place: place.to_owned(),
            reason: reason.to_string(),
        };
        mappings
            .into_iter()
            .flatten()
            .map(|(destination, source)| {
                let destination = RequestDestination::parse(destination).map_err(refuse)?;
                let source = Source::parse(Side::IntegrationRequest, source).map_err(refuse)?;
                Ok((destination, source))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// The fixed value of a header, such as that of `X-Amz-Invocation-Type`.
    pub(crate) fn literal_header(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find_map(|(destination, source)| match source {
                Source::Literal(text)
                    if destination.location == Location::Header
                        && destination.name.eq_ignore_ascii_case(name) =>
                {
                    Some(text.as_str())
                }
                _ => None,
            })
    }

    pub(crate) fn evaluate(
        &self,
        exchange: &Exchange,
        overrides: Option<&RequestOverride>,
    ) -> MappedRequest {
        let mut mapped = MappedRequest::default();
        if !self.0.is_empty() {
            let body = exchange.body_text();
            let nothing = MultiValues::new();
            let inputs = inputs(exchange, &body, (&nothing, ""));
            for (destination, source) in &self.0 {
                let values = source.evaluate(&inputs);
                mapped.add(destination, values);
            }
        }
        if let Some(overrides) = overrides {
            mapped.apply(overrides);
        }
        mapped
    }
}

impl MappedRequest {
    fn add(&mut self, destination: &RequestDestination, values: Vec<String>) {
        let Some(last) = values.last().cloned() else {
            return;
        };
        let name = destination.name.clone();
        match destination.location {
            Location::Path => self.path.push((name, last)),
            Location::Querystring => self.querystring.push((name, values)),
            Location::Header => self.headers.push((name, values)),
        }
    }

    fn apply(&mut self, overrides: &RequestOverride) {
        for (name, value) in &overrides.path {
            self.path.retain(|(own, _)| own != name);
            self.path.push((name.clone(), value.clone()));
        }
        for (name, value) in &overrides.querystring {
            self.querystring.retain(|(own, _)| own != name);
            self.querystring.push((name.clone(), vec![value.clone()]));
        }
        for (name, value) in &overrides.headers {
            self.headers
                .retain(|(own, _)| !own.eq_ignore_ascii_case(name));
            self.headers.push((name.clone(), vec![value.clone()]));
        }
    }
}

/// `responseParameters` of an integration response.
#[derive(Debug, Default)]
pub(crate) struct ResponseMappings(Vec<(MethodResponseHeader, Source)>);

impl ResponseMappings {
    pub(crate) fn compile(
        mappings: Option<&BTreeMap<String, String>>,
        place: &str,
    ) -> Result<Self, CompileError> {
        let refuse = |reason: mapping::parameters::MappingError| CompileError::Mapping {
            place: place.to_owned(),
            reason: reason.to_string(),
        };
        mappings
            .into_iter()
            .flatten()
            .map(|(destination, source)| {
                let destination = MethodResponseHeader::parse(destination).map_err(refuse)?;
                let source = Source::parse(Side::IntegrationResponse, source).map_err(refuse)?;
                Ok((destination, source))
            })
            .collect::<Result<_, _>>()
            .map(Self)
    }

    /// Headers for the caller, from the backend's answer.
    pub(crate) fn evaluate(
        &self,
        exchange: &Exchange,
        headers: &MultiValues,
        body: &[u8],
    ) -> Vec<(String, String)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let request_body = exchange.body_text();
        let response_body = String::from_utf8_lossy(body);
        let inputs = inputs(exchange, &request_body, (headers, &response_body));
        self.0
            .iter()
            .flat_map(|(destination, source)| {
                let values = source.evaluate(&inputs).into_iter();
                values.map(|value| (destination.0.clone(), value))
            })
            .collect()
    }
}

fn inputs<'a>(
    exchange: &'a Exchange,
    request_body: &'a str,
    (response_header, response_body): (&'a MultiValues, &'a str),
) -> Inputs<'a> {
    static NO_VARIABLES: BTreeMap<String, String> = BTreeMap::new();
    let multi = exchange.multi();
    Inputs {
        params: exchange.params(),
        multi_querystring: &multi.querystring,
        multi_header: &multi.header,
        request_body,
        response_header,
        response_body,
        context: exchange.context(),
        stage_variables: exchange
            .stage
            .as_deref()
            .map_or(&NO_VARIABLES, |stage| &stage.place.variables),
    }
}

fn misconfigured(what: Misconfigured) -> Refusal {
    Refusal::Misconfigured(what)
}
