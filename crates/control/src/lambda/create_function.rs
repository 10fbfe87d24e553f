//! Makes a function from a zip or a container image.

use std::collections::BTreeMap;

use ::lambda::TakenImage;
use model::{
    DEFAULT_MEMORY_MIB, DEFAULT_TIMEOUT_SECONDS, FunctionRecord, LogFormat, Qualifier,
    RecursiveLoop, RuntimeName, Version,
};
use store::StoreError;
use wire::lambda::{CreateFunction, CreateFunctionRequest, FunctionConfiguration};

use super::checks::{self, any_of, is_set};
use super::code::{Source, place};
use super::configuration::{Moment, configuration};
use super::container;
use super::failures::{conflict, invalid};
use super::functions::{new_revision, publish};
use super::layers;
use super::storage::of_version;
use super::target::Target;
use super::vpc;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::marked;

const DEFAULT_STORAGE_MIB: i32 = 512;

impl Handle<CreateFunction> for Rooms {
    fn needs(&self, call: &Call, input: &CreateFunctionRequest) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        let tags = input.tags.clone().unwrap_or_default();
        let ask = |action| {
            let ask = self.ask_whole_function(action, &target);
            ask.bringing_tags(&tags)
        };
        let layers = input.layers.as_deref();
        let creates = ask("lambda:CreateFunction");
        let creates = creates.keys("lambda:Layer", layers.unwrap_or_default().to_vec());
        let creates = vpc::keys(creates, input.vpc_config.as_ref());
        let creates = match &input.code_signing_config_arn {
            Some(arn) => creates.key("lambda:CodeSigningConfigArn", arn.clone()),
            None => creates,
        };
        let mut asks = vec![creates];
        asks.extend(layers::uses::asks(call, layers)?);
        // Lambda developer guide, "Using tags on Lambda functions": who creates with tags must be
        // allowed to tag.
        if !tags.is_empty() {
            asks.push(ask("lambda:TagResource"));
        }
        let pass = Ask::pass_role(input.role.clone(), checks::SERVICE)
            .passed_for(Some(&target.unqualified().to_string()));
        asks.push(pass);
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateFunction>,
    ) -> Result<FunctionConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        refuse_unserved(&input)?;
        let code_signing = input.code_signing_config_arn.clone();
        if is_image(&input) && code_signing.is_some() {
            return Err(invalid(container::NO_SIGNING));
        }
        self.check_signing(code_signing.as_deref(), &target).await?;
        let publishes = input.publish.unwrap_or_default();
        let tags = marked(input.tags.clone().unwrap_or_default());
        let (latest, _held) = self.first_version(&call, input).await?;
        self.check_storage(&call, of_version(&latest)).await?;
        let mut record = FunctionRecord {
            account: target.account.clone(),
            region: target.region.clone(),
            name: target.name.clone(),
            latest,
            versions: BTreeMap::new(),
            next_version: 1,
            aliases: BTreeMap::new(),
            policies: BTreeMap::new(),
            tags,
            reserved_concurrency: None,
            urls: BTreeMap::new(),
            code_signing,
            event_invoke_configs: BTreeMap::new(),
            provisioned_concurrency: BTreeMap::new(),
            recursive_loop: RecursiveLoop::default(),
            last_update: None,
        };
        let number = if publishes {
            Qualifier::Version(publish(&mut record, None))
        } else {
            Qualifier::Latest
        };
        match self.records.create(&record).await {
            Ok(_) => {}
            Err(StoreError::Conflict { .. }) => {
                return Err(conflict(format!("Function already exist: {}", target.name)));
            }
            Err(error) => return Err(error.into()),
        }
        self.lambda.unpack_ahead(&record.latest);
        let mut shown = configuration(
            &record,
            &record.latest,
            &number,
            target.unqualified().to_string(),
            Moment::Created,
        );
        // What is pending has a revision of its own (test_function_lifecycle).
        shown.revision_id = Some(new_revision());
        Ok(shown)
    }
}

impl Rooms {
    /// With what keeps its code where it is until the record is there.
    async fn first_version(
        &self,
        call: &Call,
        input: CreateFunctionRequest,
    ) -> Result<(Version, Option<TakenImage>), Refused> {
        let (runtime, handler) = runtime_and_handler(&input)?;
        let environment = input.environment.map(checks::environment).transpose()?;
        let role = self.execution_role(call, &input.role)?;
        let vpc = self.vpc(input.vpc_config)?;
        let dead_letter_target = checks::dead_letter(input.dead_letter_config)?;
        let snap_start = checks::snap_start(input.snap_start.as_ref(), runtime.as_ref())?;
        let file_systems = self.file_systems(input.file_system_configs.unwrap_or_default())?;
        let layers = self.layers(call, &input.layers.unwrap_or_default()).await?;
        let code = &input.code;
        let source = if let (None, Some(uri)) = (&runtime, &code.image_uri) {
            let overrides = container::overrides(input.image_config);
            self.image_source(uri, overrides).await?
        } else {
            let place = place(
                code.s3_bucket.as_deref(),
                code.s3_key.as_deref(),
                code.s3_object_version.as_deref(),
            );
            self.source(call, code.zip_file.clone(), place).await?
        };
        self.check_sizes(&source, &layers).await?;
        let Source {
            code,
            folder,
            image,
        } = source;
        let (image, held) = image.unzip();
        let storage = input
            .ephemeral_storage
            .map_or(DEFAULT_STORAGE_MIB, |storage| storage.size);
        let mut version = Version {
            description: input.description.unwrap_or_default(),
            runtime,
            handler,
            role,
            code,
            image,
            environment,
            timeout_seconds: unsigned(input.timeout, DEFAULT_TIMEOUT_SECONDS),
            memory_mib: unsigned(input.memory_size, DEFAULT_MEMORY_MIB),
            ephemeral_storage_mib: unsigned(Some(storage), DEFAULT_MEMORY_MIB),
            architecture: architecture(input.architectures),
            log_format: LogFormat::Text,
            log_group: None,
            application_log_level: None,
            system_log_level: None,
            tracing_mode: input
                .tracing_config
                .and_then(|config| config.mode)
                .unwrap_or_else(|| "PassThrough".to_owned()),
            layers,
            kms_key: input.kms_key_arn.filter(|arn| !arn.is_empty()),
            snap_start,
            runtime_updates: model::RuntimeUpdates::default(),
            code_folder: folder,
            dead_letter_target,
            file_systems,
            vpc,
            modified: call.now(),
            revision_id: new_revision(),
        };
        checks::set_logging(&mut version, input.logging_config.unwrap_or_default())?;
        Ok((version, held))
    }
}

fn is_image(input: &CreateFunctionRequest) -> bool {
    input.package_type.as_deref() == Some(container::IMAGE)
}

/// A zip has both, a container image neither.
fn runtime_and_handler(
    input: &CreateFunctionRequest,
) -> Result<(Option<RuntimeName>, String), Refused> {
    if !is_image(input) {
        let (Some(runtime), Some(handler)) = (&input.runtime, &input.handler) else {
            return Err(invalid(
                "Runtime and Handler are mandatory parameters for functions created with \
                 deployment packages.",
            ));
        };
        return Ok((Some(checks::runtime(runtime)?), handler.clone()));
    }
    let given = input.runtime.is_some() || input.handler.is_some();
    if given || any_of(input.layers.as_ref()) {
        return Err(invalid(container::BRINGS_ITS_OWN));
    }
    if !is_set(input.code.image_uri.as_ref()) {
        return Err(invalid(
            "Please provide ImageUri when creating a function with packageType Image.",
        ));
    }
    Ok((None, String::new()))
}

/// `wire` has checked the ranges.
pub(super) fn unsigned(given: Option<i32>, default: u32) -> u32 {
    given
        .and_then(|given| u32::try_from(given).ok())
        .unwrap_or(default)
}

pub(super) fn architecture(given: Option<Vec<String>>) -> String {
    given
        .and_then(|list| list.into_iter().next())
        .unwrap_or_else(|| "x86_64".to_owned())
}

fn refuse_unserved(input: &CreateFunctionRequest) -> Result<(), Refused> {
    let code = &input.code;
    let is_image = is_image(input);
    let has_zip = code.zip_file.is_some() || code.s3_key.is_some();
    checks::refuse_unserved(&[
        ("A zip for PackageType Image", is_image && has_zip),
        // Without a zip AWS says that there is no source.
        (
            "Code.ImageUri for PackageType Zip",
            !is_image && has_zip && is_set(code.image_uri.as_ref()),
        ),
        (
            "Code.S3ObjectStorageMode",
            is_set(code.s3_object_storage_mode.as_ref()),
        ),
        (
            "Code.SourceKMSKeyArn",
            is_set(code.source_kms_key_arn.as_ref()),
        ),
        (
            "ImageConfig for PackageType Zip",
            !is_image && checks::says_anything(input.image_config.clone()),
        ),
        ("TenancyConfig", input.tenancy_config.is_some()),
        (
            "CapacityProviderConfig",
            input.capacity_provider_config.is_some(),
        ),
        ("DurableConfig", input.durable_config.is_some()),
        ("RuntimeConfig", input.runtime_config.is_some()),
        ("AcceleratorConfig", input.accelerator_config.is_some()),
        ("PublishTo", is_set(input.publish_to.as_ref())),
    ])
}
