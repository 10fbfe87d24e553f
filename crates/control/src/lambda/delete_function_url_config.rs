//! Takes the URL of a function or of an alias away.

use model::FunctionRecord;
use wire::lambda::{DeleteFunctionUrlConfig, DeleteFunctionUrlConfigRequest};

use super::function_urls::{key, no_url};
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteFunctionUrlConfig> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteFunctionUrlConfigRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self
            .ask_url("lambda:DeleteFunctionUrlConfig", &target, None)
            .into())
    }

    async fn handle(&self, authorized: Authorized<DeleteFunctionUrlConfig>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let key = key(&target);
        let change =
            |record: &mut FunctionRecord| record.urls.remove(&key).map(drop).ok_or_else(no_url);
        self.change_function_or(&target, no_url, change).await?;
        Ok(())
    }
}
