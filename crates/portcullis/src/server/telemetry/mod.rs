//! The steps of each request for an OpenTelemetry collector: OTLP over HTTP, as JSON.
//!
//! The exporter reads the journal, so that a request waits for nobody. What a collector does not take
//! is tried once more with what came meanwhile and then left: the journal has it anyway.

mod span; // an entry as spans

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Request, Uri, header};
use journal::{Entry, Journal};
use percent_encoding::percent_decode_str;
use rustls::RootCertStore;
use tokio_util::sync::CancellationToken;

use crate::client::{Client, Keys, roots_of};

/// Between two looks at the journal.
const PAUSE: Duration = Duration::from_secs(1);
/// How long a collector may take.
const WITHIN: Duration = Duration::from_secs(10);
/// Requests of one message.
const AT_ONCE: usize = 256;

/// Where spans go.
#[derive(Debug, Clone)]
pub(crate) struct Collector {
    endpoint: Uri,
    path: String,
    headers: HeaderMap,
    roots: Arc<RootCertStore>,
}

impl Collector {
    /// `http://` or `https://HOST:PORT`, with a path before `/v1/traces` or without; headers go with every message, and
    /// HTTPS is verified against the public authorities where no file names others.
    pub(crate) fn at(
        url: &str,
        headers: &[(String, String)],
        authorities: Option<&Path>,
    ) -> anyhow::Result<Self> {
        let endpoint: Uri = url.parse().with_context(|| format!("{url} is no URL"))?;
        let known = matches!(endpoint.scheme_str(), Some("http" | "https"));
        if !known || endpoint.host().is_none() {
            bail!(
                "{url} is no collector: http://HOST:PORT or https://HOST:PORT is served (OTLP over HTTP, usually \
                 port 4318)"
            );
        }
        let before = endpoint.path().trim_end_matches('/');
        let path = if before.ends_with("/v1/traces") {
            before.to_owned()
        } else {
            format!("{before}/v1/traces")
        };
        let roots = match authorities {
            Some(file) => roots_of(file)?,
            None => webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect(),
        };
        Ok(Self {
            endpoint,
            path,
            headers: self::headers(headers)?,
            roots: Arc::new(roots),
        })
    }
}

/// Values are percent-encoded, as OpenTelemetry has them in a variable ("OpenTelemetry Protocol Exporter",
/// OTEL_EXPORTER_OTLP_HEADERS).
fn headers(pairs: &[(String, String)]) -> anyhow::Result<HeaderMap> {
    let mut headers = HeaderMap::new();
    for (name, value) in pairs {
        let header: HeaderName = name
            .trim()
            .parse()
            .with_context(|| format!("--otlp-header {name}: it is no name of a header"))?;
        let value = percent_decode_str(value.trim()).decode_utf8();
        let value = value
            .ok()
            .and_then(|value| HeaderValue::from_str(&value).ok());
        let mut value =
            value.with_context(|| format!("--otlp-header {name}: its value is no header"))?;
        // Nothing that is printed shows a key.
        value.set_sensitive(true);
        headers.append(header, value);
    }
    Ok(headers)
}

/// Sends until it is stopped, and what is left behind then.
pub(super) async fn export(collector: Collector, journal: Arc<Journal>, stop: CancellationToken) {
    let (_, mut next) = journal.after(None, 0);
    let mut lost = 0_usize;
    loop {
        let stopping = stop
            .run_until_cancelled(tokio::time::sleep(PAUSE))
            .await
            .is_none();
        loop {
            let (entries, after) = journal.after(Some(next), AT_ONCE);
            if entries.is_empty() {
                break;
            }
            next = after;
            lost += send_or_count(&collector, &entries).await;
        }
        if stopping {
            break;
        }
    }
    if lost > 0 {
        tracing::warn!(
            lost,
            "the collector did not take the spans of some requests"
        );
    }
}

async fn send_or_count(collector: &Collector, entries: &[Arc<Entry>]) -> usize {
    for _ in 0..2 {
        match send(collector, entries).await {
            Ok(()) => return 0,
            Err(error) => tracing::debug!(%error, "the collector did not take spans"),
        }
    }
    entries.len()
}

async fn send(collector: &Collector, entries: &[Arc<Entry>]) -> anyhow::Result<()> {
    let nobody = Keys {
        access_key_id: String::new(),
        secret_access_key: String::new(),
        session_token: None,
    };
    let client = Client::new(&collector.endpoint.to_string(), nobody, "us-east-1")?
        .trusting(Arc::clone(&collector.roots));
    let body = span::message(entries).to_string();
    let mut request = Request::post(&*collector.path).body(Bytes::from(body))?;
    let headers = request.headers_mut();
    headers.clone_from(&collector.headers);
    headers.insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/json"),
    );
    let answer = tokio::time::timeout(WITHIN, client.plain(request)).await??;
    if !answer.status.is_success() {
        bail!("it answered {}", answer.status);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collector_is_addressed_by_its_path() {
        for (url, path) in [
            ("http://127.0.0.1:4318", Some("/v1/traces")),
            ("http://127.0.0.1:4318/", Some("/v1/traces")),
            ("http://host:4318/otlp", Some("/otlp/v1/traces")),
            ("http://host:4318/v1/traces", Some("/v1/traces")),
            ("https://host:4318", Some("/v1/traces")),
            ("ftp://host:4318", None),
            ("host:4318", None),
            ("", None),
        ] {
            let found = Collector::at(url, &[], None)
                .ok()
                .map(|collector| collector.path);
            assert_eq!(found.as_deref(), path, "{url}");
        }
    }

    #[test]
    fn headers_are_decoded_and_shown_to_nobody() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let made = headers(&[pair("Authorization", "Bearer%20a%2Cb")]).unwrap();
        assert_eq!(made["authorization"], "Bearer a,b");
        assert!(!format!("{made:?}").contains("Bearer"));
        assert!(headers(&[pair("no name", "x")]).is_err());
        assert!(headers(&[pair("name", "%0A")]).is_err());
    }
}
