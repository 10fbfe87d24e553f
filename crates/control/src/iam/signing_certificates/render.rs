//! A signing certificate as answers tell it.

use wire::iam::SigningCertificate;

use super::super::access_keys::status_name;
use super::super::time;

pub(super) fn render(
    user_name: &str,
    certificate: &model::SigningCertificate,
) -> SigningCertificate {
    SigningCertificate {
        user_name: user_name.to_owned(),
        certificate_id: certificate.id.clone(),
        certificate_body: certificate.body.clone(),
        status: status_name(certificate.status).to_owned(),
        upload_date: Some(time(certificate.uploaded)),
    }
}
