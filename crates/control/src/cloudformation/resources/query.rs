//! Calls of services of AWS's query protocol that are not here, as `foreign` makes those of the JSON protocols.

use bytes::Bytes;
use http::{Request, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::values::text;
use super::{Failed, HandlerCode, Work};
use crate::body::read_whole;
use crate::control::{Inside, Told};

/// A service of the query protocol.
#[derive(Debug, Clone, Copy)]
pub(super) struct Query {
    /// The signing name.
    service: &'static str,
    /// As the SDK for Java names it.
    name: &'static str,
    version: &'static str,
}

pub(super) const SNS: Query = Query {
    service: "sns",
    name: "Sns",
    version: "2010-03-31",
};

/// What a call answered: an XML document, of which single elements are asked.
pub(super) struct Answer(String);

impl Answer {
    /// What stands in the first element of that name.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let (_, rest) = self.0.split_once(&format!("<{name}>"))?;
        let (inner, _) = rest.split_once(&format!("</{name}>"))?;
        Some(unescaped(inner))
    }
}

impl Query {
    /// `parameters` have the names of the query: `Attributes.entry.1.key`.
    pub(super) async fn call(
        self,
        work: &Work<'_>,
        action: &str,
        parameters: &[(String, String)],
    ) -> Result<Answer, Failed> {
        let request = self.request(work, action, parameters);
        let request = request.map_err(|error| Failed::plainly(error.to_string()))?;
        let answer = work.control.call(Inside {
            caller: work.by.caller.clone(),
            service: self.service.to_owned(),
            region: work.by.region.clone(),
            request,
            told: Told::Every,
        });
        let (parts, body) = answer.await.into_parts();
        let body = read_whole(body).await.map_err(Failed::plainly)?;
        let answer = Answer(String::from_utf8_lossy(&body).into_owned());
        if parts.status.is_success() {
            return Ok(answer);
        }
        let told = |name: &str| answer.text(name).unwrap_or_default();
        let (status, name) = (parts.status.as_u16(), self.name);
        let (message, id) = (told("Message"), told("RequestId"));
        Err(Failed::handler(
            HandlerCode::of(&told("Code"), status),
            format!(
                "{message} (Service: {name}, Status Code: {status}, Request ID: {id}) (SDK Attempt Count: 1)"
            ),
        ))
    }

    /// The same where it is as good that there is nothing.
    pub(super) async fn call_if_there(
        self,
        work: &Work<'_>,
        action: &str,
        parameters: &[(String, String)],
    ) -> Result<Option<Answer>, Failed> {
        match self.call(work, action, parameters).await {
            Ok(answer) => Ok(Some(answer)),
            Err(failed) if failed.code == HandlerCode::NotFound => Ok(None),
            Err(failed) => Err(failed),
        }
    }

    fn request(
        self,
        work: &Work<'_>,
        action: &str,
        parameters: &[(String, String)],
    ) -> Result<Request<Bytes>, http::Error> {
        let mut form = format!("Action={action}&Version={}", self.version);
        for (name, value) in parameters {
            let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
            form.extend(["&", name.as_str(), "="]);
            form.extend(value);
        }
        let host = work.by.endpoint.split_once("://").map(|(_, host)| host);
        Request::post("/")
            .header(header::HOST, host.unwrap_or(&work.by.endpoint))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Bytes::from(form))
    }
}

/// One parameter.
pub(super) fn one(name: impl Into<String>, value: &Value) -> (String, String) {
    (name.into(), text(value))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_read_from_an_answer() {
        let answer =
            Answer("<A><TopicArn>arn:x</TopicArn><M>a &lt;b&gt; &amp;lt;</M></A>".to_owned());
        assert_eq!(answer.text("TopicArn").as_deref(), Some("arn:x"));
        assert_eq!(answer.text("M").as_deref(), Some("a <b> &lt;"));
        assert_eq!(answer.text("None"), None);
    }
}
