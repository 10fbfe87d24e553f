//! Tells the report of who may sign in with what, as comma-separated values.

use bytes::Bytes;
use wire::iam::{GetCredentialReport, GetCredentialReportResponse};

use super::super::account;
use super::super::refusal::Refusal;
use super::super::time;
use super::credentials::{is_fresh, report};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetCredentialReport> for Rooms {
    fn needs(&self, _: &Call, (): &()) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:GetCredentialReport").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetCredentialReport>,
    ) -> Result<GetCredentialReportResponse, Refused> {
        let ((), call) = authorized.into_parts();
        let account = account::read(&self.records, call.account()).await?;
        let made = account.report_made.ok_or(Refusal::NoReport)?;
        if !is_fresh(made, call.now()) {
            return Err(Refusal::OldReport.into());
        }
        let text = report(self, &account).await?;
        Ok(GetCredentialReportResponse {
            content: Some(Bytes::from(text)),
            report_format: Some("text/csv".to_owned()),
            generated_time: Some(time(made)),
        })
    }
}
