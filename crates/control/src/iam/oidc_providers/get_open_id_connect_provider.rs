//! Tells about an OpenID Connect issuer.

use wire::iam::{
    GetOpenIDConnectProvider, GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse,
};

use super::super::{tagging, time};
use super::checks::permitted_provider;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetOpenIDConnectProvider> for Rooms {
    fn needs(&self, _: &Call, _: &GetOpenIDConnectProviderRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<GetOpenIDConnectProvider>,
    ) -> Result<GetOpenIDConnectProviderResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let provider = permitted_provider::<GetOpenIDConnectProvider>(
            self,
            &call,
            &input.open_id_connect_provider_arn,
            |ask| ask,
        )
        .await?;

        let record = provider.record();
        Ok(GetOpenIDConnectProviderResponse {
            url: Some(record.url.clone()),
            client_id_list: Some(record.client_ids.clone()),
            thumbprint_list: Some(record.thumbprints.clone()),
            create_date: Some(time(record.created)),
            tags: Some(tagging::render(&record.tags)),
        })
    }
}
