//! `portcullis check`: what would be refused or is dangerous, before it is deployed. Offline and without keys, but for
//! a running server.

use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use check::{Assumptions, Baseline, Change, Checked, File, NotChecked, Options};
use policy::PolicyType;

use super::{pretty, print};
use crate::settings::{Check, CheckFormat, CheckedAs};

/// Something needs attention.
const FINDINGS: u8 = 1;
/// It was asked for in a way that can't be.
const USAGE: u8 = 2;
/// Some file could not be analysed.
const NOT_CHECKED: u8 = 3;
/// Read of a file at most: one byte more than can be a document.
const MOST_BYTES: u64 = 64 * 1024 * 1024 + 1;

pub(super) fn run(asked: &Check) -> ExitCode {
    if let Some(rule) = &asked.explain {
        return explain(rule);
    }
    if let Some((unknown, _)) = asked
        .ignored
        .iter()
        .find(|(rule, reason)| check::rule(rule).is_none() || reason.is_empty())
    {
        return usage(&format!(
            "--ignore {unknown}: there is no such rule, or no reason was given"
        ));
    }
    let mut checked = match checked(asked) {
        Ok(checked) => checked,
        Err(reason) => return usage(&reason),
    };
    if let Some(code) = baseline(asked, &mut checked) {
        return code;
    }
    if asked.fix {
        return fix(asked, &checked);
    }
    print(&shown(asked.format, &checked));
    code(&checked)
}

fn usage(reason: &str) -> ExitCode {
    complain(reason);
    ExitCode::from(USAGE)
}

#[expect(clippy::print_stderr, reason = "why a command was not carried out")]
fn complain(reason: &str) {
    eprintln!("portcullis check: {reason}");
}

fn explain(named: &str) -> ExitCode {
    if named == "all" {
        let all = check::all_rules()
            .map(|rule| format!("{}  {:<9} {}", rule.id, rule.severity, rule.summary));
        print(&all.collect::<Vec<_>>().join("\n"));
        return ExitCode::SUCCESS;
    }
    let Some(rule) = check::rule(named) else {
        return usage(&format!(
            "there is no rule {named}; portcullis check --explain all lists them"
        ));
    };
    print(&format!(
        "{} {} ({})\n\n{}\n\n{}\n\nWhat to do: {}\n\nTo leave it out, with a reason: a comment `portcullis:ignore {} REASON` on the line or above it, or --ignore {}=REASON.",
        rule.id, rule.name, rule.severity, rule.summary, rule.why, rule.mend, rule.id, rule.id
    ));
    ExitCode::SUCCESS
}

fn checked(asked: &Check) -> Result<Checked, String> {
    let options = Options {
        assumptions: Assumptions {
            parameters: asked.parameters.iter().cloned().collect(),
            region: asked
                .region
                .as_ref()
                .map(|region| region.as_str().to_owned()),
            account: asked
                .account
                .as_ref()
                .map(|account| account.as_str().to_owned()),
        },
        policy_type: asked.policy_type.map(PolicyType::from),
        ignored: asked.ignored.clone(),
    };
    if asked.files.is_empty() {
        return Err("name the files to check, or - for standard input".to_owned());
    }
    let mut files = Vec::new();
    let mut unread = Vec::new();
    for path in &asked.files {
        let text = read(path).unwrap_or_else(|error| {
            unread.push((files.len(), error.to_string()));
            String::new()
        });
        files.push(File {
            name: path.display().to_string(),
            text,
        });
    }
    let paths = asked.files.clone();
    let neighbours = move |file: usize, name: &str| beside(paths.get(file)?, name);
    let mut checked = check::check(files, &options, &neighbours);
    for (file, reason) in unread {
        checked.not_checked.retain(|one| one.file != file);
        checked.not_checked.push(NotChecked {
            file,
            reason,
            position: None,
        });
    }
    Ok(checked)
}

/// A file that a document names, relative to itself; nothing outside of the document's folder.
fn beside(document: &Path, name: &str) -> Option<String> {
    let inside = Path::new(name).components().all(|part| {
        matches!(
            part,
            std::path::Component::Normal(_) | std::path::Component::CurDir
        )
    });
    let folder = document.parent().filter(|_| inside)?;
    read(&folder.join(name)).ok()
}

/// `-` is standard input.
fn read(path: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    if path == Path::new("-") {
        std::io::stdin()
            .take(MOST_BYTES)
            .read_to_string(&mut text)?;
    } else {
        let file = std::fs::File::open(path)?;
        file.take(MOST_BYTES).read_to_string(&mut text)?;
    }
    Ok(text)
}

/// Takes away what is known, or writes down what there is; the code if that is all.
fn baseline(asked: &Check, checked: &mut Checked) -> Option<ExitCode> {
    let path = asked.baseline.as_ref()?;
    if asked.write_baseline {
        return Some(match replace(path, &Baseline::write(checked)) {
            Ok(()) => {
                print(&format!(
                    "{} findings are known from now on",
                    checked.found.len()
                ));
                ExitCode::SUCCESS
            }
            Err(error) => usage(&format!("{}: {error}", path.display())),
        });
    }
    let known = read(path).map_err(|error| error.to_string());
    let known = known.and_then(|text| Baseline::read(&text).map_err(|error| error.to_string()));
    match known {
        Ok(baseline) => {
            baseline.apply(checked);
            None
        }
        Err(reason) => Some(usage(&format!("{}: {reason}", path.display()))),
    }
}

/// Writes beside the file and puts that in its place, so that it is never half written.
fn replace(path: &Path, text: &str) -> std::io::Result<()> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".portcullis-new");
    let beside = path.with_file_name(name);
    std::fs::write(&beside, text)?;
    if let Ok(known) = std::fs::metadata(path) {
        std::fs::set_permissions(&beside, known.permissions())?;
    }
    std::fs::rename(&beside, path)
}

fn fix(asked: &Check, checked: &Checked) -> ExitCode {
    let changes = check::changes(checked);
    if asked.dry_run {
        let shown = changes
            .iter()
            .map(|change| check::diff(name(checked, change), &change.before, &change.after));
        print(shown.collect::<Vec<_>>().join("\n").trim_end());
        return code(checked);
    }
    for change in &changes {
        let Some(path) = path(asked, change) else {
            continue;
        };
        if let Err(error) = replace(path, &change.after) {
            return usage(&format!("{}: {error}", path.display()));
        }
    }
    let fixes: usize = changes.iter().map(|change| change.fixes).sum();
    print(&format!("{fixes} mended in {} files", changes.len()));
    // What is left decides the code.
    match self::checked(asked) {
        Ok(left) => {
            print(&shown(asked.format, &left));
            code(&left)
        }
        Err(reason) => usage(&reason),
    }
}

fn name<'a>(checked: &'a Checked, change: &Change) -> &'a str {
    checked
        .files
        .get(change.file)
        .map_or("", |file| file.name.as_str())
}

/// Standard input is not written to.
fn path<'a>(asked: &'a Check, change: &Change) -> Option<&'a PathBuf> {
    asked
        .files
        .get(change.file)
        .filter(|path| path.as_path() != Path::new("-"))
}

fn shown(format: CheckFormat, checked: &Checked) -> String {
    match format {
        CheckFormat::Text => check::text(checked),
        CheckFormat::Json => pretty(&check::json(checked)),
        CheckFormat::Sarif => pretty(&check::sarif(checked)),
        CheckFormat::Github => check::github(checked),
        CheckFormat::Junit => check::junit(checked),
        CheckFormat::Markdown => check::markdown(checked),
    }
}

fn code(checked: &Checked) -> ExitCode {
    if !checked.not_checked.is_empty() {
        ExitCode::from(NOT_CHECKED)
    } else if checked.needs_attention() {
        ExitCode::from(FINDINGS)
    } else {
        ExitCode::SUCCESS
    }
}

impl From<CheckedAs> for PolicyType {
    fn from(checked_as: CheckedAs) -> Self {
        match checked_as {
            CheckedAs::Identity => Self::Identity,
            CheckedAs::Resource => Self::Resource,
            CheckedAs::Trust => Self::Trust,
            CheckedAs::ServiceControl => Self::ServiceControl,
            CheckedAs::ResourceControl => Self::ResourceControl,
        }
    }
}
