//! GetSdk: a client of what a stage shows, as an archive.

use wire::apigateway::{GetSdk, GetSdkRequest, SdkResponse};

use super::super::failures::{bad_request, no_stage};
use super::super::{asks, deployments, records};
use super::{javascript, must_be_generated};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetSdk> for Rooms {
    fn needs(&self, call: &Call, input: &GetSdkRequest) -> Result<Needs, Refused> {
        Ok(asks::needs::<GetSdk>(
            call,
            &[&input.rest_api_id, &input.stage_name, &input.sdk_type],
        ))
    }

    async fn handle(&self, authorized: Authorized<GetSdk>) -> Result<SdkResponse, Refused> {
        let (input, call) = authorized.into_parts();
        must_be_generated(&input.sdk_type)?;
        let mut parameters = input.parameters.iter().flatten();
        if let Some((name, _)) = parameters.next() {
            return Err(bad_request(format!("Invalid parameter specified: {name}")));
        }
        let api = records::read(self, &call, &input.rest_api_id, no_stage).await?;
        let stage = api.stages.get(input.stage_name.as_str());
        let stage = stage.ok_or_else(no_stage)?;
        let deployment = deployments::read(self, &api, &stage.deployment_id).await?;
        let about = javascript::About {
            title: &api.name,
            region: api.region.as_str(),
            invoke_url: &format!(
                "https://{}.execute-api.{}.amazonaws.com/{}",
                api.id, api.region, stage.name
            ),
        };
        let archive = javascript::archive(&deployment.definition, &about);
        let archive = archive.map_err(Refused::internal)?;
        Ok(SdkResponse {
            content_type: Some("application/octet-stream".to_owned()),
            content_disposition: Some("attachment; filename=\"javascript_sdk.zip\"".to_owned()),
            body: Some(archive.into()),
        })
    }
}
