//! Makes a report of who may sign in with what, unless there is a fresh one.

use wire::iam::{GenerateCredentialReport, GenerateCredentialReportResponse};

use super::super::account;
use super::credentials::is_fresh;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GenerateCredentialReport> for Rooms {
    fn needs(&self, _: &Call, (): &()) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:GenerateCredentialReport").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GenerateCredentialReport>,
    ) -> Result<GenerateCredentialReportResponse, Refused> {
        let ((), call) = authorized.into_parts();
        let fresh = account::change(&self.records, call.account(), |account| {
            let is_fresh = account
                .report_made
                .is_some_and(|made| is_fresh(made, call.now()));
            if !is_fresh {
                account.report_made = Some(call.now());
            }
            Ok(is_fresh)
        })
        .await?;
        let (state, description) = if fresh {
            ("COMPLETE", None)
        } else {
            (
                "STARTED",
                Some("No report exists. Starting a new report generation task"),
            )
        };
        Ok(GenerateCredentialReportResponse {
            state: Some(state.to_owned()),
            description: description.map(str::to_owned),
        })
    }
}
