//! Becoming a role by the word of an OpenID Connect provider. Nobody signs such a call: the token
//! says who it is.

use identity::web_identity::{Token, WebIdentity, WebIdentityRefused};
use identity::{Assumer, SessionAsk};
use model::{AccountId, Arn};
use wire::Failure;
use wire::sts::{
    AssumeRoleWithWebIdentity, AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse,
};

use super::answer::{self, assumed_role_user, credentials, not_assumed, seconds};
use super::assume_role::{DEFAULT_SECONDS, check_role_arn};
use super::limits::{self, Passed};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::uses;

impl Handle<AssumeRoleWithWebIdentity> for Rooms {
    fn needs(&self, _: &Call, _: &AssumeRoleWithWebIdentityRequest) -> Result<Needs, Refused> {
        Ok(Needs::OwnDecision)
    }

    async fn handle(
        &self,
        authorized: Authorized<AssumeRoleWithWebIdentity>,
    ) -> Result<AssumeRoleWithWebIdentityResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check(&input)?;
        let policy_arns = limits::policy_arns(input.policy_arns.as_deref())?;
        let known = verify(self, &call, &input).await?;
        let passed = Passed {
            policy: input.policy.as_deref(),
            policy_arns: &policy_arns,
            tags: known.tags(),
        };
        let packed = passed.packed_size()?;
        let ask = SessionAsk {
            policy: input.policy.as_deref(),
            policy_arns: &policy_arns,
            duration_seconds: seconds(input.duration_seconds).unwrap_or(DEFAULT_SECONDS),
            ..SessionAsk::new(&input.role_session_name, DEFAULT_SECONDS)
        };
        let by = Assumer::WebIdentity(&known);
        let session = self
            .identity
            .assume_role(&by, &input.role_arn, &ask, call.now())
            .map_err(not_assumed)?;
        uses::note_session(&self.journal, &session.caller);
        Ok(AssumeRoleWithWebIdentityResponse {
            subject_from_web_identity_token: Some(known.subject().to_owned()),
            audience: Some(known.audience().to_owned()),
            provider: Some(known.provider_arn().to_owned()),
            assumed_role_user: Some(assumed_role_user(&session)),
            packed_policy_size: packed,
            source_identity: session.caller.source_identity().map(str::to_owned),
            credentials: Some(credentials(session.credentials)),
            ..AssumeRoleWithWebIdentityResponse::default()
        })
    }
}

/// Read, find the provider in the account of the role, find its keys, verify.
async fn verify(
    rooms: &Rooms,
    call: &Call,
    input: &AssumeRoleWithWebIdentityRequest,
) -> Result<WebIdentity, Refused> {
    let token = Token::read(&input.web_identity_token).map_err(refuse)?;
    let account = account_of(&input.role_arn)?;
    let issuer = rooms.identity.issuer_of(&token, &account).map_err(refuse)?;
    let keys = rooms.issuers.keys(issuer.url(), token.key_id()).await?;
    let request = call.caller().request_keys().cloned().unwrap_or_default();
    WebIdentity::verify(&token, &issuer, &keys, request, call.now()).map_err(refuse)
}

fn account_of(role_arn: &str) -> Result<AccountId, Failure> {
    let arn = Arn::new(role_arn).ok();
    arn.and_then(|arn| AccountId::new(arn.account()).ok())
        .ok_or_else(|| Failure::new("ValidationError", 400, format!("{role_arn} is invalid")))
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to `map_err`")]
fn refuse(refused: WebIdentityRefused) -> Refused {
    let (code, status) = refused.code();
    Failure::new(code, status, refused.to_string()).into()
}

/// `ProviderId` is for access tokens of OAuth 2.0, which no OpenID Connect provider gives.
fn check(input: &AssumeRoleWithWebIdentityRequest) -> Result<(), Failure> {
    check_role_arn(&input.role_arn)?;
    answer::unserved(
        "AssumeRoleWithWebIdentity",
        &[
            ("ProviderId", input.provider_id.is_some()),
            (
                "MinimumSessionTokenSize",
                input.minimum_session_token_size.is_some(),
            ),
        ],
    )
}
