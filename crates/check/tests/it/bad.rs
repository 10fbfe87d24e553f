//! Inputs that nobody should send: refused with a reason, in bounded time, and never called sound.

use check::{File, Options, check};

#[track_caller]
fn refused(text: &str, reason: &str) {
    let file = File {
        name: "input".to_owned(),
        text: text.to_owned(),
    };
    let checked = check(vec![file], &Options::default(), &|_, _| None);
    let shown = text.get(..60).unwrap_or(text);
    let first = checked.not_checked.first();
    let found = first.map(|one| one.reason.as_str()).unwrap_or_default();
    assert!(
        found.contains(reason),
        "{shown}: {found:?}, {:?}",
        checked.found
    );
    assert!(checked.found.is_empty(), "{shown}");
}

#[test]
fn what_cannot_be_read_is_said() {
    refused("", "empty");
    refused("\u{1}\u{2}\u{3}", "");
    refused("just words", "neither");
    refused(
        "{\"Resources\": {\"A\": {\"Type\": \"T\"},}}",
        "expected a key",
    );
    refused("Resources: {A: {Type: T}, A: {Type: T}}", "twice");
    refused("Resources: {A: {Type: !Nonsense x}}", "!Nonsense");
    refused("Resources: {A: {}}", "must contain a Type member");
    refused(
        "Transform: MyMacro\nResources: {A: {Type: T}}",
        "macro MyMacro",
    );
}

#[test]
fn what_would_exhaust_us_is_refused() {
    refused(&"[".repeat(5_000), "deep");
    let line = |level: usize| {
        let list = vec![format!("*a{}", level - 1); 10].join(", ");
        format!("a{level}: &a{level} [{list}]\n")
    };
    let lines: Vec<String> = (1..30).map(line).collect();
    let bomb = format!("a0: &a0 [x, x, x, x]\n{}", lines.concat());
    refused(&bomb, "values");
    let many: Vec<String> = (0..501).map(|n| format!("\n  R{n}: {{Type: T}}")).collect();
    refused(
        &format!("Resources:{}", many.concat()),
        "greater than maximum",
    );
}

#[test]
fn ten_thousand_joins_are_read() {
    let joins = vec!["{'Fn::Join': ['', [a, b]]}"; 10_000].join(", ");
    let file = File {
        name: "input".to_owned(),
        text: format!("Resources: {{A: {{Type: T, Properties: {{P: [{joins}]}}}}}}"),
    };
    let checked = check(vec![file], &Options::default(), &|_, _| None);
    assert!(checked.not_checked.is_empty() && checked.found.is_empty());
}
