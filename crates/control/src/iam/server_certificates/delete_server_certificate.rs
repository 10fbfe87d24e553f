//! Deletes a server certificate.

use model::ServerCertificateRecord;
use wire::iam::{DeleteServerCertificate, DeleteServerCertificateRequest};

use super::super::permitted::permitted;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteServerCertificate> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteServerCertificateRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<DeleteServerCertificate>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let certificate = permitted::<DeleteServerCertificate, ServerCertificateRecord>(
            self,
            &call,
            &input.server_certificate_name,
        )
        .await?;
        certificate.delete(&self.records).await
    }
}
