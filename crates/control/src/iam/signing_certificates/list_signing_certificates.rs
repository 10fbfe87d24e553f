//! Lists the signing certificates of a user, or of the caller.

use model::UserRecord;
use wire::iam::{
    ListSigningCertificates, ListSigningCertificatesRequest, ListSigningCertificatesResponse,
};

use super::super::name_or_own;
use super::super::pages::{PageAsk, page};
use super::super::permitted::permitted;
use super::render::render;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListSigningCertificates> for Rooms {
    fn needs(&self, _: &Call, _: &ListSigningCertificatesRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListSigningCertificates>,
    ) -> Result<ListSigningCertificatesResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<ListSigningCertificates, UserRecord>(self, &call, &name).await?;

        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let held = user.record().credentials.certificates.clone();
        let page = page(held, |certificate| certificate.id.clone(), ask)?;
        Ok(ListSigningCertificatesResponse {
            certificates: Some(
                page.items
                    .iter()
                    .map(|certificate| render(&name, certificate))
                    .collect(),
            ),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        })
    }
}
