//! The versions of a parameter.

use wire::ssm::{GetParameterHistory, GetParameterHistoryRequest, GetParameterHistoryResult};

use super::failures::invalid_token;
use super::named::Named;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const PAGE: usize = 50;

impl Handle<GetParameterHistory> for Rooms {
    fn needs(&self, call: &Call, input: &GetParameterHistoryRequest) -> Result<Needs, Refused> {
        let named = Named::read(call, &input.name)?;
        Ok(named.ask("ssm:GetParameterHistory").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetParameterHistory>,
    ) -> Result<GetParameterHistoryResult, Refused> {
        let (input, call) = authorized.into_parts();
        let named = Named::read(&call, &input.name)?;
        let record = self.parameter(&named).await?.record;
        let after = input.next_token.as_deref().map(str::parse::<u64>);
        let after = after.transpose().map_err(|_| invalid_token())?;
        let versions = record.versions.iter();
        let mut left = versions.filter(|version| after.is_none_or(|after| version.number > after));
        let most = input
            .max_results
            .and_then(|most| usize::try_from(most).ok());
        let page: Vec<_> = left.by_ref().take(most.unwrap_or(PAGE)).collect();
        let is_more = left.next().is_some();
        let last = page.last().filter(|_| is_more);
        let shown = page
            .iter()
            .map(|version| self.shown_history(&record, version, input.with_decryption));
        Ok(GetParameterHistoryResult {
            next_token: last.map(|last| last.number.to_string()),
            parameters: Some(shown.collect::<Result<_, Refused>>()?),
        })
    }
}
