//! Shows a function: configuration, where its code is, tags, reserved concurrency.

use wire::lambda::{
    Concurrency, FunctionCodeLocation, GetFunction, GetFunctionRequest, GetFunctionResponse,
};

use super::configuration::configuration;
use super::container;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetFunction> for Rooms {
    fn needs(&self, call: &Call, input: &GetFunctionRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self.ask_function("lambda:GetFunction", &target).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetFunction>,
    ) -> Result<GetFunctionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let record = self.function(&target).await?.record;
        let (number, version) = target.version(&record)?;
        let concurrency = record
            .reserved_concurrency
            .and_then(|reserved| i32::try_from(reserved).ok());
        Ok(GetFunctionResponse {
            configuration: Some(configuration(
                &record,
                version,
                &number,
                target.arn(),
                self.moment(&record, &number, call.now()),
            )),
            code: Some(match &version.image {
                Some(image) => container::location(image),
                None => FunctionCodeLocation {
                    repository_type: Some("S3".to_owned()),
                    location: Some(self.code_location(&call, &version.code.sha256)),
                    ..FunctionCodeLocation::default()
                },
            }),
            tags: (!record.tags.is_empty()).then(|| record.tags.clone()),
            tags_error: None,
            concurrency: concurrency.map(|reserved| Concurrency {
                reserved_concurrent_executions: Some(reserved),
            }),
        })
    }
}
