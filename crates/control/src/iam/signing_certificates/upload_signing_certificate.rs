//! Keeps a signing certificate of a user, or of the caller.

use identity::identifiers::Prefix;
use model::{KeyStatus, SigningCertificate, UserRecord};
use wire::iam::{
    UploadSigningCertificate, UploadSigningCertificateRequest, UploadSigningCertificateResponse,
};

use super::super::certificates;
use super::super::name_or_own;
use super::super::new_id;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::render::render;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UploadSigningCertificate> for Rooms {
    fn needs(&self, _: &Call, _: &UploadSigningCertificateRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<UploadSigningCertificate>,
    ) -> Result<UploadSigningCertificateResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<UploadSigningCertificate, UserRecord>(self, &call, &name).await?;

        if certificates::expiry(&input.certificate_body).is_none() {
            return Err(Refusal::MalformedCertificate(input.certificate_body).into());
        }
        let certificate = SigningCertificate {
            id: certificate_id()?,
            body: input.certificate_body,
            status: KeyStatus::Active,
            uploaded: call.now(),
        };
        user.change(&self.records, |user| {
            let held = &mut user.credentials.certificates;
            if held.iter().any(|other| other.body == certificate.body) {
                return Err(Refusal::DuplicateCertificate.into());
            }
            if held.len() >= MOST_CERTIFICATES {
                let (name, most) = ("CertificatesPerUser", MOST_CERTIFICATES);
                return Err(Refusal::Quota { name, most }.into());
            }
            held.push(certificate.clone());
            Ok(())
        })
        .await?;
        Ok(UploadSigningCertificateResponse {
            certificate: Some(render(&name, &certificate)),
        })
    }
}

/// Certificates of one user (IAM quotas).
const MOST_CERTIFICATES: usize = 2;

/// These identifiers have letters only: 32, of two random identifiers without their prefixes.
fn certificate_id() -> Result<String, Refused> {
    let random = [new_id(Prefix::AccessKey)?, new_id(Prefix::AccessKey)?];
    Ok(random
        .iter()
        .filter_map(|id| id.get(Prefix::AccessKey.letters().len()..))
        .collect())
}
