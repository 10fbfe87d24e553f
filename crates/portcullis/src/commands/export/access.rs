//! Who may call the functions of an API, and the roles that it calls with.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use bytes::Bytes;
use http::{Request, StatusCode, header};
use percent_encoding::percent_decode_str;
use remedy::export::{Call, Role};
use serde_json::Value;

use super::rest_api::encoded;
use super::xml;
use crate::client::{Client, get};

const IAM_VERSION: &str = "2010-05-08";
const STS_VERSION: &str = "2011-06-15";
/// Whoever calls the API calls the function.
const CALLER: &str = ":user/*";

/// The resource policy of exactly what is called; none if it has none.
pub(super) async fn policy(client: &Client, function: &str) -> anyhow::Result<Option<String>> {
    let parts: Vec<&str> = function.splitn(8, ':').collect();
    let (name, qualifier) = match parts.as_slice() {
        [start @ .., qualifier] if start.len() == 7 => (start.join(":"), Some(*qualifier)),
        _ => (function.to_owned(), None),
    };
    let qualifier = qualifier.map(|qualifier| format!("?Qualifier={}", encoded(qualifier)));
    let path = format!(
        "/2015-03-31/functions/{}/policy{}",
        encoded(&name),
        qualifier.unwrap_or_default()
    );
    let answer = client.signed("lambda", get(&path)?).await?;
    if answer.status == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    let answer = answer.success().with_context(|| function.to_owned())?;
    let policy = answer
        .json()?
        .get("Policy")
        .and_then(Value::as_str)
        .map(str::to_owned);
    Ok(policy)
}

/// The roles that calls name, and a line for each that is not there.
pub(super) async fn roles(
    client: &Client,
    calls: &[Call],
) -> anyhow::Result<(Vec<Role>, Vec<String>)> {
    let (mut roles, mut missing) = (Vec::new(), Vec::new());
    let named: BTreeSet<&str> = calls
        .iter()
        .filter_map(|call| call.credentials.as_deref())
        .filter(|credentials| !credentials.ends_with(CALLER))
        .collect();
    for arn in named {
        match role(client, arn).await? {
            Some(role) => roles.push(role),
            None => missing.push(format!("the role {arn} is not there")),
        }
    }
    Ok((roles, missing))
}

async fn role(client: &Client, arn: &str) -> anyhow::Result<Option<Role>> {
    let name = arn.rsplit('/').next().unwrap_or(arn);
    let Some(answer) = iam(client, "GetRole", &[("RoleName", name)]).await? else {
        return Ok(None);
    };
    let trust = xml::first(&answer, "AssumeRolePolicyDocument").context("a role has no trust")?;
    let (inline, attached) = policies(client, name).await?;
    Ok(Some(Role {
        name: name.to_owned(),
        path: xml::first(&answer, "Path").unwrap_or_else(|| "/".to_owned()),
        trust: document(&trust)?,
        inline,
        attached,
        boundary: xml::first(&answer, "PermissionsBoundaryArn"),
    }))
}

/// AWS's own policies stay attached. A policy of the account becomes one of the role, because it
/// need not be where the role is made.
async fn policies(
    client: &Client,
    role: &str,
) -> anyhow::Result<(BTreeMap<String, Value>, Vec<String>)> {
    let (mut inline, mut attached) = (BTreeMap::new(), Vec::new());
    for name in listed(client, "ListRolePolicies", role, "member").await? {
        let of_role = [("RoleName", role), ("PolicyName", name.as_str())];
        if let Some(answer) = iam(client, "GetRolePolicy", &of_role).await? {
            let text = xml::first(&answer, "PolicyDocument").context("a policy has no text")?;
            inline.insert(name, document(&text)?);
        }
    }
    for arn in listed(client, "ListAttachedRolePolicies", role, "PolicyArn").await? {
        if arn.contains(":iam::aws:policy/") {
            attached.push(arn);
            continue;
        }
        let name = arn.rsplit('/').next().unwrap_or(&arn).to_owned();
        inline.insert(name, managed(client, &arn).await?);
    }
    Ok((inline, attached))
}

async fn managed(client: &Client, arn: &str) -> anyhow::Result<Value> {
    let found = iam(client, "GetPolicy", &[("PolicyArn", arn)]).await?;
    let version = found.and_then(|answer| xml::first(&answer, "DefaultVersionId"));
    let version = version.with_context(|| format!("{arn} has no version"))?;
    let of_policy = [("PolicyArn", arn), ("VersionId", version.as_str())];
    let found = iam(client, "GetPolicyVersion", &of_policy).await?;
    let text = found.and_then(|answer| xml::first(&answer, "Document"));
    document(&text.with_context(|| format!("{arn} has no text"))?)
}

/// Every page of a list of a role's policies.
async fn listed(
    client: &Client,
    action: &str,
    role: &str,
    element: &str,
) -> anyhow::Result<Vec<String>> {
    let mut all = Vec::new();
    let mut marker: Option<String> = None;
    loop {
        let mut parameters = vec![("RoleName", role)];
        parameters.extend(marker.as_deref().map(|marker| ("Marker", marker)));
        let answer = iam(client, action, &parameters).await?.unwrap_or_default();
        all.extend(xml::all(&answer, element));
        marker = xml::first(&answer, "Marker");
        if marker.is_none() {
            return Ok(all);
        }
    }
}

/// Policies come percent-encoded.
fn document(text: &str) -> anyhow::Result<Value> {
    let text = percent_decode_str(text).decode_utf8()?;
    serde_json::from_str(&text).with_context(|| format!("no policy: {text}"))
}

pub(super) async fn account(client: &Client) -> anyhow::Result<String> {
    let answer = query(client, "sts", STS_VERSION, "GetCallerIdentity", &[]).await?;
    let answer = answer.context("STS does not know who asks")?;
    xml::first(&answer, "Account").context("STS names no account")
}

async fn iam(
    client: &Client,
    action: &str,
    parameters: &[(&str, &str)],
) -> anyhow::Result<Option<String>> {
    query(client, "iam", IAM_VERSION, action, parameters).await
}

/// What is answered; none for what is not there.
async fn query(
    client: &Client,
    service: &str,
    version: &str,
    action: &str,
    parameters: &[(&str, &str)],
) -> anyhow::Result<Option<String>> {
    let mut form = format!("Action={action}&Version={version}");
    for (name, value) in parameters {
        form = format!("{form}&{name}={}", encoded(value));
    }
    let request = Request::post("/")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Bytes::from(form))?;
    let answer = client.signed(service, request).await?;
    if answer.status == StatusCode::NOT_FOUND {
        return Ok(None);
    }
    Ok(Some(
        answer.success().with_context(|| action.to_owned())?.text(),
    ))
}
