//! Lists the functions under a code signing configuration.

use wire::lambda::{
    ListFunctionsByCodeSigningConfig, ListFunctionsByCodeSigningConfigRequest,
    ListFunctionsByCodeSigningConfigResponse,
};

use super::super::paging::page;
use super::{ask, missing};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListFunctionsByCodeSigningConfig> for Rooms {
    fn needs(
        &self,
        _: &Call,
        input: &ListFunctionsByCodeSigningConfigRequest,
    ) -> Result<Needs, Refused> {
        Ok(ask(
            "lambda:ListFunctionsByCodeSigningConfig",
            &input.code_signing_config_arn,
        )
        .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListFunctionsByCodeSigningConfig>,
    ) -> Result<ListFunctionsByCodeSigningConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let arn = &input.code_signing_config_arn;
        self.code_signing(arn).await?.ok_or_else(|| missing(arn))?;
        let functions = self.functions(call.account(), call.region()).await?;
        let all = functions
            .iter()
            .filter(|record| record.code_signing.as_deref() == Some(arn.as_str()))
            .map(|record| (record.name.to_string(), record.arn().to_string()));
        let page = page(all, input.marker.as_deref(), input.max_items);
        Ok(ListFunctionsByCodeSigningConfigResponse {
            next_marker: page.next_marker,
            function_arns: Some(page.items),
        })
    }
}
