//! Rules by the names and the ARNs that calls give.

use model::RuleRecord;
use store::Stored;

use super::failures::{invalid, no_rule, unserved};
use crate::call::Call;
use crate::needs::Ask;
use crate::refused::Refused;
use crate::rooms::Rooms;

const BUS: &str = "default";

/// There is one bus, which a call may name, or its ARN.
pub(super) fn check_bus(call: &Call, given: Option<&str>) -> Result<(), Refused> {
    let Some(given) = given else { return Ok(()) };
    let (account, region) = (call.account(), call.region());
    let arn = format!("arn:aws:events:{region}:{account}:event-bus/{BUS}");
    if given == BUS || given == arn {
        return Ok(());
    }
    Err(unserved(&format!("The event bus {given}")))
}

pub(super) fn id(call: &Call, name: &str) -> String {
    RuleRecord::id_of(call.account(), call.region(), name)
}

pub(super) fn arn(call: &Call, name: &str) -> String {
    RuleRecord::arn_of(call.account(), call.region(), name)
}

pub(super) fn ask(call: &Call, action: &'static str, name: &str) -> Ask {
    Ask::on(action, arn(call, name))
}

/// The name in a rule's ARN; nothing else of EventBridge has tags here.
pub(super) fn name_of<'a>(call: &Call, arn: &'a str) -> Result<&'a str, Refused> {
    let start = self::arn(call, "");
    arn.strip_prefix(&start)
        .filter(|name| !name.is_empty() && !name.contains('/'))
        .ok_or_else(|| {
            invalid(format!(
                "Parameter {arn} is not valid. Reason: Provided Arn is not in correct format."
            ))
        })
}

impl Rooms {
    pub(super) async fn rule(
        &self,
        call: &Call,
        name: &str,
    ) -> Result<Stored<RuleRecord>, Refused> {
        let found = self.records.get::<RuleRecord>(&id(call, name)).await?;
        found.ok_or_else(|| no_rule(name))
    }

    pub(super) async fn rules(&self, call: &Call) -> Result<Vec<RuleRecord>, Refused> {
        let prefix = id(call, "");
        let all = self.records.list::<RuleRecord>(&prefix).await?;
        Ok(all.into_iter().map(|found| found.record).collect())
    }

    pub(super) async fn change_rule(
        &self,
        call: &Call,
        name: &str,
        change: impl Fn(&mut RuleRecord) -> Result<(), Refused>,
    ) -> Result<(), Refused> {
        let id = id(call, name);
        let changing = self
            .records
            .update(&id, |rule: &mut RuleRecord| change(rule));
        let updated = changing.await;
        updated.map_err(|error| Refused::of_update(error, || no_rule(name)))?;
        Ok(())
    }
}

/// A page of a list, whose token is the key of its last item.
pub(super) fn page<T>(
    items: Vec<T>,
    (token, limit): (Option<&str>, Option<i32>),
    key: impl Fn(&T) -> String,
) -> Result<(Vec<T>, Option<String>), Refused> {
    const MOST: usize = 100;
    let start = match token {
        None => 0,
        Some(token) => {
            let last = items.iter().position(|item| key(item) == token);
            last.map(|last| last + 1)
                .ok_or_else(|| invalid("NextToken is not valid."))?
        }
    };
    let most = limit.and_then(|limit| usize::try_from(limit).ok());
    let most = most.unwrap_or(MOST).clamp(1, MOST);
    let mut left: Vec<T> = items.into_iter().skip(start).collect();
    let has_more = left.len() > most;
    left.truncate(most);
    let next = left.last().filter(|_| has_more).map(&key);
    Ok((left, next))
}
