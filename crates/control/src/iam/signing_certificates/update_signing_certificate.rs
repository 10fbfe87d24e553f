//! Makes a signing certificate valid or invalid.

use model::UserRecord;
use wire::iam::{UpdateSigningCertificate, UpdateSigningCertificateRequest};

use super::super::access_keys::status_of;
use super::super::name_or_own;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateSigningCertificate> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateSigningCertificateRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateSigningCertificate>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<UpdateSigningCertificate, UserRecord>(self, &call, &name).await?;

        let status = status_of(&input.status);
        user.change(&self.records, |user| {
            let certificate = user
                .credentials
                .certificates
                .iter_mut()
                .find(|held| held.id == input.certificate_id)
                .ok_or_else(|| Refusal::NoSuchCertificate(input.certificate_id.clone()))?;
            certificate.status = status;
            Ok(())
        })
        .await
    }
}
