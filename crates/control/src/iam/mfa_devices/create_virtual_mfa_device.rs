//! Makes a virtual device: its seed is drawn here and told once.

use identity::mfa::new_seed;
use model::MfaDeviceRecord;
use ring::rand::SystemRandom;
use store::StoreError;
use wire::iam::{
    CreateVirtualMFADevice, CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceResponse,
    TagMFADevice,
};

use super::super::refusal::Refusal;
use super::super::{creating, tagging};
use super::render::created;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateVirtualMFADevice> for Rooms {
    fn needs(&self, call: &Call, input: &CreateVirtualMFADeviceRequest) -> Result<Needs, Refused> {
        let resource = format!(
            "arn:aws:iam::{}:mfa{}{}",
            call.account(),
            input.path.as_deref().unwrap_or("/"),
            input.virtual_mfa_device_name
        );
        let tags = input.tags.as_deref().unwrap_or_default();
        Ok(creating::<TagMFADevice>(
            Ask::on("iam:CreateVirtualMFADevice", resource),
            tags,
            None,
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateVirtualMFADevice>,
    ) -> Result<CreateVirtualMFADeviceResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let device = MfaDeviceRecord {
            account: call.account().clone(),
            name: input.virtual_mfa_device_name,
            path: input.path.unwrap_or_else(|| "/".to_owned()),
            seed: new_seed(&SystemRandom::new()).map_err(Refused::internal)?,
            created: call.now(),
            assignment: None,
            tags: tagging::read(input.tags.unwrap_or_default())?,
        };
        match self.records.create(&device).await {
            Ok(_) => Ok(CreateVirtualMFADeviceResponse {
                virtual_mfa_device: Some(created(&device)?),
            }),
            Err(StoreError::Conflict { .. }) => Err(Refusal::DeviceExists.into()),
            Err(error) => Err(error.into()),
        }
    }
}
