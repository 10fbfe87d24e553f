//! Gives a user another password.

use model::UserRecord;
use wire::iam::{UpdateLoginProfile, UpdateLoginProfileRequest};

use super::super::account;
use super::super::passwords::{self, Rules};
use super::super::permitted::permitted;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateLoginProfile> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateLoginProfileRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UpdateLoginProfile>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let name = input.user_name.clone();
        let user = permitted::<UpdateLoginProfile, UserRecord>(self, &call, &name).await?;

        let Some(login) = user.record().credentials.login.clone() else {
            return Err(Refusal::NoLogin(name).into());
        };
        let password = match input.password {
            Some(password) => {
                let account = account::read(&self.records, call.account()).await?;
                let rules = Rules::of(account.password_policy.as_ref(), user.record());
                Some(passwords::accept(&rules, Some(login), password).await?)
            }
            None => None,
        };
        user.change(&self.records, |user| {
            let login = user
                .credentials
                .login
                .as_mut()
                .ok_or_else(|| Refusal::NoLogin(name.clone()))?;
            if let Some(password) = &password {
                passwords::replace(login, password, call.now());
            }
            login.reset_required = input
                .password_reset_required
                .unwrap_or(login.reset_required);
            Ok(())
        })
        .await
    }
}
