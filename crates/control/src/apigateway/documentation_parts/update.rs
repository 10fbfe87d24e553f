//! UpdateDocumentationPart: its properties, as a whole.

use wire::apigateway::{
    DocumentationPart, UpdateDocumentationPart, UpdateDocumentationPartRequest,
};

use model::RestApiRecord;

use super::super::failures::no_documentation_part;
use super::super::patch::{self, Patch};
use super::super::{asks, records};
use super::{check_properties, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateDocumentationPart> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateDocumentationPartRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateDocumentationPart>(
            call,
            &[&input.rest_api_id, &input.documentation_part_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateDocumentationPart>,
    ) -> Result<DocumentationPart, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = no_documentation_part;
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            let mut parts = api.documentation.parts.iter_mut();
            let part = parts
                .find(|part| part.id == input.documentation_part_id)
                .ok_or_else(missing)?;
            patches.iter().try_for_each(|patch| apply(part, patch))?;
            Ok(shown(part))
        };
        let (_, part) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(part)
    }
}

fn apply(part: &mut model::DocumentationPart, patch: &Patch) -> Result<(), Refused> {
    patch.among(&["/properties"])?;
    let properties = patch.value().unwrap_or_default();
    check_properties(properties)?;
    properties.clone_into(&mut part.properties);
    Ok(())
}
