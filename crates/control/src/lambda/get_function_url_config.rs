//! Shows the URL of a function or of an alias.

use wire::lambda::{
    GetFunctionUrlConfig, GetFunctionUrlConfigRequest, GetFunctionUrlConfigResponse,
};

use super::function_urls::{key, no_url, shown};
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetFunctionUrlConfig> for Rooms {
    fn needs(&self, call: &Call, input: &GetFunctionUrlConfigRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self
            .ask_url("lambda:GetFunctionUrlConfig", &target, None)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetFunctionUrlConfig>,
    ) -> Result<GetFunctionUrlConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let record = self.function_or(&target, no_url).await?.record;
        let key = key(&target);
        let url = record.urls.get(&key).ok_or_else(no_url)?;
        let shown = shown(&call, &record, &key, url);
        Ok(GetFunctionUrlConfigResponse {
            function_url: Some(shown.function_url),
            function_arn: Some(shown.function_arn),
            auth_type: Some(shown.auth_type),
            cors: shown.cors,
            creation_time: Some(shown.creation_time),
            last_modified_time: Some(shown.last_modified_time),
            invoke_mode: shown.invoke_mode,
        })
    }
}
