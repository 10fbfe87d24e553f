//! Replaces the digests of the issuer's server certificates.

use wire::iam::{
    UpdateOpenIDConnectProviderThumbprint, UpdateOpenIDConnectProviderThumbprintRequest,
};

use super::checks::{check_thumbprints, permitted_provider};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateOpenIDConnectProviderThumbprint> for Rooms {
    fn needs(
        &self,
        _: &Call,
        _: &UpdateOpenIDConnectProviderThumbprintRequest,
    ) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<UpdateOpenIDConnectProviderThumbprint>,
    ) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let provider = permitted_provider::<UpdateOpenIDConnectProviderThumbprint>(
            self,
            &call,
            &input.open_id_connect_provider_arn,
            |ask| ask,
        )
        .await?;

        check_thumbprints(&input.thumbprint_list)?;
        provider
            .change(&self.records, |provider| {
                provider.thumbprints.clone_from(&input.thumbprint_list);
                Ok(())
            })
            .await
    }
}
