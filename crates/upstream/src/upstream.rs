//! One call from arrival to the upstream's answer.

use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, Request, Response, header};
use identity::{Caller, Identity};
use model::{Region, Timestamp};
use serde_json::Value;

use crate::clearance::{self, Asked, Cleared};
pub use crate::client::Body;
use crate::client::{self, Client, body_of};
use crate::credentials::Credentials;
use crate::endpoint::{self, Base, Endpoint};
use crate::lookups::{Lookup, Lookups, What};
use crate::operation::Operation;
use crate::outgoing::{self, Way};
use crate::questions::{self, Asker, Mapping, Question, Questions, Resource};
use crate::queue_urls;
use crate::refusal::Refused;
use crate::template::Wanted;

/// What was configured, and the connections to it. Shared behind an `Arc`.
#[derive(Default)]
pub struct Upstream {
    endpoints: Vec<Endpoint>,
    credentials: Option<Credentials>,
    client: Client,
    lookups: Lookups,
}

/// A call by somebody who is known.
#[derive(Debug, Clone, Copy)]
pub struct Call<'a> {
    /// The signing name of the service.
    pub service: &'a str,
    pub region: &'a Region,
    pub caller: &'a Caller,
    pub parts: &'a Parts,
    pub body: &'a Bytes,
    /// Such as `http://127.0.0.1:4566`, as the caller reached this server.
    pub server: &'a str,
    pub now: Timestamp,
}

/// What became of a call, for the journal.
#[derive(Debug, Default)]
pub struct Story {
    /// Such as `dynamodb:PutItem`.
    pub operation: String,
    /// What was asked of the policies.
    pub asked: Vec<Asked>,
    /// What could not be known.
    pub note: Option<&'static str>,
    pub endpoint: Option<String>,
}

impl Upstream {
    pub fn new(endpoints: Vec<Endpoint>, credentials: Option<Credentials>) -> Self {
        Self {
            endpoints,
            credentials,
            ..Self::default()
        }
    }

    /// Whether the operator named an endpoint for this very service, and not for every one.
    pub fn names(&self, service: &str) -> bool {
        self.endpoints
            .iter()
            .any(|endpoint| endpoint.is_for(service))
    }

    /// As they were configured.
    pub fn endpoints(&self) -> &[Endpoint] {
        &self.endpoints
    }

    /// Whether a service has an endpoint, by its signing name.
    pub fn serves(&self, service: &str, region: &Region) -> bool {
        let prefix = crate::operation::prefix_of(service);
        endpoint::find(&self.endpoints, (service, prefix), service, region).is_some()
    }

    /// Read, ask, send. Whatever comes back of the service is an answer, errors too.
    pub async fn answer(
        &self,
        identity: &Identity,
        call: &Call<'_>,
        story: &mut Story,
    ) -> Result<Response<Body>, Refused> {
        let operation = Operation::read(call.service, call.parts, call.body);
        story.operation = operation.text();
        if operation.is_foreign {
            return Err(Refused::ForeignTarget {
                service: operation.service,
            });
        }
        if operation.is_ambiguous {
            return Err(Refused::Ambiguous);
        }
        let questions = self.questions(&operation, call).await;
        story.note = note(&questions);
        story.asked = questions.all.iter().map(Asked::of).collect();
        let cleared = self.clear(identity, call, questions.all).await?;
        let base = self.endpoint(&operation, call)?;
        story.endpoint = Some(base.to_string());
        let way = self.way(&base, call);
        let body = sent_body(&operation, call, &base);
        let request = outgoing::request(&operation, call.parts, body, &way)?;
        let answer = self.send(&cleared, request, &base).await?;
        finish(answer, &operation, call, &base).await
    }

    fn endpoint(&self, operation: &Operation, call: &Call<'_>) -> Result<Base, Refused> {
        let names = (operation.service.as_str(), operation.prefix.as_str());
        let host = host(&operation.service, &call.parts.headers);
        let base = endpoint::find(&self.endpoints, names, host, call.region);
        base.ok_or_else(|| Refused::NoEndpoint {
            service: operation.service.clone(),
        })
    }

    async fn questions(&self, operation: &Operation, call: &Call<'_>) -> Questions {
        let asker = Asker {
            caller: call.caller,
            region: call.region,
            headers: &call.parts.headers,
            body: call.body,
        };
        let mut questions = questions::of(operation, &asker);
        for question in &mut questions.all {
            if let Resource::Lookup { wanted, otherwise } = &question.resource {
                let found = self.look_up(call, What::Arn(wanted.clone())).await;
                let is_of_kind = |arn: &String| match wanted {
                    Wanted::Secret(_) => arn.starts_with("arn:aws:secretsmanager:"),
                    Wanted::KeyAlias(_) => arn.starts_with("arn:aws:kms:"),
                };
                let named = found
                    .filter(is_of_kind)
                    .unwrap_or_else(|| otherwise.clone());
                question.resource = Resource::Named(named);
            }
        }
        questions
    }

    /// A key that can't be known closes every statement that asks for it; where that denies, what only
    /// the service knows is worth asking for.
    async fn clear(
        &self,
        identity: &Identity,
        call: &Call<'_>,
        mut questions: Vec<Question>,
    ) -> Result<Cleared, Refused> {
        let denied = match clearance::clear(identity, call.caller, &questions) {
            Ok(cleared) => return Ok(cleared),
            Err(denied) => denied,
        };
        let mut learned = false;
        for question in &mut questions {
            let Some(pending) = &question.pending else {
                continue;
            };
            let table = pending.table.clone();
            let key = self.look_up(call, What::PartitionKey { table }).await;
            let value = key.and_then(|key| questions::attribute_text(pending.items.get(&key)?));
            if let Some(value) = value {
                question
                    .context
                    .set_many("dynamodb:LeadingKeys", vec![value]);
                learned = true;
            }
        }
        if learned {
            return clearance::clear(identity, call.caller, &questions)
                .map_err(|denied| Refused::Denied(Box::new(denied)));
        }
        Err(Refused::Denied(Box::new(denied)))
    }

    fn way<'a>(&'a self, base: &'a Base, call: &Call<'a>) -> Way<'a> {
        Way {
            base,
            credentials: self.credentials.as_ref(),
            account: call.caller.account(),
            region: call.region,
            now: call.now,
        }
    }

    /// The only way out: for what was cleared.
    async fn send(
        &self,
        _: &Cleared,
        request: Request<Bytes>,
        base: &Base,
    ) -> Result<Response<Body>, Refused> {
        self.client.send(request, &base.to_string()).await
    }

    /// Asks the service in the server's own name; nothing of the answer but one text is kept.
    async fn look_up(&self, call: &Call<'_>, what: What) -> Option<String> {
        let lookup = Lookup {
            region: call.region.to_string(),
            account: call.caller.account().to_string(),
            what,
        };
        if let Some(known) = self.lookups.known(&lookup) {
            return Some(known);
        }
        let inquiry = lookup.inquiry();
        let names = (inquiry.service, inquiry.service);
        let base = endpoint::find(&self.endpoints, names, inquiry.service, call.region)?;
        let path = format!("{base}/");
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, inquiry.content_type)
            .header("x-amz-target", inquiry.target)
            .body(Bytes::from(inquiry.input.to_string()));
        let request = outgoing::finish(request.ok()?, inquiry.service, &self.way(&base, call));
        let place = base.to_string();
        let answer = self.client.send(request.ok()?, &place).await.ok()?;
        let answer = client::whole(answer, &place).await.ok()?;
        let read: Value = serde_json::from_slice(answer.body()).ok()?;
        let found = lookup.read(&read)?;
        self.lookups.remember(lookup, found.clone());
        Some(found)
    }
}

impl std::fmt::Debug for Upstream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Upstream")
            .field("endpoints", &self.endpoints)
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}

/// What AWS has before the region: streams of tables have a host of their own.
fn host<'a>(service: &'a str, headers: &HeaderMap) -> &'a str {
    let target = headers.get("x-amz-target").map(http::HeaderValue::as_bytes);
    match service {
        "dynamodb" if target.is_some_and(|name| name.starts_with(b"DynamoDBStreams_")) => {
            "streams.dynamodb"
        }
        other => other,
    }
}

fn note(questions: &Questions) -> Option<&'static str> {
    match questions.mapping {
        Mapping::Table => None,
        Mapping::Operation => Some(
            "no table maps this operation to resources: it was decided on the action's name and on *",
        ),
        Mapping::Service => Some(
            "the operation can't be told from the request: every action of the service was asked for",
        ),
    }
}

/// What was decided is what is sent: an input of JSON is written anew, since a member that stands twice
/// could be read otherwise at the other end.
fn sent_body(operation: &Operation, call: &Call<'_>, base: &Base) -> Bytes {
    let members = operation.parameters.as_object();
    let is_json = call.parts.headers.contains_key("x-amz-target");
    let body = match members {
        Some(members) if is_json && !members.is_empty() => {
            Bytes::from(operation.parameters.to_string())
        }
        Some(_) | None => call.body.clone(),
    };
    match operation.service.as_str() {
        "sqs" => queue_urls::renamed(&body, &base.to_string()),
        _ => body,
    }
}

async fn finish(
    mut answer: Response<Body>,
    operation: &Operation,
    call: &Call<'_>,
    base: &Base,
) -> Result<Response<Body>, Refused> {
    outgoing::drop_hop_by_hop(answer.headers_mut());
    if operation.service != "sqs" {
        return Ok(answer);
    }
    let mut answer = client::whole(answer, &base.to_string()).await?;
    answer.headers_mut().remove(header::CONTENT_LENGTH);
    Ok(answer.map(|body| body_of(queue_urls::renamed(&body, call.server))))
}
