//! Fixes: what they write, that it helps, and that it opens nothing.

use std::fmt::Write as _;

use check::{Baseline, Checked, File, Mended, Options, check, diff, mend};

use crate::corpus::{checked, documents};

fn mended(name: &str) -> Mended {
    let check = |files| check(files, &Options::default(), &|_, _| None);
    mend(checked(name), &check)
}

fn again(name: &str, text: &str) -> Checked {
    let file = File {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    check(vec![file], &Options::default(), &|_, _| None)
}

/// What was mended, what was left and why, and the difference.
fn told(name: &str) -> String {
    let mended = mended(name);
    let mut out = format!("{name}\n");
    for found in &mended.mended {
        let title = found.fix.as_ref().map_or("", |fix| fix.title.as_str());
        let _ = writeln!(out, "  mended {}: {title}", found.rule.id);
    }
    for left in &mended.left {
        let _ = writeln!(out, "  left {}: {}", left.found.rule.id, left.why);
    }
    for change in &mended.changes {
        let _ = writeln!(out, "{}", diff(name, &change.before, &change.after));
    }
    out
}

/// Every document of the corpus, mended: reviewed by eye. Of the long one, the count is enough.
#[test]
fn what_is_written_for_each_document() {
    let mut told_of = String::new();
    for name in documents() {
        if name != "cloudformation/budget.yaml" && !checked(&name).found.is_empty() {
            told_of.push_str(&told(&name));
        }
    }
    insta::assert_snapshot!(told_of);
}

#[test]
fn what_was_mended_is_gone_when_the_file_is_checked_again() {
    for name in documents() {
        let before = checked(&name);
        let mended = mended(&name);
        let Some(change) = mended.changes.first() else {
            assert!(mended.mended.is_empty(), "{name}");
            continue;
        };
        let after = again(&name, &change.after);
        assert!(after.not_checked.is_empty(), "{name}");
        for found in &mended.mended {
            let print = found.fingerprint(&name);
            let mut left = after.found.iter();
            assert!(left.all(|one| one.fingerprint(&name) != print), "{name}");
        }
        assert!(after.found.len() < before.found.len(), "{name}");
        // What is not touched stays as it was, comments included.
        let comments = change
            .before
            .lines()
            .filter_map(|line| line.split_once('#'));
        for (_, comment) in comments {
            assert!(change.after.contains(comment), "{name}: {comment}");
        }
    }
}

#[test]
fn seventy_permissions_of_nobody_are_removed_at_once() {
    let mended = mended("cloudformation/budget.yaml");
    assert!(mended.left.is_empty(), "{:?}", mended.left);
    assert!(mended.mended.len() > 70);
    assert!(!mended.checked.needs_attention());
}

#[test]
fn what_is_sound_is_left_alone() {
    for name in documents().iter().filter(|name| name.contains("sound")) {
        assert!(mended(name).changes.is_empty(), "{name}");
    }
}

#[test]
fn a_place_in_an_included_file_is_not_written_to() {
    let definition = "swagger: '2.0'\ninfo: {title: t, version: '1'}\npaths:\n  /pets:\n    get:\n      \
        x-amazon-apigateway-integration:\n        type: aws_proxy\n        httpMethod: GET\n        \
        uri: arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/\
        arn:aws:lambda:us-east-1:111111111111:function:pets/invocations\n";
    let text = "Resources:\n  Api:\n    Type: AWS::ApiGateway::RestApi\n    Properties:\n      Body:\n        \
        Fn::Transform: {Name: AWS::Include, Parameters: {Location: api.yaml}}\n";
    let file = File {
        name: "t.yaml".to_owned(),
        text: text.to_owned(),
    };
    let neighbours = |_: usize, name: &str| (name == "api.yaml").then(|| definition.to_owned());
    let before = check(vec![file], &Options::default(), &neighbours);
    assert_eq!(before.found[0].rule.id, "PC012");
    let again = |files| check(files, &Options::default(), &neighbours);
    let mended = mend(before, &again);
    assert!(mended.changes.is_empty(), "{:?}", mended.changes);
    assert_eq!(mended.left.len(), 1);
}

#[test]
fn lines_end_as_the_others_of_the_file_do() {
    let path = crate::corpus::folder().join("cloudformation/no-grant.yaml");
    let text = std::fs::read_to_string(path).unwrap().replace('\n', "\r\n");
    let check = |files| check(files, &Options::default(), &|_, _| None);
    let mended = mend(again("t.yaml", &text), &check);
    let after = &mended.changes.first().unwrap().after;
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
}

#[test]
fn what_was_mended_and_left_is_told_as_data() {
    insta::assert_snapshot!(format!(
        "{:#}",
        check::mended_json(&mended("cloudformation/stage-matrix.yaml"))
    ));
}

#[test]
fn a_baseline_leaves_out_what_it_knows_and_nothing_else() {
    let mut one = checked("cloudformation/wrong-method.yaml");
    let known = Baseline::read(&Baseline::write(&one)).unwrap();
    assert_eq!(known.apply(&mut one), 1);
    assert!(one.found.is_empty());
    let mut other = checked("cloudformation/wrong-path.yaml");
    assert_eq!(known.apply(&mut other), 0);
    assert!(Baseline::read("{}").is_err());
}
