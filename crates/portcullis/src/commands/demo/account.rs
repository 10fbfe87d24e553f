//! The calls to AWS APIs that the demo makes, by their AWS names.

use std::io::{Cursor, Write as _};

use anyhow::Context as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::{Method, Request, header};
use serde_json::{Value, json};

use super::{ACCOUNT, REGION};
use crate::client::{Answer, Client, json as json_request};

const IAM_VERSION: &str = "2010-05-08";

/// The account that the demo deploys into.
#[derive(Debug)]
pub(super) struct Account {
    client: Client,
}

impl Account {
    pub(super) fn new(client: Client) -> Self {
        Self { client }
    }

    pub(super) async fn create_role(&self, name: &str, trusts: &str) -> anyhow::Result<()> {
        let trust = trust(trusts).to_string();
        self.iam(
            "CreateRole",
            &[("RoleName", name), ("AssumeRolePolicyDocument", &trust)],
        )
        .await
    }

    pub(super) async fn attach_role_policy(&self, role: &str, policy: &str) -> anyhow::Result<()> {
        self.iam(
            "AttachRolePolicy",
            &[("RoleName", role), ("PolicyArn", policy)],
        )
        .await
    }

    pub(super) async fn update_assume_role_policy(
        &self,
        role: &str,
        trusts: &str,
    ) -> anyhow::Result<()> {
        let trust = trust(trusts).to_string();
        self.iam(
            "UpdateAssumeRolePolicy",
            &[("RoleName", role), ("PolicyDocument", &trust)],
        )
        .await
    }

    pub(super) async fn put_role_policy(&self, role: &str, policy: &Value) -> anyhow::Result<()> {
        let document = policy.to_string();
        let fields = [
            ("RoleName", role),
            ("PolicyName", "invoke"),
            ("PolicyDocument", &document),
        ];
        self.iam("PutRolePolicy", &fields).await
    }

    async fn iam(&self, action: &str, fields: &[(&str, &str)]) -> anyhow::Result<()> {
        let fields = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)));
        let fields: Vec<String> = fields.collect();
        let form = format!("Action={action}&Version={IAM_VERSION}&{}", fields.join("&"));
        let request = Request::post("/")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Bytes::from(form))?;
        let answer = self.client.signed("iam", request).await?;
        answer.success().with_context(|| format!("iam {action}"))?;
        Ok(())
    }

    pub(super) async fn create_function(&self, name: &str, code: &str) -> anyhow::Result<()> {
        let body = json!({
            "FunctionName": name,
            "Runtime": "python3.12",
            "Handler": "index.handler",
            "Role": role_arn("function-execution"),
            "Code": { "ZipFile": STANDARD.encode(zip_of("index.py", code)?) },
        });
        self.lambda(Method::POST, "/2015-03-31/functions", &body)
            .await?;
        Ok(())
    }

    pub(super) async fn add_permission(
        &self,
        function: &str,
        sid: &str,
        source_arn: &str,
    ) -> anyhow::Result<()> {
        let body = json!({
            "StatementId": sid,
            "Action": "lambda:InvokeFunction",
            "Principal": "apigateway.amazonaws.com",
            "SourceArn": source_arn,
        });
        self.lambda(
            Method::POST,
            &format!("/2015-03-31/functions/{function}/policy"),
            &body,
        )
        .await?;
        Ok(())
    }

    pub(super) async fn remove_permission(&self, function: &str, sid: &str) -> anyhow::Result<()> {
        let path = format!("/2015-03-31/functions/{function}/policy/{sid}");
        let request = Request::delete(path).body(Bytes::new())?;
        self.client
            .signed("lambda", request)
            .await?
            .success()
            .context("lambda RemovePermission")?;
        Ok(())
    }

    async fn lambda(&self, method: Method, path: &str, body: &Value) -> anyhow::Result<Answer> {
        let answer = self
            .client
            .signed("lambda", json_request(method, path, body)?)
            .await?;
        answer.success().with_context(|| format!("lambda {path}"))
    }

    /// Imports a Swagger file and returns the API's id.
    pub(super) async fn import_rest_api(&self, swagger: &Value) -> anyhow::Result<String> {
        let answer = self
            .apigateway(Method::POST, "/restapis?mode=import", swagger)
            .await?;
        let id = answer
            .json()?
            .get("id")
            .and_then(Value::as_str)
            .map(str::to_owned);
        id.context("ImportRestApi answered without an id")
    }

    pub(super) async fn put_rest_api(&self, api: &str, swagger: &Value) -> anyhow::Result<()> {
        self.apigateway(
            Method::PUT,
            &format!("/restapis/{api}?mode=overwrite"),
            swagger,
        )
        .await?;
        Ok(())
    }

    pub(super) async fn create_deployment(&self, api: &str, stage: &str) -> anyhow::Result<()> {
        let path = format!("/restapis/{api}/deployments");
        self.apigateway(Method::POST, &path, &json!({ "stageName": stage }))
            .await?;
        Ok(())
    }

    /// The id of the API's only authorizer.
    pub(super) async fn authorizer_id(&self, api: &str) -> anyhow::Result<String> {
        let request = crate::client::get(&format!("/restapis/{api}/authorizers"))?;
        let answer = self
            .client
            .signed("apigateway", request)
            .await?
            .success()?
            .json()?;
        let id = answer
            .pointer("/item/0/id")
            .and_then(Value::as_str)
            .map(str::to_owned);
        id.context("GetAuthorizers answered without an authorizer")
    }

    async fn apigateway(&self, method: Method, path: &str, body: &Value) -> anyhow::Result<Answer> {
        let answer = self
            .client
            .signed("apigateway", json_request(method, path, body)?)
            .await?;
        answer
            .success()
            .with_context(|| format!("apigateway {path}"))
    }
}

pub(super) fn role_arn(name: &str) -> String {
    format!("arn:aws:iam::{ACCOUNT}:role/{name}")
}

pub(super) fn function_arn(name: &str) -> String {
    format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}")
}

/// A trust policy that names one service.
fn trust(service: &str) -> Value {
    json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Principal": { "Service": service },
            "Action": "sts:AssumeRole",
        }],
    })
}

fn zip_of(name: &str, content: &str) -> anyhow::Result<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default())?;
    zip.write_all(content.as_bytes())?;
    Ok(zip.finish()?.into_inner())
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
