//! Documents of IAM inside of other documents: the lint of crate `policy`, with the places of the document around.

use document::Span;
use policy::{Finding, Issue, PathPart, PolicyType, lint};
use reference::Reference;
use template::Evaluated;

use super::Scene;
use crate::found::{Found, Place};
use crate::mend::{At, Step};
use crate::rules;

/// Parts of a policy that change no decision.
const NOTHING: [Issue; 6] = [
    Issue::RedundantAction,
    Issue::RedundantResource,
    Issue::RedundantStatement,
    Issue::RedundantPrincipalInRoleTrustPolicy,
    Issue::EmptySidValue,
    Issue::EmptyObjectCondition,
];

/// Who wrote a policy.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Written {
    /// The document has it as it is.
    Whole,
    /// SAM made it around statements of the document; what is SAM's own stands where the resource stands.
    Around(Span),
}

/// Judges a policy that stands in another document.
pub(crate) fn lint_value(
    scene: &mut Scene,
    policy: &Evaluated,
    file: usize,
    kind: PolicyType,
    written: Written,
) {
    let Some(text) = text_of(scene, policy) else {
        return;
    };
    for finding in lint(&text, kind, &Reference) {
        // What is said of a value that is not known may not be so.
        if scene.stand_ins.open_in(&finding.details).is_some() {
            continue;
        }
        let at = nearest(policy, &finding.path);
        if !at.is_known() && at.parts().is_some() {
            continue;
        }
        if let Written::Around(span) = written
            && (at.span == span || finding.issue == Issue::MissingVersion)
        {
            continue;
        }
        let place = Place {
            file,
            span: at.span,
        };
        let found = of_finding(&finding, place, &scene.stand_ins.shown(&finding.details));
        let whole = At::place(Place {
            file,
            span: policy.span,
        });
        scene.found.push(mended(found, &finding, whole, &text));
    }
}

/// Judges a policy that is a text in another document: all of it stands where the text stands.
pub(super) fn lint_text(scene: &mut Scene, text: &str, place: Place, kind: PolicyType) {
    for finding in lint(text, kind, &Reference) {
        scene
            .found
            .push(of_finding(&finding, place, &finding.details));
    }
}

/// Judges a file that is a policy.
pub(crate) fn lint_json(text: &str, file: usize, kind: PolicyType) -> Vec<Found> {
    let findings = lint(text, kind, &Reference).into_iter();
    let found = findings.map(|finding| {
        let position = |at: policy::Position| document::Position {
            line: at.line,
            column: at.column,
        };
        let span = Span {
            start: position(finding.extent.start),
            end: position(finding.extent.end),
        };
        let found = of_finding(&finding, Place { file, span }, &finding.details);
        mended(found, &finding, At::root(file), text)
    });
    found.collect()
}

fn of_finding(finding: &Finding, place: Place, details: &str) -> Found {
    let rule = rules::of_lint(finding.kind());
    let path: Vec<String> = finding
        .path
        .iter()
        .map(|part| match part {
            PathPart::Key(key) => key.clone(),
            PathPart::Index(index) => index.to_string(),
        })
        .collect();
    let subject = format!("{} {}", finding.code(), path.join("/"));
    let mut found = Found::new(
        rule,
        place,
        subject,
        format!("{}: {details}", finding.code()),
    );
    found.learn_more = Some(finding.learn_more());
    found
}

/// What is safe to write without knowing what was meant: what leaves every decision as it is.
fn mended(found: Found, finding: &Finding, policy: At, text: &str) -> Found {
    let mut at = policy.clone();
    at.path.extend(finding.path.iter().map(|part| match part {
        PathPart::Key(key) => key.clone(),
        PathPart::Index(index) => index.to_string(),
    }));
    // In the older version, ${...} is no variable.
    if finding.issue == Issue::MissingVersion && !text.contains("${") {
        let version = "2012-10-17";
        let step = match policy.place {
            Some(_) => Step::set(policy.below(["Version"]), version),
            None => Step::Head {
                file: policy.file,
                name: "Version".to_owned(),
                value: version.into(),
            },
        };
        return found.mend("name the version", vec![step]);
    }
    if NOTHING.contains(&finding.issue) {
        return found.mend("remove what changes nothing", vec![Step::remove(at)]);
    }
    found
}

/// The policy as JSON with stand-ins for what is not known.
fn text_of(scene: &mut Scene, policy: &Evaluated) -> Option<String> {
    let json = json_of(scene, policy)?;
    json.is_object().then(|| json.to_string())
}

/// A value as JSON with stand-ins; nothing if a part of it that is no text is not known.
pub(super) fn json_of(scene: &mut Scene, value: &Evaluated) -> Option<serde_json::Value> {
    use serde_json::Value as Json;
    use template::Value;
    Some(match &value.value {
        Value::List(items) => {
            let items = items.iter().map(|item| json_of(scene, item));
            Json::Array(items.collect::<Option<_>>()?)
        }
        Value::Map(members) => {
            let members = members
                .iter()
                .map(|member| Some((member.key.clone(), json_of(scene, &member.value)?)));
            Json::Object(members.collect::<Option<_>>()?)
        }
        Value::Partly(_) | Value::Unknown(_) => Json::String(scene.stand_ins.text(value).ok()?),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Absent => {
            value.shown()
        }
    })
}

fn step<'a>(value: &'a Evaluated, part: &PathPart) -> Option<&'a Evaluated> {
    match part {
        PathPart::Key(key) => value.get(key),
        PathPart::Index(index) => value.items().get(*index),
    }
}

/// The last value that the document has on the way to what was found.
fn nearest<'a>(policy: &'a Evaluated, path: &[PathPart]) -> &'a Evaluated {
    let mut at = policy;
    for part in path {
        match step(at, part) {
            Some(next) => at = next,
            None => break,
        }
    }
    at
}
