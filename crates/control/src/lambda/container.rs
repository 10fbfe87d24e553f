//! Functions that are container images: taken from the store of the machine's container engine, shown as
//! AWS shows an image of its registry.

use ::lambda::{ImageRefused, TakenImage};
use model::{Code, ContainerImage, ImageOverrides, ImageProgram, Version};
use wire::lambda::{FunctionCodeLocation, ImageConfig, ImageConfigResponse};

use super::code::Source;
use super::failures::invalid;
use crate::refused::Refused;
use crate::rooms::Rooms;

pub(super) const IMAGE: &str = "Image";

/// What AWS says to functions of the one kind that are given what only the other has.
pub(super) const BRINGS_ITS_OWN: &str = "Please don't provide Handler or Runtime or Layer when the intended function PackageType is Image.";
pub(super) const NO_LAYERS: &str =
    "Lambda layers are not supported for functions created with container images.";
pub(super) const NO_SIGNING: &str =
    "Code signing is not supported for functions created with container images.";
pub(super) const NO_RUNTIME_MANAGEMENT: &str =
    "Runtime management is not supported for functions created with container images.";

impl Rooms {
    /// The image that this name means now, unpacked.
    pub(super) async fn image_source(
        &self,
        uri: &str,
        overrides: Option<ImageOverrides>,
    ) -> Result<Source, Refused> {
        let taken = self.lambda.take_image(uri).await.map_err(refused)?;
        let image = ContainerImage {
            uri: uri.to_owned(),
            digest: taken.digest.clone(),
            program: program(&taken),
            overrides,
        };
        Ok(Source {
            // On AWS images have no size of code, and count for no quota of it.
            code: Code {
                sha256: taken.id.clone(),
                size: 0,
            },
            folder: None,
            image: Some((image, taken)),
        })
    }
}

fn program(taken: &TakenImage) -> ImageProgram {
    let settings = &taken.settings;
    ImageProgram {
        entry_point: settings.entry_point.clone(),
        command: settings.command.clone(),
        working_directory: settings.working_directory.clone(),
        environment: settings.environment.clone(),
    }
}

fn refused(error: ImageRefused) -> Refused {
    match error {
        ImageRefused::Io(_) => Refused::internal(error),
        ImageRefused::Off
        | ImageRefused::Isolation
        | ImageRefused::NoEngine
        | ImageRefused::Missing { .. }
        | ImageRefused::Name(_)
        | ImageRefused::Engine { .. }
        | ImageRefused::Unusable(_) => invalid(format!("{error}.")),
    }
}

/// What a function says instead of its image; nothing, if it says nothing
/// (test_lambda_image_and_image_config_crud).
pub(super) fn overrides(given: Option<ImageConfig>) -> Option<ImageOverrides> {
    let given = given?;
    let overrides = ImageOverrides {
        entry_point: given.entry_point,
        command: given.command,
        working_directory: given.working_directory,
    };
    (overrides != ImageOverrides::default()).then_some(overrides)
}

pub(super) fn shown(version: &Version) -> Option<ImageConfigResponse> {
    let overrides = version.image.as_ref()?.overrides.clone()?;
    Some(ImageConfigResponse {
        image_config: Some(ImageConfig {
            entry_point: overrides.entry_point,
            command: overrides.command,
            working_directory: overrides.working_directory,
        }),
        error: None,
    })
}

/// Where an image is, by the name that it was given and by what that meant.
pub(super) fn location(image: &ContainerImage) -> FunctionCodeLocation {
    FunctionCodeLocation {
        repository_type: Some("ECR".to_owned()),
        image_uri: Some(image.uri.clone()),
        resolved_image_uri: Some(image.resolved_uri()),
        ..FunctionCodeLocation::default()
    }
}
