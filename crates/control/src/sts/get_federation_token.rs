//! Temporary credentials for somebody whom a user, or the root of the account, vouches for.

use identity::{FederationAsk, TokenRefused};
use model::PARTITION;
use wire::sts::{
    FederatedUser, GetFederationToken, GetFederationTokenRequest, GetFederationTokenResponse, Tag,
};

use super::answer::{self, credentials, no_token, seconds};
use super::limits::{self, Passed};
use super::session_tags;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::uses;

impl Handle<GetFederationToken> for Rooms {
    fn needs(&self, call: &Call, input: &GetFederationTokenRequest) -> Result<Needs, Refused> {
        if call.caller().is_temporary() {
            let operation = "GetFederationToken";
            return Err(no_token(TokenRefused::Temporary { operation }));
        }
        let arn = format!(
            "arn:{PARTITION}:sts::{}:federated-user/{}",
            call.account(),
            input.name
        );
        let tags = tags(input);
        let mut asks = vec![Ask::on("sts:GetFederationToken", &*arn).bringing_tags(&tags)];
        if !tags.is_empty() {
            asks.push(Ask::on("sts:TagSession", arn).bringing_tags(&tags));
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(
        &self,
        authorized: Authorized<GetFederationToken>,
    ) -> Result<GetFederationTokenResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let size = input.minimum_session_token_size.is_some();
        answer::unserved("GetFederationToken", &[("MinimumSessionTokenSize", size)])?;
        let tags = session_tags::read(input.tags.as_deref(), None)?;
        let policy_arns = limits::policy_arns(input.policy_arns.as_deref())?;
        let passed = Passed {
            policy: input.policy.as_deref(),
            policy_arns: &policy_arns,
            tags: &tags,
        };
        let packed = passed.packed_size()?;
        let ask = FederationAsk {
            name: &input.name,
            duration_seconds: seconds(input.duration_seconds),
            policy: input.policy.as_deref(),
            policy_arns: &policy_arns,
            tags: &tags,
        };
        let session = self
            .identity
            .federation_token(call.caller(), &ask, call.now())
            .map_err(no_token)?;
        uses::note_session(&self.journal, &session.caller);
        Ok(GetFederationTokenResponse {
            federated_user: Some(FederatedUser {
                federated_user_id: session.caller.user_id(),
                arn: session.caller.arn(),
            }),
            credentials: Some(credentials(session.credentials)),
            // Recorded in `test_get_federation_token`: zero where nothing is passed.
            packed_policy_size: Some(packed.unwrap_or(0)),
            ..GetFederationTokenResponse::default()
        })
    }
}

fn tags(input: &GetFederationTokenRequest) -> std::collections::BTreeMap<String, String> {
    let tags = input.tags.as_deref().unwrap_or_default().iter();
    tags.map(|Tag { key, value }| (key.clone(), value.clone()))
        .collect()
}
