//! Makes an access key for a user. Its secret is told here and never again.

use identity::identifiers::{Prefix, secret_access_key};
use model::{AccessKey, KeyStatus, UserRecord};
use ring::rand::SystemRandom;
use wire::iam::{CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse};

use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::super::{name_or_own, new_id, time};
use super::status_name;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::chosen;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// Enough to change keys without a gap (IAM quotas).
const MOST_KEYS: usize = 2;

impl Handle<CreateAccessKey> for Rooms {
    fn needs(&self, _: &Call, _: &CreateAccessKeyRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateAccessKey>,
    ) -> Result<CreateAccessKeyResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<CreateAccessKey, UserRecord>(self, &call, &name).await?;
        let key = AccessKey {
            id: chosen::id().map_or_else(|| new_id(Prefix::AccessKey), Ok)?,
            secret: secret_access_key(&SystemRandom::new()).map_err(Refused::internal)?,
            status: KeyStatus::Active,
            created: call.now(),
        };
        user.change(&self.records, |user| {
            if user.access_keys.len() >= MOST_KEYS {
                let (name, most) = ("AccessKeysPerUser", MOST_KEYS);
                return Err(Refusal::Quota { name, most }.into());
            }
            user.access_keys.push(key.clone());
            Ok(())
        })
        .await?;
        Ok(CreateAccessKeyResponse {
            access_key: Some(wire::iam::AccessKey {
                user_name: name,
                access_key_id: key.id,
                status: status_name(key.status).to_owned(),
                secret_access_key: key.secret,
                create_date: Some(time(key.created)),
            }),
        })
    }
}
