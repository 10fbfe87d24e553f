//! Deletes parameters.

use model::ParameterRecord;
use store::StoreError;
use wire::ssm::{
    DeleteParameter, DeleteParameterRequest, DeleteParameterResult, DeleteParameters,
    DeleteParametersRequest, DeleteParametersResult,
};

use super::failures::not_found;
use super::named::Named;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<DeleteParameter> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteParameterRequest) -> Result<Needs, Refused> {
        let named = Named::read(call, &input.name)?;
        Ok(named.ask("ssm:DeleteParameter").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteParameter>,
    ) -> Result<DeleteParameterResult, Refused> {
        let (input, call) = authorized.into_parts();
        let named = Named::read(&call, &input.name)?;
        if self.remove_parameter(&named).await? {
            Ok(DeleteParameterResult {})
        } else {
            Err(not_found())
        }
    }
}

impl Handle<DeleteParameters> for Rooms {
    fn needs(&self, call: &Call, input: &DeleteParametersRequest) -> Result<Needs, Refused> {
        let asks = input.names.iter().map(|name| {
            let named = Named::read(call, name)?;
            Ok(named.ask("ssm:DeleteParameters"))
        });
        Ok(Needs::Permissions(asks.collect::<Result<_, Refused>>()?))
    }

    async fn handle(
        &self,
        authorized: Authorized<DeleteParameters>,
    ) -> Result<DeleteParametersResult, Refused> {
        let (input, call) = authorized.into_parts();
        let (mut deleted, mut unknown) = (Vec::new(), Vec::new());
        for name in input.names {
            let named = Named::read(&call, &name)?;
            if self.remove_parameter(&named).await? {
                deleted.push(name);
            } else {
                unknown.push(name);
            }
        }
        Ok(DeleteParametersResult {
            deleted_parameters: Some(deleted),
            invalid_parameters: Some(unknown),
        })
    }
}

impl Rooms {
    /// Whether it was there.
    async fn remove_parameter(&self, named: &Named) -> Result<bool, Refused> {
        let id = named.id();
        loop {
            let Some(found) = self.records.get::<ParameterRecord>(&id).await? else {
                return Ok(false);
            };
            match self
                .records
                .delete::<ParameterRecord>(&id, found.version)
                .await
            {
                Ok(_) => return Ok(true),
                Err(StoreError::Conflict { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}
