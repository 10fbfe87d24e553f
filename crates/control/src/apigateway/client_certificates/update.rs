//! UpdateClientCertificate: its description.

use wire::apigateway::{
    ClientCertificate, UpdateClientCertificate, UpdateClientCertificateRequest,
};

use model::ClientCertificateRecord;

use super::super::failures::no_client_certificate;
use super::super::{asks, patch};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateClientCertificate> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateClientCertificateRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<UpdateClientCertificate>(
            call,
            &[&input.client_certificate_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateClientCertificate>,
    ) -> Result<ClientCertificate, Refused> {
        let (input, call) = authorized.into_parts();
        let patches = patch::read(input.patch_operations)?;
        let change = |certificate: &mut ClientCertificateRecord| {
            for patch in &patches {
                patch.among(&["/description"])?;
                certificate.description = patch.filled().map(str::to_owned);
            }
            Ok(())
        };
        let id = &input.client_certificate_id;
        let id = ClientCertificateRecord::id_of(call.account(), call.region(), id);
        let updated = self.records.update(&id, change).await;
        let updated = updated.map_err(|error| Refused::of_update(error, no_client_certificate))?;
        Ok(shown(&updated.stored))
    }
}
