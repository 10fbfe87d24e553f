//! Says when the runtime of a version is to be brought up to date. The interpreter is the host's: what is
//! said is kept and shown, and a version that is to stay can only be the one that is there.

use model::{FunctionRecord, Qualifier, RuntimeUpdates};
use wire::lambda::{
    PutRuntimeManagementConfig, PutRuntimeManagementConfigRequest,
    PutRuntimeManagementConfigResponse,
};

use super::configuration::runtime_version_arn;
use super::container;
use super::failures::invalid;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutRuntimeManagementConfig> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &PutRuntimeManagementConfigRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, input.qualifier.as_deref())?;
        Ok(self
            .ask_function("lambda:PutRuntimeManagementConfig", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutRuntimeManagementConfig>,
    ) -> Result<PutRuntimeManagementConfigResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, input.qualifier.as_deref())?;
        let record = self.function(&target).await?.record;
        let (number, version) = target.version(&record)?;
        if version.image.is_some() {
            return Err(invalid(container::NO_RUNTIME_MANAGEMENT));
        }
        let updates = updates(&input, &runtime_version_arn(&record, version))?;
        let change = |record: &mut FunctionRecord| {
            let version = match &number {
                Qualifier::Version(number) => record.versions.get_mut(number),
                Qualifier::Latest | Qualifier::Alias(_) => Some(&mut record.latest),
            };
            if let Some(version) = version {
                version.runtime_updates = updates.clone();
            }
            Ok(())
        };
        self.change_function(&target, change).await?;
        Ok(PutRuntimeManagementConfigResponse {
            update_runtime_on: Some(input.update_runtime_on),
            function_arn: Some(target.qualified(Some(&number.to_string()))),
            runtime_version_arn: match updates {
                RuntimeUpdates::Manual(arn) => Some(arn),
                RuntimeUpdates::Auto | RuntimeUpdates::FunctionUpdate => None,
            },
        })
    }
}

fn updates(
    input: &PutRuntimeManagementConfigRequest,
    present: &str,
) -> Result<RuntimeUpdates, Refused> {
    match (input.update_runtime_on.as_str(), &input.runtime_version_arn) {
        ("Manual", Some(arn)) if arn == present => Ok(RuntimeUpdates::Manual(arn.clone())),
        ("Manual", Some(arn)) => Err(invalid(format!(
            "Runtime version {arn} is not supported by Portcullis, which runs the host's."
        ))),
        ("Manual", None) => Err(invalid(
            "You must specify a RuntimeVersionArn when UpdateRuntimeOn is set to Manual.",
        )),
        (_, Some(_)) => Err(invalid(
            "RuntimeVersionArn can be specified only when UpdateRuntimeOn is set to Manual.",
        )),
        ("FunctionUpdate", None) => Ok(RuntimeUpdates::FunctionUpdate),
        (_, None) => Ok(RuntimeUpdates::Auto),
    }
}
