//! Which pages of browsers may read a bucket: kept, and answered to no browser.

use wire::s3::{
    CORSConfiguration, DeleteBucketCors, DeleteBucketCorsRequest, GetBucketCors,
    GetBucketCorsOutput, GetBucketCorsRequest, PutBucketCors, PutBucketCorsRequest,
};

use super::super::asks::on_bucket;
use super::Kept;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

const CORS: Kept = Kept {
    name: "cors",
    code: "NoSuchCORSConfiguration",
    message: "The CORS configuration does not exist",
};

impl Handle<GetBucketCors> for Rooms {
    fn needs(&self, _: &Call, input: &GetBucketCorsRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:GetBucketCORS", &input.bucket).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetBucketCors>,
    ) -> Result<GetBucketCorsOutput, Refused> {
        let (input, _) = authorized.into_parts();
        let place = (
            input.bucket.as_str(),
            input.expected_bucket_owner.as_deref(),
        );
        let kept: CORSConfiguration = self.get_configuration(&CORS, place).await?;
        Ok(GetBucketCorsOutput {
            cors_rules: Some(kept.cors_rules),
        })
    }
}

impl Handle<PutBucketCors> for Rooms {
    fn needs(&self, _: &Call, input: &PutBucketCorsRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketCORS", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<PutBucketCors>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let place = (
            input.bucket.as_str(),
            input.expected_bucket_owner.as_deref(),
        );
        self.put_configuration(&CORS, place, input.cors_configuration)
            .await
    }
}

impl Handle<DeleteBucketCors> for Rooms {
    fn needs(&self, _: &Call, input: &DeleteBucketCorsRequest) -> Result<Needs, Refused> {
        Ok(on_bucket("s3:PutBucketCORS", &input.bucket).into())
    }

    async fn handle(&self, authorized: Authorized<DeleteBucketCors>) -> Result<(), Refused> {
        let (input, _) = authorized.into_parts();
        let place = (
            input.bucket.as_str(),
            input.expected_bucket_owner.as_deref(),
        );
        self.delete_configuration(&CORS, place).await
    }
}
