//! What a process finds in its environment: nothing of this server's, and what AWS promises.
//!
//! AWS: "Defined runtime environment variables", and the recordings of test_introspection_invoke. A
//! function may replace those that are not reserved.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;

use identity::Session;
use model::{ContainerImage, LogFormat, Version};

use super::start::{Host, Purpose};
use crate::logs::LogStream;
use crate::registry::Resolved;
use crate::runtime::Runtime;

/// Nobody listens there: segments of traces are sent and lost, as without a daemon on AWS.
const XRAY_PORT: &str = "2000";

/// Where programs of an image are looked for that says nothing of it, as container engines do.
pub(super) const DEFAULT_PATH: &str =
    "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// What the variables of one process are made of.
pub(super) struct Ingredients<'a> {
    pub(super) resolved: &'a Resolved,
    pub(super) session: &'a Session,
    pub(super) stream: &'a LogStream,
    pub(super) purpose: Purpose,
    /// Where the platform is, as far as the process may see it.
    pub(super) platform: Ipv4Addr,
    /// As the process sees them.
    pub(super) task_root: &'a Path,
    pub(super) runtime_dir: &'a Path,
    /// Where the process finds its own directory for temporary files, if that is not `/tmp`.
    pub(super) tmp: Option<&'a Path>,
}

impl Ingredients<'_> {
    pub(super) fn variables(&self) -> Vec<(OsString, OsString)> {
        let config = self.resolved.config();
        let mut variables = match &config.image {
            Some(image) => self.of_image(image),
            None => self.replaceable(),
        };
        let own = config.environment.iter().flatten();
        variables.extend(own.map(|(name, value)| (name.clone(), value.clone())));
        let reserved = self.credentials().into_iter().chain(self.reserved(config));
        variables.extend(reserved.map(|(name, value)| (name.to_owned(), value)));
        let all = variables.into_iter();
        all.map(|(name, value)| (name.into(), value.into()))
            .collect()
    }

    fn replaceable(&self) -> BTreeMap<String, String> {
        let (root, runtime) = (self.task_root.display(), self.runtime_dir.display());
        let libraries = format!(
            "/var/lang/lib:/lib64:/usr/lib64:{runtime}:{runtime}/lib:{root}:{root}/lib:/opt/lib"
        );
        let path = "/var/lang/bin:/usr/local/bin:/usr/bin/:/bin:/opt/bin";
        let mut variables = vec![
            ("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR".to_owned()),
            (
                "AWS_XRAY_DAEMON_ADDRESS",
                format!("{}:{XRAY_PORT}", self.platform),
            ),
            ("LANG", "en_US.UTF-8".to_owned()),
            ("LD_LIBRARY_PATH", libraries),
            ("PATH", path.to_owned()),
            ("TZ", ":UTC".to_owned()),
        ];
        variables.extend(self.of_language());
        variables.extend(self.tmp.map(|tmp| ("TMPDIR", tmp.display().to_string())));
        let named = variables.into_iter();
        named
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    /// What an image says, over what Lambda gives to each.
    fn of_image(&self, image: &ContainerImage) -> BTreeMap<String, String> {
        let given = [
            ("AWS_XRAY_CONTEXT_MISSING", "LOG_ERROR".to_owned()),
            (
                "AWS_XRAY_DAEMON_ADDRESS",
                format!("{}:{XRAY_PORT}", self.platform),
            ),
            ("LAMBDA_TASK_ROOT", self.task_root.display().to_string()),
            ("LAMBDA_RUNTIME_DIR", self.runtime_dir.display().to_string()),
            ("PATH", DEFAULT_PATH.to_owned()),
            ("TZ", ":UTC".to_owned()),
        ];
        let given = given.map(|(name, value)| (name.to_owned(), value));
        given
            .into_iter()
            .chain(image.program.environment.iter().cloned())
            .collect()
    }

    /// What the shell that starts a managed runtime leaves behind, and what its language looks at.
    fn of_language(&self) -> Vec<(&'static str, String)> {
        let (root, runtime) = (self.task_root.display(), self.runtime_dir.display());
        let mut variables = match Runtime::of(self.resolved.config()) {
            Ok(Runtime::Python { minor }) => {
                let mut python = vec![("PYTHONPATH", runtime.to_string())];
                // From 3.12 on AWS's interpreter runs in a locale that it sets itself.
                python.extend((minor >= 12).then(|| ("LC_CTYPE", "C.UTF-8".to_owned())));
                python
            }
            Ok(Runtime::Node { major }) => vec![(
                "NODE_PATH",
                format!(
                    "/opt/nodejs/node{major}/node_modules:/opt/nodejs/node_modules:\
                     {runtime}/node_modules:{runtime}:{root}"
                ),
            )],
            Ok(Runtime::Ruby { minor }) => ruby_variables(minor, &root, &runtime),
            Ok(Runtime::Java { .. } | Runtime::Provided | Runtime::Image) | Err(_) => {
                return Vec::new();
            }
        };
        variables.push(("PWD", root.to_string()));
        variables.push(("SHLVL", "0".to_owned()));
        variables
    }

    fn credentials(&self) -> [(&'static str, String); 3] {
        let credentials = &self.session.credentials;
        [
            ("AWS_ACCESS_KEY_ID", credentials.access_key_id.clone()),
            (
                "AWS_SECRET_ACCESS_KEY",
                credentials.secret_access_key.clone(),
            ),
            ("AWS_SESSION_TOKEN", credentials.session_token.clone()),
        ]
    }

    fn reserved(&self, config: &Version) -> Vec<(&'static str, String)> {
        let function = &self.resolved.function;
        let mut variables = vec![
            ("AWS_DEFAULT_REGION", function.region.to_string()),
            ("AWS_REGION", function.region.to_string()),
            ("AWS_LAMBDA_FUNCTION_NAME", function.name.to_string()),
            (
                "AWS_LAMBDA_FUNCTION_VERSION",
                self.resolved.version.to_string(),
            ),
            (
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                config.memory_mib.to_string(),
            ),
            (
                "AWS_LAMBDA_INITIALIZATION_TYPE",
                self.purpose.as_str().to_owned(),
            ),
            ("AWS_LAMBDA_LOG_GROUP_NAME", self.stream.group.clone()),
            ("AWS_LAMBDA_LOG_STREAM_NAME", self.stream.name.clone()),
            ("_AWS_XRAY_DAEMON_ADDRESS", self.platform.to_string()),
            ("_AWS_XRAY_DAEMON_PORT", XRAY_PORT.to_owned()),
        ];
        if let Some(image) = &config.image {
            variables.extend(image.handler().map(|name| ("_HANDLER", name.to_owned())));
        } else {
            variables.extend([
                ("LAMBDA_TASK_ROOT", self.task_root.display().to_string()),
                ("LAMBDA_RUNTIME_DIR", self.runtime_dir.display().to_string()),
                ("_HANDLER", config.handler.clone()),
            ]);
        }
        // A runtime that the function brings has no name.
        if let Some(name) = config.runtime.as_ref()
            && Runtime::of(config) != Ok(Runtime::Provided)
        {
            variables.push(("AWS_EXECUTION_ENV", format!("AWS_Lambda_{name}")));
        }
        variables.extend(log_variables(config));
        variables
    }
}

/// Where libraries lie, as recorded in test_introspection_invoke\[ruby3.3\].
fn ruby_variables(
    minor: u8,
    root: &std::path::Display<'_>,
    runtime: &std::path::Display<'_>,
) -> Vec<(&'static str, String)> {
    let version = format!("3.{minor}.0");
    vec![
        ("GEM_HOME", runtime.to_string()),
        (
            "GEM_PATH",
            format!(
                "{root}/vendor/bundle/ruby/{version}:/opt/ruby/gems/{version}:{runtime}:\
                 {runtime}/ruby/{version}"
            ),
        ),
        ("RUBYLIB", format!("{root}:{runtime}/lib:/opt/ruby/lib")),
    ]
}

fn log_variables(config: &Version) -> Vec<(&'static str, String)> {
    if config.log_format == LogFormat::Text {
        return Vec::new();
    }
    let level = config.application_log_level.as_deref().unwrap_or("INFO");
    vec![
        ("AWS_LAMBDA_LOG_FORMAT", "JSON".to_owned()),
        ("AWS_LAMBDA_LOG_LEVEL", level.to_owned()),
    ]
}

/// What is known only once the process has its listeners. A function may name another endpoint, and one
/// whose SDK reads a file is told in that.
pub(super) fn addresses(
    addresses: &[SocketAddr],
    host: &Host,
    knows_endpoint: bool,
) -> Vec<(OsString, OsString)> {
    let mut addresses = addresses.iter();
    let api = addresses
        .next()
        .map(ToString::to_string)
        .unwrap_or_default();
    let endpoint = addresses.next().map_or_else(
        || host.endpoint_url.clone(),
        |address| format!("http://{address}"),
    );
    let mut variables = vec![("AWS_LAMBDA_RUNTIME_API", api)];
    if !knows_endpoint {
        variables.push(("AWS_ENDPOINT_URL", endpoint));
    }
    let named = variables.into_iter();
    named
        .map(|(name, value)| (name.into(), value.into()))
        .collect()
}
