//! What a running server holds, as far as a landscape says it: calls and grants without places in files.

use std::collections::BTreeMap;

use model::FunctionArn;
use serde_json::Value as Json;

use super::{ApiScene, AuthorizerScene, Grant, MethodScene};
use crate::coverage::{Api, Permission};
use crate::found::Place;

pub(super) fn api(api: &Api, place: Place) -> ApiScene {
    let methods = api.definition.methods.iter().map(|method| MethodScene {
        verb: method.verb,
        path: method.path.clone(),
        place,
        integration: None,
        guards: Vec::new(),
        allows_origin: false,
    });
    let authorizers = api
        .definition
        .authorizers
        .iter()
        .map(|authorizer| AuthorizerScene {
            id: authorizer.id.clone(),
            name: authorizer.name.clone(),
            place,
            uri: Some((authorizer.call.uri.clone(), place)),
            ttl: None,
        });
    let stages = api.stages.iter().map(|stage| (stage.name.clone(), place));
    ApiScene {
        arn: api.arn.clone(),
        name: api.name.clone(),
        place,
        methods: methods.collect(),
        authorizers: authorizers.collect(),
        responses: BTreeMap::new(),
        responses_known: true,
        stages: stages.collect(),
    }
}

pub(super) fn grant(
    function: &FunctionArn,
    index: usize,
    permission: &Permission,
    place: Place,
) -> Grant {
    let text = permission.statement.as_deref().unwrap_or_default();
    let statement: Json = serde_json::from_str(text).unwrap_or_default();
    let principal = statement.get("Principal").map(|principal| match principal {
        Json::String(text) => text.clone(),
        other => {
            let service = other.get("Service").and_then(Json::as_str);
            service.map_or_else(|| other.to_string(), str::to_owned)
        }
    });
    let conditions = statement.get("Condition").and_then(Json::as_object);
    let keyed = |wanted: &str| {
        let all = conditions
            .into_iter()
            .flatten()
            .filter_map(|(_, keys)| keys.as_object());
        let mut found = all
            .flatten()
            .filter(|(key, _)| key.eq_ignore_ascii_case(wanted));
        found
            .next()
            .and_then(|(_, value)| value.as_str().map(str::to_owned))
    };
    Grant {
        function: function.clone(),
        index,
        id: permission.sid.clone(),
        place,
        principal: principal.unwrap_or_default(),
        source_arn: keyed("aws:SourceArn").map(|arn| (arn, place)),
        has_account: keyed("aws:SourceAccount").is_some(),
        generated: false,
        principal_place: None,
    }
}
