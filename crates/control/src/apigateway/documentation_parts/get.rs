//! GetDocumentationPart.

use wire::apigateway::{DocumentationPart, GetDocumentationPart, GetDocumentationPartRequest};

use super::super::failures::no_documentation_part;
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDocumentationPart> for Rooms {
    fn needs(&self, call: &Call, input: &GetDocumentationPartRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetDocumentationPart>(
            call,
            &[&input.rest_api_id, &input.documentation_part_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDocumentationPart>,
    ) -> Result<DocumentationPart, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = no_documentation_part;
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let mut parts = api.documentation.parts.iter();
        let part = parts.find(|part| part.id == input.documentation_part_id);
        part.map(shown).ok_or_else(missing)
    }
}
