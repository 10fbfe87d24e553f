//! DeleteDocumentationVersion: a stage that named it names none any more.

use wire::apigateway::{DeleteDocumentationVersion, DeleteDocumentationVersionRequest};

use model::RestApiRecord;

use super::super::failures::no_documentation_version;
use super::super::{asks, records};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteDocumentationVersion> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &DeleteDocumentationVersionRequest,
    ) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteDocumentationVersion>(
            call,
            &[&input.rest_api_id, &input.documentation_version],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteDocumentationVersion>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let missing = no_documentation_version;
        let name = &input.documentation_version;
        let change = |api: &mut RestApiRecord| {
            let removed = api.documentation.versions.remove(name);
            removed.ok_or_else(missing)?;
            for stage in api.stages.values_mut() {
                stage.documentation_version.take_if(|shown| shown == name);
            }
            Ok(())
        };
        records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(())
    }
}
