//! Lists the server certificates of an account below a path.

use model::ServerCertificateRecord;
use wire::iam::{
    ListServerCertificates, ListServerCertificatesRequest, ListServerCertificatesResponse,
};

use super::super::listing_resource;
use super::super::pages::{PageAsk, page};
use super::render::metadata;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListServerCertificates> for Rooms {
    fn needs(&self, call: &Call, input: &ListServerCertificatesRequest) -> Result<Needs, Refused> {
        let resource = listing_resource(call, "server-certificate", input.path_prefix.as_deref());
        Ok(Ask::on("iam:ListServerCertificates", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListServerCertificates>,
    ) -> Result<ListServerCertificatesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = input.path_prefix.as_deref().unwrap_or("/");
        let all = self
            .records
            .list::<ServerCertificateRecord>(&format!("{}/", call.account()))
            .await?;
        let below = all
            .into_iter()
            .filter(|certificate| certificate.path.starts_with(prefix))
            .collect();
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(
            below,
            |certificate| certificate.name.to_ascii_lowercase(),
            ask,
        )?;
        Ok(ListServerCertificatesResponse {
            server_certificate_metadata_list: Some(
                page.items
                    .iter()
                    .map(|certificate| metadata(certificate))
                    .collect(),
            ),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
