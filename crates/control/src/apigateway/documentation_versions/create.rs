//! CreateDocumentationVersion: freezes the parts, and shows them on a stage if one is named.

use wire::apigateway::{
    CreateDocumentationVersion, CreateDocumentationVersionRequest, DocumentationVersion,
};

use model::RestApiRecord;

use super::super::failures::{bad_request, conflict, no_api, no_stage};
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateDocumentationVersion> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &CreateDocumentationVersionRequest,
    ) -> Result<Needs, Refused> {
        Ok(asks::needs::<CreateDocumentationVersion>(
            call,
            &[&input.rest_api_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateDocumentationVersion>,
    ) -> Result<DocumentationVersion, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let name = &input.documentation_version;
        let change = |api: &mut RestApiRecord| {
            let version = freeze(&call, api, &input)?;
            if let Some(stage) = input.stage_name.as_deref().filter(|name| !name.is_empty()) {
                let stage = api.stages.get_mut(stage).ok_or_else(no_stage)?;
                stage.documentation_version = Some(name.clone());
                stage.updated = call.now();
            }
            let shown = shown(&version);
            api.documentation.versions.insert(name.clone(), version);
            Ok(shown)
        };
        let (_, shown) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(shown)
    }
}

/// No recording shows the words of the refusals.
fn freeze(
    call: &Call,
    api: &RestApiRecord,
    input: &CreateDocumentationVersionRequest,
) -> Result<model::DocumentationVersion, Refused> {
    let name = &input.documentation_version;
    if name.is_empty() {
        return Err(bad_request("Documentation version must be non-empty"));
    }
    if api.documentation.versions.contains_key(name) {
        return Err(conflict("Documentation version already exists"));
    }
    Ok(model::DocumentationVersion {
        version: name.clone(),
        description: input.description.clone().filter(|text| !text.is_empty()),
        created: call.now(),
        parts: api.documentation.parts.clone(),
    })
}
