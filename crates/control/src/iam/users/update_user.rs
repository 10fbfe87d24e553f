//! Gives a user another name or path. Keys and policies stay.

use model::{KeyStatus, Record as _, UserRecord};
use store::StoreError;
use wire::iam::{UpdateUser, UpdateUserRequest};

use super::super::departures::replace;
use super::super::entity::Noun;
use super::super::permitted::{Permitted, permitted};
use super::super::refusal::Refusal;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateUser> for Rooms {
    fn needs(&self, _: &Call, _: &UpdateUserRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(&self, authorized: Authorized<UpdateUser>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let user = permitted::<UpdateUser, UserRecord>(self, &call, &input.user_name).await?;
        let account = call.account();
        let path = input.new_path.as_deref().unwrap_or(&user.record().path);
        let name = input.new_user_name.as_deref().unwrap_or(&input.user_name);
        let target = format!("arn:aws:iam::{account}:user{path}{name}");
        Ask::on("iam:UpdateUser", target).put_to(&self.identity, call.caller())?;
        let renamed = UserRecord {
            path: path.to_owned(),
            name: name.to_owned(),
            ..user.record().clone()
        };
        let (before, after) = (user.record().arn(), renamed.arn());
        if renamed.id() == user.record().id() {
            user.change(&self.records, |user| {
                user.path.clone_from(&renamed.path);
                user.name.clone_from(&renamed.name);
                Ok(())
            })
            .await?;
        } else {
            move_to(self, user, renamed).await?;
        }
        replace(&self.records, account, (&before, &after)).await
    }
}

/// The name is the record's id, so that a user with another name is another record. The new one is
/// there before the old one goes, with keys that are not valid yet: a fault in between loses no
/// key, and leaves none that two users have.
async fn move_to(
    rooms: &Rooms,
    user: Permitted<UserRecord>,
    renamed: UserRecord,
) -> Result<(), Refused> {
    let records = &rooms.records;
    let asleep = records.create(&asleep(&renamed)).await;
    let version = match asleep {
        Ok(version) => version,
        Err(StoreError::Conflict { .. }) => {
            return Err(Refusal::EntityExists(Noun::User, renamed.name).into());
        }
        Err(error) => return Err(error.into()),
    };
    if let Err(refused) = user.delete(records).await {
        records.delete::<UserRecord>(&renamed.id(), version).await?;
        return Err(refused);
    }
    records.replace(&renamed, version).await?;
    Ok(())
}

fn asleep(user: &UserRecord) -> UserRecord {
    let mut user = user.clone();
    for key in &mut user.access_keys {
        key.status = KeyStatus::Inactive;
    }
    user
}
