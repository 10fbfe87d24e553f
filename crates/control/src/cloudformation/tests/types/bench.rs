//! A control plane in which resources are made without a stack.

use std::collections::BTreeMap;
use std::time::{SystemTime, UNIX_EPOCH};

use identity::{Assumer, SessionAsk};
use model::{MadeResource, Region, Timestamp};
use serde_json::{Map, Value, json};
use tokio_util::sync::CancellationToken;
use wire::Operation;

use crate::authorized::Handle;
use crate::cloudformation::engine::value_of;
use crate::cloudformation::resources::{Change, Failed, StackFacts, Type, Work};
use crate::control::OnBehalf;
use crate::rooms::Rooms;
use crate::testing::{ACCOUNT, REGION, World};

const ROLE: &str = "arn:aws:iam::111111111111:role/worker";

pub(super) struct Bench {
    pub(super) world: World,
    by: OnBehalf,
    facts: StackFacts,
    calm: CancellationToken,
}

/// One resource's life.
pub(super) struct Row<'a> {
    pub(super) kind: &'static str,
    pub(super) before: Value,
    pub(super) after: Value,
    /// Where the service shows it, of its physical id.
    pub(super) place: &'a (dyn Fn(&str) -> Value + Sync),
    /// What the service shows then, at least.
    pub(super) shows: [Value; 2],
}

impl Bench {
    /// Who acts may do everything.
    pub(super) async fn new() -> Self {
        let world = World::new().await;
        world.allow("worker", "all", "*").await;
        let ask = SessionAsk::new("bench", 3600);
        let by = Assumer::Service("lambda.amazonaws.com");
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap()
            .as_secs();
        let now = Timestamp::from_seconds(i64::try_from(now).unwrap());
        let session = world.identity.assume_role(&by, ROLE, &ask, now);
        let by = OnBehalf {
            caller: session.unwrap().caller,
            region: Region::new(REGION).unwrap(),
            endpoint: "http://localhost:4566".to_owned(),
        };
        let facts = StackFacts {
            name: "bench".to_owned(),
            arn: format!("arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/bench/1"),
            unique: "1".to_owned(),
            account: ACCOUNT.to_owned(),
            region: REGION.to_owned(),
            capabilities: Vec::new(),
            tags: BTreeMap::from([("owner".to_owned(), "bench".to_owned())]),
        };
        Self {
            world,
            by,
            facts,
            calm: CancellationToken::new(),
        }
    }

    fn work<'a>(
        &'a self,
        (kind, id): (&'a str, &'a str),
        properties: &'a Map<String, Value>,
        again: bool,
    ) -> Work<'a> {
        Work {
            control: &self.world.control,
            by: &self.by,
            stack: &self.facts,
            logical_id: id,
            kind,
            generation: 1,
            properties,
            again,
            token: "token".to_owned(),
            awaited: None,
            cancelled: &self.calm,
        }
    }

    pub(super) async fn make(
        &self,
        (kind, id): (&str, &str),
        properties: &Value,
        again: bool,
    ) -> Result<MadeResource, Failed> {
        let kind = Type::named(kind).unwrap();
        let properties = properties.as_object().unwrap();
        let given = value_of(&Value::Object(properties.clone()));
        kind.check(id, given.members()).map_err(Failed::plainly)?;
        let work = self.work((kind.name, id), properties, again);
        let made = (kind.create)(&work).await?;
        Ok(record(kind.name, made, &work))
    }

    /// One that must come to be.
    pub(super) async fn create(&self, kind: &str, id: &str, properties: Value) -> MadeResource {
        let made = self.make((kind, id), &properties, false).await;
        made.unwrap_or_else(|failed| panic!("{kind}: {}", failed.message))
    }

    /// Gives what is said of one that does not.
    pub(super) async fn refused(&self, kind: &str, properties: Value) -> String {
        match self.make((kind, "Refused"), &properties, false).await {
            Ok(made) => panic!("{kind} was made: {made:?}"),
            Err(failed) => failed.reason("token"),
        }
    }

    pub(super) async fn change(
        &self,
        made: &MadeResource,
        id: &str,
        after: &Value,
    ) -> MadeResource {
        let kind = Type::named(&made.kind).unwrap();
        let properties = after.as_object().unwrap();
        assert!(kind.change(&made.properties, properties) < Change::Replacement);
        let work = self.work((kind.name, id), properties, false);
        let changed = (kind.update)(&work, made).await;
        let changed = changed.unwrap_or_else(|failed| panic!("{}: {}", made.kind, failed.message));
        assert_eq!(changed.physical_id, made.physical_id, "{}", made.kind);
        record(kind.name, changed, &work)
    }

    pub(super) async fn delete(&self, made: &MadeResource, id: &str) {
        let kind = Type::named(&made.kind).unwrap();
        let work = self.work((kind.name, id), &made.properties, false);
        let deleted = (kind.delete)(&work, made).await;
        deleted.unwrap_or_else(|failed| panic!("{}: {}", made.kind, failed.message));
    }

    pub(super) async fn call<O: Operation>(&self, input: Value) -> Result<Value, String>
    where
        Rooms: Handle<O>,
    {
        let nothing = Map::new();
        let work = self.work(("None", "Client"), &nothing, false);
        work.call::<O>(input).await.map_err(|failed| failed.message)
    }

    /// Its whole life: made, made again after a restart, changed, changed once more to the same, changed back,
    /// deleted, deleted when it is gone.
    pub(super) async fn live<Get: Operation>(&self, row: Row<'_>) -> MadeResource
    where
        Rooms: Handle<Get>,
    {
        let id = "Thing";
        let made = self.create(row.kind, id, row.before.clone()).await;
        let place = (row.place)(&made.physical_id);
        let [first, second] = &row.shows;
        self.shows::<Get>(row.kind, &place, first).await;
        let again = self.make((row.kind, id), &row.before, true).await;
        let again = again.unwrap_or_else(|failed| panic!("{}: {}", row.kind, failed.message));
        assert_eq!(again, made, "{} after a restart", row.kind);
        let changed = self.change(&made, id, &row.after).await;
        self.shows::<Get>(row.kind, &place, second).await;
        // An update that failed may be tried again from what was before it.
        self.change(&made, id, &row.after).await;
        self.shows::<Get>(row.kind, &place, second).await;
        let back = self.change(&changed, id, &row.before).await;
        self.shows::<Get>(row.kind, &place, first).await;
        self.delete(&back, id).await;
        let gone = self.call::<Get>(place).await;
        let shown = gone.as_ref().is_ok_and(|shown| holds(shown, first));
        assert!(
            !shown || *first == json!({}),
            "{} is still there: {gone:?}",
            row.kind
        );
        self.delete(&back, id).await;
        made
    }

    async fn shows<Get: Operation>(&self, kind: &str, place: &Value, expected: &Value)
    where
        Rooms: Handle<Get>,
    {
        let shown = self.call::<Get>(place.clone()).await;
        let shown = shown.unwrap_or_else(|message| panic!("{kind}: {message}"));
        assert!(
            holds(&shown, expected),
            "{kind}: {shown:#} has not {expected:#}"
        );
    }
}

fn record(
    kind: &str,
    made: crate::cloudformation::resources::Made,
    work: &Work<'_>,
) -> MadeResource {
    MadeResource {
        kind: kind.to_owned(),
        physical_id: made.physical_id,
        properties: work.properties.clone(),
        attributes: made.attributes,
        tags: work.tags(),
        no_echo: made.no_echo,
    }
}

/// A tag of CloudFormation's own.
fn is_mark(item: &Value) -> bool {
    let key = item.get("Key").and_then(Value::as_str);
    key.is_some_and(|key| key.starts_with("aws:"))
}

/// Whether everything expected is there: members that are null are absent, lists are as long.
fn holds(shown: &Value, expected: &Value) -> bool {
    match (shown, expected) {
        (Value::Object(shown), Value::Object(expected)) => {
            expected.iter().all(|(name, value)| match shown.get(name) {
                None => value.is_null(),
                Some(found) => holds(found, value),
            })
        }
        (Value::Array(shown), Value::Array(expected)) => {
            let shown: Vec<&Value> = shown.iter().filter(|item| !is_mark(item)).collect();
            shown.len() == expected.len()
                && shown
                    .iter()
                    .zip(expected)
                    .all(|(one, other)| holds(one, other))
        }
        (Value::Number(one), Value::Number(other)) => one.as_f64() == other.as_f64(),
        (one, other) => one == other,
    }
}
