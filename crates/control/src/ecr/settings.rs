//! What can be set of a repository that is there.

use model::RepositoryRecord;
use wire::ecr::{
    ImageScanningConfiguration, PutImageScanningConfiguration,
    PutImageScanningConfigurationRequest, PutImageScanningConfigurationResponse,
    PutImageTagMutability, PutImageTagMutabilityRequest, PutImageTagMutabilityResponse,
};

use super::failures::{no_repository, refuse_unserved};
use super::found::{ask, check_registry, id};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PutImageTagMutability> for Rooms {
    fn needs(&self, call: &Call, input: &PutImageTagMutabilityRequest) -> Result<Needs, Refused> {
        Ok(ask(call, "ecr:PutImageTagMutability", &input.repository_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutImageTagMutability>,
    ) -> Result<PutImageTagMutabilityResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_registry(&call, input.registry_id.as_deref())?;
        refuse_unserved(&[(
            "imageTagMutabilityExclusionFilters",
            input.image_tag_mutability_exclusion_filters.is_some(),
        )])?;
        let (name, mutability) = (input.repository_name, input.image_tag_mutability);
        self.change_repository(&call, &name, |record| {
            record.mutability.clone_from(&mutability);
            Ok(())
        })
        .await?;
        Ok(PutImageTagMutabilityResponse {
            registry_id: Some(call.account().to_string()),
            repository_name: Some(name),
            image_tag_mutability: Some(mutability),
            ..PutImageTagMutabilityResponse::default()
        })
    }
}

impl Handle<PutImageScanningConfiguration> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &PutImageScanningConfigurationRequest,
    ) -> Result<Needs, Refused> {
        let action = "ecr:PutImageScanningConfiguration";
        Ok(ask(call, action, &input.repository_name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutImageScanningConfiguration>,
    ) -> Result<PutImageScanningConfigurationResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_registry(&call, input.registry_id.as_deref())?;
        let name = input.repository_name;
        let scans = input.image_scanning_configuration.scan_on_push == Some(true);
        self.change_repository(&call, &name, |record| {
            record.scans_on_push = scans;
            Ok(())
        })
        .await?;
        Ok(PutImageScanningConfigurationResponse {
            registry_id: Some(call.account().to_string()),
            repository_name: Some(name),
            image_scanning_configuration: Some(ImageScanningConfiguration {
                scan_on_push: Some(scans),
            }),
        })
    }
}

impl Rooms {
    pub(super) async fn change_repository(
        &self,
        call: &Call,
        name: &str,
        change: impl Fn(&mut RepositoryRecord) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let id = id(call, name);
        let changing = self
            .records
            .update(&id, |record: &mut RepositoryRecord| change(record));
        let updated = changing.await;
        updated.map_err(|error| Refused::of_update(error, || no_repository(call, name)))?;
        Ok(())
    }
}
