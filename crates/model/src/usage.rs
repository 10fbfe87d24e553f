//! API keys, usage plans, and what was used of them.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::rest_api::closed;
use crate::{AccountId, Invalid, Kind, Record, Region, Timestamp};

/// A key that callers send, and whom it is for. The value is its own secret: it never shows in
/// `Debug`.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKeyRecord {
    pub account: AccountId,
    pub region: Region,
    pub id: String,
    /// 20 to 128 characters, unique in the account and region.
    pub value: String,
    #[serde(default)]
    pub name: Option<String>,
    #[serde(default)]
    pub customer_id: Option<String>,
    #[serde(default)]
    pub description: Option<String>,
    pub enabled: bool,
    pub created: Timestamp,
    pub updated: Timestamp,
    /// `API/STAGE`: what stood for usage plans before there were any, kept and shown, of no effect.
    #[serde(default)]
    pub stage_keys: Vec<String>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl ApiKeyRecord {
    pub fn id_of(account: &AccountId, region: &Region, id: &str) -> String {
        format!("{account}/{region}/{id}")
    }
}

impl Record for ApiKeyRecord {
    const KIND: Kind = Kind::ApiKey;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.id)
    }
}

impl fmt::Debug for ApiKeyRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ApiKeyRecord")
            .field("account", &self.account)
            .field("region", &self.region)
            .field("id", &self.id)
            .field("name", &self.name)
            .field("enabled", &self.enabled)
            .finish_non_exhaustive()
    }
}

/// Who may use which stages, how fast and how much.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UsagePlanRecord {
    pub account: AccountId,
    pub region: Region,
    pub id: String,
    pub name: String,
    #[serde(default)]
    pub description: Option<String>,
    #[serde(default)]
    pub product_code: Option<String>,
    pub created: Timestamp,
    #[serde(default)]
    pub stages: Vec<PlanStage>,
    /// Of each key, over all stages of the plan.
    #[serde(default)]
    pub throttle: Option<ThrottleLimits>,
    /// Of each key, over all stages of the plan.
    #[serde(default)]
    pub quota: Option<Quota>,
    /// In the order in which they came.
    #[serde(default)]
    pub keys: Vec<PlanKey>,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
}

impl UsagePlanRecord {
    pub fn id_of(account: &AccountId, region: &Region, id: &str) -> String {
        format!("{account}/{region}/{id}")
    }

    pub fn holds_key(&self, key_id: &str) -> bool {
        self.keys.iter().any(|key| key.id == key_id)
    }

    pub fn serves(&self, api: &str, stage: &str) -> bool {
        self.stages.iter().any(|own| own.is(api, stage))
    }
}

impl Record for UsagePlanRecord {
    const KIND: Kind = Kind::UsagePlan;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.id)
    }
}

/// A stage that the keys of a plan open.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlanStage {
    pub api_id: String,
    pub stage: String,
    /// By `/path/VERB`, as AWS spells the keys: these stand in the place of the plan's own limits.
    #[serde(default)]
    pub throttle: BTreeMap<String, ThrottleLimits>,
}

impl PlanStage {
    pub fn is(&self, api: &str, stage: &str) -> bool {
        self.api_id == api && self.stage == stage
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanKey {
    pub id: String,
    pub added: Timestamp,
}

/// A token bucket's rate and size. What is absent is the account's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct ThrottleLimits {
    /// Requests per second.
    #[serde(default)]
    pub rate: Option<f64>,
    /// Requests.
    #[serde(default)]
    pub burst: Option<i32>,
}

closed!(
    QuotaPeriod, "quota period" {
        Day = "DAY",
        Week = "WEEK",
        Month = "MONTH",
    }
);

/// How many requests a key has in a period of the UTC calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quota {
    pub limit: u32,
    /// On which day a period starts: 0 is Sunday, or the first of the month.
    pub offset: u32,
    pub period: QuotaPeriod,
}

/// Days since 1970-01-01, in UTC.
pub type Day = i32;

impl Quota {
    /// The days of the period that the day is in.
    ///
    /// Early API references say of `offset`: "The day that a time period starts. For example, with
    /// a time period of WEEK, an offset of 0 starts on Sunday, and an offset of 1 starts on Monday."
    /// The values that AWS accepts fit that (0 to 6, 0 to 27); later references say otherwise.
    pub fn period_of(&self, day: Day) -> Range<Day> {
        let offset = i32::try_from(self.offset).unwrap_or(0);
        match self.period {
            QuotaPeriod::Day => day..day.saturating_add(1),
            QuotaPeriod::Week => {
                // 1970-01-01 was a Thursday.
                let since = (day + THURSDAY - offset).rem_euclid(7);
                day - since..day - since + 7
            }
            QuotaPeriod::Month => month_of(day, offset),
        }
    }
}

const THURSDAY: Day = 4;

fn month_of(day: Day, offset: i32) -> Range<Day> {
    let (year, month, of_month) = civil(day);
    let start = |year, month| days(year, month) + offset;
    if of_month > offset {
        let (next_year, next) = following(year, month);
        return start(year, month)..start(next_year, next);
    }
    let (before_year, before) = preceding(year, month);
    start(before_year, before)..start(year, month)
}

fn following(year: i32, month: i32) -> (i32, i32) {
    if month == 12 {
        (year + 1, 1)
    } else {
        (year, month + 1)
    }
}

fn preceding(year: i32, month: i32) -> (i32, i32) {
    if month == 1 {
        (year - 1, 12)
    } else {
        (year, month - 1)
    }
}

/// Year, month and day of the month, counted from 1. The years of the calculation begin in March,
/// so that the leap day is their last.
fn civil(day: Day) -> (i32, i32, i32) {
    let shifted = day + DAYS_TO_EPOCH;
    let era = shifted.div_euclid(DAYS_OF_ERA);
    let of_era = shifted.rem_euclid(DAYS_OF_ERA);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let from_march = (5 * of_year + 2) / 153;
    let of_month = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    (year, month, of_month)
}

/// The first day of a month.
fn days(year: i32, month: i32) -> Day {
    let (year, from_march) = if month <= 2 {
        (year - 1, month + 9)
    } else {
        (year, month - 3)
    };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let of_year = (153 * from_march + 2) / 5;
    let of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + of_year;
    era * DAYS_OF_ERA + of_era - DAYS_TO_EPOCH
}

/// From 0000-03-01 to 1970-01-01.
const DAYS_TO_EPOCH: i32 = 719_468;
/// Of 400 years.
const DAYS_OF_ERA: i32 = 146_097;

/// What one key used of one plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageRecord {
    pub account: AccountId,
    pub region: Region,
    pub plan_id: String,
    pub key_id: String,
    /// Requests that were let through, by day.
    #[serde(default)]
    pub days: BTreeMap<Day, u64>,
    #[serde(default)]
    pub grant: Option<UsageGrant>,
}

/// What UpdateUsage allows in one period in the place of the plan's limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct UsageGrant {
    /// The first day of that period.
    pub period: Day,
    /// Requests of the whole period.
    pub limit: u64,
}

impl UsageRecord {
    pub fn id_of(account: &AccountId, region: &Region, plan_id: &str, key_id: &str) -> String {
        format!("{account}/{region}/{plan_id}/{key_id}")
    }

    pub fn used(&self, days: Range<Day>) -> u64 {
        if days.is_empty() {
            return 0;
        }
        self.days.range(days).map(|(_, used)| used).sum()
    }

    /// Requests that the period has, what was granted included.
    pub fn limit(&self, quota: &Quota, period: &Range<Day>) -> u64 {
        let granted = self.grant.filter(|grant| grant.period == period.start);
        granted.map_or_else(|| u64::from(quota.limit), |grant| grant.limit)
    }
}

impl Record for UsageRecord {
    const KIND: Kind = Kind::Usage;
    fn id(&self) -> String {
        Self::id_of(&self.account, &self.region, &self.plan_id, &self.key_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `2026-11-26` as a day.
    fn day(text: &str) -> Day {
        let parts: Vec<i32> = text.split('-').map(|part| part.parse().unwrap()).collect();
        days(parts[0], parts[1]) + parts[2] - 1
    }

    #[track_caller]
    fn check((period, offset): (QuotaPeriod, u32), today: &str, expected: (&str, &str)) {
        let quota = Quota {
            limit: 1,
            offset,
            period,
        };
        let expected = day(expected.0)..day(expected.1);
        assert_eq!(quota.period_of(day(today)), expected, "{today}");
    }

    #[test]
    fn days_are_counted_from_1970() {
        for (text, expected) in [
            ("1970-01-01", 0),
            ("1970-03-01", 59),
            ("2000-02-29", 11_016),
            ("2026-11-26", 20_783),
        ] {
            assert_eq!(day(text), expected, "{text}");
        }
        for day in (-800_000..800_000).step_by(13) {
            let (year, month, of_month) = civil(day);
            assert_eq!(days(year, month) + of_month - 1, day);
        }
    }

    #[test]
    fn a_day_is_its_own_period() {
        check(
            (QuotaPeriod::Day, 0),
            "2026-12-31",
            ("2026-12-31", "2027-01-01"),
        );
    }

    #[test]
    fn a_week_starts_on_sunday_or_the_offset_behind_it() {
        // 2026-11-26 is a Thursday.
        for (offset, expected) in [
            (0, ("2026-11-22", "2026-11-29")),
            (1, ("2026-11-23", "2026-11-30")),
            (4, ("2026-11-26", "2026-12-03")),
            (5, ("2026-11-20", "2026-11-27")),
            (6, ("2026-11-21", "2026-11-28")),
        ] {
            check((QuotaPeriod::Week, offset), "2026-11-26", expected);
        }
    }

    #[test]
    fn a_month_starts_on_the_first_or_the_offset_behind_it() {
        for (offset, today, expected) in [
            (0, "2026-11-01", ("2026-11-01", "2026-12-01")),
            (0, "2026-12-31", ("2026-12-01", "2027-01-01")),
            (14, "2026-11-14", ("2026-10-15", "2026-11-15")),
            (14, "2026-11-15", ("2026-11-15", "2026-12-15")),
            (27, "2027-01-01", ("2026-12-28", "2027-01-28")),
            (27, "2024-02-29", ("2024-02-28", "2024-03-28")),
        ] {
            check((QuotaPeriod::Month, offset), today, expected);
        }
    }

    #[test]
    fn a_grant_holds_for_its_own_period() {
        let quota = Quota {
            limit: 10,
            offset: 0,
            period: QuotaPeriod::Day,
        };
        let usage = UsageRecord {
            account: AccountId::new("000000000000").unwrap(),
            region: Region::new("us-east-1").unwrap(),
            plan_id: "p".to_owned(),
            key_id: "k".to_owned(),
            days: BTreeMap::from([(4, 3), (5, 7)]),
            grant: Some(UsageGrant {
                period: 5,
                limit: 25,
            }),
        };
        assert_eq!(usage.limit(&quota, &quota.period_of(5)), 25);
        assert_eq!(usage.limit(&quota, &quota.period_of(6)), 10);
        assert_eq!(usage.used(4..6), 10);
        assert_eq!(usage.used(6..6), 0);
    }

    #[test]
    fn the_value_of_a_key_never_shows() {
        let key = ApiKeyRecord {
            account: AccountId::new("000000000000").unwrap(),
            region: Region::new("us-east-1").unwrap(),
            id: "k".to_owned(),
            value: "not-for-logs".to_owned(),
            name: None,
            customer_id: None,
            description: None,
            enabled: true,
            created: Timestamp::default(),
            updated: Timestamp::default(),
            stage_keys: Vec::new(),
            tags: BTreeMap::new(),
        };
        assert!(!format!("{key:?}").contains("not-for-logs"));
    }
}
