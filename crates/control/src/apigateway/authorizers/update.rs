//! UpdateAuthorizer.

use wire::apigateway::{Authorizer, UpdateAuthorizer, UpdateAuthorizerRequest};

use model::RestApiRecord;
use openapi::rules::INVALID_AUTHORIZER_TTL;

use super::super::condition_keys::{self, Key};
use super::super::failures::{bad_request, no_authorizer};
use super::super::patch::{self, Op, Patch};
use super::super::{asks, closed, records};
use super::{check, read_ttl, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateAuthorizer> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateAuthorizerRequest) -> Result<Needs, Refused> {
        let labels = [input.rest_api_id.as_str(), &input.authorizer_id];
        let ask = asks::ask::<UpdateAuthorizer>(call, &labels);
        let patches = input.patch_operations.as_ref();
        let ask = condition_keys::patched(ask, Key::AuthorizerType, patches, "/type");
        let ask = condition_keys::patched(ask, Key::AuthorizerUri, patches, "/authorizerUri");
        let mut asks = vec![ask.clone()];
        for patch in input.patch_operations.iter().flatten() {
            if patch.path.as_deref() == Some("/authorizerCredentials") {
                asks.extend(asks::pass_role(call, patch.value.as_deref(), Some(&ask))?);
            }
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateAuthorizer>,
    ) -> Result<Authorizer, Refused> {
        let (input, call) = authorized.into_parts();
        let patches = patch::read(input.patch_operations)?;
        let change = |api: &mut RestApiRecord| {
            let authorizers = &api.definition.authorizers;
            let mut authorizer = authorizers
                .get(&input.authorizer_id)
                .cloned()
                .ok_or_else(no_authorizer)?;
            patches
                .iter()
                .try_for_each(|patch| apply(&mut authorizer, patch))?;
            check(&api.definition, &authorizer)?;
            let shown = shown(&authorizer);
            api.definition
                .authorizers
                .insert(authorizer.id.clone(), authorizer);
            Ok(shown)
        };
        let (_, authorizer) =
            records::change(self, &call, &input.rest_api_id, no_authorizer, change).await?;
        Ok(authorizer)
    }
}

fn apply(authorizer: &mut model::Authorizer, patch: &Patch) -> Result<(), Refused> {
    match patch.parts().as_slice() {
        ["name"] => authorizer.name = patch.replacement()?.unwrap_or_default(),
        ["type"] => authorizer.kind = closed(&patch.replacement()?.unwrap_or_default())?,
        ["authType"] => authorizer.auth_type = patch.replacement()?,
        ["authorizerUri"] => authorizer.uri = patch.replacement()?,
        ["authorizerCredentials"] => authorizer.credentials = patch.replacement()?,
        ["identitySource"] => authorizer.identity_source = patch.optional()?,
        ["identityValidationExpression"] => {
            authorizer.identity_validation_expression = patch.replacement()?;
        }
        ["authorizerResultTtlInSeconds"] => {
            authorizer.ttl_seconds = patch.replacement()?.as_deref().map(ttl).transpose()?;
        }
        ["providerARNs", rest @ ..] => {
            patch.only(&[Op::Add, Op::Remove])?;
            let arn = patch.item_or_value(rest)?;
            patch.item(&mut authorizer.provider_arns, arn)?;
        }
        _ => return Err(patch.invalid_path()),
    }
    Ok(())
}

fn ttl(seconds: &str) -> Result<u32, Refused> {
    let seconds = seconds
        .parse()
        .map_err(|_| bad_request(INVALID_AUTHORIZER_TTL))?;
    read_ttl(seconds)
}
