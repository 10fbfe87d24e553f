//! Tells whose an access key is, and when, where and by what it was used last. Of one that was not
//! used AWS writes `N/A`.

use identity::KeyUse;
use model::UserRecord;
use wire::iam::{
    AccessKeyLastUsed, GetAccessKeyLastUsed, GetAccessKeyLastUsedRequest,
    GetAccessKeyLastUsedResponse,
};

use super::super::permitted::decide;
use super::super::refusal::Refusal;
use super::super::time;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAccessKeyLastUsed> for Rooms {
    fn needs(&self, _: &Call, _: &GetAccessKeyLastUsedRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetAccessKeyLastUsed>,
    ) -> Result<GetAccessKeyLastUsedResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let prefix = format!("{}/", call.account());
        let users = self.records.list::<UserRecord>(&prefix).await?;
        let found = users.into_iter().find(|user| {
            user.access_keys
                .iter()
                .any(|key| key.id == input.access_key_id)
        });
        let absent = format!("arn:aws:iam::{}:user/", call.account());
        let user = decide::<GetAccessKeyLastUsed, _>(self, &call, found, &absent, |ask| ask)?
            .ok_or_else(|| Refusal::NoSuchAccessKey(input.access_key_id.clone()))?;
        let used = self.identity.last_use(&input.access_key_id);
        Ok(GetAccessKeyLastUsedResponse {
            user_name: Some(user.into_record().name),
            access_key_last_used: Some(render(used)),
        })
    }
}

fn render(used: Option<KeyUse>) -> AccessKeyLastUsed {
    match used {
        Some(used) => AccessKeyLastUsed {
            last_used_date: Some(time(used.at)),
            service_name: used.service,
            region: used.region,
        },
        None => AccessKeyLastUsed {
            last_used_date: None,
            service_name: "N/A".to_owned(),
            region: "N/A".to_owned(),
        },
    }
}
