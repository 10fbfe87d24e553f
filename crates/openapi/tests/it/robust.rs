//! A stranger's bytes are answered, whatever they are.

use std::time::{Duration, Instant};

use openapi::{ExportAbout, ExportKind, ExportOptions, Extensions, Format, export};
use proptest::prelude::*;

use crate::common::{OPTIONS, import_with};

const RICH: &str = include_str!("rich.json");

const ABOUT: ExportAbout<'static> = ExportAbout {
    title: "t",
    description: None,
    version: "1",
    host: "h",
    stage: "s",
    documentation: None,
};

/// What was imported can be exported, and what was exported can be imported.
fn survive(body: &str) {
    let Ok(imported) = import_with(body, &OPTIONS) else {
        return;
    };
    let extensions = Extensions::ALL;
    for (kind, format) in [
        (ExportKind::Swagger, Format::Yaml),
        (ExportKind::Oas30, Format::Json),
    ] {
        let options = ExportOptions {
            kind,
            format,
            extensions,
        };
        let text = export(&imported.definition, &ABOUT, &options);
        if let Err(error) = import_with(&text, &OPTIONS) {
            panic!("{error}\n{body}\n{text}");
        }
    }
}

/// The parts of the rich document before and behind a gap.
fn around(at: usize, length: usize) -> Option<(&'static str, &'static str)> {
    let end = (at + length).min(RICH.len());
    Some((RICH.get(..at)?, RICH.get(end..)?))
}

/// The place of a value of the rich document, and its length.
fn value(which: usize) -> Option<(usize, usize)> {
    let starts: Vec<usize> = RICH.match_indices(": ").map(|(at, _)| at + 2).collect();
    let at = *starts.get(which % starts.len())?;
    let mut values =
        serde_json::Deserializer::from_str(RICH.get(at..)?).into_iter::<serde_json::Value>();
    values.next()?.ok()?;
    Some((at, values.byte_offset()))
}

const CHANGED: &str = "(null|true|-1|\"\"|\\[\\]|\\{\\}|\"\\$ref\"|\\{\"\\$ref\": \"#/paths\"\\})";

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_answered(body in "\\PC{0,200}") {
        survive(&body);
    }

    #[test]
    fn any_structure_is_answered(body in "[\\{\\}\\[\\]:,\"'&*<!|>#?\\- a1\n]{0,120}") {
        survive(&body);
    }

    #[test]
    fn a_broken_document_is_answered(at in 0..RICH.len(), length in 0..40_usize, insert in "[ -~]{0,12}") {
        if let Some((before, behind)) = around(at, length) {
            survive(&format!("{before}{insert}{behind}"));
        }
    }

    #[test]
    fn a_changed_value_is_answered(which in 0..400_usize, changed in CHANGED) {
        if let Some((at, length)) = value(which)
            && let Some((before, behind)) = around(at, length)
        {
            survive(&format!("{before}{changed}{behind}"));
        }
    }
}

fn check(name: &str, body: &str) {
    let start = Instant::now();
    let _ = import_with(body, &OPTIONS);
    let spent = start.elapsed();
    assert!(spent < Duration::from_secs(10), "{name}: {spent:?}");
}

fn many(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}

/// A document with these paths, and more members behind them.
fn with_paths(paths: &str, more: &str) -> String {
    format!(
        "{{\"swagger\": \"2.0\", \"info\": {{\"title\": \"t\"}}, \"paths\": {{{paths}}}{more}}}"
    )
}

#[test]
fn wide_documents_are_answered_in_time() {
    let circle = |n: usize| {
        format!(
            "\"/r{n}\": {{\"$ref\": \"#/paths/~1r{}\"}}",
            (n + 1) % 20_000
        )
    };
    let path = |n| format!("\"/p{n}\": {{\"get\": {{\"x\": 1}}}}");
    check(
        "one endless path",
        &with_paths(&format!("\"{}\": {{}}", "/a".repeat(2_000_000)), ""),
    );
    check(
        "references in a circle",
        &with_paths(&many(20_000, circle), ""),
    );
    check("many paths", &with_paths(&many(20_000, path), ""));
    let unread = many(60_000, |n| format!("\"u{n}\": 1"));
    check(
        "many unknown keys",
        &with_paths(&format!("\"/z\": {{{unread}}}"), ""),
    );
}

#[test]
fn references_cannot_multiply_a_document() {
    let references = many(20_000, |n| format!("\"/r{n}\": {{\"$ref\": \"#/x-big\"}}"));
    let texts = many(30_000, |n| format!("\"k{n}\": \"v\""));
    let behind = |kind: &str| {
        format!(
            "{{\"get\": {{\"x-amazon-apigateway-integration\":
            {{\"type\": \"{kind}\", \"requestTemplates\": {{{texts}}}}}}}}}"
        )
    };
    for (name, big) in [
        ("a large item", format!("{{{texts}}}")),
        ("a large integration", behind("mock")),
        ("a large impossible integration", behind("aws")),
    ] {
        check(
            name,
            &with_paths(&references, &format!(", \"x-big\": {big}")),
        );
    }
    let body = "{\"post\": {\"parameters\": [{\"in\": \"body\", \"name\": \"b\", \"schema\": {\"type\": \"object\"}}]}}";
    let paths = many(20_000, |n| format!("\"/p{n}\": {body}"));
    let types = many(100_000, |n| format!("\"a/{n}\""));
    check(
        "many media types for many methods",
        &with_paths(&paths, &format!(", \"consumes\": [{types}]")),
    );
}

#[test]
fn hostile_yaml_is_answered_in_time() {
    for (name, body) in [
        ("open flows", "[a, ".repeat(100_000)),
        (
            "open flows behind a key",
            format!("a: {}", "[".repeat(100_000)),
        ),
        ("dashes", "- ".repeat(200_000)),
        ("question marks", "? ".repeat(200_000)),
        ("colons", format!("a{}", ": a".repeat(100_000))),
        ("quotes", "\"".repeat(1_000_000)),
        ("an endless key", "a".repeat(2_000_000)),
        ("anchors", format!("a: {}", "&a ".repeat(100_000))),
        (
            "keys",
            (0..50_000)
                .map(|n| format!("k{n}: v\n"))
                .collect::<Vec<_>>()
                .concat(),
        ),
        (
            "one flow of keys",
            format!("a: {{{}}}", many(50_000, |n| format!("k{n}: v"))),
        ),
    ] {
        check(name, &body);
    }
}
