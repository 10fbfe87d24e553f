//! The calls to AWS APIs that a deployment makes, by their AWS names.

use std::time::{Duration, Instant};

use anyhow::{Context as _, bail};
use bytes::Bytes;
use http::{Request, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::package::{Artifact, BUCKET};
use crate::client::{Answer, Client, get};

/// No deployment takes longer.
const DEPLOYED_WITHIN: Duration = Duration::from_mins(30);
/// How often a stack is asked for its status.
const ASK_EVERY: Duration = Duration::from_millis(200);

#[derive(Debug)]
pub(super) struct Account {
    client: Client,
    id: String,
}

/// What became of a deployment.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    Deployed,
    Unchanged,
    Failed {
        status: String,
        /// Of each resource that failed, the first first.
        reasons: Vec<String>,
    },
}

impl Account {
    pub(super) fn new(client: Client, id: &str) -> Self {
        Self {
            client,
            id: id.to_owned(),
        }
    }

    /// Each account has a bucket of its own: names are unique among all.
    fn bucket(&self) -> String {
        format!("{BUCKET}-{}", self.id)
    }

    /// Puts what a template needs into the bucket.
    pub(super) async fn keep(&self, artifacts: &[Artifact]) -> anyhow::Result<()> {
        let bucket = self.bucket();
        let made = self.s3(&format!("/{bucket}"), Bytes::new()).await?;
        // Somebody was here before.
        if made.status.as_u16() != 409 {
            made.success().context("s3 CreateBucket")?;
        }
        for artifact in artifacts {
            let text = String::from_utf8_lossy(&artifact.bytes);
            let is_template = artifact.key.ends_with(".template");
            let bytes = if is_template {
                Bytes::from(text.replace(BUCKET, &bucket))
            } else {
                Bytes::from(artifact.bytes.clone())
            };
            let path = format!("/{bucket}/{}", artifact.key);
            let kept = self.s3(&path, bytes).await?;
            kept.success().context("s3 PutObject")?;
        }
        Ok(())
    }

    async fn s3(&self, path: &str, body: Bytes) -> anyhow::Result<Answer> {
        let request = Request::put(path)
            .header(
                "x-amz-content-sha256",
                identity::sigv4::payload_digest(&body),
            )
            .header(header::CONTENT_LENGTH, body.len())
            .body(body)?;
        self.client.signed("s3", request).await
    }

    /// Makes the stack, or makes it anew, and waits until it is settled.
    pub(super) async fn deploy(
        &self,
        stack: &str,
        template: &str,
        parameters: &[(String, String)],
    ) -> anyhow::Result<Outcome> {
        let template = template.replace(BUCKET, &self.bucket());
        let hash = identity::sigv4::payload_digest(template.as_bytes());
        let key = format!("{}.template", hash.get(..32).unwrap_or(&hash));
        let path = format!("/{}/{key}", self.bucket());
        let kept = self.s3(&path, Bytes::from(template)).await?;
        kept.success().context("s3 PutObject")?;
        let status = self.status(stack).await?;
        let action = match status.as_deref() {
            None => "CreateStack",
            // Nothing can be made of it.
            Some("ROLLBACK_COMPLETE" | "CREATE_FAILED" | "ROLLBACK_FAILED" | "DELETE_FAILED") => {
                self.delete(stack).await?;
                "CreateStack"
            }
            Some(_) => "UpdateStack",
        };
        let url = format!("https://{}.s3.amazonaws.com/{key}", self.bucket());
        let answer = self.submit(action, stack, &url, parameters).await?;
        if answer.text().contains("No updates are to be performed") {
            return Ok(Outcome::Unchanged);
        }
        if !answer.status.is_success() {
            let text = answer.text();
            let reasons = elements(&text, "Message");
            return Ok(Outcome::Failed {
                status: format!("{action} was refused"),
                reasons,
            });
        }
        self.settled(stack).await
    }

    async fn submit(
        &self,
        action: &str,
        stack: &str,
        url: &str,
        parameters: &[(String, String)],
    ) -> anyhow::Result<Answer> {
        let mut fields = vec![
            ("StackName".to_owned(), stack.to_owned()),
            ("TemplateURL".to_owned(), url.to_owned()),
        ];
        for (place, capability) in [
            "CAPABILITY_IAM",
            "CAPABILITY_NAMED_IAM",
            "CAPABILITY_AUTO_EXPAND",
        ]
        .iter()
        .enumerate()
        {
            let name = format!("Capabilities.member.{}", place + 1);
            fields.push((name, (*capability).to_owned()));
        }
        for (place, (name, value)) in parameters.iter().enumerate() {
            let member = format!("Parameters.member.{}", place + 1);
            fields.push((format!("{member}.ParameterKey"), name.clone()));
            fields.push((format!("{member}.ParameterValue"), value.clone()));
        }
        self.call(action, &fields).await
    }

    async fn delete(&self, stack: &str) -> anyhow::Result<()> {
        let fields = [("StackName".to_owned(), stack.to_owned())];
        let deleted = self.call("DeleteStack", &fields).await?;
        deleted.success().context("cloudformation DeleteStack")?;
        let begun = Instant::now();
        while self.status(stack).await?.is_some() {
            if begun.elapsed() > DEPLOYED_WITHIN {
                bail!("the stack {stack} could not be deleted in time");
            }
            tokio::time::sleep(ASK_EVERY).await;
        }
        Ok(())
    }

    /// Nothing where there is no stack.
    async fn status(&self, stack: &str) -> anyhow::Result<Option<String>> {
        let fields = [("StackName".to_owned(), stack.to_owned())];
        let answer = self.call("DescribeStacks", &fields).await?;
        if answer.text().contains("does not exist") {
            return Ok(None);
        }
        let answer = answer.success().context("cloudformation DescribeStacks")?;
        Ok(elements(&answer.text(), "StackStatus").into_iter().next())
    }

    async fn settled(&self, stack: &str) -> anyhow::Result<Outcome> {
        let begun = Instant::now();
        loop {
            let status = self.status(stack).await?.unwrap_or_default();
            if !status.ends_with("_IN_PROGRESS") {
                return Ok(match status.as_str() {
                    "CREATE_COMPLETE" | "UPDATE_COMPLETE" => Outcome::Deployed,
                    _ => Outcome::Failed {
                        reasons: self.reasons(stack).await?,
                        status,
                    },
                });
            }
            if begun.elapsed() > DEPLOYED_WITHIN {
                bail!("the stack {stack} was not settled in time: {status}");
            }
            tokio::time::sleep(ASK_EVERY).await;
        }
    }

    async fn reasons(&self, stack: &str) -> anyhow::Result<Vec<String>> {
        let fields = [("StackName".to_owned(), stack.to_owned())];
        let answer = self.call("DescribeStackEvents", &fields).await?;
        let answer = answer
            .success()
            .context("cloudformation DescribeStackEvents")?;
        let text = answer.text();
        let mut reasons = Vec::new();
        // The newest come first, and of the last operation the beginning is enough.
        for event in members(&text) {
            let one = |name| elements(event, name).into_iter().next().unwrap_or_default();
            let status = one("ResourceStatus");
            if status.ends_with("_FAILED") {
                let (id, kind) = (one("LogicalResourceId"), one("ResourceType"));
                reasons.push(format!(
                    "{id} ({kind}) {status}: {}",
                    one("ResourceStatusReason")
                ));
            }
            let is_stack = one("ResourceType") == "AWS::CloudFormation::Stack";
            let is_begin = status == "CREATE_IN_PROGRESS" || status == "UPDATE_IN_PROGRESS";
            if is_stack && is_begin && one("LogicalResourceId") == stack {
                break;
            }
        }
        reasons.reverse();
        Ok(reasons)
    }

    /// Names and values.
    pub(super) async fn outputs(&self, stack: &str) -> anyhow::Result<Vec<(String, String)>> {
        let fields = [("StackName".to_owned(), stack.to_owned())];
        let answer = self.call("DescribeStacks", &fields).await?.success()?;
        let text = answer.text();
        let names = elements(&text, "OutputKey");
        let values = elements(&text, "OutputValue");
        Ok(names.into_iter().zip(values).collect())
    }

    /// The REST APIs of the stack with their stages.
    pub(super) async fn stages(&self, stack: &str) -> anyhow::Result<Vec<(String, String)>> {
        let fields = [("StackName".to_owned(), stack.to_owned())];
        let answer = self
            .call("DescribeStackResources", &fields)
            .await?
            .success()?;
        let text = answer.text();
        let mut stages = Vec::new();
        for resource in members(&text) {
            let one = |name| {
                elements(resource, name)
                    .into_iter()
                    .next()
                    .unwrap_or_default()
            };
            if one("ResourceType") != "AWS::ApiGateway::RestApi" {
                continue;
            }
            let id = one("PhysicalResourceId");
            let path = format!("/restapis/{id}/stages");
            let answer = self.client.signed("apigateway", get(&path)?).await?;
            let found: Value = answer.success()?.json()?;
            let items = found.get("item").and_then(Value::as_array).cloned();
            for stage in items.unwrap_or_default() {
                if let Some(name) = stage.get("stageName").and_then(Value::as_str) {
                    stages.push((id.clone(), name.to_owned()));
                }
            }
        }
        Ok(stages)
    }

    /// Such as `127.0.0.1:4566`.
    pub(super) fn port(&self) -> u16 {
        self.client.port()
    }

    async fn call(&self, action: &str, fields: &[(String, String)]) -> anyhow::Result<Answer> {
        let mut form = format!("Action={action}&Version=2010-05-15");
        for (name, value) in fields {
            let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
            form.extend(["&", name, "="]);
            form.extend(value);
        }
        let request = Request::post("/")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Bytes::from(form))?;
        self.client.signed("cloudformation", request).await
    }
}

/// The texts of the elements of a name.
fn elements(text: &str, name: &str) -> Vec<String> {
    let (begin, end) = (format!("<{name}>"), format!("</{name}>"));
    let parts = text.split(begin.as_str()).skip(1);
    let texts = parts.filter_map(|part| part.split(end.as_str()).next());
    texts.map(unescaped).collect()
}

/// The members of a list, which hold no list of their own.
fn members(text: &str) -> Vec<&str> {
    text.split("<member>").skip(1).collect()
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    text.replace("&quot;", "\"")
        .replace("&#xD;", "\r")
        .replace("&amp;", "&")
}
