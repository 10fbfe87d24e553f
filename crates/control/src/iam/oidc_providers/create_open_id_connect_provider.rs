//! Makes an OpenID Connect issuer known, whose tokens trust policies may then name.

use model::OidcProviderRecord;
use store::StoreError;
use wire::iam::{
    CreateOpenIDConnectProvider, CreateOpenIDConnectProviderRequest,
    CreateOpenIDConnectProviderResponse, TagOpenIDConnectProvider,
};

use super::super::refusal::Refusal;
use super::super::{creating, tagging};
use super::checks::{check_client_ids, check_thumbprints, issuer};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateOpenIDConnectProvider> for Rooms {
    fn needs(
        &self,
        call: &Call,
        input: &CreateOpenIDConnectProviderRequest,
    ) -> Result<Needs, Refused> {
        let resource = format!(
            "arn:aws:iam::{}:oidc-provider/{}",
            call.account(),
            issuer(&input.url)?
        );
        let tags = input.tags.as_deref().unwrap_or_default();
        Ok(creating::<TagOpenIDConnectProvider>(
            Ask::on("iam:CreateOpenIDConnectProvider", resource),
            tags,
            None,
        ))
    }

    async fn handle(
        &self,
        authorized: Authorized<CreateOpenIDConnectProvider>,
    ) -> Result<CreateOpenIDConnectProviderResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let provider = record(input, &call)?;
        match self.records.create(&provider).await {
            Ok(_) => Ok(CreateOpenIDConnectProviderResponse {
                open_id_connect_provider_arn: Some(provider.arn()),
                tags: tagging::render_some(&provider.tags),
            }),
            Err(StoreError::Conflict { .. }) => {
                Err(Refusal::ProviderExists(format!("https://{}", provider.url)).into())
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn record(
    input: CreateOpenIDConnectProviderRequest,
    call: &Call,
) -> Result<OidcProviderRecord, Refusal> {
    let thumbprints = input.thumbprint_list.unwrap_or_default();
    check_thumbprints(&thumbprints)?;
    let client_ids = input.client_id_list.unwrap_or_default();
    check_client_ids(&client_ids)?;
    Ok(OidcProviderRecord {
        account: call.account().clone(),
        url: issuer(&input.url)?.to_owned(),
        client_ids,
        thumbprints,
        created: call.now(),
        tags: tagging::read(input.tags.unwrap_or_default())?,
    })
}
