//! Discovery (OpenID Connect Discovery 1.0, section 4): the configuration, then the keys it names.

use std::error::Error;
use std::sync::OnceLock;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, StatusCode, Uri};
use http_body_util::{BodyExt as _, Empty, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use identity::web_identity::{KeySet, UnreadableKeys, is_loopback};
use serde::Deserialize;

/// For the configuration and the keys together.
const WITHIN: Duration = Duration::from_secs(5);
const MOST_BYTES: usize = 256 * 1024;
const CONFIGURATION: &str = "/.well-known/openid-configuration";

type Https = Client<HttpsConnector<HttpConnector>, Empty<Bytes>>;

/// Asks issuers. The client is made when the first one is asked, since many servers ask none.
#[derive(Debug, Default)]
pub(super) struct Fetch {
    client: OnceLock<Result<Https, String>>,
}

#[derive(Debug, thiserror::Error)]
pub(super) enum FetchFailed {
    #[error("it can't be reached: {0}")]
    Unreachable(String),
    #[error("it did not answer in time")]
    Slow,
    #[error("{url} is neither HTTPS nor on this machine")]
    Unwanted { url: String },
    #[error("{url} answers {status}")]
    Status { url: String, status: StatusCode },
    #[error("its answer can't be read: {0}")]
    Unreadable(String),
    #[error("its configuration is of {issuer}")]
    OtherIssuer { issuer: String },
}

impl From<UnreadableKeys> for FetchFailed {
    fn from(error: UnreadableKeys) -> Self {
        Self::Unreadable(error.to_string())
    }
}

#[derive(Deserialize)]
struct Configuration {
    issuer: String,
    jwks_uri: String,
}

impl Fetch {
    pub(super) async fn keys(&self, issuer: &str) -> Result<KeySet, FetchFailed> {
        tokio::time::timeout(WITHIN, self.discover(issuer))
            .await
            .map_err(|_| FetchFailed::Slow)?
    }

    async fn discover(&self, issuer: &str) -> Result<KeySet, FetchFailed> {
        let plain = is_loopback(issuer);
        let url = format!("{}{CONFIGURATION}", issuer.trim_end_matches('/'));
        let found = self.get(&url, plain).await?;
        let found: Configuration = serde_json::from_slice(&found)
            .map_err(|error| FetchFailed::Unreadable(error.to_string()))?;
        if found.issuer != issuer {
            let issuer = found.issuer;
            return Err(FetchFailed::OtherIssuer { issuer });
        }
        let keys = self.get(&found.jwks_uri, plain).await?;
        Ok(KeySet::read(&keys)?)
    }

    /// `plain` allows HTTP without TLS to this machine: an issuer elsewhere can't send us here.
    async fn get(&self, url: &str, plain: bool) -> Result<Bytes, FetchFailed> {
        let is_wanted = url.starts_with("https://") || (plain && is_loopback(url));
        let uri: Option<Uri> = url.parse().ok().filter(|_| is_wanted);
        let uri = uri.ok_or_else(|| FetchFailed::Unwanted {
            url: url.to_owned(),
        })?;
        let request = Request::get(uri).header("accept", "application/json");
        let request = request
            .body(Empty::new())
            .map_err(|error| FetchFailed::Unreachable(error.to_string()))?;
        let client = self.client.get_or_init(client).as_ref();
        let client = client.map_err(|error| FetchFailed::Unreachable(error.clone()))?;
        let answer = client.request(request).await;
        let answer = answer.map_err(|error| FetchFailed::Unreachable(whole(&error)))?;
        let status = answer.status();
        if status != StatusCode::OK {
            let url = url.to_owned();
            return Err(FetchFailed::Status { url, status });
        }
        let body = Limited::new(answer.into_body(), MOST_BYTES).collect().await;
        body.map(http_body_util::Collected::to_bytes)
            .map_err(|error| FetchFailed::Unreadable(error.to_string()))
    }
}

fn client() -> Result<Https, String> {
    let connector = HttpsConnectorBuilder::new()
        .with_provider_and_webpki_roots(rustls::crypto::ring::default_provider())
        .map_err(|error| error.to_string())?
        .https_or_http()
        .enable_http1()
        .build();
    Ok(Client::builder(TokioExecutor::new()).build(connector))
}

/// An error with its causes.
fn whole(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
