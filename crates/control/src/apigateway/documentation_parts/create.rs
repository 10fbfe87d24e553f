//! CreateDocumentationPart: at a location that has none yet.

use wire::apigateway::{
    CreateDocumentationPart, CreateDocumentationPartRequest, DocumentationPart,
};

use model::RestApiRecord;

use super::super::failures::{conflict, no_api};
use super::super::{asks, records};
use super::{check_properties, named, new, read_location, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateDocumentationPart> for Rooms {
    fn needs(&self, call: &Call, input: &CreateDocumentationPartRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<CreateDocumentationPart>(
            call,
            &[&input.rest_api_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateDocumentationPart>,
    ) -> Result<DocumentationPart, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let change = |api: &mut RestApiRecord| {
            let location = read_location(&input.location)?;
            check_properties(&input.properties)?;
            let parts = &mut api.documentation.parts;
            if parts.iter().any(|part| part.location.is_at(&location)) {
                return Err(conflict(format!(
                    "Documentation part already exists for the specified location: {}.",
                    named(&location)
                )));
            }
            let part = new(location, input.properties.clone());
            let shown = shown(&part);
            parts.push(part);
            Ok(shown)
        };
        let (_, part) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(part)
    }
}
