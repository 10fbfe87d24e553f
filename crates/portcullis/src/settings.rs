//! The command line: a contract. Every flag has a variable; an unknown flag or value is an error.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::Context as _;
use clap::{Args, Parser, Subcommand, ValueEnum};
use control::QuotaSetting;
use gateway::VpcEndpoint;
use identity::web_identity::{KeySet, is_loopback};
use model::{AccountId, Region};
use upstream::Endpoint;

use crate::examples;
use crate::function_options::FunctionOptions;
use crate::questions::{Compact, Doctor, Invoke, Logs, Map, Record, Trace, Why};

/// API Gateway, Lambda and IAM on this machine, with the permissions enforced and explained.
#[derive(Debug, Parser)]
#[command(name = "portcullis", version, arg_required_else_help = true)]
pub(crate) struct CommandLine {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Start the server: AWS APIs and API endpoints on one port.
    #[command(after_help = examples::UP)]
    Up(Box<Up>),
    /// Print the variables that point the AWS CLI and SDKs to a server: eval "$(portcullis env)".
    #[command(after_help = examples::ENV)]
    Env(Env),
    /// Walk through the whole story on an ephemeral server.
    #[command(after_help = examples::DEMO)]
    Demo(Demo),
    /// Draw the sequence of one request.
    #[command(after_help = examples::TRACE)]
    Trace(Trace),
    /// Say why a request was refused, and what ends it: portcullis why last --fix cli | sh.
    #[command(after_help = examples::WHY)]
    Why(Why),
    /// Show every call of a function that the APIs make, whether it is granted, and what each grant
    /// is good for.
    #[command(after_help = examples::MAP)]
    Map(Map),
    /// Say the same in fewer grants: proved by the policy engine, carried out on confirmation.
    #[command(after_help = examples::COMPACT)]
    Compact(Compact),
    /// Say what the least grants are that the traffic in the journal needed.
    #[command(after_help = examples::RECORD)]
    Record(Record),
    /// Write an API with the permissions of its functions, as a document or for a tool that makes it
    /// anew; exits with 3 if a permission could not be written.
    #[command(after_help = examples::EXPORT)]
    Export(Export),
    /// Say what would be refused or is dangerous in API definitions, templates, plans and policies;
    /// exits with 1 if something is, with 3 if a file could not be analysed.
    #[command(after_help = examples::CHECK)]
    Check(Check),
    /// Call a function.
    #[command(after_help = examples::INVOKE)]
    Invoke(Invoke),
    /// Print what a function wrote.
    #[command(after_help = examples::LOGS)]
    Logs(Logs),
    /// Say whether this machine is fit to run a server and to call it; exits with 1 if something
    /// will not work.
    #[command(after_help = examples::DOCTOR)]
    Doctor(Doctor),
    /// Say what a running server enforces.
    #[command(after_help = examples::STATUS)]
    Status(Status),
    /// Print a link that signs a browser in to the web console of a running server, once.
    #[command(after_help = examples::CONSOLE)]
    Console(Console),
    /// Forget everything that a running server holds.
    #[command(after_help = examples::RESET)]
    Reset(Reset),
    /// Print what makes a shell complete the commands and flags.
    #[command(after_help = examples::COMPLETIONS)]
    Completions(Completions),
    /// Write the manual: a page for each command.
    #[command(after_help = examples::MANUAL)]
    Manual(Manual),
}

#[derive(Debug, Args)]
pub(crate) struct Completions {
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

#[derive(Debug, Args)]
pub(crate) struct Manual {
    /// Where the pages go; without it, the page of the whole is printed.
    #[arg(value_name = "DIRECTORY")]
    pub(crate) directory: Option<PathBuf>,
}

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

#[derive(Debug, Clone, Args)]
pub(crate) struct DataPlace {
    /// Where records, code, keys and certificates are kept.
    #[arg(long, env = "PORTCULLIS_DATA_DIR")]
    pub(crate) data_dir: Option<PathBuf>,
}

impl DataPlace {
    /// What was asked for, else the place the platform has for such data.
    pub(crate) fn resolve(&self) -> anyhow::Result<PathBuf> {
        if let Some(place) = &self.data_dir {
            return Ok(place.clone());
        }
        if let Some(base) = std::env::var_os("XDG_DATA_HOME").filter(|base| !base.is_empty()) {
            return Ok(PathBuf::from(base).join("portcullis"));
        }
        let home = std::env::var_os("HOME").context("HOME is not set: name a --data-dir")?;
        Ok(PathBuf::from(home).join(".local/share/portcullis"))
    }
}

#[derive(Debug, Args)]
pub(crate) struct Env {
    /// Where the server listens.
    #[arg(long, env = "PORTCULLIS_LISTEN", default_value = "127.0.0.1:4566", value_parser = socket)]
    pub(crate) listen: SocketAddr,
    #[command(flatten)]
    pub(crate) data: DataPlace,
    /// The region that the clients use.
    #[arg(long, env = "PORTCULLIS_REGION", default_value = "us-east-1", value_parser = region)]
    pub(crate) region: Region,
    /// Lets the clients speak TLS, which policies of buckets may ask for.
    #[arg(long)]
    pub(crate) tls: bool,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// How much isolation the demo's functions get.
    #[arg(long, env = "PORTCULLIS_ISOLATION", value_enum, default_value_t = Isolation::Auto)]
    pub(crate) isolation: Isolation,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Status {
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Console {
    /// Sign in as this user, by name or ARN; without it, as whoever's keys are in the environment.
    #[arg(long, value_name = "NAME", conflicts_with = "role")]
    pub(crate) user: Option<String>,
    /// Sign in as a session of this role, by name or ARN.
    #[arg(long, value_name = "NAME")]
    pub(crate) role: Option<String>,
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Reset {
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "flags of a command line")]
pub(crate) struct Check {
    /// Swagger and OpenAPI files, CloudFormation and SAM templates, Terraform plans (terraform show
    /// -json) and policy documents; `-` is standard input. Without files, a running server.
    #[arg(value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// Explain a rule, by its id or name, or all rules: `--explain all`.
    #[arg(long, value_name = "RULE", conflicts_with = "files")]
    pub(crate) explain: Option<String>,
    /// Print the CloudFormation template that a SAM template becomes, and check nothing.
    #[arg(long, requires = "files", conflicts_with_all = ["fix", "explain"])]
    pub(crate) expand: bool,
    /// What policy documents are meant to be. Without it, one that names a principal is taken for a
    /// resource or trust policy, and any other for an identity policy.
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    pub(crate) policy_type: Option<CheckedAs>,
    /// The value of a template's parameter: NAME=VALUE. May be given several times.
    #[arg(long = "parameter", value_name = "NAME=VALUE", value_parser = pair)]
    pub(crate) parameters: Vec<(String, String)>,
    /// The region that is deployed to.
    #[arg(long, value_parser = region)]
    pub(crate) region: Option<Region>,
    /// The account that is deployed to.
    #[arg(long, value_parser = account)]
    pub(crate) account: Option<AccountId>,
    /// Leave out the findings of a rule, for a reason: RULE=REASON. May be given several times.
    #[arg(long = "ignore", value_name = "RULE=REASON", value_parser = pair)]
    pub(crate) ignored: Vec<(String, String)>,
    /// A file of findings that are known already.
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write all findings to the baseline file, and succeed.
    #[arg(long, requires = "baseline")]
    pub(crate) write_baseline: bool,
    /// Write what can be mended into the files, as far as the check of the result says that it
    /// helped and opened nothing; say of the rest why it was left.
    #[arg(long, requires = "files")]
    pub(crate) fix: bool,
    /// With --fix: show what would be written, and write nothing.
    #[arg(long, visible_alias = "dry-run", requires = "fix")]
    pub(crate) diff: bool,
    #[command(flatten)]
    pub(crate) target: Target,
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    Junit,
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckedAs {
    Identity,
    Resource,
    Trust,
    ServiceControl,
    ResourceControl,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// The API's id, or its name if no other API has it.
    pub(crate) api: String,
    /// The stage that is written; may be left out where there is only one.
    #[arg(long)]
    pub(crate) stage: Option<String>,
    /// What is written. A document names roles in the place of permissions, and tells under
    /// `x-portcullis-roles` what these roles are; JSON is the whole of what was found.
    #[arg(long, value_enum, default_value_t = ExportFormat::Swagger)]
    pub(crate) format: ExportFormat,
    /// Writes the values of API keys too. They are secrets: without this a key that is made anew gets
    /// a new one.
    #[arg(long)]
    pub(crate) with_key_values: bool,
    #[command(flatten)]
    pub(crate) target: Target,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    Swagger,
    Openapi,
    Cli,
    Cloudformation,
    Sam,
    Terraform,
    Json,
}

/// A running server, found and called like any AWS client would.
#[derive(Debug, Args)]
pub(crate) struct Target {
    /// Where the server is.
    #[arg(
        long,
        env = "AWS_ENDPOINT_URL",
        default_value = "http://127.0.0.1:4566"
    )]
    pub(crate) endpoint: String,
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
pub(crate) enum Format {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogLines {
    Text,
    Json,
}

fn account(text: &str) -> Result<AccountId, model::Invalid> {
    AccountId::new(text)
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

fn pair(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("it is not NAME=VALUE")?;
    if name.is_empty() {
        return Err("the name is empty".to_owned());
    }
    Ok((name.to_owned(), value.to_owned()))
}

fn region(text: &str) -> Result<Region, model::Invalid> {
    Region::new(text)
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

/// An address and a port, as `--listen` takes them.
pub(crate) fn socket(text: &str) -> Result<SocketAddr, String> {
    let wrong = "it is an IP address and a port, such as 127.0.0.1:4566";
    let named = text
        .strip_prefix("localhost:")
        .map(|port| format!("127.0.0.1:{port}"));
    named
        .as_deref()
        .unwrap_or(text)
        .parse()
        .map_err(|_| wrong.to_owned())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[track_caller]
    fn check(arguments: &[&str], accepted: bool) {
        let line = ["portcullis"].iter().chain(arguments);
        assert_eq!(
            CommandLine::try_parse_from(line).is_ok(),
            accepted,
            "{arguments:?}"
        );
    }

    #[test]
    fn the_command_line_is_a_contract() {
        check(&["up"], true);
        check(
            &[
                "up",
                "--ephemeral",
                "--auth",
                "open",
                "--listen",
                "127.0.0.1:0",
            ],
            true,
        );
        check(
            &["up", "--permissions", "report", "--isolation", "required"],
            true,
        );
        check(
            &[
                "up",
                "--oidc-keys",
                "https://a.example.com=a.json,https://b.example.com=b.json",
                "--account-rate-limit",
                "0.5",
                "--account-burst-limit",
                "0",
            ],
            true,
        );
        check(
            &[
                "up",
                "--upstream",
                "dynamodb=http://127.0.0.1:8000",
                "--upstream",
                "*=aws",
            ],
            true,
        );
        check(&["up", "--max-integration-timeout", "60000"], true);
        check(&["trace"], true);
        check(&["trace", "last", "--format", "json"], true);
        check(&["logs", "-f", "pets", "--since", "10m"], true);
        check(&["invoke", "pets", "--payload", "{}"], true);
        check(&["doctor"], true);
        check(&["completions", "fish"], true);
        check(&["manual"], true);
        check(&["trace", "--follow"], true);
        check(&["trace", "last", "--format", "html"], true);
        check(&["why"], true);
        check(&["map", "--who-can", "pets:prod"], true);
        check(&["compact", "pets", "--yes"], true);
        check(&["why", "last", "--fix", "terraform"], true);
        check(
            &["export", "pets", "--stage", "prod", "--format", "sam"],
            true,
        );
    }

    #[test]
    fn every_command_has_examples_that_it_understands() {
        let line = CommandLine::command();
        line.clone().debug_assert();
        for command in line.get_subcommands() {
            let help = command.get_after_help().map(ToString::to_string);
            let help = help.unwrap_or_default();
            let mut shown = 0;
            for example in help
                .lines()
                .filter_map(|line| line.strip_prefix("  portcullis "))
            {
                let words = example.split(['|', '<', '>']).next().unwrap_or_default();
                let words: Vec<&str> = words.split_whitespace().map(unquoted).collect();
                check(&words, true);
                shown += 1;
            }
            assert!(shown > 0, "{} has no examples", command.get_name());
        }
    }

    fn unquoted(word: &str) -> &str {
        word.trim_matches('\'')
    }

    #[test]
    fn what_it_does_not_know_is_an_error() {
        check(&["up", "--unknown"], false);
        check(&["up", "--oidc-keys", "https://a.example.com"], false);
        check(&["up", "--oidc-keys", "http://a.example.com=a.json"], false);
        check(&["up", "--upstream", "dynamodb"], false);
        check(&["up", "--upstream", "lambda=http://127.0.0.1:1"], false);
        check(&["up", "--truststore", "api.example.com=ca.pem"], true);
        check(&["up", "--truststore", "api.example.com"], false);
        check(&["up", "--vpc-endpoint", "vpce-0a@vpc-1=127.0.0.0/8"], true);
        check(&["up", "--vpc-endpoint", "127.0.0.0/8"], false);
        check(&["up", "--quota", "regional-apis=10000,vpc-links=1"], true);
        check(&["up", "--quota", "unicorns=1"], false);
        check(
            &["up", "--truststore", "https://a.example.com=ca.pem"],
            false,
        );
        check(&["up", "--max-integration-timeout", "10"], false);
        check(&["up", "--auth", "maybe"], false);
        check(&["up", "--account", "12"], false);
        check(&["up", "--region", "nowhere"], false);
        check(&["up", "--ephemeral", "--data-dir", "x"], false);
        check(&["up", "--account-rate-limit", "-1"], false);
        check(&["up", "--account-rate-limit", "NaN"], false);
        check(&["up", "--account-burst-limit", "-1"], false);
        check(&["why", "last", "--fix", "pulumi"], false);
        check(&["map", "--who-can", "a", "--what-can", "b"], false);
        check(&["trace", "last", "--format", "gif"], false);
        check(&["logs"], false);
        check(&["logs", "pets", "--since", "ten"], false);
        check(&["compact"], false);
        check(&["completions", "tcsh"], false);
        check(&["export"], false);
        check(&["export", "pets", "--format", "cobol"], false);
        check(&["check", "a.yaml", "--dry-run"], false);
        check(&["check", "a.yaml", "--write-baseline"], false);
        check(&["check", "a.yaml", "--explain", "PC001"], false);
        check(&["check", "a.yaml", "--ignore", "PC001"], false);
        check(&["fly"], false);
        check(&[], false);
    }
}
