//! Shows the configuration of a version, once an update of it is done.
//!
//! The waiter `function-updated` asks this operation and sleeps for five seconds between its questions:
//! an answer that comes a moment later spares everybody the sleep. GetFunction tells of an update while
//! it is under way.

use wire::lambda::{
    FunctionConfiguration, GetFunctionConfiguration, GetFunctionConfigurationRequest,
};

use super::configuration::{Moment, configuration};
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetFunctionConfiguration> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &GetFunctionConfigurationRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self
            .ask_function("lambda:GetFunctionConfiguration", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetFunctionConfiguration>,
    ) -> Result<FunctionConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let mut record = self.function(&target).await?.record;
        if let Some(left) = self.unsettled(&record, call.now()) {
            tokio::time::sleep(left).await;
            record = self.function(&target).await?.record;
        }
        let (number, version) = target.version(&record)?;
        Ok(configuration(
            &record,
            version,
            &number,
            target.arn(),
            Moment::Settled,
        ))
    }
}
