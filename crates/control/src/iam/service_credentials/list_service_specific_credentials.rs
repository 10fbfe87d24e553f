//! Lists the credentials of a user, or of the caller, for services; never their passwords.

use model::UserRecord;
use wire::iam::{
    ListServiceSpecificCredentials, ListServiceSpecificCredentialsRequest,
    ListServiceSpecificCredentialsResponse,
};

use super::super::name_or_own;
use super::super::pages::{PageAsk, page};
use super::super::permitted::permitted;
use super::super::unserved;
use super::render::listed;
use super::services::check_service;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListServiceSpecificCredentials> for Rooms {
    fn needs(&self, _: &Call, _: &ListServiceSpecificCredentialsRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<ListServiceSpecificCredentials>,
    ) -> Result<ListServiceSpecificCredentialsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let name = name_or_own(input.user_name.as_deref(), &call)?;
        let user =
            permitted::<ListServiceSpecificCredentials, UserRecord>(self, &call, &name).await?;

        unserved(&[("AllUsers", input.all_users == Some(true))])?;
        if let Some(service) = &input.service_name {
            check_service(service)?;
        }
        let held = user.record().credentials.service_credentials.iter();
        let wanted = held
            .filter(|held| {
                input
                    .service_name
                    .as_ref()
                    .is_none_or(|service| held.service == *service)
            })
            .cloned()
            .collect();
        let ask = PageAsk {
            marker: input.marker.as_deref(),
            max_items: input.max_items,
        };
        let page = page(wanted, |credential| credential.id.clone(), ask)?;
        Ok(ListServiceSpecificCredentialsResponse {
            service_specific_credentials: Some(
                page.items.iter().map(|held| listed(&name, held)).collect(),
            ),
            is_truncated: page.is_truncated.then_some(true),
            marker: page.marker,
        })
    }
}
