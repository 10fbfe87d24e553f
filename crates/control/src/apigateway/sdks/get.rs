//! GetSdkType.

use wire::apigateway::{GetSdkType, GetSdkTypeRequest, SdkType};

use super::super::asks;
use super::{javascript_type, must_be_generated};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetSdkType> for Rooms {
    fn needs(&self, call: &Call, input: &GetSdkTypeRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetSdkType>(call, &[&input.id]))
    }

    async fn handle(&self, authorized: Authorized<GetSdkType>) -> Result<SdkType, Refused> {
        let (input, _) = authorized.into_parts();
        must_be_generated(&input.id)?;
        Ok(javascript_type())
    }
}
