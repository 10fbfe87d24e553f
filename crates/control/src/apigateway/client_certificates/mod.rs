//! Client certificates: what API Gateway would show to a backend that asks who it is.
//!
//! They are made, kept and shown; the gateway presents the one that a stage names.

mod delete;
mod generate;
mod get;
mod list;
mod update;

use model::ClientCertificateRecord;
use store::Stored;
use wire::apigateway::ClientCertificate;

use super::failures::no_client_certificate;
use super::times;
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;

fn shown(certificate: &ClientCertificateRecord) -> ClientCertificate {
    ClientCertificate {
        client_certificate_id: Some(certificate.id.clone()),
        description: certificate.description.clone(),
        pem_encoded_certificate: Some(certificate.certificate.clone()),
        created_date: Some(times::shown(certificate.created)),
        expiration_date: Some(times::shown(certificate.expires)),
        tags: Some(certificate.tags.clone()).filter(|tags| !tags.is_empty()),
    }
}

pub(super) async fn find(
    rooms: &Rooms,
    call: &Call,
    id: &str,
) -> Result<Stored<ClientCertificateRecord>, Refused> {
    let id = ClientCertificateRecord::id_of(call.account(), call.region(), id);
    let found = rooms.records.get(&id).await?;
    found.ok_or_else(no_client_certificate)
}
