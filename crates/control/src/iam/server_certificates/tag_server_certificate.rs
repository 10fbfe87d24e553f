//! Adds tags to a server certificate, or changes them.

use model::ServerCertificateRecord;
use wire::iam::{TagServerCertificate, TagServerCertificateRequest};

use super::super::permitted::permitted_with;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<TagServerCertificate> for Rooms {
    fn needs(&self, _: &Call, _: &TagServerCertificateRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<TagServerCertificate>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let tags = tagging::read(input.tags)?;
        let certificate = permitted_with::<TagServerCertificate, ServerCertificateRecord>(
            self,
            &call,
            &input.server_certificate_name,
            |ask| ask.bringing_tags(&tags),
        )
        .await?;
        certificate
            .change(&self.records, |certificate| {
                tagging::put(&mut certificate.tags, &tags).map_err(Refused::from)
            })
            .await
    }
}
