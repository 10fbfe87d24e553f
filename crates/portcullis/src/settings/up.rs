//! The flags of `portcullis up`, and the files that they name.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, ValueEnum};
use control::QuotaSetting;
use gateway::VpcEndpoint;
use identity::web_identity::{KeySet, is_loopback};
use model::{AccountId, Region};
use upstream::Endpoint;

use super::shared::{DataPlace, account, pair, region, socket};
use crate::function_options::FunctionOptions;

#[derive(Debug, Args)]
pub(crate) struct Up {
    /// A CloudFormation or SAM template, or a folder with one, that is deployed at the start and again
    /// whenever it changes. Functions whose code is a folder use it where it is.
    #[arg(value_name = "TEMPLATE")]
    pub(crate) template: Option<PathBuf>,
    /// What its stack is called, instead of the name of the folder or file.
    #[arg(long, value_name = "NAME", requires = "template")]
    pub(crate) stack_name: Option<String>,
    /// The value of a parameter of the template: NAME=VALUE. May be given several times.
    #[arg(long = "parameter", value_name = "NAME=VALUE", value_parser = pair, requires = "template")]
    pub(crate) parameters: Vec<(String, String)>,
    /// Address and port for HTTP and HTTPS alike; port 0 takes a free one.
    #[arg(long, env = "PORTCULLIS_LISTEN", default_value = "127.0.0.1:4566", value_parser = socket)]
    pub(crate) listen: SocketAddr,
    #[command(flatten)]
    pub(crate) data: DataPlace,
    /// Keep nothing on disk.
    #[arg(long, env = "PORTCULLIS_EPHEMERAL", conflicts_with = "data_dir")]
    pub(crate) ephemeral: bool,
    /// The account that the root key belongs to.
    #[arg(long, env = "PORTCULLIS_ACCOUNT", default_value = "000000000000", value_parser = account)]
    pub(crate) account: AccountId,
    /// The region that is shown where a call names none.
    #[arg(long, env = "PORTCULLIS_REGION", default_value = "us-east-1", value_parser = region)]
    pub(crate) region: Region,
    /// Whether a control-plane call needs a known key.
    #[arg(long, env = "PORTCULLIS_AUTH", value_enum, default_value_t = Auth::Strict)]
    pub(crate) auth: Auth,
    /// Whether a refused invocation is refused, or passes and is only recorded.
    #[arg(long, env = "PORTCULLIS_PERMISSIONS", value_enum, default_value_t = Permissions::Enforce)]
    pub(crate) permissions: Permissions,
    /// Whether a function URL needs lambda:InvokeFunction beside lambda:InvokeFunctionUrl, as on AWS
    /// for every URL made since October 2025. With --auth open, where clients are often older than
    /// that, the second is only reported unless this says otherwise.
    #[arg(long, env = "PORTCULLIS_FUNCTION_URL_PERMISSIONS", value_enum)]
    pub(crate) function_url_permissions: Option<UrlPermissions>,
    /// How much isolation functions get.
    #[arg(long, env = "PORTCULLIS_ISOLATION", value_enum, default_value_t = Isolation::Auto)]
    pub(crate) isolation: Isolation,
    /// Whether functions see the host's network, or only this server.
    #[arg(long, env = "PORTCULLIS_FUNCTION_NETWORK", value_enum, default_value_t = FunctionNetwork::Isolated)]
    pub(crate) function_network: FunctionNetwork,
    /// Where the public keys of an OpenID Connect issuer stand, instead of being fetched from it:
    /// ISSUER=FILE, with the issuer's URL and a JSON Web Key Set. May be given several times.
    #[arg(long, env = "PORTCULLIS_OIDC_KEYS", value_name = "ISSUER=FILE", value_delimiter = ',', value_parser = key_file)]
    pub(crate) oidc_keys: Vec<KeyFile>,
    /// Requests per second that an account's APIs may get in a region: 10,000 on AWS. Without it and
    /// the next flag, an account has no limit here.
    #[arg(long, env = "PORTCULLIS_ACCOUNT_RATE_LIMIT", value_parser = rate)]
    pub(crate) account_rate_limit: Option<f64>,
    /// Requests that may come at once on top of that: 5,000 on AWS.
    #[arg(long, env = "PORTCULLIS_ACCOUNT_BURST_LIMIT", value_parser = clap::value_parser!(i32).range(0..))]
    pub(crate) account_burst_limit: Option<i32>,
    /// The certificates of those who sign the clients' ones of a custom domain with mutual TLS, in the
    /// place of those that its truststoreUri names: DOMAIN=FILE, with PEM. May be given several times.
    #[arg(long, env = "PORTCULLIS_TRUSTSTORES", value_name = "DOMAIN=FILE", value_delimiter = ',', value_parser = truststore)]
    pub(crate) truststore: Vec<Truststore>,
    /// Addresses whose callers come through a VPC endpoint, as private APIs and private custom domains
    /// ask for it: vpce-ID=CIDR, or vpce-ID@vpc-ID=CIDR with the VPC. May be given several times.
    #[arg(
        long,
        env = "PORTCULLIS_VPC_ENDPOINTS",
        value_name = "ID[@VPC]=CIDR",
        value_delimiter = ','
    )]
    pub(crate) vpc_endpoint: Vec<VpcEndpoint>,
    /// How many of a kind API Gateway lets an account or an API have, where that is another number than
    /// AWS's default: KIND=NUMBER, such as regional-apis=10000. May be given several times.
    #[arg(
        long,
        env = "PORTCULLIS_QUOTAS",
        value_name = "KIND=NUMBER",
        value_delimiter = ','
    )]
    pub(crate) quota: Vec<QuotaSetting>,
    /// How long an integration may take at most, in milliseconds: AWS's 29,000, or the quota that it
    /// raises on request.
    #[arg(long, env = "PORTCULLIS_MAX_INTEGRATION_TIMEOUT", value_name = "MS", default_value_t = 29_000, value_parser = clap::value_parser!(u32).range(29_000..=900_000))]
    pub(crate) max_integration_timeout: u32,
    /// A file with the organization that the accounts belong to, whose service and resource control
    /// policies are enforced.
    #[arg(long, env = "PORTCULLIS_ORGANIZATION", value_name = "FILE")]
    pub(crate) organization: Option<PathBuf>,
    /// Where calls of an AWS service go that is not served here: SERVICE=URL, `*=URL` for every other,
    /// or `aws` in the place of the URL. May be given several times. Calls are decided by the policies
    /// first; they are signed anew with PORTCULLIS_UPSTREAM_ACCESS_KEY_ID,
    /// PORTCULLIS_UPSTREAM_SECRET_ACCESS_KEY and PORTCULLIS_UPSTREAM_SESSION_TOKEN where these are set.
    #[arg(
        long,
        env = "PORTCULLIS_UPSTREAM",
        value_name = "SERVICE=URL",
        value_delimiter = ','
    )]
    pub(crate) upstream: Vec<Endpoint>,
    /// Seconds before an asynchronous event whose function failed is tried again; the next try waits
    /// twice as long. 60 on AWS; tests want less.
    #[arg(long, env = "PORTCULLIS_ASYNC_RETRY_SECONDS", default_value = "60", value_parser = seconds)]
    pub(crate) async_retry_seconds: f64,
    /// Seconds for which the environment of a function without work is kept. With 0 each call finds a
    /// cold start: for tests of what a function does when it starts.
    #[arg(long, env = "PORTCULLIS_FUNCTION_KEEP_ALIVE_SECONDS", default_value = "600", value_parser = seconds)]
    pub(crate) function_keep_alive_seconds: f64,
    /// Seconds for which a changed function is shown as one whose update is under way: meanwhile it
    /// takes no other update, as on AWS, where that lasts longer. 0 for never.
    #[arg(long, env = "PORTCULLIS_FUNCTION_UPDATE_SECONDS", default_value = "0.25", value_parser = seconds)]
    pub(crate) function_update_seconds: f64,
    /// What becomes of a function's VpcConfig that names subnets: refused, or kept and ignored, which
    /// the function's StateReason then says. There is no VPC here.
    #[arg(long, env = "PORTCULLIS_FUNCTION_VPC", value_enum, default_value_t = FunctionVpc::Refuse)]
    pub(crate) function_vpc: FunctionVpc,
    /// Runtimes that are started ahead, for the functions that were called last: a cold start then
    /// waits for nothing but the function's own code. Each takes the memory of an idle interpreter.
    #[arg(long, env = "PORTCULLIS_FUNCTION_SPARES", default_value = "0")]
    pub(crate) function_spares: usize,
    /// Refuse a stack or change set whose API would be refused its functions, with what `portcullis
    /// check` finds in its template as the reason.
    #[arg(long, env = "PORTCULLIS_GUARD")]
    pub(crate) guard: bool,
    /// The most bytes of an object in S3, as a number of MiB.
    #[arg(
        long,
        env = "PORTCULLIS_S3_MAX_OBJECT_MIB",
        value_name = "MIB",
        default_value = "5120"
    )]
    pub(crate) s3_max_object_mib: u64,
    /// A folder below which functions may have their code: CreateFunction with the bucket `hot-reload`
    /// and a path as the key takes it from there, and again whenever it changes. Whoever may create
    /// functions can then read what lies there.
    #[arg(long, env = "PORTCULLIS_HOT_RELOAD_ROOT", value_name = "DIR")]
    pub(crate) hot_reload_root: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) function_options: FunctionOptions,
    /// A function to debug: it has no time-out, one environment, the host's network, and debugpy or
    /// Node's inspector listens on the port (5678 and 9229 if none is named). May be given several
    /// times.
    #[arg(long, env = "PORTCULLIS_DEBUG_FUNCTION", value_name = "NAME[=PORT]", value_delimiter = ',', value_parser = debugged)]
    pub(crate) debug_function: Vec<(String, Option<u16>)>,
    /// Keep what goes into each step of a request and what comes out, headers and bodies with secrets
    /// masked, for the console: the last 1,000 requests, in memory. The console turns it on, too.
    #[arg(long, env = "PORTCULLIS_TRACES")]
    pub(crate) traces: bool,
    /// An OpenTelemetry collector that gets a span for each request: OTLP over HTTP or HTTPS.
    #[arg(long, env = "PORTCULLIS_OTLP", value_name = "URL")]
    pub(crate) otlp: Option<String>,
    /// A header for the collector, such as a key: NAME=VALUE, the value percent-encoded where it has
    /// commas. May be given several times.
    #[arg(long, env = "OTEL_EXPORTER_OTLP_HEADERS", value_name = "NAME=VALUE", value_delimiter = ',', value_parser = pair, hide_env_values = true)]
    pub(crate) otlp_header: Vec<(String, String)>,
    /// Certificates that an HTTPS collector is verified against (PEM), instead of the public ones.
    #[arg(long, env = "OTEL_EXPORTER_OTLP_CERTIFICATE", value_name = "FILE")]
    pub(crate) otlp_ca: Option<PathBuf>,
    /// Whether log lines are text or JSON.
    #[arg(long, env = "PORTCULLIS_LOG_FORMAT", value_enum, default_value_t = LogLines::Text)]
    pub(crate) log_format: LogLines,
}

/// The keys of one OpenID Connect issuer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KeyFile {
    issuer: String,
    path: PathBuf,
}

impl KeyFile {
    pub(crate) fn read(&self) -> anyhow::Result<(String, KeySet)> {
        let place = || format!("the keys of {} in {}", self.issuer, self.path.display());
        let text = std::fs::read(&self.path).with_context(place)?;
        let keys = KeySet::read(&text).with_context(place)?;
        if keys.is_empty() {
            anyhow::bail!("{} are none that verify signatures", place());
        }
        Ok((self.issuer.clone(), keys))
    }
}

/// Whom a custom domain trusts to sign its clients' certificates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Truststore {
    pub(crate) domain: String,
    pub(crate) path: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Auth {
    Strict,
    Open,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Permissions {
    Enforce,
    Report,
}

/// Which permissions a function URL needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum UrlPermissions {
    Both,
    UrlAlone,
}

impl Up {
    pub(crate) fn url_permissions(&self) -> identity::invocation::UrlPermissions {
        use identity::invocation::UrlPermissions as Needed;
        match (self.function_url_permissions, self.auth) {
            (Some(UrlPermissions::Both), _) | (None, Auth::Strict) => Needed::Both,
            (Some(UrlPermissions::UrlAlone), _) | (None, Auth::Open) => Needed::UrlAlone,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Isolation {
    Auto,
    Required,
    Off,
}

impl From<Isolation> for sandbox::Isolation {
    fn from(asked: Isolation) -> Self {
        match asked {
            Isolation::Auto => Self::Auto,
            Isolation::Required => Self::Required,
            Isolation::Off => Self::Off,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FunctionNetwork {
    Host,
    Isolated,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FunctionVpc {
    Refuse,
    Ignore,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogLines {
    Text,
    Json,
}

fn rate(text: &str) -> Result<f64, String> {
    let rate = text.parse::<f64>().ok();
    let rate = rate.filter(|rate| rate.is_finite() && *rate >= 0.0);
    rate.ok_or_else(|| "it must be a number that is not negative".to_owned())
}

/// Up to a day.
fn seconds(text: &str) -> Result<f64, String> {
    const DAY: f64 = 86_400.0;
    let seconds = rate(text)?;
    if seconds > DAY {
        return Err("it must be a day at most: 86400".to_owned());
    }
    Ok(seconds)
}

fn debugged(text: &str) -> Result<(String, Option<u16>), String> {
    let Some((name, port)) = text.split_once('=') else {
        return Ok((text.to_owned(), None));
    };
    let port = port.parse().map_err(|_| format!("{port} is no port"))?;
    Ok((name.to_owned(), Some(port)))
}

fn key_file(text: &str) -> Result<KeyFile, String> {
    let (issuer, path) = text.split_once('=').ok_or("it is not ISSUER=FILE")?;
    if !issuer.starts_with("https://") && !is_loopback(issuer) {
        return Err("the issuer is no HTTPS URL".to_owned());
    }
    Ok(KeyFile {
        issuer: issuer.to_owned(),
        path: PathBuf::from(path),
    })
}

fn truststore(text: &str) -> Result<Truststore, String> {
    let (domain, path) = text.split_once('=').ok_or("it is not DOMAIN=FILE")?;
    if !domain.contains('.') || domain.contains(['/', ':']) {
        return Err("the domain is no host name".to_owned());
    }
    Ok(Truststore {
        domain: domain.to_ascii_lowercase(),
        path: PathBuf::from(path),
    })
}
