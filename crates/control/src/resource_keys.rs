//! What a stored resource brings to a decision about it: its tags (`aws:ResourceTag/…`), and what
//! API Gateway says of it (`apigateway:Resource/…`). A Deny on either must hold wherever the
//! resource has it.
//!
//! Lambda and IAM bring the keys of their resources themselves, since they have the record at hand;
//! the policy of a layer's version is looked up here.

use std::collections::BTreeMap;

use model::{
    AccountId, ApiId, ApiKeyRecord, Arn, ClientCertificateRecord, DomainNameRecord,
    EventSourceMappingRecord, LogGroupRecord, ParameterRecord, Region, RepositoryRecord,
    RestApiRecord, RuleRecord, StackRecord, StageName, UsagePlanRecord, VpcLinkRecord,
};
use percent_encoding::percent_decode_str;

use identity::NamedPolicy;

use crate::apigateway::{domain_keys, resource_keys as of_part, rule_keys};
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

type Tags = BTreeMap<String, String>;

/// Completes an ask; what is not there, or can have no keys, brings none.
pub(crate) async fn complete(rooms: &Rooms, call: &Call, ask: Ask) -> Result<Ask, Refused> {
    let mut ask = ask;
    for resource in ask.resources().to_vec() {
        let Ok(arn) = Arn::new(&resource) else {
            continue;
        };
        ask = match arn.service() {
            "apigateway" => of_api_gateway(rooms, call, ask, &arn).await?,
            "cloudformation" => of_stack(rooms, ask, &arn).await?,
            "ecr" => of_repository(rooms, call, ask, arn.resource()).await?,
            "events" => of_rule(rooms, call, ask, arn.resource()).await?,
            "lambda" => of_lambda(rooms, ask, &arn).await?,
            "ssm" => of_parameter(rooms, ask, &arn).await?,
            "s3" => crate::s3::complete(rooms, ask, arn.resource()).await?,
            "logs" => ask.tagged(&of_logs(rooms, call, arn.resource()).await?),
            _ => ask,
        };
    }
    Ok(ask)
}

/// `stack/NAME/UNIQUE`, where any unique part will do for a call that has the name only.
async fn of_stack(rooms: &Rooms, ask: Ask, arn: &Arn) -> Result<Ask, Refused> {
    let place = (AccountId::new(arn.account()), Region::new(arn.region()));
    let mut parts = arn.resource().split('/');
    let ("stack", Some(name), unique, (Ok(account), Ok(region))) = (
        parts.next().unwrap_or_default(),
        parts.next(),
        parts.next().unwrap_or("*"),
        place,
    ) else {
        return Ok(ask);
    };
    let id = StackRecord::id_of(&account, &region, name);
    let living = rooms.records.get::<StackRecord>(&id).await?;
    if let Some(stack) = living.filter(|stack| unique == "*" || stack.unique == unique) {
        return Ok(ask.tagged(&stack.design.tags));
    }
    let id = StackRecord::id_of_deleted(&account, &region, name, unique);
    let deleted = rooms.records.get::<StackRecord>(&id).await?;
    Ok(ask.tagged(
        &deleted
            .map(|stack| stack.record.design.tags)
            .unwrap_or_default(),
    ))
}

/// `repository/NAME`
async fn of_repository(
    rooms: &Rooms,
    call: &Call,
    ask: Ask,
    resource: &str,
) -> Result<Ask, Refused> {
    let Some(name) = resource.strip_prefix("repository/") else {
        return Ok(ask);
    };
    let id = RepositoryRecord::id_of(call.account(), call.region(), name);
    let found = rooms.records.get::<RepositoryRecord>(&id).await?;
    let tags = found.map(|found| found.record.tags).unwrap_or_default();
    let mut ask = ask.tagged(&tags);
    for (key, value) in tags {
        ask = ask.key_where_listed(format!("ecr:ResourceTag/{key}"), value);
    }
    Ok(ask)
}

/// `rule/NAME`
async fn of_rule(rooms: &Rooms, call: &Call, ask: Ask, resource: &str) -> Result<Ask, Refused> {
    let Some(name) = resource.strip_prefix("rule/") else {
        return Ok(ask);
    };
    let id = RuleRecord::id_of(call.account(), call.region(), name);
    let found = rooms.records.get::<RuleRecord>(&id).await?;
    // Every rule is its own account's.
    let ask = ask.key_where_listed("events:creatorAccount", call.account().to_string());
    Ok(ask.tagged(&found.map(|found| found.record.tags).unwrap_or_default()))
}

/// A version of a layer has a policy of its own, which speaks to other accounts; a code signing
/// configuration has tags.
async fn of_lambda(rooms: &Rooms, ask: Ask, arn: &Arn) -> Result<Ask, Refused> {
    let Ok(owner) = AccountId::new(arn.account()) else {
        return Ok(ask);
    };
    match arn.resource().split(':').next() {
        Some("layer") => {
            let policy = rooms.layer_policy(arn.as_str()).await?;
            Ok(ask.owned_by(owner, policy))
        }
        Some("code-signing-config") => {
            let tags = rooms.code_signing_tags(arn.as_str()).await?;
            Ok(ask.tagged(&tags))
        }
        Some("event-source-mapping") => of_mapping(rooms, ask, arn).await,
        Some(_) | None => Ok(ask),
    }
}

/// `event-source-mapping:UUID`: the function that it leads to, and its tags.
async fn of_mapping(rooms: &Rooms, ask: Ask, arn: &Arn) -> Result<Ask, Refused> {
    let uuid = arn.resource().strip_prefix("event-source-mapping:");
    let place = (AccountId::new(arn.account()), Region::new(arn.region()));
    let (Some(uuid), (Ok(account), Ok(region))) = (uuid, place) else {
        return Ok(ask);
    };
    let id = EventSourceMappingRecord::id_of(&account, &region, uuid);
    let Some(mapping) = rooms.records.get::<EventSourceMappingRecord>(&id).await? else {
        return Ok(ask);
    };
    let function = mapping.record.function.unqualified().to_string();
    let ask = ask.key("lambda:FunctionArn", function);
    Ok(ask.tagged(&mapping.record.tags))
}

/// `parameter/NAME`, of which the ARN does not tell whether the name begins with a slash.
async fn of_parameter(rooms: &Rooms, ask: Ask, arn: &Arn) -> Result<Ask, Refused> {
    let place = (AccountId::new(arn.account()), Region::new(arn.region()));
    let name = arn.resource().strip_prefix("parameter/");
    let (Some(name), (Ok(account), Ok(region))) = (name, place) else {
        return Ok(ask);
    };
    let mut ask = ask;
    for name in [name.to_owned(), format!("/{name}")] {
        let id = ParameterRecord::id_of(&account, &region, &name);
        let Some(found) = rooms.records.get::<ParameterRecord>(&id).await? else {
            continue;
        };
        ask = ask.tagged(&found.record.tags);
        for (key, value) in &found.record.tags {
            ask = ask.key_where_listed(format!("ssm:resourceTag/{key}"), value);
        }
    }
    Ok(ask)
}

async fn of_api_gateway(rooms: &Rooms, call: &Call, ask: Ask, arn: &Arn) -> Result<Ask, Refused> {
    let path = arn.resource();
    let Some(encoded) = path.strip_prefix("/tags/") else {
        if arn.account().is_empty() {
            return of_path(rooms, call, ask, path, Brings::Everything).await;
        }
        return of_private_domain(rooms, call, ask, arn).await;
    };
    // Tags are put on the resource whose ARN the path holds.
    let tagged = percent_decode_str(encoded).decode_utf8_lossy();
    match Arn::new(&tagged) {
        Ok(arn) => of_path(rooms, call, ask, arn.resource(), Brings::Tags).await,
        Err(_) => Ok(ask),
    }
}

/// What has its account in its ARN: a private domain, which may be another account's, with the policy
/// that says whose VPC endpoints may be joined to it, and the routing rules of a domain.
async fn of_private_domain(
    rooms: &Rooms,
    call: &Call,
    ask: Ask,
    arn: &Arn,
) -> Result<Ask, Refused> {
    let path = arn.resource().strip_prefix("/domainnames/");
    let (Some(path), Ok(account)) = (path, AccountId::new(arn.account())) else {
        return Ok(ask);
    };
    let (key, within) = path.split_once('/').unwrap_or((path, ""));
    let id = DomainNameRecord::id_of(&account, call.region(), key);
    let found = rooms.records.get::<DomainNameRecord>(&id).await?;
    let domain = found.map(|stored| stored.record);
    if let Some(rule) = within.strip_prefix("routingrules/") {
        let Some(domain) = &domain else {
            return Ok(ask);
        };
        let ask = ask.tagged(&domain.tags);
        let known = domain.rules.iter().find(|known| known.id == rule);
        return Ok(match known {
            Some(rule) => rule_keys(ask, rule),
            None => ask,
        });
    }
    let policy = domain.as_ref().and_then(|domain| {
        let text = domain.management_policy.as_deref()?;
        let name = "the domain's management policy".to_owned();
        Some(NamedPolicy::compile(name, text, policy::Kind::Resource))
    });
    let ask = ask.owned_by(account, policy);
    Ok(match &domain {
        Some(domain) => domain_keys(ask.tagged(&domain.tags), domain),
        None => ask,
    })
}

/// What is below a key or a plan has its tags.
async fn of_path(
    rooms: &Rooms,
    call: &Call,
    ask: Ask,
    path: &str,
    brings: Brings,
) -> Result<Ask, Refused> {
    let (account, region) = (call.account(), call.region());
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some("apikeys"), Some(id)) => {
            let id = ApiKeyRecord::id_of(account, region, id);
            let key = rooms.records.get::<ApiKeyRecord>(&id).await?;
            Ok(ask.tagged(&key.map(|key| key.record.tags).unwrap_or_default()))
        }
        (Some("usageplans"), Some(id)) => {
            let id = UsagePlanRecord::id_of(account, region, id);
            let plan = rooms.records.get::<UsagePlanRecord>(&id).await?;
            Ok(ask.tagged(&plan.map(|plan| plan.record.tags).unwrap_or_default()))
        }
        (Some("clientcertificates"), Some(id)) => {
            let id = ClientCertificateRecord::id_of(account, region, id);
            let found = rooms.records.get::<ClientCertificateRecord>(&id).await?;
            Ok(ask.tagged(&found.map(|found| found.record.tags).unwrap_or_default()))
        }
        (Some("vpclinks"), Some(id)) => {
            let id = VpcLinkRecord::id_of(account, region, id);
            let link = rooms.records.get::<VpcLinkRecord>(&id).await?;
            Ok(ask.tagged(&link.map(|link| link.record.tags).unwrap_or_default()))
        }
        (Some("domainnames"), Some(name)) => {
            let within = parts.next().is_some();
            let key = percent_decode_str(name).decode_utf8_lossy();
            let key = match key.split_once('+') {
                Some(_) => key.into_owned(),
                None => key.to_ascii_lowercase(),
            };
            let id = DomainNameRecord::id_of(account, region, &key);
            let Some(domain) = rooms.records.get::<DomainNameRecord>(&id).await? else {
                return Ok(ask);
            };
            let ask = ask.tagged(&domain.record.tags);
            Ok(match brings {
                Brings::Everything if !within => domain_keys(ask, &domain.record),
                Brings::Everything | Brings::Tags => ask,
            })
        }
        _ => of_rest_api(rooms, call, ask, path, brings).await,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Brings {
    Tags,
    Everything,
}

/// `/restapis/ID/…`: what is inside an API has the API's tags, a stage its own besides.
async fn of_rest_api(
    rooms: &Rooms,
    call: &Call,
    ask: Ask,
    path: &str,
    brings: Brings,
) -> Result<Ask, Refused> {
    let parts: Vec<_> = path.split('/').skip(1).collect();
    let ["restapis", id, within @ ..] = parts.as_slice() else {
        return Ok(ask);
    };
    let Ok(id) = ApiId::new(id) else {
        return Ok(ask);
    };
    let id = RestApiRecord::id_of(call.account(), call.region(), &id);
    let Some(api) = rooms.records.get::<RestApiRecord>(&id).await? else {
        return Ok(ask);
    };
    let ask = ask.tagged(&tags(&api.record, within));
    Ok(match brings {
        Brings::Tags => ask,
        Brings::Everything => of_part(ask, &api.record, within),
    })
}

fn tags(api: &RestApiRecord, within: &[&str]) -> Tags {
    let mut tags = api.tags.clone();
    if let ["stages", name, ..] = within
        && let Ok(name) = StageName::new(name)
        && let Some(stage) = api.stages.get(&name)
    {
        tags.extend(stage.tags.clone());
    }
    tags
}

/// `log-group:NAME` or `log-group:NAME:…`
async fn of_logs(rooms: &Rooms, call: &Call, resource: &str) -> Result<Tags, Refused> {
    let named = resource.strip_prefix("log-group:");
    let Some(name) = named.and_then(|rest| rest.split(':').next()) else {
        let mut settings = rooms.log_settings(call).await?;
        let tags = crate::logs::tags_of(&mut settings, resource);
        return Ok(tags.map(std::mem::take).unwrap_or_default());
    };
    let id = LogGroupRecord::id_of(call.account(), call.region(), name);
    let group = rooms.records.get::<LogGroupRecord>(&id).await?;
    Ok(group.map(|group| group.record.tags).unwrap_or_default())
}
