//! Gives a user a password.

use model::{LoginProfile, UserRecord};
use wire::iam::{CreateLoginProfile, CreateLoginProfileRequest, CreateLoginProfileResponse};

use super::super::account;
use super::super::name_or_own;
use super::super::passwords::{self, Rules};
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use super::render::render;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateLoginProfile> for Rooms {
    fn needs(&self, _: &Call, _: &CreateLoginProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateLoginProfile>,
    ) -> Result<CreateLoginProfileResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user = permitted::<CreateLoginProfile, UserRecord>(self, &call, &name).await?;

        let Some(password) = input.password else {
            return Err(Refusal::NoPassword.into());
        };
        let account = account::read(&self.records, call.account()).await?;
        let rules = Rules::of(account.password_policy.as_ref(), user.record());
        let login = LoginProfile {
            created: call.now(),
            changed: call.now(),
            reset_required: input.password_reset_required.unwrap_or(false),
            password: passwords::accept(&rules, None, password).await?,
            earlier: Vec::new(),
        };
        user.change(&self.records, |user| {
            if user.credentials.login.is_some() {
                return Err(Refusal::LoginExists(user.name.clone()).into());
            }
            user.credentials.login = Some(login.clone());
            Ok(())
        })
        .await?;
        Ok(CreateLoginProfileResponse {
            login_profile: Some(render(&name, &login)),
        })
    }
}
