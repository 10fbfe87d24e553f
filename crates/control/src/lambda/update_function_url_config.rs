//! Changes the URL of a function or of an alias; its address stays.

use model::FunctionRecord;
use wire::lambda::{
    UpdateFunctionUrlConfig, UpdateFunctionUrlConfigRequest, UpdateFunctionUrlConfigResponse,
};

use super::function_urls::{auth, check_alias, cors, invoke_mode, key, no_function, no_url, shown};
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateFunctionUrlConfig> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateFunctionUrlConfigRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        let kind = input.auth_type.as_deref();
        Ok(self
            .ask_url("lambda:UpdateFunctionUrlConfig", &target, kind)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateFunctionUrlConfig>,
    ) -> Result<UpdateFunctionUrlConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let key = key(&target);
        let change = |record: &mut FunctionRecord| {
            check_alias(&target, record)?;
            let url = record.urls.get_mut(&key).ok_or_else(no_url)?;
            if let Some(kind) = &input.auth_type {
                url.auth = auth(kind);
            }
            if let Some(given) = &input.cors {
                url.cors = Some(cors(given.clone()));
            }
            if let Some(mode) = &input.invoke_mode {
                url.invoke_mode = invoke_mode(mode);
            }
            url.modified = call.now();
            Ok(url.clone())
        };
        let updated = self
            .change_function_or(&target, no_function, change)
            .await?;
        let shown = shown(&call, &updated.stored.record, &key, &updated.output);
        Ok(UpdateFunctionUrlConfigResponse {
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
