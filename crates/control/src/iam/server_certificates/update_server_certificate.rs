//! Gives a server certificate another name or path.

use model::ServerCertificateRecord;
use wire::iam::{UpdateServerCertificate, UpdateServerCertificateRequest};

use super::super::permitted::permitted;
use super::super::renaming::rename;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateServerCertificate> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateServerCertificateRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UpdateServerCertificate>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let certificate = permitted::<UpdateServerCertificate, ServerCertificateRecord>(
            self,
            &call,
            &input.server_certificate_name,
        )
        .await?;
        let path = input
            .new_path
            .as_deref()
            .unwrap_or(&certificate.record().path);
        let name = input
            .new_server_certificate_name
            .as_deref()
            .unwrap_or(&input.server_certificate_name);
        let renamed = ServerCertificateRecord {
            path: path.to_owned(),
            name: name.to_owned(),
            ..certificate.record().clone()
        };
        Ask::on("iam:UpdateServerCertificate", renamed.arn())
            .put_to(&self.identity, call.caller())?;
        rename(
            &self.records,
            certificate,
            renamed,
            |certificate, renamed| {
                certificate.path.clone_from(&renamed.path);
                certificate.name.clone_from(&renamed.name);
            },
        )
        .await
    }
}
