//! Keeps a certificate with its key, as load balancers of AWS take them.

use identity::identifiers::Prefix;
use model::ServerCertificateRecord;
use store::StoreError;
use wire::iam::{
    TagServerCertificate, UploadServerCertificate, UploadServerCertificateRequest,
    UploadServerCertificateResponse,
};

use super::super::certificates;
use super::super::entity::Noun;
use super::super::refusal::Refusal;
use super::super::{creating, new_id, tagging};
use super::render::metadata;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UploadServerCertificate> for Rooms {
    fn needs(&self, call: &Call, input: &UploadServerCertificateRequest) -> Result<Needs, Refused> {
        let resource = format!(
            "arn:aws:iam::{}:server-certificate{}{}",
            call.account(),
            input.path.as_deref().unwrap_or("/"),
            input.server_certificate_name
        );
        let tags = input.tags.as_deref().unwrap_or_default();
        Ok(creating::<TagServerCertificate>(
            Ask::on("iam:UploadServerCertificate", resource),
            tags,
            None,
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<UploadServerCertificate>,
    ) -> Result<UploadServerCertificateResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let certificate = record(input, &call)?;
        match self.records.create(&certificate).await {
            Ok(_) => Ok(UploadServerCertificateResponse {
                server_certificate_metadata: Some(metadata(&certificate)),
                tags: tagging::render_some(&certificate.tags),
            }),
            Err(StoreError::Conflict { .. }) => {
                Err(Refusal::EntityExists(Noun::ServerCertificate, certificate.name).into())
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn record(
    input: UploadServerCertificateRequest,
    call: &Call,
) -> Result<ServerCertificateRecord, Refused> {
    let expires =
        certificates::expiry(&input.certificate_body).ok_or(Refusal::UnreadableCertificate)?;
    if !certificates::is_private_key(&input.private_key) {
        return Err(Refusal::UnreadableKey.into());
    }
    Ok(ServerCertificateRecord {
        account: call.account().clone(),
        name: input.server_certificate_name,
        path: input.path.unwrap_or_else(|| "/".to_owned()),
        unique_id: new_id(Prefix::ServerCertificate)?,
        uploaded: call.now(),
        body: input.certificate_body,
        private_key: input.private_key,
        chain: input.certificate_chain,
        expires: Some(expires),
        tags: tagging::read(input.tags.unwrap_or_default())?,
    })
}
