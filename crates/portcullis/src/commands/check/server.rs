//! What a running server holds, asked for over AWS's public APIs as any client would: exports of the stages, resource
//! policies of the functions, the roles that integrations name.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Context as _;
use bytes::Bytes;
use check::{Server, ServerApi, ServerFunction, ServerRole, ServerStage};
use http::{Method, Request, StatusCode, header};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::super::map::encoded;
use crate::client::{Client, get};

/// Pages of a list at most: what has more has more than can be looked at.
const MOST_PAGES: usize = 200;

pub(super) async fn read(endpoint: &str) -> anyhow::Result<Server> {
    let client = Client::from_environment(endpoint)?;
    let asking = Asking { client: &client };
    let functions = asking.functions().await?;
    let account = asking.account().await?;
    let apis = asking.apis().await?;
    let roles = asking.roles(&apis).await?;
    Ok(Server {
        account,
        region: client.region().to_owned(),
        apis,
        functions,
        roles,
    })
}

struct Asking<'a> {
    client: &'a Client,
}

impl Asking<'_> {
    async fn json(&self, service: &str, path: &str) -> anyhow::Result<Value> {
        let answer = self.client.signed(service, get(path)?).await?;
        answer.success().with_context(|| path.to_owned())?.json()
    }

    async fn account(&self) -> anyhow::Result<String> {
        let answer = self
            .query("sts", "Action=GetCallerIdentity&Version=2011-06-15")
            .await?;
        let account = answer.as_deref().and_then(|text| element(text, "Account"));
        account.context("the server does not say whose keys these are")
    }

    /// The items of a list, whatever the pages are called.
    async fn all(
        &self,
        service: &str,
        path: &str,
        items: &str,
        (given, asked): (&str, &str),
    ) -> anyhow::Result<Vec<Value>> {
        let mut all = Vec::new();
        let mut next = String::new();
        for _ in 0..MOST_PAGES {
            let joint = if path.contains('?') { '&' } else { '?' };
            let page = if next.is_empty() {
                path.to_owned()
            } else {
                format!("{path}{joint}{asked}={}", encoded(&next))
            };
            let answer = self.json(service, &page).await?;
            let listed = answer.get(items).and_then(Value::as_array);
            all.extend(listed.into_iter().flatten().cloned());
            match answer.get(given).and_then(Value::as_str) {
                Some(more) if !more.is_empty() => more.clone_into(&mut next),
                _ => break,
            }
        }
        Ok(all)
    }

    async fn apis(&self) -> anyhow::Result<Vec<ServerApi>> {
        let mut apis = Vec::new();
        for api in self
            .all("apigateway", "/restapis", "item", ("position", "position"))
            .await?
        {
            let text = |name: &str| {
                api.get(name)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()
            };
            let (id, name) = (text("id"), text("name"));
            apis.push(ServerApi {
                stages: self.stages(&id).await?,
                authorizers: self.authorizers(&id).await?,
                id,
                name,
            });
        }
        Ok(apis)
    }

    async fn stages(&self, api: &str) -> anyhow::Result<Vec<ServerStage>> {
        let listed = self
            .json("apigateway", &format!("/restapis/{api}/stages"))
            .await?;
        let mut stages = Vec::new();
        for stage in listed
            .get("item")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let name = stage
                .get("stageName")
                .and_then(Value::as_str)
                .unwrap_or_default();
            let path = format!(
                "/restapis/{api}/stages/{}/exports/swagger?extensions=apigateway",
                encoded(name)
            );
            let answer = self.client.signed("apigateway", get(&path)?).await?;
            let variables = stage
                .get("variables")
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            let variables = variables
                .filter_map(|(key, value)| Some((key.clone(), value.as_str()?.to_owned())));
            stages.push(ServerStage {
                name: name.to_owned(),
                variables: variables.collect(),
                export: answer.success()?.text(),
            });
        }
        Ok(stages)
    }

    async fn authorizers(&self, api: &str) -> anyhow::Result<BTreeMap<String, String>> {
        let path = format!("/restapis/{api}/authorizers");
        let all = self
            .all("apigateway", &path, "item", ("position", "position"))
            .await?;
        let named = all.iter().filter_map(|authorizer| {
            let text = |name: &str| {
                authorizer
                    .get(name)
                    .and_then(Value::as_str)
                    .map(str::to_owned)
            };
            Some((text("name")?, text("id")?))
        });
        Ok(named.collect())
    }

    async fn functions(&self) -> anyhow::Result<Vec<ServerFunction>> {
        let marker = ("NextMarker", "Marker");
        let mut functions = Vec::new();
        for function in self
            .all("lambda", "/2015-03-31/functions/", "Functions", marker)
            .await?
        {
            let text = |name: &str| {
                function
                    .get(name)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()
            };
            let (name, arn) = (text("FunctionName"), text("FunctionArn"));
            let base = format!("/2015-03-31/functions/{}", encoded(&name));
            let mut qualifiers = Vec::new();
            for (list, items, member) in [
                ("aliases", "Aliases", "Name"),
                ("versions", "Versions", "Version"),
            ] {
                for one in self
                    .all("lambda", &format!("{base}/{list}"), items, marker)
                    .await?
                {
                    let named = one.get(member).and_then(Value::as_str);
                    qualifiers.extend(named.filter(|named| *named != "$LATEST").map(str::to_owned));
                }
            }
            let mut policies = Vec::new();
            policies.extend(self.policy(&base, None).await?.map(|policy| (None, policy)));
            for qualifier in &qualifiers {
                let policy = self.policy(&base, Some(qualifier)).await?;
                policies.extend(policy.map(|policy| (Some(qualifier.clone()), policy)));
            }
            functions.push(ServerFunction {
                arn,
                qualifiers,
                policies,
            });
        }
        Ok(functions)
    }

    /// A function without permissions has no policy.
    async fn policy(&self, base: &str, qualifier: Option<&str>) -> anyhow::Result<Option<String>> {
        let qualified = qualifier.map(|qualifier| format!("?Qualifier={}", encoded(qualifier)));
        let path = format!("{base}/policy{}", qualified.unwrap_or_default());
        let answer = self.client.signed("lambda", get(&path)?).await?;
        if answer.status == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        let policy = answer.success()?.json()?;
        Ok(policy
            .get("Policy")
            .and_then(Value::as_str)
            .map(str::to_owned))
    }

    /// The roles that the integrations and authorizers of the APIs call in.
    async fn roles(&self, apis: &[ServerApi]) -> anyhow::Result<Vec<ServerRole>> {
        let mut named = BTreeSet::new();
        for stage in apis.iter().flat_map(|api| &api.stages) {
            for part in stage
                .export
                .split('"')
                .filter(|part| part.contains(":role/"))
            {
                named.insert(part.to_owned());
            }
        }
        let mut roles = Vec::new();
        for arn in named {
            roles.extend(self.role(&arn).await?);
        }
        Ok(roles)
    }

    async fn role(&self, arn: &str) -> anyhow::Result<Option<ServerRole>> {
        let name = encoded(arn.rsplit('/').next().unwrap_or_default());
        let Some(role) = self.iam(&format!("Action=GetRole&RoleName={name}")).await? else {
            return Ok(None);
        };
        let mut policies = Vec::new();
        let inline = self
            .iam(&format!("Action=ListRolePolicies&RoleName={name}"))
            .await?;
        for policy in elements(&inline.unwrap_or_default(), "member") {
            let asked = format!(
                "Action=GetRolePolicy&RoleName={name}&PolicyName={}",
                encoded(&policy)
            );
            let document = self.iam(&asked).await?;
            let document = document.and_then(|text| decoded(&text, "PolicyDocument"));
            policies.extend(document.map(|document| (policy, document)));
        }
        let attached = self
            .iam(&format!("Action=ListAttachedRolePolicies&RoleName={name}"))
            .await?;
        for policy in elements(&attached.unwrap_or_default(), "PolicyArn") {
            let document = self.managed(&policy).await?;
            policies.extend(document.map(|document| (policy, document)));
        }
        Ok(Some(ServerRole {
            arn: arn.to_owned(),
            trust: decoded(&role, "AssumeRolePolicyDocument").unwrap_or_default(),
            policies,
        }))
    }

    async fn managed(&self, arn: &str) -> anyhow::Result<Option<String>> {
        let asked = format!("Action=GetPolicy&PolicyArn={}", encoded(arn));
        let version = self
            .iam(&asked)
            .await?
            .and_then(|text| element(&text, "DefaultVersionId"));
        let Some(version) = version else {
            return Ok(None);
        };
        let asked = format!(
            "Action=GetPolicyVersion&PolicyArn={}&VersionId={version}",
            encoded(arn)
        );
        Ok(self
            .iam(&asked)
            .await?
            .and_then(|text| decoded(&text, "Document")))
    }

    async fn iam(&self, asked: &str) -> anyhow::Result<Option<String>> {
        self.query("iam", &format!("{asked}&Version=2010-05-08"))
            .await
    }

    /// A call of the query protocol; nothing where what it is about does not exist.
    async fn query(&self, service: &str, body: &str) -> anyhow::Result<Option<String>> {
        let request = Request::builder()
            .method(Method::POST)
            .uri("/")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Bytes::from(body.to_owned()))?;
        let answer = self.client.signed(service, request).await?;
        if answer.status == StatusCode::NOT_FOUND {
            return Ok(None);
        }
        Ok(Some(answer.success()?.text()))
    }
}

/// The text of the first element of that name; what AWS answers here has no markup inside.
fn element(text: &str, name: &str) -> Option<String> {
    elements(text, name).into_iter().next()
}

fn elements(text: &str, name: &str) -> Vec<String> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    let parts = text.split(open.as_str()).skip(1);
    let inner = parts.filter_map(|part| part.split_once(close.as_str()));
    inner.map(|(inner, _)| inner.trim().to_owned()).collect()
}

/// Documents of IAM are percent-encoded.
fn decoded(text: &str, name: &str) -> Option<String> {
    let text = element(text, name)?;
    Some(percent_decode_str(&text).decode_utf8_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_read_by_their_names() {
        let text =
            "<a><member>x</member><member> y </member><Document>%7B%22a%22%3A1%7D</Document></a>";
        assert_eq!(elements(text, "member"), ["x", "y"]);
        assert_eq!(decoded(text, "Document").as_deref(), Some("{\"a\":1}"));
        assert_eq!(element(text, "none"), None);
    }
}
