//! Tells why a call was denied, from the sealed message that the journal has of it.

use wire::Failure;
use wire::sts::{
    DecodeAuthorizationMessage, DecodeAuthorizationMessageRequest,
    DecodeAuthorizationMessageResponse,
};

use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DecodeAuthorizationMessage> for Rooms {
    fn needs(&self, _: &Call, _: &DecodeAuthorizationMessageRequest) -> Result<Needs, Refused> {
        Ok(Ask::anything("sts:DecodeAuthorizationMessage").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DecodeAuthorizationMessage>,
    ) -> Result<DecodeAuthorizationMessageResponse, Refused> {
        let (input, call) = authorized.into_parts();
        let decoded = self
            .identity
            .decode_denial(call.caller(), &input.encoded_message)
            .map_err(|error| {
                let code = "InvalidAuthorizationMessageException";
                Failure::new(code, 400, error.to_string())
            })?;
        Ok(DecodeAuthorizationMessageResponse {
            decoded_message: Some(decoded),
        })
    }
}
