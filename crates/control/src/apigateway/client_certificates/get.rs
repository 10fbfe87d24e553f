//! GetClientCertificate.

use wire::apigateway::{ClientCertificate, GetClientCertificate, GetClientCertificateRequest};

use super::super::asks;
use super::{find, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetClientCertificate> for Rooms {
    fn needs(&self, call: &Call, input: &GetClientCertificateRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetClientCertificate>(
            call,
            &[&input.client_certificate_id],
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetClientCertificate>,
    ) -> Result<ClientCertificate, Refused> {
        let (input, call) = authorized.into_parts();
        let found = find(self, &call, &input.client_certificate_id).await?;
        Ok(shown(&found.record))
    }
}
