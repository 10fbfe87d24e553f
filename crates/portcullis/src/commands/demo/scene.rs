//! One scene of the demo: a call to the API, the answer that must come, and why it came.

use anyhow::Context as _;
use bytes::Bytes;
use http::{Request, header};
use serde_json::{Value, json};

use crate::client::{Answer, Client, Keys};
use crate::commands::{print, trace};
use crate::server::Running;
use crate::settings::Format;

use super::account::Account;
use super::{ACCOUNT, REGION};

/// A call and the answer that AWS would give.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scene<'a> {
    /// What just changed, in a sentence.
    pub(super) after: &'a str,
    /// The value of the Authorization header, if there is one.
    pub(super) token: Option<&'a str>,
    pub(super) status: u16,
    /// The body to the byte; empty means that only the status is known beforehand.
    pub(super) body: &'a str,
}

/// Where scenes are played and remembered.
#[derive(Debug)]
pub(super) struct Stage {
    client: Client,
    pub(super) account: Account,
    format: Format,
    scenes: Vec<Value>,
    failures: usize,
}

impl Stage {
    pub(super) fn new(running: &Running, format: Format) -> anyhow::Result<Self> {
        let keys = Keys {
            access_key_id: running.root_key.id.clone(),
            secret_access_key: running.root_key.secret.clone(),
            session_token: None,
        };
        let client = Client::new(&running.endpoint(), keys, REGION)?;
        let account = Account::new(client.clone());
        Ok(Self {
            client,
            account,
            format,
            scenes: Vec::new(),
            failures: 0,
        })
    }

    /// A line of the story; scripts that read JSON are spared it.
    pub(super) fn say(&self, line: &str) {
        if self.format == Format::Text {
            print(line);
        }
    }

    /// Shows the command that does what the demo just did.
    pub(super) fn command(&self, command: &str) {
        self.say(&format!("  $ {command}"));
    }

    pub(super) async fn play(&mut self, api: &str, scene: Scene<'_>) -> anyhow::Result<()> {
        self.say(&format!("\n{}", scene.after));
        let host = format!("{api}.execute-api.{REGION}.localhost");
        let mut request = Request::get("/prod/pets").header(header::HOST, &host);
        if let Some(token) = scene.token {
            request = request.header(header::AUTHORIZATION, token);
        }
        let answer = self.client.plain(request.body(Bytes::new())?).await?;
        let as_expected = answer.status.as_u16() == scene.status
            && (scene.body.is_empty() || answer.text() == scene.body);
        self.failures += usize::from(!as_expected);
        self.show(&scene, &answer, as_expected);
        let why = self.why(&answer).await?;
        for line in &why {
            self.say(&format!("    {line}"));
        }
        self.scenes.push(json!({
            "after": scene.after, "status": answer.status.as_u16(), "body": answer.text(),
            "asExpected": as_expected, "why": why,
        }));
        Ok(())
    }

    fn show(&self, scene: &Scene<'_>, answer: &Answer, as_expected: bool) {
        let token = scene.token.map_or("no token".to_owned(), |token| {
            format!("Authorization: {token}")
        });
        self.say(&format!("  GET /prod/pets  ({token})"));
        self.say(&format!(
            "  -> {} {}",
            answer.status.as_u16(),
            answer.text()
        ));
        if !as_expected {
            self.say(&format!("  !! expected {} {}", scene.status, scene.body));
        }
    }

    /// What the journal knows of a refusal: the cause, and how to mend it.
    async fn why(&self, answer: &Answer) -> anyhow::Result<Vec<String>> {
        let id = answer
            .header("x-amzn-requestid")
            .context("the answer carries no request id")?;
        let entry = trace::entry(&self.client, id).await?;
        let Some(refused) = entry.pointer("/outcome/refused") else {
            return Ok(Vec::new());
        };
        let text = |name: &str| refused.get(name).and_then(Value::as_str);
        let cause = text("cause").map(|cause| format!("why: {cause}"));
        let fix = text("fix").map(|fix| format!("fix: {fix}"));
        let lines: Vec<String> = cause.into_iter().chain(fix).collect();
        Ok(lines
            .iter()
            .flat_map(|line| line.lines())
            .map(str::to_owned)
            .collect())
    }

    pub(super) async fn draw_last(&self) -> anyhow::Result<()> {
        self.say(&trace::diagram(&self.client, "last").await?);
        Ok(())
    }

    pub(super) fn all_as_expected(&self) -> bool {
        self.failures == 0
    }

    pub(super) fn record(&self) -> Value {
        json!({ "version": 1, "account": ACCOUNT, "scenes": self.scenes, "failures": self.failures })
    }
}
