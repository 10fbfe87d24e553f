//! A tumbling window of a shard: the time whose records are counted together, and what the function has
//! made of them so far (Lambda developer guide, "Implementing stateful Kinesis Data Streams processing in
//! Lambda" and its sister for DynamoDB).

use model::{EventSourceMappingRecord, StreamWindow, Timestamp};
use serde_json::{Value, json};

use super::batch::Item;

/// "Your state can be a maximum of 1 MB per shard. If it exceeds that size, Lambda terminates the window
/// early."
const LARGEST_STATE: usize = 1024 * 1024;
/// How long after its end a window waits for records that came within it. AWS waits for up to two minutes.
const GRACE_MILLIS: i64 = 2000;

/// What an invocation of a window is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Records to be counted in.
    Records,
    /// The window is over.
    Final,
    /// Its state is too large; what comes after begins with an empty one.
    Early,
}

/// The window that is open in a shard, if its mapping has windows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Windows {
    millis: i64,
    open: Option<Window>,
}

#[derive(Debug, Clone, PartialEq)]
struct Window {
    start: i64,
    state: Value,
    is_too_large: bool,
}

impl Window {
    fn new(start: i64) -> Self {
        Self {
            start,
            state: json!({}),
            is_too_large: false,
        }
    }
}

impl Windows {
    /// None of a mapping without windows.
    pub(super) fn of(seconds: u32, kept: Option<&StreamWindow>) -> Option<Self> {
        let millis = i64::from(seconds) * 1000;
        let open = kept.map(|kept| Window {
            state: serde_json::from_str(&kept.state).unwrap_or_else(|_| json!({})),
            ..Window::new(kept.start.millis())
        });
        (millis > 0).then_some(Self { millis, open })
    }

    /// As it is kept with the position of the shard.
    pub(super) fn kept(&self) -> Option<StreamWindow> {
        self.open.as_ref().map(|open| StreamWindow {
            start: Timestamp::from_millis(open.start),
            state: open.state.to_string(),
        })
    }

    /// Windows begin at whole multiples of their length; a record that is late belongs to the open one.
    fn start_of(&self, item: &Item) -> i64 {
        let arrived = item.arrived.millis();
        let start = arrived - arrived.rem_euclid(self.millis);
        self.open
            .as_ref()
            .map_or(start, |open| start.max(open.start))
    }

    /// Whether the open window must be over before this record is given to the function.
    pub(super) fn ends_before(&self, item: &Item) -> bool {
        let open = self.open.as_ref();
        open.is_some_and(|open| open.start < self.start_of(item))
    }

    /// Opens the window of the first of these, and tells how many of them are in it.
    pub(super) fn enter(&mut self, items: &[Item]) -> usize {
        let Some(start) = items.first().map(|first| self.start_of(first)) else {
            return 0;
        };
        self.open.get_or_insert_with(|| Window::new(start));
        let within = items.iter().take_while(|item| self.start_of(item) == start);
        within.count()
    }

    /// Whether the open window is over although nothing came after it.
    pub(super) fn is_over(&self, now: Timestamp) -> bool {
        let open = self.open.as_ref();
        open.is_some_and(|open| now.millis() >= open.start + self.millis + GRACE_MILLIS)
    }

    pub(super) const fn is_open(&self) -> bool {
        self.open.is_some()
    }

    pub(super) fn is_too_large(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.is_too_large)
    }

    /// Takes over what the function answered; false if it is not what a window needs: "If the response does
    /// not contain a `state` property, Lambda considers this a failed invocation."
    pub(super) fn keep(&mut self, answer: &[u8], part: Part) -> bool {
        let answer = serde_json::from_slice::<Value>(answer).unwrap_or_default();
        let state = answer.get("state").filter(|state| !state.is_null());
        let (Some(state), Some(open)) = (state, &mut self.open) else {
            return false;
        };
        match part {
            Part::Records => {
                open.is_too_large = state.to_string().len() > LARGEST_STATE;
                open.state = state.clone();
            }
            Part::Early => *open = Window::new(open.start),
            Part::Final => self.open = None,
        }
        true
    }

    /// What an event has beside its records.
    pub(super) fn told(
        &self,
        mapping: &EventSourceMappingRecord,
        shard: &str,
        part: Part,
    ) -> Option<Value> {
        let open = self.open.as_ref()?;
        Some(json!({
            "window": {
                "start": instant(open.start),
                "end": instant(open.start + self.millis),
            },
            "state": open.state,
            "shardId": shard,
            "eventSourceARN": mapping.source.to_string(),
            "isFinalInvokeForWindow": part == Part::Final,
            "isWindowTerminatedEarly": part == Part::Early,
        }))
    }
}

/// `2020-12-09T07:04:00Z`.
fn instant(millis: i64) -> String {
    let time = jiff::Timestamp::from_millisecond(millis).unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

#[cfg(test)]
mod tests {
    use super::super::batch::testing::item_at;
    use super::*;

    fn windows() -> Windows {
        Windows::of(60, None).unwrap()
    }

    fn items(arrived: &[i64]) -> Vec<Item> {
        arrived.iter().map(|at| item_at(at * 1000)).collect()
    }

    #[test]
    fn records_go_to_the_window_of_their_time() {
        let mut windows = windows();
        let items = items(&[59, 60, 119, 110, 120]);
        assert_eq!(windows.enter(&items), 1);
        assert!(windows.ends_before(&items[1]));
        assert!(windows.keep(br#"{"state":{}}"#, Part::Final));
        assert_eq!(windows.enter(&items[1..]), 3);
        assert!(windows.ends_before(&items[4]) && !windows.ends_before(&items[0]));
        assert!(!windows.is_over(Timestamp::from_millis(121_999)));
        assert!(windows.is_over(Timestamp::from_millis(122_000)));
    }

    #[test]
    fn a_state_goes_from_one_invocation_to_the_next() {
        let mut windows = windows();
        windows.enter(&items(&[60]));
        assert!(windows.keep(br#"{"state":{"a":1}}"#, Part::Records));
        for missing in ["", "null", "{}", r#"{"state":null}"#] {
            assert!(!windows.keep(missing.as_bytes(), Part::Records));
        }
        let again = Windows::of(60, windows.kept().as_ref()).unwrap();
        assert_eq!(again, windows);
        assert_eq!(again.open.unwrap().state, json!({ "a": 1 }));
    }

    #[test]
    fn a_state_that_is_too_large_ends_early() {
        let mut windows = windows();
        windows.enter(&items(&[60]));
        let large = json!({ "state": "x".repeat(LARGEST_STATE) }).to_string();
        assert!(windows.keep(large.as_bytes(), Part::Records) && windows.is_too_large());
        assert!(windows.keep(br#"{"state":{"a":1}}"#, Part::Early));
        assert_eq!(windows.open, Some(Window::new(60_000)));
    }
}
