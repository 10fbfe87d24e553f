//! UpdateAccount: which role writes the execution logs.

use wire::apigateway::{Account, UpdateAccount, UpdateAccountRequest};

use identity::{Assumer, SessionAsk};
use model::{AccountSettingsRecord, Record as _};
use policy::Context;
use store::StoreError;

use super::super::asks;
use super::super::failures::{bad_request, not_served};
use super::super::patch::{self, Op, Patch};
use super::{USAGE_PLANS, settings, shown};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<UpdateAccount> for Rooms {
    fn needs(&self, call: &Call, input: &UpdateAccountRequest) -> Result<Needs, Refused> {
        let update = asks::ask::<UpdateAccount>(call, &[]);
        let mut asks = vec![update.clone()];
        for patch in input.patch_operations.iter().flatten() {
            if patch.path.as_deref() == Some(ROLE_PATH) {
                asks.extend(asks::pass_role(
                    call,
                    patch.value.as_deref(),
                    Some(&update),
                )?);
            }
        }
        Ok(Needs::Permissions(asks))
    }

    async fn handle(&self, authorized: Authorized<UpdateAccount>) -> Result<Account, Refused> {
        let (input, call) = authorized.into_parts();
        let mut settings = settings(self, &call).await?;
        for patch in patch::read(input.patch_operations)? {
            match patch.path.as_str() {
                ROLE_PATH => settings.cloudwatch_role_arn = patch.replacement()?,
                "/features" => feature(&patch)?,
                _ => return Err(patch.invalid_path()),
            }
        }
        if let Some(role) = &settings.cloudwatch_role_arn {
            check_role(self, &call, role)?;
        }
        save(self, &settings).await?;
        Ok(shown(self, &settings))
    }
}

/// What every account has by now; AWS still takes that somebody adds it.
fn feature(patch: &Patch) -> Result<(), Refused> {
    match (patch.op, patch.value()) {
        (Op::Add, Some(USAGE_PLANS)) => Ok(()),
        (Op::Remove, Some(USAGE_PLANS)) => {
            Err(bad_request("Usage Plans cannot be disabled once enabled"))
        }
        _ => Err(not_served("another feature of an account")),
    }
}

const ROLE_PATH: &str = "/cloudwatchRoleArn";

/// What it takes to write a line (managed policy AmazonAPIGatewayPushToCloudWatchLogs).
const PUSHING: [&str; 3] = [
    "logs:CreateLogGroup",
    "logs:CreateLogStream",
    "logs:PutLogEvents",
];

/// API Gateway tries the role when it is set: it must be able to become it, and to push logs then.
fn check_role(rooms: &Rooms, call: &Call, role: &str) -> Result<(), Refused> {
    let (region, account) = (call.region(), call.account());
    let log = format!(
        "arn:{}:logs:{region}:{account}:log-group:API-Gateway-Execution-Logs_0000000000/prod:log-stream:0",
        model::PARTITION
    );
    let assumer = Assumer::Service("apigateway.amazonaws.com");
    let ask = SessionAsk::new("portcullis-account-check", 900);
    let session = rooms
        .identity
        .assume_role(&assumer, role, &ask, call.now())
        .map_err(|refused| unusable(call, &refused).because(refused.into_denied()))?;
    let (resources, keys) = ([log], Context::new());
    let mut denials = PUSHING.iter().filter_map(|action| {
        let ask = identity::Ask::new(action, &resources, &keys);
        rooms.identity.authorize(&session.caller, &ask).err()
    });
    match denials.next() {
        None => Ok(()),
        Some(first) => {
            let denied = first.and(denials);
            Err(unusable(call, &denied).because(Some(denied)))
        }
    }
}

fn unusable(call: &Call, cause: &impl std::fmt::Display) -> Refused {
    tracing::info!(request_id = call.request_id(), %cause, "a logging role was refused");
    bad_request(
        "The role ARN does not have required permissions configured. Please grant trust \
         permission for API Gateway and add the required role policy.",
    )
}

/// The record is one value, so that the last writer is right.
async fn save(rooms: &Rooms, settings: &AccountSettingsRecord) -> Result<(), Refused> {
    match rooms.records.create(settings).await {
        Ok(_) => return Ok(()),
        Err(StoreError::Conflict { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let overwrite = |stored: &mut AccountSettingsRecord| {
        stored.clone_from(settings);
        Ok(())
    };
    let missing = || Refused::internal("the account settings went away");
    let updated = rooms.records.update(&settings.id(), overwrite).await;
    updated
        .map(|_| ())
        .map_err(|error| Refused::of_update(error, missing))
}
