//! Models as schemas, with references inside the document.

use serde_json::{Value as Json, json};

use super::{Members, View};
use crate::import::model_name;

pub(super) fn write(view: &View<'_>) -> Members {
    let models = view.definition.models.values();
    models
        .map(|model| (model.name.clone(), schema(view, model.schema.as_deref())))
        .collect()
}

/// A schema that is no JSON says nothing, as an absent one.
fn schema(view: &View<'_>, text: Option<&str>) -> Json {
    let parsed = text.and_then(|text| serde_json::from_str(text).ok());
    local(view, parsed.unwrap_or_else(|| json!({})))
}

pub(super) fn reference(view: &View<'_>, model: &str) -> Json {
    json!({ "$ref": pointer(view, model) })
}

fn pointer(view: &View<'_>, model: &str) -> String {
    let place = if view.swagger() {
        "#/definitions/"
    } else {
        "#/components/schemas/"
    };
    format!("{place}{model}")
}

fn local(view: &View<'_>, schema: Json) -> Json {
    match schema {
        Json::Object(members) => {
            let member = |(key, value): (String, Json)| {
                let value = match value
                    .as_str()
                    .and_then(model_name)
                    .filter(|_| key == "$ref")
                {
                    Some(name) => Json::String(pointer(view, name)),
                    None => local(view, value),
                };
                (key, value)
            };
            Json::Object(members.into_iter().map(member).collect())
        }
        Json::Array(items) => {
            Json::Array(items.into_iter().map(|item| local(view, item)).collect())
        }
        scalar => scalar,
    }
}
