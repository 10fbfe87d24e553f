//! How long what is written into an API may be: the sizes that nobody can raise (API Gateway developer
//! guide, "Quotas for configuring and running a REST API in API Gateway").
//!
//! They are looked at where quotas are, and like them hold what is added: what an older data
//! directory has beyond one stays. The texts are our own, since no recording shows AWS's.

use std::collections::BTreeMap;

use model::{ApiDefinition, Method, RestApiRecord};

use super::failures::bad_request;
use crate::refused::Refused;

const MOST_TEMPLATE_BYTES: usize = 300 * 1024;
const MOST_MODEL_BYTES: usize = 400 * 1024;
/// Of a document that is imported.
const MOST_DOCUMENT_BYTES: usize = 6 * 1024 * 1024;

/// How long the longest of an API's parts are.
pub(super) struct Sizes {
    template: usize,
    models: usize,
}

impl Sizes {
    pub(super) const NOTHING: Self = Self {
        template: 0,
        models: 0,
    };

    pub(super) fn of(api: &RestApiRecord) -> Self {
        let definition = &api.definition;
        let schemas = definition.models.values();
        Self {
            template: longest_template(definition),
            models: schemas
                .filter_map(|it| it.schema.as_deref())
                .map(str::len)
                .sum(),
        }
    }

    /// Refuses the API when something in it has become longer than it may be.
    pub(super) fn check(&self, api: &RestApiRecord) -> Result<(), Refused> {
        let now = Self::of(api);
        if now.template > self.template.max(MOST_TEMPLATE_BYTES) {
            return Err(bad_request(
                "Invalid mapping template: the maximum size of a mapping template is 300 KB",
            ));
        }
        if now.models > self.models.max(MOST_MODEL_BYTES) {
            return Err(bad_request(
                "Invalid model: the maximum size of all models of an API is 400 KB",
            ));
        }
        Ok(())
    }
}

pub(super) fn check_document(body: &[u8]) -> Result<(), Refused> {
    if body.len() > MOST_DOCUMENT_BYTES {
        return Err(bad_request(
            "The maximum size of an API definition that is imported is 6 MB",
        ));
    }
    Ok(())
}

fn longest_template(definition: &ApiDefinition) -> usize {
    let methods = definition.resources.values();
    let methods = methods.flat_map(|resource| resource.methods.values());
    methods.map(longest_of_method).max().unwrap_or_default()
}

fn longest_of_method(method: &Method) -> usize {
    let Some(integration) = &method.integration else {
        return 0;
    };
    let answers = integration.responses.values();
    let answers = answers.filter_map(|answer| answer.response_templates.as_ref());
    let all = integration.request_templates.iter().chain(answers);
    let lengths = all.flat_map(BTreeMap::values).map(String::len);
    lengths.max().unwrap_or_default()
}
