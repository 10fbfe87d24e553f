//! What no bucket here has, because nobody can put it: said in AWS's words, so that clients that look
//! for it go on.

use wire::s3::{
    GetBucketAccelerateConfiguration, GetBucketAccelerateConfigurationOutput,
    GetBucketAccelerateConfigurationRequest, GetBucketLogging, GetBucketLoggingOutput,
    GetBucketLoggingRequest, GetBucketNotificationConfiguration,
    GetBucketNotificationConfigurationRequest, GetBucketReplication, GetBucketReplicationOutput,
    GetBucketReplicationRequest, GetBucketRequestPayment, GetBucketRequestPaymentOutput,
    GetBucketRequestPaymentRequest, GetBucketWebsite, GetBucketWebsiteOutput,
    GetBucketWebsiteRequest, GetObjectLockConfiguration, GetObjectLockConfigurationOutput,
    GetObjectLockConfigurationRequest, NotificationConfiguration,
};

use super::super::asks::on_bucket;
use super::missing;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// An operation that asks for one action on its bucket and answers the same for every bucket.
macro_rules! absent {
    ($operation:ident, $input:ident -> $output:ident, $action:literal, $answer:expr) => {
        impl Handle<$operation> for Rooms {
            fn needs(&self, _: &Call, input: &$input) -> Result<Needs, Refused> {
                Ok(on_bucket($action, &input.bucket).into())
            }

            async fn handle(&self, authorized: Authorized<$operation>) -> Result<$output, Refused> {
                let (input, _) = authorized.into_parts();
                let expected = input.expected_bucket_owner.as_deref();
                let bucket = self.bucket(&input.bucket, expected).await?;
                let answer: fn(&str) -> Result<$output, Refused> = $answer;
                answer(&bucket.name)
            }
        }
    };
}

absent!(
    GetBucketNotificationConfiguration,
    GetBucketNotificationConfigurationRequest -> NotificationConfiguration,
    "s3:GetBucketNotification",
    |_| Ok(NotificationConfiguration::default())
);
absent!(
    GetBucketRequestPayment,
    GetBucketRequestPaymentRequest -> GetBucketRequestPaymentOutput,
    "s3:GetBucketRequestPayment",
    |_| Ok(GetBucketRequestPaymentOutput {
        payer: Some("BucketOwner".to_owned()),
    })
);
absent!(
    GetBucketLogging,
    GetBucketLoggingRequest -> GetBucketLoggingOutput,
    "s3:GetBucketLogging",
    |_| Ok(GetBucketLoggingOutput::default())
);
absent!(
    GetBucketAccelerateConfiguration,
    GetBucketAccelerateConfigurationRequest -> GetBucketAccelerateConfigurationOutput,
    "s3:GetAccelerateConfiguration",
    |_| Ok(GetBucketAccelerateConfigurationOutput::default())
);
absent!(
    GetBucketWebsite,
    GetBucketWebsiteRequest -> GetBucketWebsiteOutput,
    "s3:GetBucketWebsite",
    |bucket| {
        let message = "The specified bucket does not have a website configuration";
        Err(missing("NoSuchWebsiteConfiguration", message, bucket))
    }
);
absent!(
    GetBucketReplication,
    GetBucketReplicationRequest -> GetBucketReplicationOutput,
    "s3:GetReplicationConfiguration",
    |bucket| {
        let message = "The replication configuration was not found";
        Err(missing("ReplicationConfigurationNotFoundError", message, bucket))
    }
);
absent!(
    GetObjectLockConfiguration,
    GetObjectLockConfigurationRequest -> GetObjectLockConfigurationOutput,
    "s3:GetBucketObjectLockConfiguration",
    |bucket| {
        let message = "Object Lock configuration does not exist for this bucket";
        Err(missing("ObjectLockConfigurationNotFoundError", message, bucket))
    }
);
