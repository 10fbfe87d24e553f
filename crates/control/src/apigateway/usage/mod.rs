//! What keys used of their plans: by day, and what is left of the quota.

mod get;
mod keeper;
mod update;

use std::ops::Range;

use jiff::civil::Date;
use model::{Day, Record as _, UsagePlanRecord, UsageRecord};

use super::failures::bad_request;
use crate::refused::Refused;
use crate::rooms::Rooms;

pub use keeper::UsageKeeper;

/// What stands for the rest of a plan without a quota. How AWS answers then is not recorded.
const ENDLESS: i64 = -1;

/// `[used, left]` for each of the days.
fn daily(usage: &UsageRecord, plan: &UsagePlanRecord, days: Range<Day>) -> Vec<Vec<i64>> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    days.map(|day| {
        let used = usage.days.get(&day).copied().unwrap_or(0);
        let left = plan.quota.map_or(ENDLESS, |quota| {
            let period = quota.period_of(day);
            let limit = usage.limit(&quota, &period);
            number(limit.saturating_sub(usage.used(period.start..day + 1)))
        });
        vec![number(used), left]
    })
    .collect()
}

/// `2026-11-26`
fn read_date(text: &str) -> Result<Day, Refused> {
    let date: Date = text
        .parse()
        .map_err(|_| bad_request(format!("Invalid date format: {text}. Must be YYYY-MM-DD")))?;
    Ok(days_between(EPOCH, date))
}

fn write_date(day: Day) -> String {
    let span = jiff::Span::new().days(day);
    EPOCH.checked_add(span).unwrap_or(EPOCH).to_string()
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

fn days_between(from: Date, to: Date) -> Day {
    to.since(from).map_or(0, |span| span.get_days())
}

async fn read(rooms: &Rooms, plan: &UsagePlanRecord, key: &str) -> Result<UsageRecord, Refused> {
    let new = UsageRecord {
        account: plan.account.clone(),
        region: plan.region.clone(),
        plan_id: plan.id.clone(),
        key_id: key.to_owned(),
        days: std::collections::BTreeMap::new(),
        grant: None,
    };
    let stored = rooms.records.get::<UsageRecord>(&new.id()).await?;
    Ok(stored.map_or(new, |stored| stored.record))
}

/// Deletes what was counted for a plan, or for one key of it.
pub(super) async fn forget(
    rooms: &Rooms,
    plan: &UsagePlanRecord,
    key: Option<&str>,
) -> Result<(), Refused> {
    let prefix = UsageRecord::id_of(&plan.account, &plan.region, &plan.id, "");
    for usage in rooms.records.list::<UsageRecord>(&prefix).await? {
        if key.is_some_and(|key| key != usage.key_id) {
            continue;
        }
        let id = usage.record.id();
        match rooms
            .records
            .delete::<UsageRecord>(&id, usage.version)
            .await
        {
            // Somebody counted meanwhile; the count is without a reader now.
            Ok(_) | Err(store::StoreError::Conflict { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_days_and_back() {
        for (text, day) in [
            ("1970-01-01", 0),
            ("2026-11-26", 20_783),
            ("1969-12-31", -1),
        ] {
            assert_eq!(read_date(text).unwrap(), day);
            assert_eq!(write_date(day), text);
        }
        for text in ["", "26.11.2026", "2026-13-01", "2026-11-26T00:00:00Z "] {
            assert!(read_date(text).is_err(), "{text}");
        }
    }
}
