//! MOCK: the request template names a status, and the response with that status answers.

use mapping::parameters::MultiValues;
use model::{Integration, PassthroughBehavior};
use serde::Deserialize;
use serde_json::Value;

use super::output::{Answer, Outputs, Selector};
use crate::authorization::Permitted;
use crate::deployment::{CompileError, Site};
use crate::exchange::Exchange;
use crate::refusal::{Misconfigured, Refusal};
use crate::response::Reply;
use crate::shaping::{self, Overrides, Templates};

#[derive(Debug)]
pub(crate) struct Mock {
    templates: Templates,
    passthrough: PassthroughBehavior,
    outputs: Outputs,
    /// What templates in which nothing is to be replaced say, by their content types.
    known: Vec<(String, u16)>,
}

impl Mock {
    pub(super) fn compile(
        site: &Site<'_>,
        integration: &Integration,
    ) -> Result<Self, CompileError> {
        let place = format!("{} request", site.name());
        let templates = Templates::compile(integration.request_templates.as_ref(), &place)?;
        let fixed = templates.fixed();
        let known = fixed.filter_map(|(own, text)| Some((own.to_owned(), status(text)?)));
        Ok(Self {
            known: known.collect(),
            templates,
            passthrough: integration.passthrough_behavior,
            outputs: Outputs::compile(site, integration)?,
        })
    }

    pub(super) fn call(&self, exchange: &mut Exchange, _: &Permitted) -> Result<Reply, Refusal> {
        let (status, overrides) = self.status(exchange)?;
        let answer = Answer {
            selector: Selector::Status(status),
            headers: MultiValues::new(),
            body: bytes::Bytes::new(),
            overrides,
        };
        self.outputs.render(exchange, answer)
    }

    fn status(&self, exchange: &Exchange) -> Result<(u16, Overrides), Refusal> {
        let content_type = exchange.content_type();
        let known = self.known.iter().find(|(own, _)| *own == content_type);
        if let Some((_, status)) = known {
            return Ok((*status, Overrides::default()));
        }
        let shaped = shaping::request_body(exchange, &self.templates, self.passthrough)?;
        let status = status(&shaped.body);
        let status = status.ok_or(Refusal::Misconfigured(Misconfigured::NoMockStatus))?;
        Ok((status, shaped.overrides))
    }
}

/// `{"statusCode": 200}`. AWS also takes what people write by hand: a quoted number, or a name
/// without quotes.
fn status(body: &[u8]) -> Option<u16> {
    if body.trim_ascii_start().first() != Some(&b'{') {
        return None;
    }
    match serde_json::from_slice::<Named>(body) {
        Ok(named) => match named.status? {
            Value::Number(number) => u16::try_from(number.as_u64()?).ok(),
            Value::String(text) => text.trim().parse().ok(),
            Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => None,
        },
        Err(_) => loose_status(std::str::from_utf8(body).ok()?),
    }
}

/// What matters of the text; the rest is read over.
#[derive(Deserialize)]
struct Named {
    #[serde(rename = "statusCode", default)]
    status: Option<Value>,
}

fn loose_status(text: &str) -> Option<u16> {
    let members = text.trim().strip_prefix('{')?.strip_suffix('}')?;
    let quotes = |c: char| c.is_whitespace() || c == '"' || c == '\'';
    members
        .split(',')
        .filter_map(|member| member.split_once(':'))
        .find(|(name, _)| name.trim_matches(quotes) == "statusCode")
        .and_then(|(_, value)| value.trim_matches(quotes).parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(body: &str, expected: Option<u16>) {
        assert_eq!(status(body.as_bytes()), expected, "{body}");
    }

    #[test]
    fn the_template_names_the_status() {
        check(r#"{"statusCode": 200}"#, Some(200));
        check(r#"{"statusCode": "404"}"#, Some(404));
        check("{statusCode: 200}", Some(200));
        check("{'statusCode': 201, other: 1}", Some(201));
        check(r#"{"statusCode": 200,}"#, Some(200));
        check("", None);
        check("{}", None);
        check(r#"{"statusCode": true}"#, None);
        check(r#"{"statusCode": null}"#, None);
        check("[200]", None);
        check(r#" {"a": {"statusCode": 1}, "statusCode": 202}"#, Some(202));
        check("statusCode: 200", None);
    }
}
