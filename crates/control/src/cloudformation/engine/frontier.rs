//! In which order things are done that need each other: everything after what it needs, the rest side by side.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::StreamExt as _;
use futures_util::stream::FuturesUnordered;

/// Steps at a time.
const MOST_AT_ONCE: usize = 16;

/// What is not begun yet.
#[derive(Debug, Default)]
pub(super) struct Frontier {
    waiting: BTreeMap<String, BTreeSet<String>>,
    wanted_by: BTreeMap<String, Vec<String>>,
    ready: BTreeSet<String>,
}

impl Frontier {
    /// What is needed and not among the things to do counts as done.
    pub(super) fn of(needs: &BTreeMap<String, Vec<String>>) -> Self {
        let mut frontier = Self::default();
        for (id, needed) in needs {
            let needed: BTreeSet<String> = needed
                .iter()
                .filter(|other| *other != id && needs.contains_key(*other))
                .cloned()
                .collect();
            if needed.is_empty() {
                frontier.ready.insert(id.clone());
                continue;
            }
            for other in &needed {
                let wanted_by = frontier.wanted_by.entry(other.clone()).or_default();
                wanted_by.push(id.clone());
            }
            frontier.waiting.insert(id.clone(), needed);
        }
        frontier
    }

    /// The same from the other end: everything before what it needs.
    pub(super) fn backwards(needs: &BTreeMap<String, Vec<String>>) -> Self {
        let mut wanted_by: BTreeMap<String, Vec<String>> =
            needs.keys().map(|id| (id.clone(), Vec::new())).collect();
        for (id, needed) in needs {
            for other in needed {
                if let Some(list) = wanted_by.get_mut(other) {
                    list.push(id.clone());
                }
            }
        }
        Self::of(&wanted_by)
    }

    fn next(&mut self) -> Option<String> {
        self.ready.pop_first()
    }

    fn done(&mut self, id: &str) {
        for other in self.wanted_by.remove(id).unwrap_or_default() {
            let Some(needed) = self.waiting.get_mut(&other) else {
                continue;
            };
            needed.remove(id);
            if needed.is_empty() {
                self.waiting.remove(&other);
                self.ready.insert(other);
            }
        }
    }

    /// Does everything, and gives back what failed. Nothing is begun any more once `is_over` says so.
    pub(super) async fn work<E, Step>(
        mut self,
        step: impl Fn(String) -> Step,
        is_over: impl Fn(&[(String, E)]) -> bool,
    ) -> Vec<(String, E)>
    where
        Step: Future<Output = (String, Result<(), E>)>,
    {
        let mut running = FuturesUnordered::new();
        let mut failed = Vec::new();
        loop {
            while running.len() < MOST_AT_ONCE && !is_over(&failed) {
                let Some(id) = self.next() else { break };
                running.push(step(id));
            }
            match running.next().await {
                None => return failed,
                Some((id, Ok(()))) => self.done(&id),
                Some((id, Err(error))) => failed.push((id, error)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::*;

    fn needs(list: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
        let needed = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let pairs = list.iter();
        pairs
            .map(|(id, names)| ((*id).to_owned(), needed(names)))
            .collect()
    }

    async fn check(frontier: Frontier, failing: &str, expected: &[&str]) {
        let order = Mutex::new(Vec::new());
        let step = |id: String| {
            order.lock().unwrap().push(id.clone());
            let outcome = if id == failing { Err("no") } else { Ok(()) };
            async move { (id, outcome) }
        };
        let failed = frontier.work(step, |_| false).await;
        assert_eq!(order.into_inner().unwrap(), expected);
        assert_eq!(failed.len(), usize::from(!failing.is_empty()));
    }

    #[tokio::test]
    async fn everything_comes_after_what_it_needs() {
        let list = needs(&[("a", &["c"]), ("b", &["a", "gone"]), ("c", &[]), ("d", &[])]);
        check(Frontier::of(&list), "", &["c", "d", "a", "b"]).await;
        check(Frontier::backwards(&list), "", &["b", "d", "a", "c"]).await;
    }

    #[tokio::test]
    async fn what_needs_a_failure_is_not_begun() {
        let list = needs(&[("a", &["c"]), ("b", &["a"]), ("c", &[]), ("d", &[])]);
        check(Frontier::of(&list), "a", &["c", "d", "a"]).await;
    }
}
