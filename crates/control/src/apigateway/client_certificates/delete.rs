//! DeleteClientCertificate.

use wire::apigateway::{DeleteClientCertificate, DeleteClientCertificateRequest};

use model::{ClientCertificateRecord, Record as _};

use super::super::asks;
use super::find;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteClientCertificate> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteClientCertificateRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteClientCertificate>(
            call,
            &[&input.client_certificate_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteClientCertificate>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let found = find(self, &call, &input.client_certificate_id).await?;
        let id = found.record.id();
        self.records
            .delete::<ClientCertificateRecord>(&id, found.version)
            .await?;
        Ok(())
    }
}
