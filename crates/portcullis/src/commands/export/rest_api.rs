//! The API, its stage, its document and its authorizers.

use std::collections::BTreeMap;

use anyhow::{Context as _, bail};
use bytes::Bytes;
use http::{Request, StatusCode, header};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use crate::client::{Client, get};

/// The most that a page has.
const PAGE: usize = 500;

#[derive(Debug)]
pub(super) struct Api {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) endpoint_type: String,
}

#[derive(Debug)]
pub(super) struct Stage {
    pub(super) name: String,
    pub(super) variables: BTreeMap<String, String>,
    /// All that the stage is.
    pub(super) shown: Value,
}

/// By id, else by a name that only one API has.
pub(super) async fn find(client: &Client, named: &str) -> anyhow::Result<Api> {
    let path = format!("/restapis/{}", encoded(named));
    let answer = client.signed("apigateway", get(&path)?).await?;
    if answer.status != StatusCode::NOT_FOUND {
        return read(&answer.success()?.json()?);
    }
    let all = items(client, "/restapis").await?;
    let mut found = all.iter().filter(|api| text(api, "name") == Some(named));
    let first = found
        .next()
        .with_context(|| format!("no API has the id or the name {named}"))?;
    if found.next().is_some() {
        bail!("several APIs have the name {named}: say which one by its id");
    }
    read(first)
}

fn read(api: &Value) -> anyhow::Result<Api> {
    let types = api.pointer("/endpointConfiguration/types/0");
    Ok(Api {
        id: text(api, "id").context("an API has no id")?.to_owned(),
        name: text(api, "name").context("an API has no name")?.to_owned(),
        endpoint_type: types.and_then(Value::as_str).unwrap_or("EDGE").to_owned(),
    })
}

/// The one that was asked for, or the only one.
pub(super) async fn stage(
    client: &Client,
    api: &Api,
    asked: Option<&str>,
) -> anyhow::Result<Stage> {
    let path = format!("/restapis/{}/stages", encoded(&api.id));
    let answer = client.signed("apigateway", get(&path)?).await?;
    let stages = list(&answer.success()?.json()?);
    let names: Vec<&str> = stages
        .iter()
        .filter_map(|stage| text(stage, "stageName"))
        .collect();
    let name = match (asked, names.as_slice()) {
        (Some(asked), _) => asked,
        (None, [only]) => only,
        (None, []) => bail!("{} has no stage: deploy it first", api.name),
        (None, several) => bail!("say which --stage: {}", several.join(", ")),
    };
    let named = |stage: &&Value| text(stage, "stageName") == Some(name);
    let stage = stages
        .iter()
        .find(named)
        .with_context(|| format!("{} has no stage {name}", api.name))?;
    let variables = stage.get("variables").and_then(Value::as_object);
    let variables = variables.into_iter().flatten();
    Ok(Stage {
        name: name.to_owned(),
        variables: variables
            .filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())))
            .collect(),
        shown: stage.clone(),
    })
}

/// `swagger` or `oas30`, with everything that an export can have.
pub(super) async fn document(
    client: &Client,
    api: &Api,
    stage: &Stage,
    kind: &str,
) -> anyhow::Result<Value> {
    let documented = text(&stage.shown, "documentationVersion").is_some();
    let documentation = if documented { ",documentation" } else { "" };
    let path = format!(
        "/restapis/{}/stages/{}/exports/{kind}?extensions=apigateway{documentation}",
        encoded(&api.id),
        encoded(&stage.name)
    );
    let request = Request::get(path)
        .header(header::ACCEPT, "application/json")
        .body(Bytes::new())?;
    client
        .signed("apigateway", request)
        .await?
        .success()?
        .json()
}

/// Ids by names.
pub(super) async fn authorizers(
    client: &Client,
    api: &Api,
) -> anyhow::Result<BTreeMap<String, String>> {
    let all = items(
        client,
        &format!("/restapis/{}/authorizers", encoded(&api.id)),
    )
    .await?;
    let named = |one: &Value| Some((text(one, "name")?.to_owned(), text(one, "id")?.to_owned()));
    Ok(all.iter().filter_map(named).collect())
}

/// Every page of a list.
pub(super) async fn items(client: &Client, path: &str) -> anyhow::Result<Vec<Value>> {
    let mut all = Vec::new();
    let mut position: Option<String> = None;
    loop {
        let mut page = format!("{path}?limit={PAGE}");
        if let Some(position) = position {
            page = format!("{page}&position={}", encoded(&position));
        }
        let answer = client.signed("apigateway", get(&page)?).await?;
        let answer = answer.success()?.json()?;
        all.extend(list(&answer));
        position = text(&answer, "position").map(str::to_owned);
        if position.is_none() {
            return Ok(all);
        }
    }
}

fn list(answer: &Value) -> Vec<Value> {
    let items = answer.get("item").and_then(Value::as_array);
    items.cloned().unwrap_or_default()
}

pub(super) fn text<'v>(value: &'v Value, member: &str) -> Option<&'v str> {
    value.get(member)?.as_str()
}

pub(super) fn encoded(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
