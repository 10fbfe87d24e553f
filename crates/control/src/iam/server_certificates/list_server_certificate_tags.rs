//! Lists the tags of a server certificate.

use model::ServerCertificateRecord;
use wire::iam::{
    ListServerCertificateTags, ListServerCertificateTagsRequest, ListServerCertificateTagsResponse,
};

use super::super::pages::PageAsk;
use super::super::permitted::permitted;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListServerCertificateTags> for Rooms {
    fn needs(&self, _: &Call, _: &ListServerCertificateTagsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListServerCertificateTags>,
    ) -> Result<ListServerCertificateTagsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let certificate = permitted::<ListServerCertificateTags, ServerCertificateRecord>(
            self,
            &call,
            &input.server_certificate_name,
        )
        .await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = tagging::paged(&certificate.record().tags, ask)?;
        Ok(ListServerCertificateTagsResponse {
            tags: Some(page.items),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
