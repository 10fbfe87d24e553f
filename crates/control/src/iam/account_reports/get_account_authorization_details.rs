//! Tells everything about the users, groups, roles and policies of an account, in pages.

use wire::iam::{
    GetAccountAuthorizationDetails, GetAccountAuthorizationDetailsRequest,
    GetAccountAuthorizationDetailsResponse,
};

use super::super::pages::{PageAsk, page};
use super::details::{Detail, details};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAccountAuthorizationDetails> for Rooms {
    fn needs(&self, _: &Call, _: &GetAccountAuthorizationDetailsRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("iam:GetAccountAuthorizationDetails").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetAccountAuthorizationDetails>,
    ) -> Result<GetAccountAuthorizationDetailsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let details = details(
            self,
            call.account(),
            input.filter.as_deref().unwrap_or_default(),
        )
        .await?;
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(details, Detail::place, ask)?;
        let mut answer = GetAccountAuthorizationDetailsResponse {
            user_detail_list: Some(Vec::new()),
            group_detail_list: Some(Vec::new()),
            role_detail_list: Some(Vec::new()),
            policies: Some(Vec::new()),
            is_truncated: Some(page.is_truncated),
            marker: page.marker,
        };
        for detail in page.items {
            add(&mut answer, detail);
        }
        Ok(answer)
    }
}

fn add(answer: &mut GetAccountAuthorizationDetailsResponse, detail: Detail) {
    match detail {
        Detail::User(user) => answer.user_detail_list.get_or_insert_default().push(user),
        Detail::Group(group) => answer.group_detail_list.get_or_insert_default().push(group),
        Detail::Role(role) => answer.role_detail_list.get_or_insert_default().push(role),
        Detail::Policy(policy) => answer.policies.get_or_insert_default().push(policy),
    }
}
