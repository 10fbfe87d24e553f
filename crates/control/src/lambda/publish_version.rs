//! Publishes `$LATEST` as a numbered version.

use model::{FunctionRecord, Qualifier};
use wire::lambda::{FunctionConfiguration, PublishVersion, PublishVersionRequest};

use super::checks::{self, is_set};
use super::configuration::{Moment, code_hash, configuration};
use super::failures::{check_revision, function_not_found, invalid};
use super::functions::publish;
use super::storage::of_version;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PublishVersion> for Rooms {
    fn needs(&self, call: &Call, input: &PublishVersionRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:PublishVersion", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PublishVersion>,
    ) -> Result<FunctionConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        checks::refuse_unserved(&[("PublishTo", is_set(input.publish_to.as_ref()))])?;
        let latest = self.function(&target).await?.record.latest;
        self.check_storage(&call, of_version(&latest)).await?;
        let updated = self.change_function(&target, |record: &mut FunctionRecord| {
            self.check_settled(record, call.now())?;
            check_revision(input.revision_id.as_deref(), &record.latest.revision_id)?;
            check_code(record, input.code_sha256.as_deref())?;
            Ok(publish(record, input.description.clone()))
        });
        let updated = updated.await?;
        let (record, number) = (updated.stored.record, updated.output);
        let arn = target.qualified(Some(&number.to_string()));
        let version = record
            .versions
            .get(&number)
            .ok_or_else(|| function_not_found(&arn))?;
        let number = Qualifier::Version(number);
        Ok(configuration(
            &record,
            version,
            &number,
            arn,
            Moment::Settled,
        ))
    }
}

fn check_code(record: &FunctionRecord, given: Option<&str>) -> Result<(), Refused> {
    let current = code_hash(&record.latest);
    match given.filter(|given| !given.is_empty() && *given != current) {
        Some(given) => Err(invalid(format!(
            "CodeSHA256 ({given}) is different from current CodeSHA256 in $LATEST ({current}). \
             Please try again with the CodeSHA256 in $LATEST."
        ))),
        None => Ok(()),
    }
}
