//! Says for how many days the events of a group are kept.

use wire::logs::{PutRetentionPolicy, PutRetentionPolicyRequest};

use super::failures::invalid;
use super::group::Group;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

/// CloudWatch Logs API reference, "PutRetentionPolicy".
const DAYS: [i32; 23] = [
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922,
    3288, 3650, 3653,
];

impl Handle<PutRetentionPolicy> for Rooms {
    fn needs(&self, call: &Call, input: &PutRetentionPolicyRequest) -> Result<Needs, Refused> {
        let group = Group::named(call, &input.log_group_name);
        Ok(group.ask("logs:PutRetentionPolicy", "").into())
    }

    async fn handle(&self, authorized: Authorized<PutRetentionPolicy>) -> Result<(), Refused> {
        let (input, call) = authorized.into_parts();
        let days = input.retention_in_days;
        if !DAYS.contains(&days) {
            let set: Vec<_> = DAYS.iter().map(ToString::to_string).collect();
            return Err(invalid(format!(
                "1 validation error detected: Value '{days}' at 'retentionInDays' failed to satisfy \
                 constraint: Member must satisfy enum value set: [{}]",
                set.join(", ")
            )));
        }
        let group = Group::named(&call, &input.log_group_name);
        let change = |record: &mut model::LogGroupRecord| {
            record.retention_days = u32::try_from(days).ok();
            Ok(())
        };
        self.change_group(&group, change).await
    }
}
