//! Fixes are applied, the result is checked, and what did not help or helps too much is taken back.

use std::collections::BTreeSet;

use super::apply::applied;
use crate::checked::{Checked, File};
use crate::coverage::Reach;
use crate::found::{Edit, Found, Severity};

/// Each round keeps or gives up at least one fix; a check of the whole stands behind each.
const MOST_ROUNDS: usize = 400;

/// A file with the fixes that were kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    pub file: usize,
    pub before: String,
    pub after: String,
}

/// A finding that stays, and why nothing is written for it.
#[derive(Debug, Clone)]
pub struct Left {
    pub found: Found,
    pub why: String,
}

/// What came of mending.
#[derive(Debug, Default)]
pub struct Mended {
    pub changes: Vec<Change>,
    /// What was found before and is not any more, by the fixes that were kept.
    pub mended: Vec<Found>,
    pub left: Vec<Left>,
    /// The check of the result.
    pub checked: Checked,
}

type Key = (String, String);

/// Writes every fix that helps into the texts; `check` is the check that `before` came of.
pub fn mend(before: Checked, check: &dyn Fn(Vec<File>) -> Checked) -> Mended {
    let originals: Vec<String> = before.files.iter().map(|file| file.text.clone()).collect();
    let mut rounds = Rounds {
        now: before,
        mended: Vec::new(),
        given_up: Vec::new(),
        check,
    };
    for _ in 0..MOST_ROUNDS {
        if !rounds.round() {
            break;
        }
    }
    let Rounds {
        now,
        mended,
        given_up,
        ..
    } = rounds;
    let pairs = originals.into_iter().zip(&now.files).enumerate();
    let changes = pairs.filter(|(_, (before, file))| *before != file.text);
    let changes = changes.map(|(at, (before, file))| Change {
        file: at,
        before,
        after: file.text.clone(),
    });
    Mended {
        changes: changes.collect(),
        left: left(&now, &given_up),
        mended,
        checked: now,
    }
}

struct Rounds<'c> {
    now: Checked,
    mended: Vec<Found>,
    given_up: Vec<(Key, String)>,
    check: &'c dyn Fn(Vec<File>) -> Checked,
}

impl Rounds<'_> {
    /// All fixes at once; if they don't go together, the first alone. Whether there is more to do.
    fn round(&mut self) -> bool {
        let open = self.open();
        let Some(first) = open.first().cloned() else {
            return false;
        };
        if open.len() > 1 && self.keep(&open).is_ok() {
            return true;
        }
        if let Err(why) = self.keep(std::slice::from_ref(&first)) {
            self.given_up.push((key(&self.now, &first), why));
        }
        true
    }

    /// Findings with edits that were not tried.
    fn open(&self) -> Vec<Found> {
        let open = self.now.found.iter().filter(|found| {
            let own = key(&self.now, found);
            let has_edits = found.fix.as_ref().is_some_and(|fix| !fix.edits.is_empty());
            has_edits && !self.given_up.iter().any(|(known, _)| *known == own)
        });
        let open: Vec<Found> = open.cloned().collect();
        // Another permission is the answer where none is near: what is near is corrected first.
        let (last, first): (Vec<Found>, Vec<Found>) =
            open.into_iter().partition(|found| found.rule.id == "PC001");
        if first.is_empty() { last } else { first }
    }

    fn keep(&mut self, fixes: &[Found]) -> Result<(), String> {
        let (files, used) = self.with(fixes);
        let used: Vec<Found> = fixes
            .iter()
            .zip(used)
            .filter(|(_, used)| *used)
            .map(|(found, _)| found.clone())
            .collect();
        if used.is_empty() {
            return Err("its place is in no file that is written to".to_owned());
        }
        let after = (self.check)(files);
        judge(&self.now, &after, &used)?;
        self.now = after;
        self.mended.extend(used);
        Ok(())
    }

    /// The files with some fixes, and which of these fitted.
    fn with(&self, fixes: &[Found]) -> (Vec<File>, Vec<bool>) {
        let mut files = Vec::new();
        let mut used = vec![false; fixes.len()];
        for (at, file) in self.now.files.iter().enumerate() {
            let here = |found: &Found| -> Vec<Edit> {
                let fix = found.fix.as_ref();
                let edits = fix.map_or(&[][..], |fix| &fix.edits);
                // What reaches into two files is no fix of one.
                if edits.iter().all(|edit| edit.place.file == at) {
                    edits.to_vec()
                } else {
                    Vec::new()
                }
            };
            let places: Vec<usize> = (0..fixes.len())
                .filter(|place| fixes.get(*place).is_some_and(|fix| !here(fix).is_empty()))
                .collect();
            let edits: Vec<Vec<Edit>> = places
                .iter()
                .filter_map(|place| fixes.get(*place).map(here))
                .collect();
            let (text, fitted) = applied(&file.text, &edits);
            for (place, fitted) in places.iter().zip(fitted) {
                if let Some(used) = used.get_mut(*place) {
                    *used = fitted;
                }
            }
            files.push(File {
                name: file.name.clone(),
                text,
            });
        }
        (files, used)
    }
}

/// A finding by what it is about.
fn key(checked: &Checked, found: &Found) -> Key {
    let file = checked.files.get(found.place.file);
    let name = file.map_or("", |file| file.name.as_str());
    (found.fingerprint(name), found.subject.clone())
}

/// Whether a change is one for the better: the findings are gone, what was granted still is, and nothing is granted
/// that nobody calls.
fn judge(before: &Checked, after: &Checked, mended: &[Found]) -> Result<(), String> {
    if after.not_checked.len() > before.not_checked.len() {
        return Err("the document could not be read any more with it".to_owned());
    }
    let known: BTreeSet<Key> = before.found.iter().map(|one| key(before, one)).collect();
    let there: BTreeSet<Key> = after.found.iter().map(|one| key(after, one)).collect();
    if mended.iter().any(|one| there.contains(&key(before, one))) {
        return Err("the finding would still be there with it".to_owned());
    }
    let new = after
        .found
        .iter()
        .find(|one| !known.contains(&key(after, one)) && !is_of_a_refusal(one));
    if let Some(new) = new {
        return Err(format!(
            "with it, {} would be found: {}",
            new.rule.id, new.message
        ));
    }
    if let Some(gone) = before.calls.difference(&after.calls).next() {
        return Err(format!("with it, {gone} would not be called any more"));
    }
    let lost = before
        .granted
        .iter()
        .find(|call| !after.granted.contains(*call));
    if let Some(lost) = lost {
        return Err(format!("with it, {lost} would not be granted any more"));
    }
    wider(before, after).map_or(Ok(()), Err)
}

/// A call that was refused for one reason may be refused for the next: a role that is trusted and may nothing.
fn is_of_a_refusal(found: &Found) -> bool {
    found.severity == Severity::Note && found.rule.id != "PC011"
        || matches!(
            found.rule.id,
            "PC001"
                | "PC002"
                | "PC003"
                | "PC004"
                | "PC005"
                | "PC006"
                | "PC007"
                | "PC008"
                | "PC009"
                | "PC012"
                | "PC014"
        )
}

/// A statement that reaches further than any stage of what is called, and did not before.
fn wider(before: &Checked, after: &Checked) -> Option<String> {
    let reaches = after.reaches.iter();
    let wide = reaches.filter(|(_, reach)| **reach > Reach::AnyStage);
    let mut worse = wide.filter(|(statement, reach)| {
        before
            .reaches
            .get(*statement)
            .is_none_or(|known| known < *reach)
    });
    let (statement, reach) = worse.next()?;
    Some(format!(
        "with it, {} would grant more than is missing: {}",
        statement.1,
        reach.sentence()
    ))
}

fn left_by_hand(found: &Found) -> String {
    let by_rule = found.rule.fix.trim_start_matches("is left: ");
    let why = found.by_hand.unwrap_or(by_rule);
    why.trim_end_matches('.').to_owned()
}

fn left(checked: &Checked, given_up: &[(Key, String)]) -> Vec<Left> {
    let left = checked.found.iter().map(|found| {
        let own = key(checked, found);
        let tried = given_up.iter().find(|(known, _)| *known == own);
        let has_steps = found.fix.as_ref().is_some_and(|fix| !fix.steps.is_empty());
        let why = match tried {
            Some((_, why)) => why.clone(),
            None if has_steps => {
                "the place that would change is not written down in this file".to_owned()
            }
            None => left_by_hand(found),
        };
        Left {
            found: found.clone(),
            why,
        }
    });
    left.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checked::{Options, check};

    const DOCUMENT: &str = include_str!("../../tests/corpus/cloudformation/wrong-method.yaml");

    fn checked(text: String) -> Checked {
        let file = File {
            name: "template.yaml".to_owned(),
            text,
        };
        check(vec![file], &Options::default(), &|_, _| None)
    }

    /// What is said of a change, whoever proposes it.
    #[track_caller]
    fn judged(from: &str, to: &str, expected: Result<(), &str>) {
        let before = checked(DOCUMENT.to_owned());
        let after = checked(DOCUMENT.replace(from, to));
        assert_ne!(before.files[0].text, after.files[0].text);
        let found = judge(&before, &after, &before.found);
        match expected {
            Ok(()) => assert_eq!(found, Ok(())),
            Err(part) => assert!(found.clone().unwrap_err().contains(part), "{found:?}"),
        }
    }

    #[test]
    fn what_grants_more_than_is_missing_is_refused() {
        judged("/*/POST/pets", "/*/GET/pets", Ok(()));
        judged("/*/POST/pets", "/prod/GET/pets", Ok(()));
        judged(
            "/*/POST/pets",
            "/*/*/pets",
            Err("grant more than is missing"),
        );
        judged("/*/POST/pets", "/*", Err("PC011"));
        judged("${Api}/*/POST/pets", "*/*/GET/pets", Err("PC011"));
    }

    #[test]
    fn what_does_not_help_or_breaks_is_refused() {
        judged("/*/POST/pets", "/*/PUT/pets", Err("still be there"));
        judged("Resources:", "Resources: [", Err("could not be read"));
        judged(
            "HttpMethod: GET",
            "HttpMethod: POST",
            Err("not be called any more"),
        );
    }
}
