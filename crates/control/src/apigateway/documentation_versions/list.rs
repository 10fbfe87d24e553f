//! GetDocumentationVersions, in the order of their names.

use wire::apigateway::{
    DocumentationVersions, GetDocumentationVersions, GetDocumentationVersionsRequest,
};

use super::super::failures::no_api;
use super::super::{asks, pages, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetDocumentationVersions> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GetDocumentationVersionsRequest,
    ) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetDocumentationVersions>(
            call,
            &[&input.rest_api_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetDocumentationVersions>,
    ) -> Result<DocumentationVersions, Refused> {
        let (input, call) = authorized.into_parts();
        let missing = || no_api(&call, &input.rest_api_id);
        let api = records::read(self, &call, &input.rest_api_id, missing).await?;
        let versions = api.documentation.versions.values();
        let page = pages::cut(
            versions,
            input.limit,
            input.position.as_deref(),
            |version| version.version.clone(),
        )?;
        Ok(DocumentationVersions {
            position: page.position,
            items: Some(page.items.into_iter().map(shown).collect()),
        })
    }
}
