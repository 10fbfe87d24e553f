//! CreateAuthorizer.

use wire::apigateway::{Authorizer, CreateAuthorizer, CreateAuthorizerRequest};

use model::RestApiRecord;

use super::super::condition_keys::{self, Key};
use super::super::failures::{conflict, refuse_given};
use super::super::{asks, closed, ids, records};
use super::{check, default_auth_type, read_ttl, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateAuthorizer> for Rooms {
    fn needs(&self, call: &Call, input: &CreateAuthorizerRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<CreateAuthorizer>(call, &[&input.rest_api_id]);
        let ask = condition_keys::request(ask, Key::AuthorizerType, [&input.type_]);
        let ask = condition_keys::request(ask, Key::AuthorizerUri, &input.authorizer_uri);
        let role = asks::pass_role(call, input.authorizer_credentials.as_deref(), Some(&ask))?;
        Ok(Needs::Permissions(
            std::iter::once(ask).chain(role).collect(),
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateAuthorizer>,
    ) -> Result<Authorizer, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_given(input.jwt_configuration.as_ref(), "jwtConfiguration")?;
        let change = |api: &mut RestApiRecord| {
            let authorizer = read(&input)?;
            check(&api.definition, &authorizer)?;
            let shown = shown(&authorizer);
            api.definition
                .authorizers
                .insert(authorizer.id.clone(), authorizer);
            Ok(shown)
        };
        let (_, authorizer) =
            records::change(self, &call, &input.rest_api_id, missing, change).await?;
        Ok(authorizer)
    }
}

/// So AWS says that there is no such API (recorded by `test_authorizer_crud_no_api`).
fn missing() -> Refused {
    conflict("Unable to complete operation due to concurrent modification. Please try again later.")
}

fn read(input: &CreateAuthorizerRequest) -> Result<model::Authorizer, Refused> {
    let kind = closed(&input.type_)?;
    let auth_type = input.auth_type.clone();
    let ttl = input
        .authorizer_result_ttl_in_seconds
        .map(|seconds| read_ttl(i64::from(seconds)));
    Ok(model::Authorizer {
        id: ids::own(ids::SHORT),
        name: input.name.clone(),
        kind,
        uri: input.authorizer_uri.clone(),
        credentials: input
            .authorizer_credentials
            .clone()
            .filter(|role| !role.is_empty()),
        identity_source: input.identity_source.clone(),
        identity_validation_expression: input.identity_validation_expression.clone(),
        ttl_seconds: ttl.transpose()?,
        auth_type: auth_type.or_else(|| Some(default_auth_type(kind).to_owned())),
        provider_arns: input.provider_ar_ns.clone().unwrap_or_default(),
    })
}
