//! UpdateDocumentationVersion: its description.

use wire::apigateway::{
    DocumentationVersion, UpdateDocumentationVersion, UpdateDocumentationVersionRequest,
};

use model::RestApiRecord;

use super::super::failures::no_documentation_version;
use super::super::{asks, patch, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateDocumentationVersion> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &UpdateDocumentationVersionRequest,
    ) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateDocumentationVersion>(
            call,
            &[&input.rest_api_id, &input.documentation_version],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateDocumentationVersion>,
    ) -> Result<DocumentationVersion, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = no_documentation_version;
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            let versions = &mut api.documentation.versions;
            let version = versions.get_mut(&input.documentation_version);
            let version = version.ok_or_else(missing)?;
            for patch in &patches {
                patch.among(&["/description"])?;
                version.description = patch.filled().map(str::to_owned);
            }
            Ok(shown(version))
        };
        let (_, shown) = records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(shown)
    }
}
