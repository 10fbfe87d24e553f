//! DeleteDocumentationPart.

use wire::apigateway::{DeleteDocumentationPart, DeleteDocumentationPartRequest};

use model::RestApiRecord;

use super::super::failures::{no_api, no_documentation_part};
use super::super::{asks, records};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDocumentationPart> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteDocumentationPartRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteDocumentationPart>(
            call,
            &[&input.rest_api_id, &input.documentation_part_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteDocumentationPart>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let change = |api: &mut RestApiRecord| {
            let parts = &mut api.documentation.parts;
            let before = parts.len();
            parts.retain(|part| part.id != input.documentation_part_id);
            if parts.len() == before {
                return Err(no_documentation_part());
            }
            Ok(())
        };
        records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(())
    }
}
