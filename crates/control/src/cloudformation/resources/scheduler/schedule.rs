//! AWS::Scheduler::Schedule

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::Operation as _;
use wire::scheduler::{CreateSchedule, DeleteSchedule, UpdateSchedule};
use wire::schema::OperationSchema;

use super::super::values::text_of;
use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed};

pub(in super::super) struct Schedule;

impl ResourceType for Schedule {
    const NAME: &'static str = "AWS::Scheduler::Schedule";
    const PROPERTIES: &'static [Property] = &[
        always("Description"),
        always("EndDate"),
        always("FlexibleTimeWindow").required(),
        always("GroupName"),
        always("KmsKeyArn"),
        fixed("Name"),
        always("ScheduleExpression").required(),
        always("ScheduleExpressionTimezone"),
        always("StartDate"),
        always("State"),
        always("Target").required(),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn"];
    const MODEL: Option<&'static OperationSchema> = Some(CreateSchedule::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name("Name", 64);
        let made = work
            .call_once::<CreateSchedule>(input(work, &name)?)
            .await?;
        // Made before a restart, perhaps; its ARN follows from its name.
        let arn = made.map(|made| text_of(&made, "ScheduleArn"));
        Ok(shown(work, &name, arn))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        let changed = work.call::<UpdateSchedule>(input(work, name)?).await?;
        Ok(shown(work, name, Some(text_of(&changed, "ScheduleArn"))))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"Name": made.physical_id});
        work.call_if_there::<DeleteSchedule>(input).await?;
        Ok(())
    }
}

/// A schedule is kept here alone: an endpoint would not see what a stack has of it.
fn input(work: &Work<'_>, name: &str) -> Result<Value, Failed> {
    if work.control.rooms().upstream.names("scheduler") {
        return Err(Failed::plainly(
            "AWS::Scheduler::Schedule is not made at the endpoint of --upstream scheduler=URL; make the schedule with a client, or leave the endpoint away.",
        ));
    }
    let mut input: Map<String, Value> = work.only(&[
        "Description",
        "EndDate",
        "FlexibleTimeWindow",
        "GroupName",
        "KmsKeyArn",
        "ScheduleExpression",
        "ScheduleExpressionTimezone",
        "StartDate",
        "State",
        "Target",
    ]);
    input.insert("Name".to_owned(), json!(name));
    Ok(Value::Object(input))
}

fn shown(work: &Work<'_>, name: &str, arn: Option<String>) -> Made {
    let (account, region) = (&work.stack.account, &work.stack.region);
    let partition = model::PARTITION;
    let arn = arn.unwrap_or_else(|| {
        format!("arn:{partition}:scheduler:{region}:{account}:schedule/default/{name}")
    });
    Made::new(name).with("Arn", arn)
}
