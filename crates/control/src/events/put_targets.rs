//! Says what a rule invokes: functions, up to five.

use model::{FunctionArn, Retries, RuleTarget};
use wire::Failure;
use wire::events::{PutTargets, PutTargetsRequest, PutTargetsResponse, Target};

use super::failures::{invalid, refuse_unserved, unserved};
use super::found::{ask, check_bus};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// AWS's quota.
const MOST_TARGETS: usize = 5;

impl Handle<PutTargets> for Rooms {
    fn needs(&self, call: &Call, input: &PutTargetsRequest) -> Result<Needs, Refused> {
        let arns = input.targets.iter().map(|target| target.arn.clone());
        let ask = ask(call, "events:PutTargets", &input.rule);
        Ok(ask.keys("events:TargetArn", arns.collect()).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<PutTargets>,
    ) -> Result<PutTargetsResponse, Refused> {
        let (input, call) = authorized.into_parts();
        check_bus(&call, input.event_bus_name.as_deref())?;
        let targets = input.targets.into_iter().map(read);
        let targets = targets.collect::<Result<Vec<_>, Refused>>()?;
        self.change_rule(&call, &input.rule, |rule| {
            rule.targets.extend(targets.clone());
            if rule.targets.len() > MOST_TARGETS {
                let message = "The requested resource exceeds the maximum number allowed.";
                return Err(Failure::new("LimitExceededException", 400, message).into());
            }
            Ok(())
        })
        .await?;
        Ok(PutTargetsResponse {
            failed_entry_count: Some(0),
            failed_entries: Some(Vec::new()),
        })
    }
}

fn read(target: Target) -> Result<(String, RuleTarget), Refused> {
    let Target {
        id,
        arn,
        role_arn,
        input,
        input_path,
        input_transformer,
        kinesis_parameters,
        run_command_parameters,
        ecs_parameters,
        batch_parameters,
        sqs_parameters,
        http_parameters,
        redshift_data_parameters,
        sage_maker_pipeline_parameters,
        dead_letter_config,
        retry_policy,
        app_sync_parameters,
    } = target;
    refuse_unserved(&[
        ("RoleArn of a target", role_arn.is_some()),
        ("InputPath", input_path.is_some()),
        ("InputTransformer", input_transformer.is_some()),
        ("KinesisParameters", kinesis_parameters.is_some()),
        ("RunCommandParameters", run_command_parameters.is_some()),
        ("EcsParameters", ecs_parameters.is_some()),
        ("BatchParameters", batch_parameters.is_some()),
        ("SqsParameters", sqs_parameters.is_some()),
        ("HttpParameters", http_parameters.is_some()),
        ("RedshiftDataParameters", redshift_data_parameters.is_some()),
        (
            "SageMakerPipelineParameters",
            sage_maker_pipeline_parameters.is_some(),
        ),
        ("DeadLetterConfig", dead_letter_config.is_some()),
        ("AppSyncParameters", app_sync_parameters.is_some()),
    ])?;
    let function = FunctionArn::parse(&arn).map_err(|_| unserved(&format!("The target {arn}")))?;
    let is_json = |text: &String| serde_json::from_str::<serde_json::Value>(text).is_ok();
    if !input.as_ref().is_none_or(is_json) {
        return Err(invalid(format!(
            "JSON syntax error in input for target {id}"
        )));
    }
    let retries = retry_policy.map(|policy| Retries {
        attempts: policy.maximum_retry_attempts,
        age_seconds: policy.maximum_event_age_in_seconds,
    });
    Ok((
        id,
        RuleTarget {
            function,
            input,
            retries,
        },
    ))
}
