//! UpdateStage.

use wire::apigateway::{Stage, UpdateStage, UpdateStageRequest};

use model::RestApiRecord;

use super::super::condition_keys::{self, Key};
use super::super::failures::no_stage;
use super::super::patch::{self, Op, Patch};
use super::super::{account, asks, client_certificates, deployments, records};
use super::{access_log, cache_cluster, canary, documented, method_settings, shown, variables};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateStage> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateStageRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<UpdateStage>(call, &[&input.rest_api_id, &input.stage_name]);
        let patches = input.patch_operations.as_ref();
        let (arn, format) = (
            "/accessLogSettings/destinationArn",
            "/accessLogSettings/format",
        );
        let ask = condition_keys::patched(ask, Key::AccessLoggingDestination, patches, arn);
        Ok(condition_keys::patched(ask, Key::AccessLoggingFormat, patches, format).into())
    }

    async fn handle(&self, authorized: Authorized<UpdateStage>) -> Result<Stage, Refused> {
        let (input, call) = authorized.into_parts();
        let patches = patch::read(input.patch_operations)?;
        let api = records::read(self, &call, &input.rest_api_id, no_stage).await?;
        for patch in patches.iter().filter(|patch| names_deployment(patch)) {
            deployments::must_exist(self, &api, patch.filled().unwrap_or_default()).await?;
        }
        let certificates = patches
            .iter()
            .filter(|patch| patch.path == "/clientCertificateId");
        for id in certificates.filter_map(Patch::filled) {
            client_certificates::find(self, &call, id).await?;
        }
        let logs = account::settings(self, &call)
            .await?
            .cloudwatch_role_arn
            .is_some();
        let change = |api: &mut RestApiRecord| {
            let stage = api
                .stages
                .get_mut(input.stage_name.as_str())
                .ok_or_else(no_stage)?;
            for patch in &patches {
                apply(stage, patch)?;
            }
            if !logs {
                method_settings::refuse_logging(stage)?;
            }
            stage.updated = call.now();
            let stage = stage.clone();
            documented(api, &stage)?;
            Ok(shown(&stage))
        };
        let (_, stage) = records::change(self, &call, &input.rest_api_id, no_stage, change).await?;
        Ok(stage)
    }
}

fn apply(stage: &mut model::Stage, patch: &Patch) -> Result<(), Refused> {
    if patch.op == Op::Copy {
        return canary::promote(stage, patch);
    }
    match patch.parts().as_slice() {
        // That the deployment exists was looked up.
        ["deploymentId"] => stage.deployment_id = patch.replacement()?.unwrap_or_default(),
        ["description"] => stage.description = patch.optional()?,
        ["tracingEnabled"] => stage.tracing_enabled = patch.switch()?,
        ["cacheClusterEnabled"] => cache_cluster::set(stage, Some(patch.switch()?), None)?,
        ["cacheClusterSize"] => {
            cache_cluster::set(stage, None, patch.replacement()?.as_deref())?;
        }
        ["documentationVersion"] => stage.documentation_version = patch.optional()?,
        // That the certificate exists was looked up.
        ["clientCertificateId"] => stage.client_certificate_id = patch.optional()?,
        ["variables", name] => variable(stage, patch, name)?,
        ["accessLogSettings", rest @ ..] => access_log::apply(stage, patch, rest)?,
        ["canarySettings", rest @ ..] => canary::apply(stage, patch, rest)?,
        _ => method_settings::apply(&mut stage.method_settings, patch)?,
    }
    Ok(())
}

/// A variable that is not there yet can be replaced too.
fn variable(stage: &mut model::Stage, patch: &Patch, name: &str) -> Result<(), Refused> {
    patch.only(&[Op::Add, Op::Remove, Op::Replace])?;
    if patch.op == Op::Remove {
        stage.variables.remove(name);
        return Ok(());
    }
    let value = patch.value().unwrap_or_default();
    variables::check(name, value)?;
    stage.variables.insert(name.to_owned(), value.to_owned());
    Ok(())
}

fn names_deployment(patch: &Patch) -> bool {
    let named = matches!(
        patch.path.as_str(),
        "/deploymentId" | "/canarySettings/deploymentId"
    );
    named && patch.op == Op::Replace
}
