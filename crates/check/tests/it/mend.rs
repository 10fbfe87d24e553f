//! Fixes: what they write, and that it helps.

use check::{Baseline, File, Options, changes, check, diff};

use crate::corpus::checked;

#[track_caller]
fn mends(name: &str, wanted: &str) {
    let before = checked(name);
    let changes = changes(&before);
    let change = changes.first().unwrap();
    assert!(
        change.after.contains(wanted),
        "{}",
        diff(name, &change.before, &change.after)
    );
    let file = File {
        name: name.to_owned(),
        text: change.after.clone(),
    };
    let after = check(vec![file], &Options::default(), &|_, _| None);
    assert!(
        after.found.len() < before.found.len(),
        "{name}: {:?}",
        after.found
    );
    assert!(after.not_checked.is_empty());
}

#[test]
fn what_can_be_written_is_written_and_helps() {
    mends(
        "cloudformation/integration-method.yaml",
        "IntegrationHttpMethod: POST",
    );
    mends("swagger/method.yaml", "httpMethod: POST");
    mends("swagger/method.json", "\"httpMethod\": \"POST\"");
    mends(
        "cloudformation/wrong-principal.yaml",
        "Principal: apigateway.amazonaws.com",
    );
    mends(
        "cloudformation/function-by-logical-id.yaml",
        "FunctionName: !Ref Pets",
    );
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
