//! Takes tags from a server certificate; those that it does not have don't matter.

use model::ServerCertificateRecord;
use wire::iam::{UntagServerCertificate, UntagServerCertificateRequest};

use super::super::permitted::permitted_with;
use super::super::tagging;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UntagServerCertificate> for Rooms {
    fn needs(&self, _: &Call, _: &UntagServerCertificateRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UntagServerCertificate>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let certificate = permitted_with::<UntagServerCertificate, ServerCertificateRecord>(
            self,
            &call,
            &input.server_certificate_name,
            |ask| ask.naming_tags(input.tag_keys.clone()),
        )
        .await?;
        certificate
            .change(&self.records, |certificate| {
                tagging::remove(&mut certificate.tags, &input.tag_keys);
                Ok(())
            })
            .await
    }
}
