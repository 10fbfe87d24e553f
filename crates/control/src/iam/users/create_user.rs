//! Creates a user, who has no keys and no permissions yet.

use identity::identifiers::Prefix;
use model::{AttachedPolicies, UserCredentials, UserRecord};
use store::StoreError;
use wire::iam::{CreateUser, CreateUserRequest, CreateUserResponse, TagUser};

use super::super::account_quotas;
use super::super::entity::Noun;
use super::super::hanging::boundary_of;
use super::super::refusal::Refusal;
use super::super::{creating, new_id, tagging};
use super::render::whole;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::tags::marked;

impl Handle<CreateUser> for Rooms {
    fn needs(&self, call: &Call, input: &CreateUserRequest) -> Result<Needs, Refused> {
        let resource = format!(
            "arn:aws:iam::{}:user{}{}",
            call.account(),
            input.path.as_deref().unwrap_or("/"),
            input.user_name
        );
        let tags = input.tags.as_deref().unwrap_or_default();
        let boundary = input.permissions_boundary.as_deref();
        Ok(creating::<TagUser>(
            Ask::on("iam:CreateUser", resource),
            tags,
            boundary,
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateUser>,
    ) -> Result<CreateUserResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let boundary = match &input.permissions_boundary {
            Some(arn) => Some(boundary_of(&self.records, call.account(), arn).await?),
            None => None,
        };
        let user = UserRecord {
            account: call.account().clone(),
            name: input.user_name,
            path: input.path.unwrap_or_else(|| "/".to_owned()),
            unique_id: new_id(Prefix::User)?,
            created: call.now(),
            policies: AttachedPolicies {
                boundary,
                ..AttachedPolicies::default()
            },
            access_keys: Vec::new(),
            tags: marked(tagging::read(input.tags.unwrap_or_default())?),
            groups: Vec::new(),
            credentials: UserCredentials::default(),
        };
        account_quotas::check::<UserRecord>(&self.records, call.account()).await?;
        match self.records.create(&user).await {
            Ok(_) => Ok(CreateUserResponse {
                user: Some(whole(&user)),
            }),
            Err(StoreError::Conflict { .. }) => {
                Err(Refusal::EntityExists(Noun::User, user.name).into())
            }
            Err(error) => Err(error.into()),
        }
    }
}
