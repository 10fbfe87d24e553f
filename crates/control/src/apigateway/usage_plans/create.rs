//! CreateUsagePlan.

use wire::apigateway::{ApiStage, CreateUsagePlan, CreateUsagePlanRequest, UsagePlan};

use model::{PlanStage, UsagePlanRecord};

use super::super::failures::bad_request;
use super::super::{asks, ids, quotas, tags};
use super::limits::{self, QuotaParts, read_methods, read_throttle};
use super::{shown_briefly, stages};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<CreateUsagePlan> for Rooms {
    fn needs(&self, call: &Call, input: &CreateUsagePlanRequest) -> Result<Needs, Refused> {
        let ask = asks::ask::<CreateUsagePlan>(call, &[]);
        let asks = asks::with_tags(call, ask, input.tags.as_ref());
        Ok(Needs::Permissions(asks))
    }

    async fn handle(&self, authorized: Authorized<CreateUsagePlan>) -> Result<UsagePlan, Refused> {
        let (input, call) = authorized.into_parts();
        let plan = read(self, &call, input).await?;
        quotas::check::<UsagePlanRecord>(self, &call).await?;
        self.records.create(&plan).await?;
        Ok(shown_briefly(&plan))
    }
}

async fn read(
    rooms: &Rooms,
    call: &Call,
    input: CreateUsagePlanRequest,
) -> Result<UsagePlanRecord, Refused> {
    if input.name.trim().is_empty() {
        return Err(bad_request("Usage Plan name cannot be blank"));
    }
    let id = ids::own(ids::SHORT);
    let tags = input.tags.unwrap_or_default();
    tags::check(&tags)?;
    let throttle = input.throttle.as_ref().map(read_throttle).transpose()?;
    let quota = input.quota.as_ref().map(QuotaParts::given);
    let quota = quota.unwrap_or_default().read()?;
    let stages = read_stages(rooms, call, &id, input.api_stages.unwrap_or_default()).await?;
    quotas::check_method_throttles(rooms, 0, limits::most_methods(&stages))?;
    Ok(UsagePlanRecord {
        account: call.account().clone(),
        region: call.region().clone(),
        id,
        name: input.name,
        description: input.description.filter(|text| !text.is_empty()),
        product_code: None,
        created: call.now(),
        stages,
        throttle,
        quota,
        keys: Vec::new(),
        tags: crate::tags::marked(tags),
    })
}

async fn read_stages(
    rooms: &Rooms,
    call: &Call,
    plan: &str,
    given: Vec<ApiStage>,
) -> Result<Vec<PlanStage>, Refused> {
    let mut read: Vec<PlanStage> = Vec::new();
    for stage in given {
        let (api_id, name) = (
            stage.api_id.unwrap_or_default(),
            stage.stage.unwrap_or_default(),
        );
        stages::must_exist(rooms, call, plan, (&api_id, &name)).await?;
        if read.iter().any(|own| own.is(&api_id, &name)) {
            return Err(stages::invalid());
        }
        read.push(PlanStage {
            api_id,
            stage: name,
            throttle: read_methods(stage.throttle.unwrap_or_default())?,
        });
    }
    Ok(read)
}
