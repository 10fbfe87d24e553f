//! ImportDocumentationParts: the documentation of a Swagger or OpenAPI document, merged into that
//! of an API or put in its place.

use wire::apigateway::{
    DocumentationPartIds, DocumentationPartLocation, ImportDocumentationParts,
    ImportDocumentationPartsRequest,
};

use model::{Documentation, DocumentationPart, RestApiRecord};
use openapi::Mode;
use serde_json::Value;

use super::super::failures::{bad_request, no_api};
use super::super::{asks, records};
use super::{new, read_location};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ImportDocumentationParts> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &ImportDocumentationPartsRequest,
    ) -> Result<Needs, Refused> {
        Ok(asks::needs::<ImportDocumentationParts>(
            call,
            &[&input.rest_api_id],
        ))
    }

    /// What cannot be taken is an error, so that there are no warnings to fail on.
    async fn handle(
        &self,
        authorized: Authorized<ImportDocumentationParts>,
    ) -> Result<DocumentationPartIds, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let imported =
            openapi::documentation(&input.body).map_err(|error| bad_request(error.to_string()))?;
        let mode = match input.mode.as_deref() {
            Some("overwrite") => Mode::Overwrite,
            _ => Mode::Merge,
        };
        let change = |api: &mut RestApiRecord| take(&mut api.documentation, imported.clone(), mode);
        let (_, ids) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(DocumentationPartIds {
            ids: Some(ids),
            warnings: None,
        })
    }
}

/// Takes over the parts of a document, and gives back the ids that they have got. What is not
/// named stays in a merge (API Gateway developer guide, "Import API documentation").
pub(in super::super) fn take(
    documentation: &mut Documentation,
    imported: openapi::Documentation,
    mode: Mode,
) -> Result<Vec<String>, Refused> {
    let imported = imported.parts.into_iter().map(read);
    let imported = imported.collect::<Result<Vec<_>, _>>()?;
    if mode == Mode::Overwrite {
        documentation.parts.clear();
    }
    let parts = &mut documentation.parts;
    Ok(imported
        .into_iter()
        .map(|part| merge(parts, part))
        .collect())
}

fn read(part: openapi::DocumentationPart) -> Result<DocumentationPart, Refused> {
    let member = |name: &str| part.location.get(name).cloned();
    let mut location = read_location(&DocumentationPartLocation {
        type_: member("type").unwrap_or_default(),
        path: member("path"),
        method: member("method"),
        status_code: member("statusCode"),
        name: member("name"),
    })?;
    // AWS shows the default that an import leaves out, as recorded by
    // `test_import_documentation_parts`.
    if location.kind.has_path() {
        location.path.get_or_insert_with(|| "/".to_owned());
    }
    let properties = match part.properties {
        Value::Object(properties) => Value::Object(properties).to_string(),
        // A document may say them as a text too, as CreateDocumentationPart does.
        Value::String(text) => text,
        other => other.to_string(),
    };
    super::check_properties(&properties)?;
    Ok(new(location, properties))
}

/// "If an imported DocumentationPart already exists, an imported attribute replaces the existing
/// one if the two are different. Other existing documentation attributes remain unaffected."
fn merge(parts: &mut Vec<DocumentationPart>, imported: DocumentationPart) -> String {
    let mut there = parts.iter_mut();
    let Some(part) = there.find(|part| part.location.is_at(&imported.location)) else {
        let id = imported.id.clone();
        parts.push(imported);
        return id;
    };
    let read = |text: &str| serde_json::from_str::<Value>(text).ok();
    if let Some(Value::Object(mut properties)) = read(&part.properties)
        && let Some(Value::Object(new)) = read(&imported.properties)
    {
        properties.extend(new);
        part.properties = Value::Object(properties).to_string();
    }
    part.id.clone()
}
