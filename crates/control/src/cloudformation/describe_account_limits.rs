//! Tells CloudFormation's quotas.

use wire::cloudformation::{
    AccountLimit, DescribeAccountLimits, DescribeAccountLimitsInput, DescribeAccountLimitsOutput,
};

use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

/// CloudFormation user guide, "Understand CloudFormation quotas".
const LIMITS: [(&str, i32); 3] = [
    ("StackLimit", 2000),
    ("StackOutputsLimit", 200),
    ("ConcurrentResourcesLimit", 2500),
];

impl Handle<DescribeAccountLimits> for Rooms {
    fn needs(&self, _: &Call, _: &DescribeAccountLimitsInput) -> Result<Needs, Refused> {
        Ok(Ask::anything("cloudformation:DescribeAccountLimits").into())
    }

    async fn handle(
        &self,
        _: Authorized<DescribeAccountLimits>,
    ) -> Result<DescribeAccountLimitsOutput, Refused> {
        let limits = LIMITS.map(|(name, value)| AccountLimit {
            name: Some(name.to_owned()),
            value: Some(value),
        });
        Ok(DescribeAccountLimitsOutput {
            account_limits: Some(limits.to_vec()),
            next_token: None,
        })
    }
}
