//! Changes the configuration of `$LATEST`.

use model::{FunctionRecord, Qualifier, Version};
use wire::lambda::{
    FunctionConfiguration, UpdateFunctionConfiguration, UpdateFunctionConfigurationRequest,
};

use super::checks::{self, any_of};
use super::code::Source;
use super::configuration::{Moment, configuration};
use super::container;
use super::create_function::unsigned;
use super::failures::{check_revision, invalid};
use super::functions::touch;
use super::layers;
use super::settling;
use super::target::Target;
use super::vpc;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateFunctionConfiguration> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &UpdateFunctionConfigurationRequest,
    ) -> Result<Needs, Refused> {
        let target = Target::read(call, &input.function_name, None)?;
        let layers = input.layers.as_deref();
        let ask = self.ask_whole_function("lambda:UpdateFunctionConfiguration", &target);
        let ask = ask.keys("lambda:Layer", layers.unwrap_or_default().to_vec());
        let mut asks = vec![vpc::keys(ask, input.vpc_config.as_ref())];
        asks.extend(layers::uses::asks(call, layers)?);
        if let Some(role) = &input.role {
            let function = target.unqualified().to_string();
            asks.push(Ask::pass_role(role.clone(), checks::SERVICE).passed_for(Some(&function)));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateFunctionConfiguration>,
    ) -> Result<FunctionConfiguration, Refused> {
        let (input, call) = authorized.into_parts();
        let target = Target::read(&call, &input.function_name, None)?;
        refuse_unserved(&input)?;
        let role = input.role.as_deref();
        let role = role
            .map(|role| self.execution_role(&call, role))
            .transpose()?;
        let layers = match &input.layers {
            Some(given) => Some(self.layers(&call, given).await?),
            None => None,
        };
        if let Some(layers) = &layers {
            let latest = self.function(&target).await?.record.latest;
            self.check_sizes(&Source::of(&latest), layers).await?;
        }
        let file_systems = input.file_system_configs.clone();
        let file_systems = file_systems.map(|given| self.file_systems(given));
        let file_systems = file_systems.transpose()?;
        let vpc = self.vpc(input.vpc_config.clone())?;
        let updated = self.change_function(&target, |record: &mut FunctionRecord| {
            self.check_settled(record, call.now())?;
            check_revision(input.revision_id.as_deref(), &record.latest.revision_id)?;
            check_kind(&record.latest, &input)?;
            if let Some(file_systems) = &file_systems {
                record.latest.file_systems.clone_from(file_systems);
            }
            if let Some(layers) = &layers {
                record.latest.layers.clone_from(layers);
            }
            if let Some(role) = &role {
                record.latest.role = role.clone();
            }
            if input.vpc_config.is_some() {
                record.latest.vpc.clone_from(&vpc);
            }
            change(&mut record.latest, input.clone())?;
            touch(&mut record.latest, call.now());
            settling::note(record, call.now(), None);
            Ok(())
        });
        let record = updated.await?.stored.record;
        let arn = target.unqualified().to_string();
        Ok(configuration(
            &record,
            &record.latest,
            &Qualifier::Latest,
            arn,
            Moment::Updated,
        ))
    }
}

/// Refuses what only functions of the other kind have.
fn check_kind(
    version: &Version,
    input: &UpdateFunctionConfigurationRequest,
) -> Result<(), Refused> {
    if version.image.is_none() {
        let given = checks::says_anything(input.image_config.clone());
        return checks::refuse_unserved(&[("ImageConfig for PackageType Zip", given)]);
    }
    if any_of(input.layers.as_ref()) {
        return Err(invalid(container::NO_LAYERS));
    }
    if input.runtime.is_some() || input.handler.is_some() {
        return Err(invalid(container::BRINGS_ITS_OWN));
    }
    Ok(())
}

fn change(version: &mut Version, input: UpdateFunctionConfigurationRequest) -> Result<(), Refused> {
    if let Some(runtime) = input.runtime {
        version.runtime = Some(checks::runtime(&runtime)?);
    }
    if let (Some(image), Some(config)) = (&mut version.image, input.image_config) {
        image.overrides = container::overrides(Some(config));
    }
    if let Some(environment) = input.environment {
        version.environment = Some(checks::environment(environment)?);
    }
    if let Some(handler) = input.handler {
        version.handler = handler;
    }
    if let Some(description) = input.description {
        version.description = description;
    }
    version.timeout_seconds = unsigned(input.timeout, version.timeout_seconds);
    version.memory_mib = unsigned(input.memory_size, version.memory_mib);
    let storage = input.ephemeral_storage.map(|storage| storage.size);
    version.ephemeral_storage_mib = unsigned(storage, version.ephemeral_storage_mib);
    if let Some(mode) = input.tracing_config.and_then(|config| config.mode) {
        version.tracing_mode = mode;
    }
    if input.dead_letter_config.is_some() {
        version.dead_letter_target = checks::dead_letter(input.dead_letter_config)?;
    }
    if input.snap_start.is_some() {
        version.snap_start =
            checks::snap_start(input.snap_start.as_ref(), version.runtime.as_ref())?;
    }
    if let Some(key) = input.kms_key_arn {
        version.kms_key = Some(key).filter(|key| !key.is_empty());
    }
    if let Some(logging) = input.logging_config {
        checks::set_logging(version, logging)?;
    }
    Ok(())
}

fn refuse_unserved(input: &UpdateFunctionConfigurationRequest) -> Result<(), Refused> {
    checks::refuse_unserved(&[
        (
            "CapacityProviderConfig",
            input.capacity_provider_config.is_some(),
        ),
        ("DurableConfig", input.durable_config.is_some()),
        ("RuntimeConfig", input.runtime_config.is_some()),
        ("AcceleratorConfig", input.accelerator_config.is_some()),
    ])
}
