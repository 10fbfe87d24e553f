//! The tags of the resource that an operation is about, for `aws:ResourceTag/…` conditions: a Deny
//! on a tag must hold wherever the resource has it.
//!
//! Lambda and IAM bring the tags of their resources themselves, since they have the record at hand.

use std::collections::BTreeMap;

use model::{ApiId, ApiKeyRecord, Arn, LogGroupRecord, RestApiRecord, StageName, UsagePlanRecord};

use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

type Tags = BTreeMap<String, String>;

/// What the resource of this ARN is tagged with; nothing if it is not there or can have no tags.
pub(crate) async fn of(rooms: &Rooms, call: &Call, resource: &str) -> Result<Tags, Refused> {
    let Ok(arn) = Arn::new(resource) else {
        return Ok(Tags::new());
    };
    match arn.service() {
        "apigateway" => of_apigateway(rooms, call, arn.resource()).await,
        "logs" => of_log_group(rooms, call, arn.resource()).await,
        _ => Ok(Tags::new()),
    }
}

/// What is below a key or a plan has its tags.
async fn of_apigateway(rooms: &Rooms, call: &Call, path: &str) -> Result<Tags, Refused> {
    let (account, region) = (call.account(), call.region());
    let mut parts = path.split('/').skip(1);
    match (parts.next(), parts.next()) {
        (Some("apikeys"), Some(id)) => {
            let id = ApiKeyRecord::id_of(account, region, id);
            let key = rooms.records.get::<ApiKeyRecord>(&id).await?;
            Ok(key.map(|key| key.record.tags).unwrap_or_default())
        }
        (Some("usageplans"), Some(id)) => {
            let id = UsagePlanRecord::id_of(account, region, id);
            let plan = rooms.records.get::<UsagePlanRecord>(&id).await?;
            Ok(plan.map(|plan| plan.record.tags).unwrap_or_default())
        }
        _ => of_rest_api(rooms, call, path).await,
    }
}

/// `/restapis/ID/…`: what is inside an API has the API's tags, a stage its own besides.
async fn of_rest_api(rooms: &Rooms, call: &Call, path: &str) -> Result<Tags, Refused> {
    let mut parts = path.split('/').skip(1);
    let (Some("restapis"), Some(Ok(id))) = (parts.next(), parts.next().map(ApiId::new)) else {
        return Ok(Tags::new());
    };
    let id = RestApiRecord::id_of(call.account(), call.region(), &id);
    let Some(api) = rooms.records.get::<RestApiRecord>(&id).await? else {
        return Ok(Tags::new());
    };
    let mut tags = api.record.tags.clone();
    if let (Some("stages"), Some(Ok(name))) = (parts.next(), parts.next().map(StageName::new))
        && let Some(stage) = api.record.stages.get(&name)
    {
        tags.extend(stage.tags.clone());
    }
    Ok(tags)
}

/// `log-group:NAME` or `log-group:NAME:…`
async fn of_log_group(rooms: &Rooms, call: &Call, resource: &str) -> Result<Tags, Refused> {
    let named = resource.strip_prefix("log-group:");
    let Some(name) = named.and_then(|rest| rest.split(':').next()) else {
        return Ok(Tags::new());
    };
    let id = LogGroupRecord::id_of(call.account(), call.region(), name);
    let group = rooms.records.get::<LogGroupRecord>(&id).await?;
    Ok(group.map(|group| group.record.tags).unwrap_or_default())
}
