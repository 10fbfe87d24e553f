//! Tells a server certificate; its key is never told.

use model::ServerCertificateRecord;
use wire::iam::{
    GetServerCertificate, GetServerCertificateRequest, GetServerCertificateResponse,
    ServerCertificate,
};

use super::super::permitted::permitted;
use super::super::tagging;
use super::render::metadata;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetServerCertificate> for Rooms {
    fn needs(&self, _: &Call, _: &GetServerCertificateRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetServerCertificate>,
    ) -> Result<GetServerCertificateResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let certificate = permitted::<GetServerCertificate, ServerCertificateRecord>(
            self,
            &call,
            &input.server_certificate_name,
        )
        .await?;
        let record = certificate.record();
        Ok(GetServerCertificateResponse {
            server_certificate: Some(ServerCertificate {
                server_certificate_metadata: metadata(record),
                certificate_body: record.body.clone(),
                certificate_chain: record.chain.clone(),
                tags: tagging::render_some(&record.tags),
            }),
        })
    }
}
