//! Publishes a zip as the next version of a layer.

use model::{LayerRecord, LayerVersion, ResourcePolicy};
use store::StoreError;
use wire::lambda::{PublishLayerVersion, PublishLayerVersionRequest, PublishLayerVersionResponse};

use super::super::checks::{self, is_set};
use super::super::code::place;
use super::super::failures::invalid;
use super::{LayerTarget, listed};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<PublishLayerVersion> for Rooms {
    fn needs(&self, call: &Call, input: &PublishLayerVersionRequest) -> Result<Needs, Refused> {
        let target = LayerTarget::read(call, &input.layer_name)?;
        let ask = Ask::on("lambda:PublishLayerVersion", target.arn());
        Ok(ask.owned_by(target.account, None).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PublishLayerVersion>,
    ) -> Result<PublishLayerVersionResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let target = LayerTarget::read(&call, &input.layer_name)?;
        refuse_unserved(&input)?;
        let content = input.content;
        let place = place(
            content.s3_bucket.as_deref(),
            content.s3_key.as_deref(),
            content.s3_object_version.as_deref(),
        );
        let zip = match (content.zip_file, place) {
            (Some(zip), _) => zip,
            (None, Some(place)) => self.zip_at(&call, place).await?,
            (None, None) => return Err(invalid("Please provide a source for layer code.")),
        };
        let code = self.keep_code(zip).await?;
        self.check_storage(&call, code.size).await?;
        let version = LayerVersion {
            description: input.description.unwrap_or_default(),
            code,
            created: call.now(),
            runtimes: input.compatible_runtimes.unwrap_or_default(),
            architectures: input.compatible_architectures.unwrap_or_default(),
            license: input.license_info,
            policy: ResourcePolicy::default(),
        };
        let number = self.add_version(&target, &version).await?;
        let shown = listed(&target.arn(), number, &version);
        Ok(PublishLayerVersionResponse {
            content: Some(self.layer_content(&call, &version)),
            layer_arn: Some(target.arn()),
            layer_version_arn: shown.layer_version_arn,
            description: shown.description,
            created_date: shown.created_date,
            version: shown.version,
            compatible_architectures: shown.compatible_architectures,
            compatible_runtimes: shown.compatible_runtimes,
            license_info: shown.license_info,
        })
    }
}

impl Rooms {
    /// The first version makes the layer. Gives the number.
    async fn add_version(
        &self,
        target: &LayerTarget,
        version: &LayerVersion,
    ) -> Result<u64, Refused> {
        let layer = LayerRecord {
            account: target.account.clone(),
            region: target.region.clone(),
            name: target.name.clone(),
            next_version: 1,
            versions: std::collections::BTreeMap::new(),
        };
        match self.records.create(&layer).await {
            Ok(_) | Err(StoreError::Conflict { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let change = |record: &mut LayerRecord| {
            let number = record.next_version;
            record.versions.insert(number, version.clone());
            record.next_version += 1;
            Ok(number)
        };
        let updated = self.records.update(&target.id(), change).await;
        let updated = updated.map_err(|error| Refused::of_update(error, super::missing))?;
        Ok(updated.output)
    }
}

fn refuse_unserved(input: &PublishLayerVersionRequest) -> Result<(), Refused> {
    let content = &input.content;
    checks::refuse_unserved(&[(
        "Content.S3ObjectStorageMode",
        is_set(content.s3_object_storage_mode.as_ref()),
    )])
}
