//! What would happen, if: answers that change nothing and run nothing.
//!
//! The console asks before it offers a grant, and while somebody types a template. The answers come
//! from the rooms that decide and render real requests; nothing is decided here.

use std::collections::BTreeMap;

use check::{Assumptions, File, Options};
use gateway::Gateway;
use identity::Identity;
use identity::invocation::{self, Granted, Invoker, Refused};
use mapping::{Input, Params, Scope, Template};
use model::{Arn, FunctionArn, Timestamp};
use policy::{Finding, PolicyType};
use reference::Reference;
use serde::Deserialize;
use serde_json::{Value, json};

const GATEWAY: &str = "apigateway.amazonaws.com";
/// More than a page with every method of a large API asks at once.
const MOST_QUESTIONS: usize = 2_000;

/// Why a question has no answer.
#[derive(Debug, thiserror::Error)]
pub(super) enum Wrong {
    #[error("the question is not understood: {0}")]
    Unreadable(#[from] serde_json::Error),
    #[error("{0} questions are more than {MOST_QUESTIONS}")]
    TooMany(usize),
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Invocations {
    questions: Vec<Question>,
}

/// May API Gateway invoke this function: on its own behalf, or in a role?
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Question {
    function: String,
    source_arn: Option<String>,
    role_arn: Option<String>,
}

pub(super) fn invocations(identity: &Identity, body: &[u8]) -> Result<Value, Wrong> {
    let asked: Invocations = serde_json::from_slice(body)?;
    if asked.questions.len() > MOST_QUESTIONS {
        return Err(Wrong::TooMany(asked.questions.len()));
    }
    let now = Timestamp::from_millis(jiff::Timestamp::now().as_millisecond());
    let answers = asked
        .questions
        .iter()
        .map(|question| decide(identity, question, now));
    Ok(json!({ "answers": answers.collect::<Vec<_>>() }))
}

fn decide(identity: &Identity, question: &Question, now: Timestamp) -> Value {
    let Ok(function) = FunctionArn::parse(&question.function) else {
        return unanswered(&format!("{} is no ARN of a function", question.function));
    };
    let outcome = match (&question.role_arn, &question.source_arn) {
        (Some(role_arn), None) => {
            let invoker = Invoker::Role {
                principal: GATEWAY,
                role_arn,
            };
            invocation::grant(identity, &invoker, &function, now)
        }
        (None, Some(source_arn)) => {
            let account = Arn::new(source_arn).ok();
            let account = account.and_then(|arn| model::AccountId::new(arn.account()).ok());
            let Some(source_account) = account else {
                return unanswered(&format!("{source_arn} names no account"));
            };
            let invoker = Invoker::Service {
                principal: GATEWAY,
                source_arn,
                source_account: &source_account,
            };
            invocation::grant(identity, &invoker, &function, now)
        }
        _ => return unanswered("a question names either a sourceArn or a roleArn"),
    };
    match outcome {
        Ok(grant) => match grant.how() {
            Granted::ResourcePolicy | Granted::Role | Granted::Caller | Granted::EventSource => {
                json!({ "allowed": true })
            }
            Granted::Reported(refused) => refusal(refused),
        },
        Err(refused) => refusal(&refused),
    }
}

fn refusal(refused: &Refused) -> Value {
    json!({
        "allowed": false,
        "sentence": refused.to_string(),
        "explanation": refused.explanation,
        "fix": refused.fix.cli,
    })
}

/// What can't be asked is not allowed either.
fn unanswered(why: &str) -> Value {
    json!({ "allowed": false, "sentence": why })
}

/// A stage of an API.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct OfStage {
    api: String,
    stage: String,
}

/// The policies that the authorizers of a stage remember, and for how long.
pub(super) fn remembered(gateway: &Gateway, body: &[u8]) -> Result<Value, Wrong> {
    let asked: OfStage = serde_json::from_slice(body)?;
    let kept = gateway.remembered(&asked.api, &asked.stage);
    let kept = kept.iter().map(|one| {
        json!({
            "authorizerId": one.authorizer_id,
            "principal": one.principal,
            "policy": one.policy,
            "expiresInSeconds": one.expires_in.as_secs(),
        })
    });
    Ok(json!({ "remembered": kept.collect::<Vec<_>>() }))
}

/// A policy document that somebody writes.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Written {
    document: String,
    kind: PolicyKind,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "camelCase")]
enum PolicyKind {
    Identity,
    Resource,
    Trust,
}

/// What is wrong, dangerous or needless in it.
pub(super) fn lint(body: &[u8]) -> Result<Value, Wrong> {
    let asked: Written = serde_json::from_slice(body)?;
    let kind = match asked.kind {
        PolicyKind::Identity => PolicyType::Identity,
        PolicyKind::Resource => PolicyType::Resource,
        PolicyKind::Trust => PolicyType::Trust,
    };
    let findings = policy::lint(&asked.document, kind, &Reference);
    let findings = findings.iter().map(finding);
    Ok(json!({ "findings": findings.collect::<Vec<_>>() }))
}

fn finding(found: &Finding) -> Value {
    json!({
        "kind": found.kind().name(),
        "code": found.code(),
        "details": found.details,
        "line": found.extent.start.line,
        "column": found.extent.start.column,
        "learnMore": found.learn_more(),
    })
}

/// A template or definition that somebody is about to deploy.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Planned {
    document: String,
    #[serde(default)]
    parameters: BTreeMap<String, String>,
    region: Option<String>,
}

/// What `portcullis check` says of it, where it is deployed in this account.
pub(super) fn check(identity: &Identity, body: &[u8]) -> Result<Value, Wrong> {
    let asked: Planned = serde_json::from_slice(body)?;
    let config = identity.config();
    let region = asked.region.unwrap_or_else(|| config.region.to_string());
    let options = Options {
        assumptions: Assumptions {
            parameters: asked.parameters.into_iter().collect(),
            region: Some(region),
            account: Some(config.account.to_string()),
        },
        ..Options::default()
    };
    let file = File {
        name: "template".to_owned(),
        text: asked.document,
    };
    Ok(check::json(&check::check(vec![file], &options, &|_, _| {
        None
    })))
}

/// A template with what it looks at.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Rendering {
    template: String,
    #[serde(default)]
    body: String,
    #[serde(default)]
    path: BTreeMap<String, String>,
    #[serde(default)]
    querystring: BTreeMap<String, String>,
    #[serde(default)]
    header: BTreeMap<String, String>,
    #[serde(default)]
    context: Value,
    #[serde(default)]
    stage_variables: BTreeMap<String, String>,
}

/// The text, or what is wrong with the template.
pub(super) fn render(body: &[u8]) -> Result<Value, Wrong> {
    let asked: Rendering = serde_json::from_slice(body)?;
    let params = Params {
        path: asked.path.into_iter().collect(),
        querystring: asked.querystring.into_iter().collect(),
        header: asked.header.into_iter().collect(),
    };
    let scope = Scope {
        input: Input {
            body: &asked.body,
            params: &params,
        },
        context: &asked.context,
        stage_variables: &asked.stage_variables,
    };
    let rendered = Template::parse(&asked.template).and_then(|template| template.render(&scope));
    Ok(match rendered {
        Ok(rendered) => json!({
            "text": rendered.text,
            "requestOverride": rendered.request_override,
            "responseOverride": rendered.response_override,
        }),
        Err(error) => json!({ "error": error.to_string() }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(question: &Value, expected: &Value) {
        let answer = render(question.to_string().as_bytes()).unwrap();
        for (name, value) in expected.as_object().unwrap() {
            assert_eq!(answer.get(name), Some(value), "{answer}");
        }
    }

    #[test]
    fn a_template_is_rendered_against_a_sample() {
        check(
            &json!({ "template": "$input.path('$.a') $stageVariables.v $context.stage", "body": r#"{"a":1}"#,
                "stageVariables": { "v": "blue" }, "context": { "stage": "prod" } }),
            &json!({ "text": "1 blue prod" }),
        );
        check(
            &json!({ "template": "$input.params('q') $input.params('h')", "querystring": { "q": "x" },
                "header": { "H": "y" } }),
            &json!({ "text": "x y" }),
        );
        let unclosed = json!({ "template": "#if($x" }).to_string();
        let broken = render(unclosed.as_bytes()).unwrap();
        assert!(broken.get("error").is_some(), "{broken}");
    }

    #[test]
    fn a_policy_is_judged_while_it_is_written() {
        for (kind, document, code) in [
            (
                "identity",
                r#"{"Version":"2012-10-17","Statement":[{"Effect":"Permit","Action":"s3:GetObject","Resource":"*"}]}"#,
                Some("INVALID_EFFECT"),
            ),
            ("identity", "{", Some("JSON_SYNTAX_ERROR")),
            (
                "identity",
                r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"portcullis:Read","Resource":"*"}]}"#,
                None,
            ),
            (
                "identity",
                r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"portcullis:Rule","Resource":"*"}]}"#,
                Some("INVALID_ACTION"),
            ),
        ] {
            let asked = json!({ "document": document, "kind": kind }).to_string();
            let answer = lint(asked.as_bytes()).unwrap();
            let findings = answer["findings"].as_array().unwrap();
            let codes: Vec<&str> = findings
                .iter()
                .filter_map(|one| one["code"].as_str())
                .collect();
            assert_eq!(codes.first().copied(), code, "{document}: {answer}");
        }
    }

    #[test]
    fn what_is_no_question_is_refused_by_name() {
        for body in ["", "[]", r#"{"template":"x","unknown":1}"#] {
            assert!(
                matches!(render(body.as_bytes()), Err(Wrong::Unreadable(_))),
                "{body}"
            );
        }
    }
}
