//! The Extensions API, version 2020-01-01.
//!
//! The words of refusals are those of AWS's runtime interface.

use bytes::Bytes;
use http::{HeaderMap, Method, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper::body::Incoming;
use serde::Deserialize;
use serde_json::json;

use super::{Extension, Extensions, MOST, Polled};
use crate::environment::replies::{json_reply, refused, unknown_path};

pub(in crate::environment) const PREFIX: &str = "/2020-01-01/extension/";
const NAME: &str = "lambda-extension-name";
const IDENTIFIER: &str = "lambda-extension-identifier";
const FEATURES: &str = "lambda-extension-accept-feature";
const ERROR_TYPE: &str = "lambda-extension-function-error-type";
const MAX_BODY_BYTES: usize = 262_144;

#[derive(Deserialize)]
struct Registration {
    #[serde(default)]
    events: Vec<String>,
}

/// What an extension wants to know, and why it may not.
enum Wanted {
    Events { invoke: bool, shutdown: bool },
    Invalid(&'static str, String),
}

impl Extensions {
    /// Answers a call below [`PREFIX`].
    pub(in crate::environment) async fn answer(
        &self,
        call: &str,
        request: Request<Incoming>,
    ) -> Response<Full<Bytes>> {
        let headers = request.headers().clone();
        match (request.method(), call) {
            (&Method::POST, "register") => self.register(&headers, request.into_body()).await,
            (&Method::GET, "event/next") => self.next(&headers).await,
            (&Method::POST, "init/error") => self.error(&headers, "Extension.InitError"),
            (&Method::POST, "exit/error") => self.error(&headers, "Extension.ExitError"),
            _ => unknown_path(),
        }
    }

    /// The name of the extension with the identifier of this call.
    pub(in crate::environment) fn named_by(
        &self,
        headers: &HeaderMap,
    ) -> Result<String, Box<Response<Full<Bytes>>>> {
        let Some(id) = header(headers, IDENTIFIER) else {
            let missing = "Missing Lambda-Extension-Identifier header";
            return Err(Box::new(forbidden("Extension.MissingHeader", missing)));
        };
        if uuid::Uuid::parse_str(id).is_err() {
            let invalid = "Invalid Lambda-Extension-Identifier";
            let kind = "Extension.InvalidExtensionIdentifier";
            return Err(Box::new(forbidden(kind, invalid)));
        }
        let known = self.known();
        known
            .by_id
            .get(id)
            .map(|one| one.name.clone())
            .ok_or_else(|| Box::new(unknown(id)))
    }

    async fn register(&self, headers: &HeaderMap, body: Incoming) -> Response<Full<Bytes>> {
        let Some(name) = header(headers, NAME).filter(|name| !name.is_empty()) else {
            return forbidden("Extension.InvalidExtensionName", "Empty extension name");
        };
        let body = Limited::new(body, MAX_BODY_BYTES).collect().await;
        let asked = body
            .ok()
            .and_then(|body| serde_json::from_slice::<Registration>(&body.to_bytes()).ok());
        let Some(asked) = asked else {
            return refused(
                StatusCode::BAD_REQUEST,
                "InvalidRequestFormat",
                "Invalid request format",
            );
        };
        let is_external = self.external.iter().any(|external| external == name);
        let (wants_invoke, wants_shutdown) = match wanted(&asked.events, is_external) {
            Wanted::Events { invoke, shutdown } => (invoke, shutdown),
            Wanted::Invalid(kind, message) => return forbidden(kind, &message),
        };
        let extension = Extension {
            name: name.to_owned(),
            wants_invoke,
            wants_shutdown,
            waits: false,
            event: None,
            woken: std::sync::Arc::default(),
        };
        match self.admit(extension) {
            Ok(id) => self.welcome(headers, &id),
            Err(refusal) => *refusal,
        }
    }

    fn admit(&self, extension: Extension) -> Result<String, Box<Response<Full<Bytes>>>> {
        let mut known = self.known();
        if known.closed {
            let message = "Extension registration closed already";
            return Err(Box::new(forbidden("Extension.RegistrationClosed", message)));
        }
        if known.by_id.values().any(|one| one.name == extension.name) {
            let message = "Extension with this name already registered";
            return Err(Box::new(forbidden("Extension.AlreadyRegistered", message)));
        }
        if known.by_id.len() >= MOST {
            let message = format!("Extension limit ({MOST}) reached");
            return Err(Box::new(forbidden("Extension.TooManyExtensions", &message)));
        }
        let id = uuid::Uuid::new_v4().to_string();
        known.by_id.insert(id.clone(), extension);
        Ok(id)
    }

    fn welcome(&self, headers: &HeaderMap, id: &str) -> Response<Full<Bytes>> {
        let mut about = json!({
            "functionName": self.about.function,
            "functionVersion": self.about.version,
            "handler": self.about.handler,
        });
        let features = header(headers, FEATURES).unwrap_or_default();
        if let (true, Some(about)) = (features.contains("accountId"), about.as_object_mut()) {
            about.insert("accountId".to_owned(), self.about.account.clone().into());
        }
        json_reply(StatusCode::OK, about.to_string(), &[(IDENTIFIER, id)])
    }

    async fn next(&self, headers: &HeaderMap) -> Response<Full<Bytes>> {
        if let Err(refusal) = self.named_by(headers) {
            return *refusal;
        }
        let id = header(headers, IDENTIFIER).unwrap_or_default();
        loop {
            match self.poll(id) {
                Polled::Event(event) => {
                    let event_id = uuid::Uuid::new_v4().to_string();
                    let name = "lambda-extension-event-identifier";
                    return json_reply(StatusCode::OK, event, &[(name, &event_id)]);
                }
                Polled::Wait(woken) => woken.notified().await,
                Polled::Unknown => return unknown(id),
            }
        }
    }

    fn error(&self, headers: &HeaderMap, kind: &str) -> Response<Full<Bytes>> {
        let name = match self.named_by(headers) {
            Ok(name) => name,
            Err(refusal) => return *refusal,
        };
        let Some(stated) = header(headers, ERROR_TYPE) else {
            let message = "Missing Lambda-Extension-Function-Error-Type header";
            return forbidden("Extension.MissingHeader", message);
        };
        self.fail(kind, format!("{stated}: {name}"));
        json_reply(StatusCode::ACCEPTED, r#"{"status":"OK"}"#, &[])
    }
}

fn wanted(events: &[String], is_external: bool) -> Wanted {
    let (mut invoke, mut shutdown) = (false, false);
    for event in events {
        match event.as_str() {
            "INVOKE" => invoke = true,
            "SHUTDOWN" if is_external => shutdown = true,
            "SHUTDOWN" => {
                let message = "ShutdownEvent is not supported for internal extensions";
                let kind = "ShutdownEventNotSupportedForInternalExtension";
                return Wanted::Invalid(kind, message.to_owned());
            }
            other => {
                return Wanted::Invalid("InvalidEventType", format!("{other}: invalid event type"));
            }
        }
    }
    Wanted::Events { invoke, shutdown }
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

fn forbidden(kind: &str, message: &str) -> Response<Full<Bytes>> {
    refused(StatusCode::FORBIDDEN, kind, message)
}

fn unknown(id: &str) -> Response<Full<Bytes>> {
    forbidden(
        "Extension.UnknownExtensionIdentifier",
        &format!("Unknown extension {id}"),
    )
}
