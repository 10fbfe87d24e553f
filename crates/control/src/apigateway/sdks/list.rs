//! GetSdkTypes: the languages that clients are generated in.

use wire::apigateway::{GetSdkTypes, GetSdkTypesRequest, SdkTypes};

use super::super::{asks, pages};
use super::javascript_type;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetSdkTypes> for Rooms {
    fn needs(&self, call: &Call, _input: &GetSdkTypesRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetSdkTypes>(call, &[]))
    }

    async fn handle(&self, authorized: Authorized<GetSdkTypes>) -> Result<SdkTypes, Refused> {
        let (input, _) = authorized.into_parts();
        let key = |sdk: &wire::apigateway::SdkType| sdk.id.clone().unwrap_or_default();
        let position = input.position.as_deref();
        let page = pages::cut([javascript_type()], input.limit, position, key)?;
        Ok(SdkTypes {
            position: page.position,
            items: Some(page.items),
        })
    }
}
