//! Reads parameters: one, several, or all below a path.

use model::ParameterRecord;
use wire::ssm::{
    GetParameter, GetParameterRequest, GetParameterResult, GetParameters, GetParametersByPath,
    GetParametersByPathRequest, GetParametersByPathResult, GetParametersRequest,
    GetParametersResult,
};

use super::failures::{invalid, invalid_token};
use super::filters::Filters;
use super::named::{Named, version};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// The most that GetParametersByPath gives at once.
const PAGE: usize = 10;

impl Handle<GetParameter> for Rooms {
    fn needs(&self, call: &Call, input: &GetParameterRequest) -> Result<Needs, Refused> {
        let named = Named::read(call, &input.name)?;
        Ok(named.ask("ssm:GetParameter").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetParameter>,
    ) -> Result<GetParameterResult, Refused> {
        let (input, call) = authorized.into_parts();
        let named = Named::read(&call, &input.name)?;
        let record = self.parameter(&named).await?.record;
        let chosen = version(&record, named.selector.as_deref())?;
        let mut shown = self.shown_parameter(&record, chosen, input.with_decryption)?;
        shown.selector = named.selector.map(|selector| format!(":{selector}"));
        Ok(GetParameterResult {
            parameter: Some(shown),
        })
    }
}

impl Handle<GetParameters> for Rooms {
    fn needs(&self, call: &Call, input: &GetParametersRequest) -> Result<Needs, Refused> {
        let asks = input.names.iter().map(|name| {
            let named = Named::read(call, name)?;
            Ok(named.ask("ssm:GetParameters"))
        });
        Ok(Needs::Permissions(asks.collect::<Result<_, Refused>>()?))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetParameters>,
    ) -> Result<GetParametersResult, Refused> {
        let (input, call) = authorized.into_parts();
        let (mut parameters, mut unknown) = (Vec::new(), Vec::new());
        for name in input.names {
            let named = Named::read(&call, &name)?;
            let found = self.records.get::<ParameterRecord>(&named.id()).await?;
            let chosen = found.as_ref().and_then(|found| {
                let chosen = version(&found.record, named.selector.as_deref()).ok()?;
                Some((&found.record, chosen))
            });
            let Some((record, chosen)) = chosen else {
                unknown.push(name);
                continue;
            };
            let mut shown = self.shown_parameter(record, chosen, input.with_decryption)?;
            shown.selector = named.selector.map(|selector| format!(":{selector}"));
            parameters.push(shown);
        }
        Ok(GetParametersResult {
            parameters: Some(parameters),
            invalid_parameters: Some(unknown),
        })
    }
}

impl Handle<GetParametersByPath> for Rooms {
    fn needs(&self, call: &Call, input: &GetParametersByPathRequest) -> Result<Needs, Refused> {
        let path = input.path.trim_end_matches('/');
        let arn = ParameterRecord::arn_of(call.account(), call.region(), path);
        let recursive = input.recursive == Some(true);
        let ask = Ask::on("ssm:GetParametersByPath", arn);
        Ok(ask.key("ssm:Recursive", recursive.to_string()).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetParametersByPath>,
    ) -> Result<GetParametersByPathResult, Refused> {
        let (input, call) = authorized.into_parts();
        if !input.path.starts_with('/') {
            return Err(invalid(
                "The parameter path can't be prefixed with \"aws\" or \"ssm\" (case-insensitive). It \
                 must begin with a forward slash (/).",
            ));
        }
        let filters = Filters::read(input.parameter_filters.unwrap_or_default())?;
        let path = format!("{}/", input.path.trim_end_matches('/'));
        let prefix = ParameterRecord::id_of(call.account(), call.region(), &path);
        let all = self.records.list::<ParameterRecord>(&prefix).await?;
        let is_below = |record: &ParameterRecord| {
            let rest = record.name.strip_prefix(&path).unwrap_or_default();
            input.recursive == Some(true) || !rest.contains('/')
        };
        let after = input.next_token.as_deref();
        if after.is_some_and(|token| !token.starts_with('/')) {
            return Err(invalid_token());
        }
        let all = all.into_iter().map(|found| found.record);
        let mut all = all.filter(|record| {
            // A name without a slash in front is no path's.
            record.name.starts_with('/')
                && is_below(record)
                && filters.fit(record)
                && after.is_none_or(|after| record.name.as_str() > after)
        });
        let most = input
            .max_results
            .and_then(|most| usize::try_from(most).ok());
        let page: Vec<ParameterRecord> = all.by_ref().take(most.unwrap_or(PAGE)).collect();
        let is_more = all.next().is_some();
        let last = page
            .last()
            .filter(|_| is_more)
            .map(|last| last.name.clone());
        let shown = page.iter().map(|record| {
            let chosen = version(record, None)?;
            self.shown_parameter(record, chosen, input.with_decryption)
        });
        Ok(GetParametersByPathResult {
            parameters: Some(shown.collect::<Result<_, Refused>>()?),
            next_token: last,
        })
    }
}
