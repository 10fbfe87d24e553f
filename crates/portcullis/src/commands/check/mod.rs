//! `portcullis check`: what would be refused or is dangerous, before it is deployed. Offline and without keys, but for
//! a running server.

mod fix; // what is written into the files
mod server; // what a running server holds
mod written; // files that are replaced as a whole

use std::io::{ErrorKind, Read as _};
use std::path::Path;
use std::process::ExitCode;

use check::{Assumptions, Baseline, Checked, File, NotChecked, Options};
use policy::PolicyType;
use template::Transform;

use super::{pretty, print};
use crate::settings::{Check, CheckFormat, CheckedAs};

/// Something needs attention.
const FINDINGS: u8 = 1;
/// It was asked for in a way that can't be.
const USAGE: u8 = 2;
/// Some file could not be analysed.
const NOT_CHECKED: u8 = 3;
/// Where a server holds no API and no policy.
const NOTHING_THERE: &str = "nothing found: the server holds nothing that can be checked; portcullis check FILE looks at documents";
/// Read of a file at most: one byte more than can be a document.
const MOST_BYTES: u64 = 64 * 1024 * 1024 + 1;

pub(super) fn run(asked: &Check) -> anyhow::Result<ExitCode> {
    if let Some((unknown, _)) = asked
        .ignored
        .iter()
        .find(|(rule, reason)| check::rule(rule).is_none() || reason.is_empty())
    {
        return Ok(usage(&format!(
            "--ignore {unknown}: there is no such rule, or no reason was given"
        )));
    }
    if let Some(rule) = &asked.explain {
        return Ok(explain(rule));
    }
    if asked.files.is_empty() {
        return super::on_runtime(of_server(asked));
    }
    Ok(if asked.expand {
        expand(asked)
    } else {
        of_files(asked)
    })
}

/// The template that CloudFormation gets of a SAM template.
fn expand(asked: &Check) -> ExitCode {
    let options = template::sam::Options {
        region: asked
            .region
            .as_ref()
            .map_or("us-east-1", |region| region.as_str())
            .to_owned(),
        parameters: asked.parameters.iter().cloned().collect(),
        application_url: None,
        unsupported: template::sam::Unsupported::Refused,
    };
    let [file] = asked.files.as_slice() else {
        return usage("--expand takes one file");
    };
    let text = match read(file) {
        Ok(text) => text,
        Err(error) => {
            complain(&format!("{}: {}", file.display(), unreadable(&error)));
            return ExitCode::from(NOT_CHECKED);
        }
    };
    let parsed = template::Template::parse(text.as_bytes());
    let made = parsed
        .map_err(|fault| vec![fault.reason])
        .and_then(|template| {
            foreign(&template)?;
            let made = template::sam::transform(&template, &options);
            made.map_err(|problems| problems.into_iter().map(|problem| problem.reason).collect())
        });
    match made {
        Ok(made) => {
            print(&pretty(&made.root().to_json()));
            ExitCode::SUCCESS
        }
        Err(reasons) => {
            for reason in &reasons {
                complain(reason);
            }
            ExitCode::from(NOT_CHECKED)
        }
    }
}

/// Somebody's macro would make something else of the template.
fn foreign(template: &template::Template) -> Result<(), Vec<String>> {
    let other = template.transforms().into_iter().find_map(|one| match one {
        Transform::Other(name) => Some(name),
        Transform::Serverless | Transform::LanguageExtensions => None,
    });
    other.map_or(Ok(()), |name| {
        Err(vec![format!(
            "the macro {name} would change the template, and is not known here"
        )])
    })
}

/// Nothing can be mended there: the answer is what to do.
async fn of_server(asked: &Check) -> anyhow::Result<ExitCode> {
    let server = match server::read(&asked.target.endpoint).await {
        Ok(server) => server,
        Err(error) => {
            complain(&format!("{error:#}"));
            return Ok(ExitCode::from(NOT_CHECKED));
        }
    };
    let mut checked = check::check_server(&server, &options(asked));
    if asked.write_baseline {
        return Ok(write_baseline(asked, &checked));
    }
    match known(asked) {
        Ok(known) => known.apply(&mut checked),
        Err(reason) => return Ok(usage(&reason)),
    };
    match asked.format {
        CheckFormat::Text if checked.files.is_empty() => print(NOTHING_THERE),
        format => print(&shown(format, &checked)),
    }
    Ok(code(&checked))
}

fn of_files(asked: &Check) -> ExitCode {
    let mut checked = checked(asked);
    if asked.write_baseline {
        return write_baseline(asked, &checked);
    }
    let known = match known(asked) {
        Ok(known) => known,
        Err(reason) => return usage(&reason),
    };
    known.apply(&mut checked);
    if asked.fix {
        return fix::run(asked, checked, &known);
    }
    print(&shown(asked.format, &checked));
    code(&checked)
}

fn usage(reason: &str) -> ExitCode {
    complain(reason);
    ExitCode::from(USAGE)
}

/// Why the command was not carried out.
fn complain(reason: &str) {
    super::complain(&format!("portcullis check: {reason}"));
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
        "{} {} ({})\n\n{}\n\n{}\n\nWhat to do: {}\n\nWith --fix: {}\n\nTo leave it out, with a reason: a comment `portcullis:ignore {} REASON` on the line or above it, or --ignore {}=REASON.",
        rule.id,
        rule.name,
        rule.severity,
        rule.summary,
        rule.why,
        rule.mend,
        rule.fix,
        rule.id,
        rule.id
    ));
    ExitCode::SUCCESS
}

fn options(asked: &Check) -> Options {
    Options {
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
    }
}

fn checked(asked: &Check) -> Checked {
    let mut files = Vec::new();
    let mut unread = Vec::new();
    for path in &asked.files {
        let text = read(path).unwrap_or_else(|error| {
            unread.push((files.len(), unreadable(&error)));
            String::new()
        });
        files.push(File {
            name: path.display().to_string(),
            text,
        });
    }
    let mut checked = checked_texts(asked, files);
    for (file, reason) in unread {
        checked.not_checked.retain(|one| one.file != file);
        checked.not_checked.push(NotChecked {
            file,
            reason,
            position: None,
        });
    }
    checked
}

/// The check of texts that stand for the files, with the files beside them.
fn checked_texts(asked: &Check, files: Vec<File>) -> Checked {
    let neighbours = |file: usize, name: &str| beside(asked.files.get(file)?, name);
    check::check(files, &options(asked), &neighbours)
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

/// Why there is no document in a file.
fn unreadable(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::InvalidData => "it is no text in UTF-8".to_owned(),
        ErrorKind::IsADirectory => "it is a folder: name the files in it".to_owned(),
        _ => error.to_string(),
    }
}

/// What is known already; nothing without a baseline.
fn known(asked: &Check) -> Result<Baseline, String> {
    let Some(path) = &asked.baseline else {
        return Ok(Baseline::default());
    };
    let text = read(path).map_err(|error| format!("{}: {}", path.display(), unreadable(&error)))?;
    Baseline::read(&text).map_err(|error| format!("{}: {error}", path.display()))
}

fn write_baseline(asked: &Check, checked: &Checked) -> ExitCode {
    let Some(path) = &asked.baseline else {
        return usage("--write-baseline goes with --baseline FILE");
    };
    if !checked.not_checked.is_empty() {
        complain("nothing is written, since a file could not be analysed");
        print(&shown(asked.format, checked));
        return code(checked);
    }
    match written::replace(&[(path, &Baseline::write(checked))]) {
        Ok(()) => {
            print(&format!(
                "{} findings are known from now on",
                checked.found.len()
            ));
            ExitCode::SUCCESS
        }
        Err(error) => usage(&format!("{error:#}")),
    }
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
