//! Lists the OpenID Connect issuers that an account knows.

use model::OidcProviderRecord;
use store::Stored;
use wire::iam::{
    ListOpenIDConnectProviders, ListOpenIDConnectProvidersRequest,
    ListOpenIDConnectProvidersResponse, OpenIDConnectProviderListEntry,
};

use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListOpenIDConnectProviders> for Rooms {
    fn needs(&self, call: &Call, _: &ListOpenIDConnectProvidersRequest) -> Result<Needs, Refused> {
        let resource = format!("arn:aws:iam::{}:oidc-provider/*", call.account());
        Ok(Ask::on("iam:ListOpenIDConnectProviders", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListOpenIDConnectProviders>,
    ) -> Result<ListOpenIDConnectProvidersResponse, Refused> {
        let (_, call) = authorized.into_parts();
        let all = self
            .records
            .list::<OidcProviderRecord>(&format!("{}/", call.account()))
            .await?;
        let entry = |provider: &Stored<OidcProviderRecord>| OpenIDConnectProviderListEntry {
            arn: Some(provider.arn()),
        };
        Ok(ListOpenIDConnectProvidersResponse {
            open_id_connect_provider_list: Some(all.iter().map(entry).collect()),
        })
    }
}
