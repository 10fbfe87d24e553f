//! A signed call to a running server, made as any AWS client makes it: over HTTP or HTTPS, with the
//! keys of the environment.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, bail};
use bytes::Bytes;
use http::{HeaderMap, Method, Request, StatusCode, Uri, header};
use http_body_util::{BodyExt as _, Full, Limited};
use hyper_util::rt::TokioIo;
use identity::sigv4::{SigningKey, sign};
use model::Timestamp;
use rustls::RootCertStore;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

const WITHIN: Duration = Duration::from_mins(1);
const MAX_ANSWER_BYTES: usize = 64 * 1024 * 1024;

/// What most often is the matter where a server refuses a person at a terminal.
const OTHER_KEYS: &str = "it takes its own root key only: eval \"$(portcullis env)\" sets it, with \
    the --data-dir of the server; an ephemeral server has printed its own";

/// Talks to one server with one set of keys.
#[derive(Debug, Clone)]
pub(crate) struct Client {
    endpoint: Uri,
    keys: Keys,
    region: String,
    trusted: Trusted,
}

/// What HTTPS endpoints are verified against.
#[derive(Debug, Clone, Default)]
enum Trusted {
    #[default]
    Nothing,
    /// Certificates of a file, which may not be there before the server is.
    File(PathBuf),
    Roots(Arc<RootCertStore>),
}

/// The certificates of a PEM file.
pub(crate) fn roots_of(file: &Path) -> anyhow::Result<RootCertStore> {
    let mut roots = RootCertStore::empty();
    let certificates = CertificateDer::pem_file_iter(file);
    for certificate in certificates.with_context(|| file.display().to_string())? {
        roots.add(certificate?)?;
    }
    Ok(roots)
}

#[derive(Clone)]
pub(crate) struct Keys {
    pub(crate) access_key_id: String,
    pub(crate) secret_access_key: String,
    pub(crate) session_token: Option<String>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keys")
            .field("access_key_id", &self.access_key_id)
            .finish_non_exhaustive()
    }
}

/// What came back.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Bytes,
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> anyhow::Result<serde_json::Value> {
        serde_json::from_slice(&self.body).with_context(|| format!("no JSON: {}", self.text()))
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// This answer, or what it says as an error when it is not a success.
    pub(crate) fn success(self) -> anyhow::Result<Self> {
        if self.status.is_success() {
            return Ok(self);
        }
        let said = self.message().unwrap_or_else(|| self.text());
        if self.status == StatusCode::FORBIDDEN {
            bail!("the server answered {}: {said}\n{OTHER_KEYS}", self.status)
        }
        // What was asked for is wrong, and the server says in words what: its status adds nothing.
        if self.status.is_client_error() && !said.is_empty() {
            bail!("{said}")
        }
        bail!("the server answered {}: {said}", self.status)
    }

    /// AWS's services write it in two ways.
    fn message(&self) -> Option<String> {
        let body = self.json().ok()?;
        let said = body.get("message").or_else(|| body.get("Message"))?;
        said.as_str().map(str::to_owned)
    }
}

impl Client {
    pub(crate) fn new(endpoint: &str, keys: Keys, region: &str) -> anyhow::Result<Self> {
        let endpoint = address_of(endpoint)?;
        Ok(Self {
            endpoint,
            keys,
            region: region.to_owned(),
            trusted: Trusted::Nothing,
        })
    }

    /// Verifies HTTPS endpoints against these.
    pub(crate) fn trusting(self, roots: Arc<RootCertStore>) -> Self {
        Self {
            trusted: Trusted::Roots(roots),
            ..self
        }
    }

    /// With the keys, the region and the trusted certificates that AWS clients read from the
    /// environment.
    pub(crate) fn from_environment(endpoint: &str) -> anyhow::Result<Self> {
        let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
        let missing = r#"no AWS keys in the environment: run eval "$(portcullis env)" first"#;
        let keys = Keys {
            access_key_id: variable("AWS_ACCESS_KEY_ID").context(missing)?,
            secret_access_key: variable("AWS_SECRET_ACCESS_KEY").context(missing)?,
            session_token: variable("AWS_SESSION_TOKEN"),
        };
        let region = variable("AWS_REGION").or_else(|| variable("AWS_DEFAULT_REGION"));
        let client = Self::new(endpoint, keys, region.as_deref().unwrap_or("us-east-1"))?;
        Ok(Self {
            trusted: variable("AWS_CA_BUNDLE")
                .map_or(Trusted::Nothing, |file| Trusted::File(file.into())),
            ..client
        })
    }

    /// Of the server.
    pub(crate) fn port(&self) -> u16 {
        self.endpoint.port_u16().unwrap_or(80)
    }

    /// Where the calls are signed for.
    pub(crate) fn region(&self) -> &str {
        &self.region
    }

    /// A call that is signed for `service`.
    pub(crate) async fn signed(
        &self,
        service: &str,
        mut request: Request<Bytes>,
    ) -> anyhow::Result<Answer> {
        self.address(&mut request)?;
        let key = SigningKey {
            access_key_id: &self.keys.access_key_id,
            secret_access_key: &self.keys.secret_access_key,
            session_token: self.keys.session_token.as_deref(),
            region: &self.region,
            service,
        };
        let now = Timestamp::from_millis(jiff::Timestamp::now().as_millisecond());
        sign(&mut request, &key, now)?;
        self.send(request).await
    }

    /// A call that carries no signature, as the callers of an API make it.
    pub(crate) async fn plain(&self, mut request: Request<Bytes>) -> anyhow::Result<Answer> {
        self.address(&mut request)?;
        self.send(request).await
    }

    fn address(&self, request: &mut Request<Bytes>) -> anyhow::Result<()> {
        let authority = self
            .endpoint
            .authority()
            .context("the endpoint names no host")?;
        if !request.headers().contains_key(header::HOST) {
            request
                .headers_mut()
                .insert(header::HOST, authority.as_str().parse()?);
        }
        Ok(())
    }

    async fn send(&self, request: Request<Bytes>) -> anyhow::Result<Answer> {
        let exchange = self.exchange(request);
        let answered = tokio::time::timeout(WITHIN, exchange).await;
        answered.context("the server did not answer in time")?
    }

    async fn exchange(&self, request: Request<Bytes>) -> anyhow::Result<Answer> {
        let host = self.endpoint.host().context("the endpoint names no host")?;
        let secure = self.endpoint.scheme_str() == Some("https");
        let port = self
            .endpoint
            .port_u16()
            .unwrap_or(if secure { 443 } else { 80 });
        let bare = host.trim_start_matches('[').trim_end_matches(']');
        let stream = TcpStream::connect((bare, port)).await.with_context(|| {
            format!(
                "no server answers at {} (portcullis up starts one, --endpoint names another)",
                self.endpoint
            )
        })?;
        if !secure {
            return converse(stream, request).await;
        }
        let name = ServerName::try_from(bare.to_owned())?;
        let stream = TlsConnector::from(Arc::new(self.tls()?))
            .connect(name, stream)
            .await?;
        converse(stream, request).await
    }

    fn tls(&self) -> anyhow::Result<rustls::ClientConfig> {
        let roots = match &self.trusted {
            Trusted::Nothing => {
                bail!("AWS_CA_BUNDLE must name the server's certificate authority")
            }
            Trusted::File(file) => Arc::new(roots_of(file)?),
            Trusted::Roots(roots) => Arc::clone(roots),
        };
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        Ok(rustls::ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(roots)
            .with_no_client_auth())
    }
}

/// `http://HOST:PORT` or `https://HOST:PORT`.
fn address_of(endpoint: &str) -> anyhow::Result<Uri> {
    let address = endpoint.parse::<Uri>().ok().filter(|address| {
        matches!(address.scheme_str(), Some("http" | "https")) && address.host().is_some()
    });
    address.with_context(|| {
        format!(
            "{endpoint:?} is no endpoint: it is http:// or https://, a host and a port, such as \
             http://127.0.0.1:4566"
        )
    })
}

async fn converse<S>(stream: S, request: Request<Bytes>) -> anyhow::Result<Answer>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    let connection = tokio::spawn(connection);
    let response = sender.send_request(request.map(Full::new)).await?;
    let (parts, body) = response.into_parts();
    let body = Limited::new(body, MAX_ANSWER_BYTES).collect().await;
    let body = body.map_err(|error| anyhow::anyhow!("the answer broke off: {error}"))?;
    drop(sender);
    connection.abort();
    Ok(Answer {
        status: parts.status,
        headers: parts.headers,
        body: body.to_bytes(),
    })
}

/// A GET without a body.
pub(crate) fn get(path: &str) -> anyhow::Result<Request<Bytes>> {
    Ok(Request::builder()
        .method(Method::GET)
        .uri(path)
        .body(Bytes::new())?)
}

/// A call with a JSON body.
pub(crate) fn json(
    method: Method,
    path: &str,
    body: &serde_json::Value,
) -> anyhow::Result<Request<Bytes>> {
    let request = Request::builder().method(method).uri(path);
    let request = request.header(header::CONTENT_TYPE, "application/json");
    Ok(request.body(Bytes::from(body.to_string()))?)
}
