//! GetAuthorizer.

use wire::apigateway::{Authorizer, GetAuthorizer, GetAuthorizerRequest};

use super::super::failures::no_authorizer;
use super::super::{asks, records};
use super::shown;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetAuthorizer> for Rooms {
    fn needs(&self, call: &Call, input: &GetAuthorizerRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetAuthorizer>(
            call,
            &[&input.rest_api_id, &input.authorizer_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetAuthorizer>) -> Result<Authorizer, Refused> {
        let (input, call) = authorized.into_parts();
        let api = records::read(self, &call, &input.rest_api_id, no_authorizer).await?;
        let authorizers = &api.definition.authorizers;
        let authorizer = authorizers
            .get(&input.authorizer_id)
            .ok_or_else(no_authorizer)?;
        Ok(shown(authorizer))
    }
}
