//! AWS::ApiGateway::UsagePlan

use std::collections::BTreeMap;

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::Operation as _;
use wire::apigateway::{CreateUsagePlan, DeleteUsagePlan, GetUsagePlan, UpdateUsagePlan};
use wire::schema::OperationSchema;

use super::super::naming;
use super::super::values::{items, members, text, text_of};
use super::super::{Failed, Made, Property, ResourceType, Work, always};
use super::patches::{Patches, escape};
use super::tagging;

pub(in super::super) struct UsagePlan;

const ID: usize = 6;

const LIMITS: [(&str, &str); 2] = [("BurstLimit", "burstLimit"), ("RateLimit", "rateLimit")];
const QUOTA: [(&str, &str); 3] = [
    ("Limit", "limit"),
    ("Offset", "offset"),
    ("Period", "period"),
];

impl ResourceType for UsagePlan {
    const NAME: &'static str = "AWS::ApiGateway::UsagePlan";
    const PROPERTIES: &'static [Property] = &[
        always("ApiStages"),
        always("Description"),
        always("Quota"),
        always("Tags"),
        always("Throttle"),
        always("UsagePlanName"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];
    const MODEL: Option<&'static OperationSchema> = Some(CreateUsagePlan::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let id = naming::id(work, ID);
        let mut input = work.only(&["ApiStages", "Description", "Quota", "Throttle"]);
        input.insert("name".to_owned(), json!(work.name("UsagePlanName", 1024)));
        input.extend(tagging::given(work));
        let named = ("usagePlanId", id.as_str());
        let made =
            naming::make::<CreateUsagePlan, GetUsagePlan>(work, named, &Map::new(), input).await?;
        Ok(shown(&text_of(&made, "id")))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        let current = work
            .call::<GetUsagePlan>(json!({"usagePlanId": id}))
            .await?;
        let patches = patches(work, before, &current);
        if !patches.is_empty() {
            let input = json!({"usagePlanId": id, "patchOperations": patches.list()});
            work.call::<UpdateUsagePlan>(input).await?;
        }
        tagging::update(work, &format!("usageplans/{id}"), before).await?;
        Ok(shown(id))
    }

    /// A plan goes only without its stages.
    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let id = json!({"usagePlanId": made.physical_id});
        let Some(current) = work.call_if_there::<GetUsagePlan>(id.clone()).await? else {
            return Ok(());
        };
        let mut patches = Patches::default();
        for stage in stages(current.get("apiStages")).into_keys() {
            patches.remove_value("/apiStages", &stage);
        }
        if !patches.is_empty() {
            let input = json!({"usagePlanId": made.physical_id, "patchOperations": patches.list()});
            work.call::<UpdateUsagePlan>(input).await?;
        }
        work.call_if_there::<DeleteUsagePlan>(id).await?;
        Ok(())
    }
}

fn patches(work: &Work<'_>, before: &MadeResource, current: &Value) -> Patches {
    let was = |property: &str| before.properties.get(property);
    let mut patches = Patches::default();
    if was("UsagePlanName") != work.get("UsagePlanName") {
        patches.replace("/name", &work.name("UsagePlanName", 1024));
    }
    patches.changed(work, &before.properties, &[("Description", "/description")]);
    for (property, path, parts) in [
        ("Throttle", "/throttle", &LIMITS[..]),
        ("Quota", "/quota", &QUOTA[..]),
    ] {
        if was(property) != work.get(property) {
            let now = members(work.get(property));
            patches.remove(path);
            limits(path, parts, &now, &mut patches);
        }
    }
    if was("ApiStages") != work.get("ApiStages") {
        api_stages(
            work.get("ApiStages"),
            current.get("apiStages"),
            &mut patches,
        );
    }
    patches
}

fn limits(path: &str, parts: &[(&str, &str)], now: &Map<String, Value>, patches: &mut Patches) {
    for (name, part) in parts {
        if let Some(value) = now.get(*name) {
            patches.replace(&format!("{path}/{part}"), &text(value));
        }
    }
}

/// `API:STAGE` with the stage's own throttles.
fn stages(listed: Option<&Value>) -> BTreeMap<String, Map<String, Value>> {
    let stages = items(listed).iter().map(|stage| {
        let of = |large: &str, small: &str| {
            text(
                stage
                    .get(large)
                    .or(stage.get(small))
                    .unwrap_or(&Value::Null),
            )
        };
        let key = format!("{}:{}", of("ApiId", "apiId"), of("Stage", "stage"));
        (key, members(stage.get("Throttle")))
    });
    stages.collect()
}

fn api_stages(wanted: Option<&Value>, current: Option<&Value>, patches: &mut Patches) {
    let (wanted, current) = (stages(wanted), stages(current));
    for key in current.keys().filter(|key| !wanted.contains_key(*key)) {
        patches.remove_value("/apiStages", key);
    }
    for (key, throttle) in &wanted {
        let own = format!("/apiStages/{key}/throttle");
        if current.contains_key(key) {
            patches.remove(&own);
        } else {
            patches.add("/apiStages", key);
        }
        for (method, set) in throttle {
            let path = match method.rsplit_once('/') {
                Some((path, verb)) => format!("{own}/{}/{verb}", escape(path)),
                None => format!("{own}/{method}"),
            };
            limits(&path, &LIMITS, &members(Some(set)), patches);
        }
    }
}

fn shown(id: &str) -> Made {
    Made::new(id).with("Id", id)
}
