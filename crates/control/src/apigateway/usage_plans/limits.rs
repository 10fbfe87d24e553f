//! Throttles and quotas as they are given, and what AWS says when they can't be.

use std::collections::BTreeMap;

use model::{PlanStage, Quota, QuotaPeriod, ThrottleLimits};
use wire::apigateway::{QuotaSettings, ThrottleSettings};

use super::super::closed;
use super::super::failures::bad_request;
use crate::refused::Refused;

/// For how many methods a plan sets throttles in the stage that has most of them.
pub(super) fn most_methods(stages: &[PlanStage]) -> usize {
    let counts = stages.iter().map(|stage| stage.throttle.len());
    counts.max().unwrap_or_default()
}

pub(super) fn read_throttle(given: &ThrottleSettings) -> Result<ThrottleLimits, Refused> {
    let limits = ThrottleLimits {
        rate: given.rate_limit,
        burst: given.burst_limit,
    };
    check_throttle(&limits)?;
    Ok(limits)
}

pub(super) fn check_throttle(limits: &ThrottleLimits) -> Result<(), Refused> {
    let rate = limits
        .rate
        .is_none_or(|rate| rate.is_finite() && rate >= 0.0);
    if rate && limits.burst.is_none_or(|burst| burst >= 0) {
        return Ok(());
    }
    Err(bad_request(
        "Usage Plan throttle limits must be non-negative numbers",
    ))
}

/// By `/path/VERB`.
pub(super) fn read_methods(
    given: BTreeMap<String, ThrottleSettings>,
) -> Result<BTreeMap<String, ThrottleLimits>, Refused> {
    let read = |(method, limits): (String, ThrottleSettings)| {
        check_method(&method)?;
        Ok((method, read_throttle(&limits)?))
    };
    given.into_iter().map(read).collect()
}

/// A path and a verb, whatever is behind them: plans may come before the methods.
pub(super) fn check_method(method: &str) -> Result<(), Refused> {
    let verb = method.rsplit_once('/').map(|(_, verb)| verb);
    match verb.map(str::parse::<model::MethodVerb>) {
        Some(Ok(_)) => Ok(()),
        _ => Err(bad_request(format!(
            "Invalid method specified for throttling: {method}"
        ))),
    }
}

/// What of a quota was given so far: patches bring it in parts.
#[derive(Debug, Default)]
pub(super) struct QuotaParts {
    pub(super) limit: Option<i64>,
    pub(super) offset: Option<i64>,
    pub(super) period: Option<String>,
}

impl QuotaParts {
    pub(super) fn of(quota: Option<&Quota>) -> Self {
        Self {
            limit: quota.map(|quota| i64::from(quota.limit)),
            offset: quota.map(|quota| i64::from(quota.offset)),
            period: quota.map(|quota| quota.period.to_string()),
        }
    }

    pub(super) fn given(given: &QuotaSettings) -> Self {
        Self {
            limit: given.limit.map(i64::from),
            offset: given.offset.map(i64::from),
            period: given.period.clone(),
        }
    }

    /// Nothing at all is no quota. The bounds and texts of offsets are those that clients know of
    /// AWS; how AWS words the others is not recorded.
    pub(super) fn read(self) -> Result<Option<Quota>, Refused> {
        if self.limit.is_none() && self.offset.is_none() && self.period.is_none() {
            return Ok(None);
        }
        let period = self
            .period
            .ok_or_else(|| bad_request("Usage Plan quota period must be specified"))?;
        let period: QuotaPeriod = closed(&period)?;
        let limit = self.limit.and_then(|limit| u32::try_from(limit).ok());
        let limit = limit
            .ok_or_else(|| bad_request("Usage Plan quota limit must be a non-negative number"))?;
        let (most, text) = match period {
            QuotaPeriod::Day => (0, "zero in the DAY period"),
            QuotaPeriod::Week => (6, "between 0 and 6 inclusive in the WEEK period"),
            QuotaPeriod::Month => (27, "between 0 and 27 inclusive in the MONTH period"),
        };
        let offset = u32::try_from(self.offset.unwrap_or(0)).ok();
        let offset = offset.filter(|offset| *offset <= most);
        let offset =
            offset.ok_or_else(|| bad_request(format!("Usage Plan quota offset must be {text}")))?;
        Ok(Some(Quota {
            limit,
            offset,
            period,
        }))
    }
}
