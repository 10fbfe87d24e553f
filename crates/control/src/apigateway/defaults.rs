//! What a new API has: its root resource and two models, as recorded by
//! `test_api_gateway_request_validator_with_ref_one_ofmodels`.

use std::collections::BTreeMap;

use model::{ApiDefinition, Model, Resource};

use super::ids;

const EMPTY: &str = "{\n  \"$schema\" : \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Empty Schema\",\n  \"type\" : \"object\"\n}";
const ERROR: &str = "{\n  \"$schema\" : \"http://json-schema.org/draft-04/schema#\",\n  \"title\" : \"Error Schema\",\n  \"type\" : \"object\",\n  \"properties\" : {\n    \"message\" : { \"type\" : \"string\" }\n  }\n}";

pub(super) fn definition() -> ApiDefinition {
    let root = Resource {
        id: ids::new(ids::LONG),
        parent_id: None,
        path_part: String::new(),
        methods: BTreeMap::new(),
    };
    let models = [
        model("Empty", "This is a default empty schema model", EMPTY),
        model("Error", "This is a default error schema model", ERROR),
    ];
    ApiDefinition {
        resources: BTreeMap::from([(root.id.clone(), root)]),
        models: models.map(|model| (model.name.clone(), model)).into(),
        ..ApiDefinition::default()
    }
}

fn model(name: &str, description: &str, schema: &str) -> Model {
    Model {
        id: ids::new(ids::SHORT),
        name: name.to_owned(),
        description: Some(description.to_owned()),
        schema: Some(schema.to_owned()),
        content_type: "application/json".to_owned(),
    }
}
