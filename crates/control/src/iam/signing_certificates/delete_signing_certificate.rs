//! Deletes a signing certificate.

use model::UserRecord;
use wire::iam::{DeleteSigningCertificate, DeleteSigningCertificateRequest};

use super::super::name_or_own;
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteSigningCertificate> for Rooms {
    fn needs(&self, _: &Call, _: &DeleteSigningCertificateRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteSigningCertificate>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<DeleteSigningCertificate, UserRecord>(self, &call, &name).await?;

        user.change(&self.records, |user| {
            let held = &mut user.credentials.certificates;
            let before = held.len();
            held.retain(|certificate| certificate.id != input.certificate_id);
            if held.len() == before {
                return Err(Refusal::NoSuchCertificate(input.certificate_id.clone()).into());
            }
            Ok(())
        })
        .await
    }
}
