//! Chosen facts of an object.

use wire::s3::{
    Checksum, GetObjectAttributes, GetObjectAttributesOutput, GetObjectAttributesParts,
    GetObjectAttributesRequest,
};

use super::super::asks::on_version;
use super::super::failures::refuse_unserved;
use super::super::times;
use super::shown::{checksum_type, show_checksum, storage_class, version_id};
use super::size;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetObjectAttributes> for Rooms {
    fn needs(&self, _: &Call, input: &GetObjectAttributesRequest) -> Result<Needs, Refused> {
        let (place, version) = (
            (input.bucket.as_str(), input.key.as_str()),
            input.version_id.as_deref(),
        );
        // S3 API reference, GetObjectAttributes, "Permissions": both are needed.
        let actions = ("s3:GetObjectAttributes", "s3:GetObjectVersionAttributes");
        let reading = ("s3:GetObject", "s3:GetObjectVersion");
        Ok(Needs::Permissions(vec![
            on_version(actions, place, version),
            on_version(reading, place, version),
        ]))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetObjectAttributes>,
    ) -> Result<GetObjectAttributesOutput, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[
            ("x-amz-max-parts", input.max_parts.is_some()),
            (
                "x-amz-part-number-marker",
                input.part_number_marker.is_some(),
            ),
            (
                "x-amz-server-side-encryption-customer-algorithm",
                input.sse_customer_algorithm.is_some(),
            ),
        ])?;
        let bucket = self
            .bucket(&input.bucket, input.expected_bucket_owner.as_deref())
            .await?;
        let version = input.version_id.as_deref();
        let found = self.object(&call, &bucket, &input.key, version).await?;
        let object = &found.object;
        let wants = |name: &str| {
            let mut asked = input
                .object_attributes
                .iter()
                .flat_map(|list| list.split(','));
            asked.any(|asked| asked.trim() == name)
        };
        let mut checksum = Checksum {
            checksum_type: object.checksum.as_ref().map(checksum_type),
            ..Checksum::default()
        };
        show_checksum!(checksum, object.checksum.as_ref());
        let parts = object.parts.map(|count| GetObjectAttributesParts {
            total_parts_count: i32::try_from(count).ok(),
            ..GetObjectAttributesParts::default()
        });
        Ok(GetObjectAttributesOutput {
            last_modified: Some(times::shown(found.version.modified)),
            version_id: version_id(&found.version),
            e_tag: wants("ETag").then(|| object.etag.clone()),
            checksum: Some(checksum).filter(|_| wants("Checksum") && object.checksum.is_some()),
            object_parts: parts.filter(|_| wants("ObjectParts")),
            storage_class: wants("StorageClass").then(|| storage_class(object)),
            object_size: wants("ObjectSize").then(|| size(object.size)),
            ..GetObjectAttributesOutput::default()
        })
    }
}
