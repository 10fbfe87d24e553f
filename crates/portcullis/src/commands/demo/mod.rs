//! `portcullis demo`: the whole story on a server of its own, told over the wire by a client that
//! signs like any other. It succeeds only if every step answers as it must.

mod account; // the client's side: AWS calls by their names
mod scene; // a call, what must come, and why it came
mod story; // what happens, in order

use std::net::{Ipv4Addr, SocketAddr};
use std::process::ExitCode;

use model::{AccountId, Region};

use super::{pretty, print};
use crate::server::{self, Options};
use crate::settings::{Demo, Format};

use scene::Stage;

const ACCOUNT: &str = "000000000000";
const REGION: &str = "us-east-1";

pub(super) async fn run(asked: Demo) -> anyhow::Result<ExitCode> {
    let running = server::start(options(&asked)?).await?;
    let mut stage = Stage::new(&running, asked.format)?;
    let told = story::tell(&mut stage, &running).await;
    running.drain().await;
    told?;
    if asked.format == Format::Json {
        print(&pretty(&stage.record()));
    }
    Ok(if stage.all_as_expected() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn options(asked: &Demo) -> anyhow::Result<Options> {
    Ok(Options {
        oidc_keys: Vec::new(),
        account_throttle: model::ThrottleLimits::default(),
        organization: None,
        upstream: Vec::new(),
        upstream_credentials: None,
        max_integration_timeout: 29_000,
        truststores: Vec::new(),
        quotas: Vec::new(),
        vpc_endpoints: Vec::new(),
        traces: false,
        collector: None,
        async_retry: std::time::Duration::from_mins(1),
        function_keep_alive: std::time::Duration::from_mins(10),
        functions: control::FunctionSettings::default(),
        function_spares: 0,
        hot_reload_root: None,
        function_options: crate::function_options::FunctionOptions::default(),
        guard: control::Guard::Off,
        most_object_bytes: 5 * 1024 * 1024 * 1024,
        debug_functions: Vec::new(),
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        data: None,
        account: AccountId::new(ACCOUNT)?,
        region: Region::new(REGION)?,
        auth: identity::AuthMode::Strict,
        permissions: identity::Permissions::Enforce,
        function_url_permissions: identity::invocation::UrlPermissions::Both,
        isolation: asked.isolation.into(),
        network: sandbox::Network::Isolated,
    })
}
