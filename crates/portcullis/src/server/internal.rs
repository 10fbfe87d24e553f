//! What is beside the AWS APIs on the same port: health, metrics, reset, the journal.
//!
//! Health is open to everybody and says nothing secret. Metrics are open to this machine. The rest
//! needs the signature of the account's root, or of somebody whom a policy allows it, and a host name
//! of this machine: a page of another origin can make a browser send a request here, but it can't
//! sign one, nor choose our name.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderValue, Method, Request, Response, StatusCode, header};
use http_body_util::Full;
use identity::{AuthMode, Permissions};
use journal::Entry;
use serde_json::{Value, json};

use super::access::{self, Needs};
use super::{Options, Rooms, did, links, map, questions, reachable, record, rows, traced, why};

/// The service name that calls to these paths are signed for.
pub(crate) const SIGNING_NAME: &str = "portcullis";
const METRICS: &str = "/_portcullis/metrics";
const PREFIX: &str = "/_portcullis/";
/// A function's code by the signed address that GetFunction gives: the control plane answers.
const CODE: &str = "/_portcullis/code/";
/// What functions and others say to stacks that wait, at signed addresses too.
const SIGNALS: &str = "/_portcullis/stack-signal/";
/// Entries of one answer.
const MAX_LISTED: usize = 200;
/// Columns of a drawn diagram, when the client asks for none.
const WIDTH: usize = 100;

pub(super) struct Internal {
    rooms: Rooms,
    facts: Value,
    /// Where clients of this machine find the server.
    endpoint: String,
}

/// An answer that is not 200.
pub(super) struct Refused(pub(super) StatusCode, pub(super) String);

impl Internal {
    pub(super) fn new(
        rooms: &Rooms,
        options: &Options,
        level: &sandbox::Level,
        address: SocketAddr,
    ) -> Self {
        Self {
            rooms: rooms.clone(),
            facts: facts(rooms, options, level),
            endpoint: format!("http://{}", reachable(address)),
        }
    }

    /// Whether a path is ours: our own, and the names that other servers have for the same.
    pub(super) fn owns(path: &str) -> bool {
        let is_code = path.starts_with(CODE) || path.starts_with(SIGNALS);
        (path.starts_with(PREFIX) && !is_code) || is_health(path) || is_reset(path)
    }

    pub(super) async fn answer(
        &self,
        request: &Request<Bytes>,
        from: IpAddr,
    ) -> Response<Full<Bytes>> {
        if request.method() == Method::GET && request.uri().path() == METRICS {
            return match self.check_reader(request, from) {
                Ok(()) => exposed(self.rooms.gateway.metrics(&self.rooms.lambda.counts())),
                Err(Refused(status, message)) => respond(status, &json!({ "message": message })),
            };
        }
        match self.serve(request, from).await {
            Ok(value) => respond(StatusCode::OK, &value),
            Err(Refused(status, message)) => respond(status, &json!({ "message": message })),
        }
    }

    async fn serve(&self, request: &Request<Bytes>, from: IpAddr) -> Result<Value, Refused> {
        let (method, path) = (request.method(), request.uri().path());
        if method == Method::GET && is_health(path) {
            return Ok(self.facts.clone());
        }
        Self::check_page(request)?;
        if method == Method::POST && is_reset(path) {
            // In open mode an unknown key is root, so that a reset without a signature gives
            // nobody anything: scripts written for other servers send it that way.
            if self.rooms.identity.config().auth == AuthMode::Strict {
                self.admit(request, from, Needs::Root)?;
            }
            return self.reset().await;
        }
        if (method, path) == (&Method::POST, "/_portcullis/console-link") {
            let caller = access::caller(&self.rooms.identity, request, from)?;
            return links::answer(&self.rooms, request, &caller);
        }
        if (method, path) == (&Method::POST, "/_portcullis/traces") {
            self.admit(request, from, Needs::Trace)?;
            return traced::turn(&self.rooms.gateway, request.body());
        }
        self.admit(request, from, Needs::Read)?;
        self.told(request).await
    }

    /// What changes nothing.
    async fn told(&self, request: &Request<Bytes>) -> Result<Value, Refused> {
        let (path, query) = (request.uri().path(), request.uri().query());
        let nothing = || Refused(StatusCode::NOT_FOUND, format!("there is no {path}"));
        let name = path.strip_prefix(PREFIX).ok_or_else(nothing)?;
        match (request.method(), name) {
            (&Method::POST, question) => {
                self.asked(question, request.body()).ok_or_else(nothing)?
            }
            (&Method::GET, "rows") => Ok(rows::answer(&self.rooms.journal, query)),
            (&Method::GET, "record") => record::answer(&self.rooms).await,
            (&Method::GET, "traces") => Ok(traced::state(&self.rooms.gateway)),
            (&Method::GET, "did") => {
                let principal = map::parameter(query, "principal")?;
                Ok(did::answer(&self.rooms.journal, &principal))
            }
            (&Method::GET, "journal") => Ok(self.list(query)),
            (&Method::GET, other) => {
                if let Some(rest) = other.strip_prefix("map") {
                    return map::answer(&self.rooms, rest, query).await;
                }
                let id = other.strip_prefix("journal/").ok_or_else(nothing)?;
                self.entry(id, query).await
            }
            _ => Err(nothing()),
        }
    }

    fn admit(&self, request: &Request<Bytes>, from: IpAddr, needs: Needs) -> Result<(), Refused> {
        let caller = access::caller(&self.rooms.identity, request, from)?;
        access::admit(&self.rooms.identity, &caller, needs)
    }

    /// Counts say nothing secret, and what collects them can seldom sign: who asks from this
    /// machine may read them.
    fn check_reader(&self, request: &Request<Bytes>, from: IpAddr) -> Result<(), Refused> {
        Self::check_page(request)?;
        if from.to_canonical().is_loopback() {
            return Ok(());
        }
        self.admit(request, from, Needs::Read)
    }

    fn check_page(request: &Request<Bytes>) -> Result<(), Refused> {
        console::own_page(request)
            .map_err(|foreign| Refused(StatusCode::FORBIDDEN, foreign.to_string()))
    }

    async fn reset(&self) -> Result<Value, Refused> {
        let failed = |error: String| Refused(StatusCode::INTERNAL_SERVER_ERROR, error);
        self.rooms
            .records
            .clear()
            .await
            .map_err(|error| failed(error.to_string()))?;
        self.rooms
            .blobs
            .clear()
            .await
            .map_err(|error| failed(error.to_string()))?;
        self.rooms
            .contents
            .clear()
            .map_err(|error| failed(error.to_string()))?;
        let revision = self.rooms.records.revision();
        let shown = self
            .rooms
            .followers
            .reached(revision, super::DRAIN_WITHIN)
            .await;
        shown.map_err(|error| failed(error.to_string()))?;
        self.rooms.journal.clear();
        self.rooms.gateway.traces().clear();
        tracing::info!("everything was forgotten");
        Ok(json!({ "status": "ok" }))
    }

    /// Questions that change nothing.
    fn asked(&self, question: &str, body: &[u8]) -> Option<Result<Value, Refused>> {
        let answer = match question {
            "lint" => questions::lint(body),
            "check" => questions::check(&self.rooms.identity, body),
            "invocations" => questions::invocations(&self.rooms.identity, body),
            "authorizer-cache" => questions::remembered(&self.rooms.gateway, body),
            "render" => questions::render(body),
            _ => return None,
        };
        Some(answer.map_err(|wrong| Refused(StatusCode::BAD_REQUEST, wrong.to_string())))
    }

    /// The newest first; or, with `after=NUMBER`, those since then, the oldest first, and the number
    /// to go on from. `after=` without a number begins with what is to come.
    fn list(&self, query: Option<&str>) -> Value {
        let journal = &self.rooms.journal;
        let Some(after) = parameter(query, "after") else {
            return json!({ "entries": journal.recent(MAX_LISTED) });
        };
        let (entries, next) = journal.after(after.parse().ok(), MAX_LISTED);
        json!({ "entries": entries, "next": next })
    }

    /// `last` or ID, as data or, with `/diagram` behind it, as a picture of characters. With
    /// `/why` it is told why it was refused, and `last` is the last one that was.
    async fn entry(&self, rest: &str, query: Option<&str>) -> Result<Value, Refused> {
        if let Some(id) = rest.strip_suffix("/why") {
            return self.why(id).await;
        }
        if let Some(id) = rest.strip_suffix("/exchange") {
            return Ok(traced::of_request(&self.rooms.gateway, id));
        }
        let (id, drawn) = match rest.strip_suffix("/diagram") {
            Some(id) => (id, true),
            None => (rest, false),
        };
        let entry = self.find(id)?;
        if !drawn {
            return serde_json::to_value(&*entry)
                .map_err(|error| Refused(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()));
        }
        let drawn = drawing(&entry, query)?;
        Ok(json!({ "requestId": entry.request_id, "diagram": drawn }))
    }

    async fn why(&self, id: &str) -> Result<Value, Refused> {
        let entry = if id == "last" {
            let nothing = || {
                let message =
                    "the journal has no request that was refused: make the call, then ask again";
                Refused(StatusCode::NOT_FOUND, message.to_owned())
            };
            self.rooms.journal.last_refused().ok_or_else(nothing)?
        } else {
            self.find(id)?
        };
        let report = why::report(&self.rooms, &self.endpoint, &entry).await;
        serde_json::to_value(report)
            .map_err(|error| Refused(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()))
    }

    fn find(&self, id: &str) -> Result<Arc<Entry>, Refused> {
        let journal = &self.rooms.journal;
        let found = if id == "last" {
            journal.last()
        } else {
            journal.find(id)
        };
        let nothing = || {
            let message = if id == "last" {
                "the journal has no request yet: make a call, then ask again".to_owned()
            } else {
                format!(
                    "the journal has no request {id}: it holds the newest ones since the server's \
                     start, by the id of the header x-amzn-RequestId"
                )
            };
            Refused(StatusCode::NOT_FOUND, message)
        };
        found.ok_or_else(nothing)
    }
}

/// `format=text|mermaid|svg|html`; a width is for text.
fn drawing(entry: &Entry, query: Option<&str>) -> Result<String, Refused> {
    let width = parameter(query, "width").and_then(|width| width.parse::<usize>().ok());
    let width = width.unwrap_or(WIDTH).clamp(60, 240);
    match parameter(query, "format").unwrap_or("text") {
        "text" => Ok(journal::draw::text(entry, width)),
        "mermaid" => Ok(journal::draw::mermaid(entry)),
        "svg" => Ok(journal::draw::svg(entry)),
        "html" => Ok(journal::draw::html(entry)),
        other => Err(Refused(
            StatusCode::BAD_REQUEST,
            format!("there is no format {other}: text, mermaid, svg and html are there"),
        )),
    }
}

fn parameter<'q>(query: Option<&'q str>, name: &str) -> Option<&'q str> {
    let mut pairs = query?.split('&').filter_map(|pair| pair.split_once('='));
    pairs
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value)
}

fn is_health(path: &str) -> bool {
    matches!(path, "/_portcullis/health" | "/_localstack/health")
}

fn is_reset(path: &str) -> bool {
    matches!(
        path,
        "/_portcullis/reset" | "/_localstack/state/reset" | "/moto-api/reset"
    )
}

/// What is running and what is enforced.
fn facts(rooms: &Rooms, options: &Options, level: &sandbox::Level) -> Value {
    let directory = rooms.identity.directory();
    let organization = directory.organization().map(|organization| {
        json!({
            "id": organization.id(),
            "accounts": organization.accounts(),
            "serviceControlPolicies": organization.service_control_policies(),
            "resourceControlPolicies": organization.resource_control_policies(),
        })
    });
    json!({
        "status": "running",
        "version": env!("CARGO_PKG_VERSION"),
        "account": options.account,
        "region": options.region,
        "auth": match options.auth { AuthMode::Strict => "strict", AuthMode::Open => "open" },
        "permissions": match options.permissions {
            Permissions::Enforce => "enforce",
            Permissions::Report => "report",
        },
        "isolation": { "level": level.to_string(), "whole": level.is_whole(), "missing": level.missing() },
        "functionNetwork": match options.network {
            sandbox::Network::Isolated if level.network_namespace => "isolated",
            sandbox::Network::Isolated | sandbox::Network::Host => "host",
        },
        "organization": organization,
        "upstream": options.upstream.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "durable": options.data.is_some(),
        "services": {
            "apigateway": "running", "cloudformation": "running", "iam": "running",
            "lambda": "running",
            "logs": "running", "sts": "running",
        },
    })
}

/// The text format of Prometheus.
fn exposed(text: String) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(text)));
    let kind = HeaderValue::from_static("text/plain; version=0.0.4; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}

fn respond(status: StatusCode, value: &Value) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(value.to_string())));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_paths_are_ours() {
        for (path, ours) in [
            ("/_portcullis/health", true),
            ("/_localstack/health", true),
            ("/moto-api/reset", true),
            ("/_portcullis/code/abc", false),
            ("/_portcullis/stack-signal/1/r/s/t", false),
            ("/restapis", false),
            ("/", false),
        ] {
            assert_eq!(Internal::owns(path), ours, "{path}");
        }
    }
}
