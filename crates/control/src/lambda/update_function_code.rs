//! Replaces the zip or the container image of `$LATEST`.

use model::{FunctionRecord, Qualifier};
use wire::lambda::{FunctionConfiguration, UpdateFunctionCode, UpdateFunctionCodeRequest};

use super::checks::{self, is_set};
use super::code::{Source, place};
use super::configuration::{Moment, configuration};
use super::failures::{check_revision, function_not_found, invalid};
use super::functions::{publish, touch};
use super::settling;
use super::target::Target;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateFunctionCode> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateFunctionCodeRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        Ok(self
            .ask_whole_function("lambda:UpdateFunctionCode", &target)
            .into())
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateFunctionCode>,
    ) -> Result<FunctionConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        refuse_unserved(&input)?;
        let record = self.function(&target).await?.record;
        self.check_settled(&record, call.now())?;
        check_revision(input.revision_id.as_deref(), &record.latest.revision_id)?;
        self.check_signing(record.code_signing.as_deref(), &target)
            .await?;
        let source = self.new_source(&record, &input, &call).await?;
        self.check_sizes(&source, &record.latest.layers).await?;
        let more = match source.image {
            Some(_) => 0,
            None => source.code.size.saturating_sub(record.latest.code.size),
        };
        self.check_storage(&call, more).await?;
        if input.dry_run == Some(true) {
            let mut would_be = record;
            change(&mut would_be, &input, &source, &call)?;
            return show(&would_be, &target, None);
        }
        let updated = self
            .change_function(&target, |record| {
                self.check_settled(record, call.now())?;
                change(record, &input, &source, &call)
            })
            .await?;
        let record = &updated.stored.record;
        self.lambda.unpack_ahead(&record.latest);
        show(record, &target, updated.output)
    }
}

impl Rooms {
    /// A function stays what it is, a zip or an image (test_lambda_image_crud,
    /// test_lambda_zip_file_to_image).
    async fn new_source(
        &self,
        record: &FunctionRecord,
        input: &UpdateFunctionCodeRequest,
        call: &Call,
    ) -> Result<Source, Refused> {
        let uri = input.image_uri.as_ref().filter(|uri| !uri.is_empty());
        let has_zip = input.zip_file.is_some() || input.s3_key.is_some();
        match (&record.latest.image, uri) {
            (Some(image), Some(uri)) if !has_zip => {
                self.image_source(uri, image.overrides.clone()).await
            }
            (Some(_), _) => Err(invalid(
                "Please provide ImageUri when updating a function with packageType Image.",
            )),
            (None, Some(_)) => Err(invalid(
                "Please don't provide ImageUri when updating a function with packageType Zip.",
            )),
            (None, None) => {
                let place = place(
                    input.s3_bucket.as_deref(),
                    input.s3_key.as_deref(),
                    input.s3_object_version.as_deref(),
                );
                self.source(call, input.zip_file.clone(), place).await
            }
        }
    }
}

/// Gives the number of the version that it published, if it did.
fn change(
    record: &mut FunctionRecord,
    input: &UpdateFunctionCodeRequest,
    source: &Source,
    call: &Call,
) -> Result<Option<u64>, Refused> {
    check_revision(input.revision_id.as_deref(), &record.latest.revision_id)?;
    record.latest.code = source.code.clone();
    record.latest.code_folder.clone_from(&source.folder);
    record.latest.image = source.image.as_ref().map(|(image, _)| image.clone());
    if let Some(architecture) = input.architectures.as_ref().and_then(|list| list.first()) {
        record.latest.architecture.clone_from(architecture);
    }
    touch(&mut record.latest, call.now());
    let publishes = input.publish == Some(true) && input.dry_run != Some(true);
    let published = publishes.then(|| publish(record, None));
    settling::note(record, call.now(), published);
    Ok(published)
}

/// A version published with the code is shown as one that is being created
/// (test_publish_with_update).
fn show(
    record: &FunctionRecord,
    target: &Target,
    published: Option<u64>,
) -> Result<FunctionConfiguration, Refused> {
    let Some(number) = published else {
        let arn = target.unqualified().to_string();
        let latest = &record.latest;
        return Ok(configuration(
            record,
            latest,
            &Qualifier::Latest,
            arn,
            Moment::Updated,
        ));
    };
    let arn = target.qualified(Some(&number.to_string()));
    let version = record
        .versions
        .get(&number)
        .ok_or_else(|| function_not_found(&arn))?;
    let number = Qualifier::Version(number);
    Ok(configuration(
        record,
        version,
        &number,
        arn,
        Moment::Created,
    ))
}

fn refuse_unserved(input: &UpdateFunctionCodeRequest) -> Result<(), Refused> {
    checks::refuse_unserved(&[
        (
            "S3ObjectStorageMode",
            is_set(input.s3_object_storage_mode.as_ref()),
        ),
        ("SourceKMSKeyArn", is_set(input.source_kms_key_arn.as_ref())),
        ("PublishTo", is_set(input.publish_to.as_ref())),
    ])
}
