//! The whole check of a set of files: what is found in each, and what could not be analysed.

use std::collections::{BTreeMap, BTreeSet};

use document::{Node, Position};
use policy::PolicyType;

use crate::coverage::{Edge, Reach, State};
use crate::document::{Kind, read};
use crate::found::{Found, Place, Severity};
use crate::ignore;
use crate::mend::Page;
use crate::rules::{self, Analysis, Rule};
use crate::scene::{self, Assumptions, Neighbours, Scene, Server};

/// A file by its name, as findings show it.
#[derive(Debug, Clone)]
pub struct File {
    pub name: String,
    pub text: String,
}

#[derive(Debug, Clone, Default)]
pub struct Options {
    pub assumptions: Assumptions,
    /// What policies are meant to be, instead of what they look like.
    pub policy_type: Option<PolicyType>,
    /// Rules that are left out, with the reason.
    pub ignored: Vec<(String, String)>,
}

/// A file that could not be analysed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotChecked {
    pub file: usize,
    pub reason: String,
    pub position: Option<Position>,
}

/// What came of a check.
#[derive(Debug, Default)]
pub struct Checked {
    pub files: Vec<File>,
    /// By file, then by place.
    pub found: Vec<Found>,
    /// Found, and left out with a reason: which rule, and why.
    pub ignored: Vec<(&'static Rule, Place, String)>,
    pub not_checked: Vec<NotChecked>,
    /// Calls that could not be judged, each in a sentence.
    pub unknown: Vec<(Option<Place>, String)>,
    /// Every call that was looked at, in words that stay the same.
    pub(crate) calls: BTreeSet<String>,
    /// Those of them that are granted.
    pub(crate) granted: BTreeSet<String>,
    /// How far each statement of a resource policy reaches, by where it was read and its id.
    pub(crate) reaches: BTreeMap<(String, String), Reach>,
}

impl Checked {
    /// Whether there is more to say than notes.
    pub fn needs_attention(&self) -> bool {
        self.found
            .iter()
            .any(|found| found.severity != Severity::Note)
    }

    pub fn count(&self, severity: Severity) -> usize {
        self.found
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    }
}

/// Checks files; `neighbours` reads what a file names beside itself.
pub fn check(
    files: Vec<File>,
    options: &Options,
    neighbours: &dyn Fn(usize, &str) -> Option<String>,
) -> Checked {
    let mut checked = Checked::default();
    for (at, file) in files.iter().enumerate() {
        let beside = |path: &str| neighbours(at, path);
        one(&mut checked, at, file, options, &beside);
    }
    checked.files = files;
    finish(&mut checked, options);
    checked
}

/// Checks what a server holds, with the texts that it gives as files.
pub fn check_server(server: &Server, options: &Options) -> Checked {
    let (scene, files) = scene::of_server(server);
    let mut checked = Checked {
        files,
        ..Checked::default()
    };
    judge(&mut checked, &scene, "server");
    // A server is changed by calls, not by documents.
    for fix in checked.found.iter_mut().filter_map(|one| one.fix.as_mut()) {
        fix.paste = fix.paste.take().or_else(|| instead(&fix.steps));
        fix.steps.clear();
    }
    finish(&mut checked, options);
    checked
}

fn one(
    checked: &mut Checked,
    at: usize,
    file: &File,
    options: &Options,
    neighbours: Neighbours<'_>,
) {
    let read = match read(&file.text) {
        Ok(read) => read,
        Err(unreadable) => {
            checked.not_checked.push(NotChecked {
                file: at,
                reason: unreadable.to_string(),
                position: None,
            });
            return;
        }
    };
    match (read.kind, read.root) {
        (Kind::Policy(guessed), _) => {
            let kind = options.policy_type.unwrap_or(guessed);
            checked.found.extend(scene::lint_json(&file.text, at, kind));
        }
        (Kind::Definition, Some(root)) => {
            let scene = scene::of_definition(&root, at);
            judge(checked, &scene, &at.to_string());
        }
        (Kind::Template, Some(root)) => template(checked, at, root, options, neighbours),
        (Kind::Terraform, Some(root)) => {
            let scene = scene::of_plan(&root, at);
            judge(checked, &scene, &at.to_string());
        }
        (Kind::Definition | Kind::Template | Kind::Terraform, None) => {}
    }
}

fn template(
    checked: &mut Checked,
    at: usize,
    root: Node,
    options: &Options,
    neighbours: Neighbours<'_>,
) {
    match scene::read_template(root, at, &options.assumptions, neighbours) {
        Ok(scenes) => {
            for (world, scene) in scenes.iter().enumerate() {
                judge(checked, scene, &format!("{at}.{world}"));
            }
        }
        Err(not_read) => checked.not_checked.push(NotChecked {
            file: at,
            reason: not_read.reason,
            position: not_read.position,
        }),
    }
}

/// `name` tells this scene from others of the same check.
fn judge(checked: &mut Checked, scene: &Scene, name: &str) {
    checked.found.extend(scene.found.iter().cloned());
    let analysis = Analysis::new(scene);
    checked.found.extend(rules::judge(&analysis));
    for edge in analysis.unknown() {
        let why = scene.shown(&format!("{}: {}", analysis.subject(edge), edge.why));
        let place = analysis.place(edge);
        let known = checked
            .unknown
            .iter()
            .any(|(other, text)| *other == place && *text == why);
        if !known {
            checked.unknown.push((place, why));
        }
    }
    for (place, why) in &scene.unknown {
        checked.unknown.push((Some(*place), scene.shown(why)));
    }
    note_grants(checked, &analysis, name);
}

/// What is granted, for whoever changes the document and has to grant no less and no more.
fn note_grants(checked: &mut Checked, analysis: &Analysis<'_>, name: &str) {
    let call = |edge: &Edge| {
        let stage = edge.stage.as_deref().unwrap_or("every stage");
        let call = format!("{} in {stage}", analysis.subject(edge));
        (format!("{name} {call}"), edge.state)
    };
    for (call, state) in analysis.edges().map(call) {
        if matches!(state, State::Granted | State::WiderThanNeeded) {
            checked.granted.insert(call.clone());
        }
        checked.calls.insert(call);
    }
    for report in analysis.statements() {
        if let Some(reach) = report.reach {
            let statement = (
                format!("{name} {}", report.function),
                analysis.shown(&report.sid),
            );
            checked.reaches.insert(statement, reach);
        }
    }
}

/// What a person writes where nothing writes it for them.
fn instead(steps: &[crate::mend::Step]) -> Option<String> {
    let mut plain = steps.iter().filter_map(crate::mend::Step::plain);
    plain.next().map(str::to_owned)
}

/// Leaves out what is ignored and what two worlds found alike, and sorts the rest.
fn finish(checked: &mut Checked, options: &Options) {
    let files = &checked.files;
    let mut kept: Vec<Found> = Vec::new();
    let mut ignored = Vec::new();
    for found in checked.found.drain(..) {
        let by_flag = options
            .ignored
            .iter()
            .find(|(id, _)| id.eq_ignore_ascii_case(found.rule.id) || id == found.rule.name);
        let text = files.get(found.place.file).map(|file| file.text.as_str());
        let reason = by_flag
            .map(|(_, reason)| reason.clone())
            .or_else(|| ignore::reason(text?, &found));
        if let Some(reason) = reason {
            ignored.push((found.rule, found.place, reason));
            continue;
        }
        let same = |other: &&mut Found| {
            other.rule == found.rule && other.subject == found.subject && other.place == found.place
        };
        match kept.iter_mut().find(same) {
            // Whatever is supposed of conditions.
            Some(other) => other
                .notes
                .retain(|note| !note.starts_with("supposing that")),
            None => kept.push(found),
        }
    }
    kept.sort_by(|one, other| {
        let key = |found: &Found| (found.place, found.severity, found.rule.id);
        key(one).cmp(&key(other))
    });
    checked.found = kept;
    checked.ignored.extend(ignored);
    place_fixes(checked);
}

/// Finds the characters that each fix changes.
fn place_fixes(checked: &mut Checked) {
    let files: Vec<&File> = checked.files.iter().collect();
    let mut pages: BTreeMap<usize, Page<'_>> = BTreeMap::new();
    for fix in checked.found.iter_mut().filter_map(|one| one.fix.as_mut()) {
        let edits: Option<Vec<_>> = fix
            .steps
            .iter()
            .map(|step| {
                let file = files.get(step.file())?;
                let page = pages
                    .entry(step.file())
                    .or_insert_with(|| Page::new(&file.text));
                page.edits(step)
            })
            .collect();
        fix.edits = edits.unwrap_or_default().into_iter().flatten().collect();
    }
}
