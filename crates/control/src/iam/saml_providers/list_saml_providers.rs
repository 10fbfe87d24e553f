//! Lists the SAML identity providers of an account.

use model::SamlProviderRecord;
use store::Stored;
use wire::iam::{
    ListSAMLProviders, ListSAMLProvidersRequest, ListSAMLProvidersResponse, SAMLProviderListEntry,
};

use super::super::time;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListSAMLProviders> for Rooms {
    fn needs(&self, call: &Call, _: &ListSAMLProvidersRequest) -> Result<Needs, Refused> {
        let resource = format!("arn:aws:iam::{}:saml-provider/*", call.account());
        Ok(Ask::on("iam:ListSAMLProviders", resource).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListSAMLProviders>,
    ) -> Result<ListSAMLProvidersResponse, Refused> {
        let (_, call) = authorized.into_parts();
        let all = self
            .records
            .list::<SamlProviderRecord>(&format!("{}/", call.account()))
            .await?;
        let entry = |provider: &Stored<SamlProviderRecord>| SAMLProviderListEntry {
            arn: Some(provider.arn()),
            valid_until: Some(time(provider.valid_until)),
            create_date: Some(time(provider.created)),
        };
        Ok(ListSAMLProvidersResponse {
            saml_provider_list: Some(all.iter().map(entry).collect()),
        })
    }
}
