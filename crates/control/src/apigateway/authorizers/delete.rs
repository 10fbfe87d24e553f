//! DeleteAuthorizer: one that no method uses.

use wire::apigateway::{DeleteAuthorizer, DeleteAuthorizerRequest};

use model::RestApiRecord;

use super::super::failures::no_authorizer;
use super::super::{asks, records, references};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteAuthorizer> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteAuthorizerRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<DeleteAuthorizer>(
            call,
            &[&input.rest_api_id, &input.authorizer_id],
        ))
    }

    async fn handle(&self, authorized: Authorized<DeleteAuthorizer>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let change = |api: &mut RestApiRecord| {
            let definition = &mut api.definition;
            let id = &input.authorizer_id;
            let authorizer = definition.authorizers.get(id).ok_or_else(no_authorizer)?;
            references::refuse(
                definition,
                "authorizer",
                &authorizer.name,
                "method",
                |method| method.authorizer_id.as_ref() == Some(id),
            )?;
            definition.authorizers.remove(id);
            Ok(())
        };
        records::change(self, &call, &input.rest_api_id, no_authorizer, change).await?;
        Ok(())
    }
}
