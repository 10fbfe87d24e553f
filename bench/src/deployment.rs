//! What is measured: a server with an API whose methods are a mock, an echoing function, and a
//! function for each language that tells what it sees.
//!
//! It is set up as a user would: a role, functions from zips, a Swagger file, permissions.

use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, ensure};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use testkit::{Answer, Client, PYTHON_ECHO, TEST_ACCOUNT, zipped, zipped_bytes};

use crate::definition::{self, AUTHORIZER, ECHO, GUARDED, KEYED, REGION, functions};
use crate::language::Language;
use crate::server::{Data, Server};

const STAGE: &str = "prod";
const ROLE: &str = "worker";
const LOGS_POLICY: &str = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const GATEWAY: &str = "apigateway.amazonaws.com";
const AUTHORIZER_CODE: (&str, &str) = ("main.py", include_str!("functions/authorizer.py"));
const PROGRAM: &str = "bench-function";
/// Values of API keys have at least twenty characters.
const KEY: &str = "bench-bench-bench-bench";

/// What a mirror function saw.
#[derive(Debug, Deserialize)]
pub(crate) struct Mirrored {
    /// Of this environment, this one included.
    pub(crate) calls: u32,
    pub(crate) event: Box<RawValue>,
}

#[derive(Debug)]
pub(crate) struct Deployment {
    pub(crate) server: Server,
    host: String,
}

impl Deployment {
    pub(crate) fn start(data: Data<'_>) -> anyhow::Result<Self> {
        Self::with_flags(data, &[])
    }

    /// On a server with more flags than the usual ones.
    pub(crate) fn with_flags(data: Data<'_>, flags: &[&str]) -> anyhow::Result<Self> {
        let server = Server::portcullis(data, flags)?;
        let mut deployment = Self {
            server,
            host: String::new(),
        };
        deployment.create_role()?;
        deployment.create_function(ECHO, Language::Python, PYTHON_ECHO)?;
        deployment.create_function(AUTHORIZER, Language::Python, AUTHORIZER_CODE)?;
        for language in Language::ALL {
            deployment.create_function(language.mirror(), language, language.mirror_code())?;
        }
        let api = deployment.import(&definition::whole())?;
        deployment.host = host(&api);
        deployment.permit(&api)?;
        deployment.plan(&api)?;
        Ok(deployment)
    }

    /// Calls a method of the API once, on a connection of its own.
    pub(crate) fn call(&self, method: &str) -> anyhow::Result<Answer> {
        let line = format!("GET /{STAGE}/{method}");
        let headers = [
            ("host", self.host.as_str()),
            ("accept", "*/*"),
            ("authorization", TOKEN),
            ("x-api-key", KEY),
        ];
        let answer = self.server.client().send(&line, &headers, b"")?;
        ensure!(
            answer.status == 200,
            "{line}: {} {}",
            answer.status,
            answer.text()
        );
        Ok(answer)
    }

    pub(crate) fn mirror(&self, language: Language) -> anyhow::Result<Mirrored> {
        let answer = self.call(language.mirror())?;
        serde_json::from_slice(&answer.body).with_context(|| answer.text())
    }

    /// The same call as bytes, for a load.
    pub(crate) fn request(&self, method: &str) -> Arc<[u8]> {
        request(&self.host, method)
    }

    /// An API of one method that hands everything on.
    pub(crate) fn proxy_to(&self, backend: SocketAddr) -> anyhow::Result<Proxied> {
        let integration = json!({
            "type": "http_proxy",
            "httpMethod": "ANY",
            "uri": format!("http://{backend}/"),
        });
        let paths = json!({ "/proxied": definition::method(&integration) });
        let proxied = Proxied {
            host: host(&self.import(&definition::of_paths(&paths))?),
        };
        let headers = [("host", proxied.host.as_str())];
        let line = format!("GET /{STAGE}/proxied");
        let answer = self.server.client().send(&line, &headers, b"")?;
        ensure!(answer.status == 200, "{line}: {}", answer.text());
        Ok(proxied)
    }

    /// One more API, of two methods.
    pub(crate) fn import_small(&self) -> anyhow::Result<()> {
        let mock = definition::method(&definition::mock());
        let paths = json!({ "/": mock, "/pets/{id}": mock });
        self.import(&definition::of_paths(&paths)).map(|_| ())
    }

    /// Makes the environments of a function cold: none of an earlier configuration is used again.
    pub(crate) fn change_variable(&self, function: &str, value: &str) -> anyhow::Result<()> {
        let line = format!("PUT /2015-03-31/functions/{function}/configuration");
        let body = json!({ "Environment": { "Variables": { "ROUND": value } } });
        self.lambda(&line, &body)
    }

    pub(crate) fn reserve(&self, function: &str, environments: u32) -> anyhow::Result<()> {
        let line = format!("PUT /2017-10-31/functions/{function}/concurrency");
        let body = json!({ "ReservedConcurrentExecutions": environments });
        self.lambda(&line, &body)
    }

    /// Calls a function directly, and waits for its answer.
    pub(crate) fn invoke(&self, function: &str, event: &Value) -> anyhow::Result<Value> {
        invoke(&self.server.client(), function, event)
    }

    pub(crate) fn create_python(&self, name: &str, code: &str) -> anyhow::Result<()> {
        self.create_function(name, Language::Python, ("main.py", code))
    }

    /// A function in Rust: the program that is built beside this one.
    pub(crate) fn create_program(&self, name: &str) -> anyhow::Result<()> {
        let program = std::env::current_exe()?.with_file_name(PROGRAM);
        let program = std::fs::read(&program).with_context(|| {
            let path = program.display();
            format!("{path}: run `cargo build --release --package bench`")
        })?;
        let zip = zipped_bytes(&[("bootstrap", &program)])?;
        self.create(name, "provided.al2023", &zip)
    }

    fn create_role(&self) -> anyhow::Result<()> {
        let trust = json!({ "Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Action": "sts:AssumeRole",
            "Principal": { "Service": "lambda.amazonaws.com" },
        }]});
        let trust = trust.to_string();
        self.iam(
            "CreateRole",
            &[("RoleName", ROLE), ("AssumeRolePolicyDocument", &trust)],
        )?;
        self.iam(
            "AttachRolePolicy",
            &[("RoleName", ROLE), ("PolicyArn", LOGS_POLICY)],
        )
    }

    fn create_function(
        &self,
        name: &str,
        language: Language,
        code: (&str, &str),
    ) -> anyhow::Result<()> {
        self.create(name, language.runtime(), &zipped(&[code])?)
    }

    fn create(&self, name: &str, runtime: &str, zip: &[u8]) -> anyhow::Result<()> {
        create(&self.server.client(), name, runtime, zip)
    }

    fn import(&self, document: &Value) -> anyhow::Result<String> {
        let client = self.server.client();
        let imported = client.rest("apigateway", "POST /restapis?mode=import", document)?;
        let id = imported.get("id").and_then(Value::as_str);
        let id = id.context("ImportRestApi answered without an id")?;
        let line = format!("POST /restapis/{id}/deployments");
        client.rest("apigateway", &line, &json!({ "stageName": STAGE }))?;
        Ok(id.to_owned())
    }

    fn permit(&self, api: &str) -> anyhow::Result<()> {
        for function in functions().chain([AUTHORIZER]) {
            let line = format!("POST /2015-03-31/functions/{function}/policy");
            let body = json!({
                "StatementId": "gateway",
                "Action": "lambda:InvokeFunction",
                "Principal": GATEWAY,
                "SourceArn": format!("arn:aws:execute-api:{REGION}:{TEST_ACCOUNT}:{api}/*"),
            });
            self.lambda(&line, &body)?;
        }
        Ok(())
    }

    /// A key in a plan whose limits nobody reaches.
    fn plan(&self, api: &str) -> anyhow::Result<()> {
        let client = self.server.client();
        let made = |line: &str, body: &Value| -> anyhow::Result<String> {
            let made = client.rest("apigateway", line, body)?;
            let id = made.get("id").and_then(Value::as_str);
            Ok(id
                .with_context(|| format!("{line} answered without an id"))?
                .to_owned())
        };
        let key = json!({ "name": "bench", "enabled": true, "value": KEY });
        let key = made("POST /apikeys", &key)?;
        let plan = json!({
            "name": "bench",
            "apiStages": [{ "apiId": api, "stage": STAGE }],
            "throttle": { "rateLimit": 1e7, "burstLimit": 1_000_000_000 },
            "quota": { "limit": 2_000_000_000, "period": "MONTH" },
        });
        let plan = made("POST /usageplans", &plan)?;
        let member = json!({ "keyId": key, "keyType": "API_KEY" });
        made(&format!("POST /usageplans/{plan}/keys"), &member)?;
        Ok(())
    }

    fn lambda(&self, line: &str, body: &Value) -> anyhow::Result<()> {
        self.server.client().rest("lambda", line, body)?;
        Ok(())
    }

    /// IAM speaks the query protocol.
    fn iam(&self, action: &str, fields: &[(&str, &str)]) -> anyhow::Result<()> {
        let fields = fields.iter();
        let fields = fields.map(|(name, value)| format!("&{name}={}", encoded(value)));
        let form = format!(
            "Action={action}&Version=2010-05-08{}",
            fields.collect::<String>()
        );
        let authorization = format!(
            "AWS4-HMAC-SHA256 Credential={TEST_ACCOUNT}/20260101/{REGION}/iam/aws4_request, \
             SignedHeaders=host;x-amz-date, Signature={:064}",
            0
        );
        let headers = [
            ("authorization", authorization.as_str()),
            ("content-type", "application/x-www-form-urlencoded"),
            ("x-amz-date", "20260101T000000Z"),
        ];
        let answer = self
            .server
            .client()
            .send("POST /", &headers, form.as_bytes())?;
        ensure!(answer.status == 200, "{action}: {}", answer.text());
        Ok(())
    }
}

/// The echo in Python, on whatever server speaks Lambda's API.
pub(crate) fn create_echo(client: &Client, name: &str) -> anyhow::Result<()> {
    create(
        client,
        name,
        Language::Python.runtime(),
        &zipped(&[PYTHON_ECHO])?,
    )
}

fn create(client: &Client, name: &str, runtime: &str, zip: &[u8]) -> anyhow::Result<()> {
    let body = json!({
        "FunctionName": name,
        "Runtime": runtime,
        "Handler": "main.handler",
        "Role": format!("arn:aws:iam::{TEST_ACCOUNT}:role/{ROLE}"),
        "Timeout": 20,
        "Code": { "ZipFile": STANDARD.encode(zip) },
    });
    client.rest("lambda", "POST /2015-03-31/functions", &body)?;
    Ok(())
}

pub(crate) fn invoke(client: &Client, function: &str, event: &Value) -> anyhow::Result<Value> {
    let line = format!("POST /2015-03-31/functions/{function}/invocations");
    client.rest("lambda", &line, event)
}

/// An API of its own, to a backend.
#[derive(Debug)]
pub(crate) struct Proxied {
    host: String,
}

impl Proxied {
    pub(crate) fn request(&self) -> Arc<[u8]> {
        request(&self.host, "proxied")
    }
}

/// What the authorizer is asked about.
const TOKEN: &str = "bench";

fn host(api: &str) -> String {
    format!("{api}.execute-api.{REGION}.localhost")
}

/// Everything that any method asks for.
fn request(host: &str, method: &str) -> Arc<[u8]> {
    let more = match method {
        GUARDED => format!("authorization: {TOKEN}\r\n"),
        KEYED => format!("x-api-key: {KEY}\r\n"),
        _ => String::new(),
    };
    let request =
        format!("GET /{STAGE}/{method} HTTP/1.1\r\nhost: {host}\r\naccept: */*\r\n{more}\r\n");
    request.into_bytes().into()
}

/// Writes a function's code where an interpreter outside of the server finds it.
pub(crate) fn unpack(folder: &Path, (name, text): (&str, &str)) -> anyhow::Result<()> {
    std::fs::write(folder.join(name), text).with_context(|| name.to_owned())
}

/// Percent-encodes what is not unreserved in RFC 3986.
fn encoded(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
            char::from(byte).to_string()
        }
        other => format!("%{other:02X}"),
    };
    text.bytes().map(byte).collect()
}
