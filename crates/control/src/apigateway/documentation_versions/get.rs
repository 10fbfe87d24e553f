//! GetDocumentationVersion.

use wire::apigateway::{
    DocumentationVersion, GetDocumentationVersion, GetDocumentationVersionRequest,
};

use super::super::failures::no_documentation_version;
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDocumentationVersion> for Rooms {
    fn needs(&self, call: &Call, input: &GetDocumentationVersionRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetDocumentationVersion>(
            call,
            &[&input.rest_api_id, &input.documentation_version],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDocumentationVersion>,
    ) -> Result<DocumentationVersion, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = no_documentation_version;
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let versions = &api.documentation.versions;
        let version = versions.get(&input.documentation_version);
        version.map(shown).ok_or_else(missing)
    }
}
