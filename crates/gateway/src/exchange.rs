//! One request on its way: what arrived, what was found out about it, and the record of its steps.

use std::borrow::Cow;
use std::net::IpAddr;
use std::sync::{Arc, OnceLock};
use std::time::Instant;

use bytes::Bytes;
use http::{Method, Uri};
use journal::{Lane, Mark, Recorder, Step, StepKind};
use mapping::parameters::MultiValues;
use mapping::{Input, Params, Scope};
use model::Timestamp;
use serde::Serialize;
use serde_json::Value;

use crate::address::Addressed;
use crate::arrival;
use crate::authorizers::Identified;
use crate::body::Coming;
use crate::context;
use crate::deployment::{Endpoint, Stage};
use crate::execution_log::ExecutionLog;
use crate::headers::Headers;
use crate::query::Query;
use crate::usage_plan::Client;
use crate::vpc_endpoint::VpcEndpoint;

/// Who is at the other end of the connection.
#[derive(Debug, Clone)]
pub struct Peer {
    pub ip: IpAddr,
    pub tls: bool,
    pub protocol: http::Version,
    /// What the client showed, where a custom domain asked it to.
    pub certificate: Option<Arc<PeerCertificate>>,
    /// The host for which a TLS connection was made, in lower case.
    pub asked_for: Option<Arc<str>>,
    /// The VPC endpoint that it comes through.
    pub vpc_endpoint: Option<Arc<VpcEndpoint>>,
    pub encryption: Option<Encryption>,
}

/// What a TLS handshake agreed upon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Encryption {
    /// Such as `TLSv1.3`.
    pub version: &'static str,
    /// IANA's name of the cipher suite.
    pub suite: &'static str,
}

/// A client's certificate, as `$context.identity.clientCert` shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PeerCertificate {
    /// The domain whose truststore it was held against.
    #[serde(skip)]
    pub domain: String,
    /// Why it is not trusted, if it is not.
    #[serde(skip)]
    pub distrusted: Option<String>,
    pub client_cert_pem: String,
    #[serde(rename = "subjectDN")]
    pub subject_dn: String,
    #[serde(rename = "issuerDN")]
    pub issuer_dn: String,
    pub serial_number: String,
    pub validity: Validity,
}

/// Such as `May 28 12:30:02 2019 GMT`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Validity {
    pub not_before: String,
    pub not_after: String,
}

/// How the request came in.
#[derive(Debug, Clone)]
pub(crate) enum Origin {
    Network(Peer),
    /// TestInvokeMethod, by the ARN of whoever called it.
    TestButton {
        caller: Option<identity::Caller>,
    },
}

/// The request as it arrived.
#[derive(Debug)]
pub(crate) struct Incoming {
    pub(crate) id: String,
    pub(crate) extended_id: String,
    pub(crate) received: Timestamp,
    pub(crate) arrived: Instant,
    /// What routing goes by: `X-HTTP-Method-Override` may have changed it.
    pub(crate) verb: Method,
    /// What was sent, and signed.
    pub(crate) sent_verb: Method,
    pub(crate) addressed: Addressed,
    pub(crate) uri: Uri,
    pub(crate) headers: Headers,
    pub(crate) query: Query,
    pub(crate) body: Bytes,
    /// The body as it was sent, and signed: it may have been compressed.
    pub(crate) sent_body: Bytes,
    pub(crate) origin: Origin,
}

/// A request and all that became known of it. Later steps only add.
pub(crate) struct Exchange {
    pub(crate) request: Incoming,
    pub(crate) stage: Option<Arc<Stage>>,
    pub(crate) endpoint: Option<Arc<Endpoint>>,
    pub(crate) path_parameters: Vec<(Arc<str>, String)>,
    pub(crate) identified: Identified,
    /// By its API key, where the method asks for one.
    pub(crate) client: Option<Client>,
    /// What became of the call to the backend, where one was made.
    pub(crate) integration: Option<Called>,
    /// What became of the call to the authorizer, where one was made.
    pub(crate) authorizer: Option<Called>,
    /// Whether the stage's cache had the answer, where it was asked.
    pub(crate) remembered: Option<bool>,
    /// The body of the answer, where it is handed on while it comes.
    pub(crate) coming: Option<Coming>,
    /// What the caller was told, if the request was refused.
    pub(crate) told: Option<Told>,
    pub(crate) log: ExecutionLog,
    pub(crate) steps: Recorder,
    trace: OnceLock<Trace>,
    params: OnceLock<Params>,
    multi: OnceLock<Multi>,
    context: OnceLock<Value>,
}

/// What became of a call to somebody else.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Called {
    pub(crate) micros: u32,
    /// What the one who was called answered with.
    pub(crate) status: Option<u16>,
    /// What a proxied function's own answer says.
    pub(crate) backend_status: Option<u16>,
    pub(crate) request_id: Option<String>,
    pub(crate) error: Option<String>,
}

/// A refusal as the caller got it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) message: Option<Cow<'static, str>>,
    /// One of AWS's gateway response types.
    pub(crate) kind: &'static str,
    pub(crate) status: u16,
    pub(crate) validation: Option<String>,
    /// Whether it was an authorizer or a policy that refused.
    pub(crate) by_guard: bool,
}

/// Parameters that may have several values.
#[derive(Debug, Default)]
pub(crate) struct Multi {
    pub(crate) querystring: MultiValues,
    pub(crate) header: MultiValues,
}

/// The X-Ray trace that the request belongs to.
#[derive(Debug, Clone, Default)]
pub(crate) struct Trace {
    /// `Root=1-…`
    pub(crate) root: String,
    /// As the integration and the caller get it.
    pub(crate) header: String,
}

impl Exchange {
    pub(crate) fn new(request: Incoming, mut steps: Recorder, log: ExecutionLog) -> Self {
        steps.step(Step::between(
            StepKind::Arrival,
            Lane::Client,
            Lane::Gateway,
            "asks",
        ));
        Self {
            request,
            stage: None,
            endpoint: None,
            path_parameters: Vec::new(),
            identified: Identified::Anonymous,
            client: None,
            integration: None,
            authorizer: None,
            remembered: None,
            coming: None,
            told: None,
            log,
            steps,
            trace: OnceLock::new(),
            params: OnceLock::new(),
            multi: OnceLock::new(),
            context: OnceLock::new(),
        }
    }

    /// The trace, if somebody was told it.
    pub(crate) fn told_trace(&self) -> Option<&Trace> {
        self.trace.get()
    }

    pub(crate) fn trace(&self) -> &Trace {
        self.trace.get_or_init(|| arrival::trace(&self.request))
    }

    /// The request parameters that templates and mappings see.
    pub(crate) fn params(&self) -> &Params {
        self.params.get_or_init(|| Params {
            path: self
                .path_parameters
                .iter()
                .map(|(name, value)| (name.to_string(), value.clone()))
                .collect(),
            querystring: self
                .request
                .query
                .iter()
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
            header: self
                .request
                .headers
                .seen_by_method()
                .filter_map(|(name, values)| {
                    let last = values.into_iter().next_back()?;
                    Some((name.to_owned(), last.into_owned()))
                })
                .collect(),
        })
    }

    pub(crate) fn multi(&self) -> &Multi {
        self.multi.get_or_init(|| Multi {
            querystring: self
                .request
                .query
                .grouped()
                .into_iter()
                .map(|(name, values)| {
                    (
                        name.to_owned(),
                        values.into_iter().map(str::to_owned).collect(),
                    )
                })
                .collect(),
            header: self
                .request
                .headers
                .seen_by_method()
                .map(|(name, values)| {
                    let values = values.into_iter().map(Cow::into_owned);
                    (name.to_owned(), values.collect())
                })
                .collect(),
        })
    }

    /// The object behind `$context`. Asked for only after the request was identified.
    pub(crate) fn context(&self) -> &Value {
        self.context.get_or_init(|| context::as_json(self))
    }

    /// What a template about this body may look at.
    pub(crate) fn scope<'a>(&'a self, body: &'a str, context: &'a Value) -> Option<Scope<'a>> {
        let stage = self.stage.as_deref()?;
        Some(Scope {
            input: Input {
                body,
                params: self.params(),
            },
            context,
            stage_variables: &stage.place.variables,
        })
    }

    /// The body as text, as templates see it.
    pub(crate) fn body_text(&self) -> Cow<'_, str> {
        String::from_utf8_lossy(&self.request.body)
    }

    /// `Content-Type` without parameters; JSON when there is none, as AWS has it.
    pub(crate) fn content_type(&self) -> Cow<'_, str> {
        match self.request.headers.last("content-type") {
            None => Cow::Borrowed("application/json"),
            Some(Cow::Borrowed(value)) => media_type(value),
            Some(Cow::Owned(value)) => Cow::Owned(media_type(&value).into_owned()),
        }
    }

    /// The gateway did something alone.
    pub(crate) fn note(&mut self, kind: StepKind, text: impl Into<Cow<'static, str>>) {
        self.steps.step(Step::within(kind, Lane::Gateway, text));
    }

    /// The gateway turned to somebody, and now waits.
    pub(crate) fn calls(&mut self, kind: StepKind, whom: Lane, text: String) {
        self.steps
            .step(Step::between(kind, Lane::Gateway, whom, text));
    }

    /// Whom the gateway waited for has answered, or has not.
    pub(crate) fn answered<T, E>(&mut self, kind: StepKind, by: Lane, answer: &Result<T, E>) {
        let text = if answer.is_ok() {
            "answers"
        } else {
            "gives no answer"
        };
        self.answers(kind, by, text);
    }

    /// The same, in words of its own.
    pub(crate) fn answers(&mut self, kind: StepKind, by: Lane, text: impl Into<Cow<'static, str>>) {
        self.steps
            .step(Step::between(kind, by, Lane::Gateway, text));
    }

    /// The gateway decided, or had it decided.
    pub(crate) fn permitted(&mut self, kind: StepKind, text: impl Into<Cow<'static, str>>) {
        let step = Step::between(kind, Lane::Gateway, Lane::Policy, text);
        self.steps.step(step.marked(Mark::Permitted));
    }
}

/// `text/plain; charset=utf-8` is `text/plain`.
pub(crate) fn media_type(value: &str) -> Cow<'_, str> {
    let end = value.find(';').unwrap_or(value.len());
    let name = value.split_at(end).0.trim();
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Owned(name.to_ascii_lowercase());
    }
    Cow::Borrowed(name)
}

impl Incoming {
    /// The raw path as functions see it: one leading slash, whatever the caller sent.
    pub(crate) fn path(&self) -> String {
        format!("/{}", self.addressed.path.trim_start_matches('/'))
    }

    /// The path as the caller sent it: on a custom domain it has the base path too.
    pub(crate) fn full_path(&self) -> String {
        let before = self.addressed.domain.as_deref().unwrap_or_default();
        match self.path() {
            // The base path itself was asked for, without a slash.
            _ if self.addressed.path.is_empty() && !before.is_empty() => before.to_owned(),
            path => format!("{before}{path}"),
        }
    }

    /// The first label of the host's name.
    pub(crate) fn host_label(&self) -> &str {
        let named = self.headers.map.get(http::header::HOST);
        let named = named.and_then(|host| host.to_str().ok());
        let host = named.or_else(|| self.uri.host()).unwrap_or_default();
        host.split(['.', ':']).next().unwrap_or_default()
    }

    pub(crate) fn host(&self) -> String {
        match &self.origin {
            // What AWS shows in place of a host name for a call by the test button.
            Origin::TestButton { .. } => "testPrefix.testDomainName".to_owned(),
            Origin::Network(_) => self
                .headers
                .last("host")
                .map(Cow::into_owned)
                .or_else(|| self.uri.authority().map(ToString::to_string))
                .unwrap_or_default(),
        }
    }

    /// The VPC endpoint of whoever calls something private.
    pub(crate) fn vpc_endpoint(&self) -> Option<&VpcEndpoint> {
        self.peer()?.vpc_endpoint.as_deref()
    }

    pub(crate) fn peer(&self) -> Option<&Peer> {
        match &self.origin {
            Origin::Network(peer) => Some(peer),
            Origin::TestButton { .. } => None,
        }
    }
}
