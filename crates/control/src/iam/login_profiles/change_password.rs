//! A user changes the own password, and must know the one before.

use identity::AccessDenied;
use model::{PasswordPolicy, Record as _, UserRecord};
use policy::{Layer, Principal};
use wire::iam::{ChangePassword, ChangePasswordRequest};

use super::super::account;
use super::super::entity::Noun;
use super::super::name_or_own;
use super::super::passwords::{self, Rules};
use super::super::permitted::find;
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ChangePassword> for Rooms {
    fn needs(&self, _: &Call, _: &ChangePasswordRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<ChangePassword>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let Principal::User { arn } = call.caller().principal() else {
            return Err(Refusal::NotAUser.into());
        };
        let account = account::read(&self.records, call.account()).await?;
        let asked =
            Ask::on("iam:ChangePassword", arn.clone()).put_to(&self.identity, call.caller());
        match asked {
            Err(denied) if !may_without(account.password_policy.as_ref(), &denied) => {
                return Err(denied.into());
            }
            Err(_) | Ok(()) => {}
        }
        let name = name_or_own(None, &call)?;
        let user = find::<UserRecord>(&self.records, call.account(), &name)
            .await?
            .ok_or_else(|| Refusal::NoSuchEntity(Noun::User, name.clone()))?;
        let Some(login) = user.credentials.login.clone() else {
            return Err(Refusal::NoLogin(name).into());
        };
        if !passwords::is(&login.password, input.old_password).await? {
            return Err(Refusal::OtherPassword.into());
        }
        let rules = Rules::of(account.password_policy.as_ref(), &user.record);
        let password = passwords::accept(&rules, Some(login), input.new_password).await?;
        let changed = self
            .records
            .update(&user.id(), |user: &mut UserRecord| -> Result<(), Refused> {
                let login = user
                    .credentials
                    .login
                    .as_mut()
                    .ok_or_else(|| Refusal::NoLogin(name.clone()))?;
                passwords::replace(login, &password, call.now());
                login.reset_required = false;
                Ok(())
            })
            .await;
        changed
            .map(|_| ())
            .map_err(|error| Refused::of_update(error, || Refusal::ConcurrentModification.into()))
    }
}

/// Where users may change their passwords by the account's policy, no other one needs to allow it;
/// a denial still denies (IAM user guide, "Permit IAM users to change their own passwords").
fn may_without(policy: Option<&PasswordPolicy>, denied: &AccessDenied) -> bool {
    let missing = denied.explanation.decided_by.is_none()
        && denied.explanation.layer == Some(Layer::Identity);
    missing && policy.is_some_and(|policy| policy.users_may_change)
}
