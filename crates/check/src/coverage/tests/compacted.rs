//! Fewer statements that grant the same.

use model::MethodVerb;

use super::*;

const VERBS: [MethodVerb; 3] = [MethodVerb::Get, MethodVerb::Post, MethodVerb::Put];

/// Three verbs on each of the paths, which call `pets`, and one method that calls `orders`.
fn api(paths: usize, grants: &[(&str, &str)]) -> Landscape {
    let mut methods: Vec<Method> = (0..paths)
        .flat_map(|at| VERBS.map(|verb| method(verb, &format!("/a/p{at}"), call("pets", None))))
        .collect();
    methods.push(method(MethodVerb::Get, "/orders", call("orders", None)));
    let functions = vec![function("pets", grants), function("orders", &[])];
    landscape(methods, functions)
}

/// What is added, by the part of the source ARN behind the API, and what is removed and kept.
#[track_caller]
fn check(landscape: &Landscape, added: &[&str], (removed, kept): (usize, usize)) -> Compaction {
    let compaction = compact(landscape, &arn("pets")).unwrap();
    let seen: Vec<&str> = compaction
        .add
        .iter()
        .map(|grant| grant.source_arn.strip_prefix(API).unwrap())
        .collect();
    assert_eq!(seen, added);
    assert_eq!(
        (compaction.remove.len(), compaction.keep.len()),
        (removed, kept)
    );
    compaction
}

#[test]
fn grants_of_every_method_become_one_that_leaves_out_what_was_not_granted() {
    let grants: Vec<String> = (0..4)
        .flat_map(|at| VERBS.map(|verb| format!("API/*/{verb}/a/p{at}")))
        .collect();
    let grants: Vec<(&str, &str)> = grants.iter().map(|grant| ("", grant.as_str())).collect();
    let landscape = api(4, &grants);
    let compaction = check(&landscape, &["/*/*/a/*"], (12, 0));
    assert!(compaction.bytes_after * 5 < compaction.bytes_before);
    // (12 methods and one of another function) in two stages and the test button.
    assert_eq!(compaction.proved_over, 39);
}

#[test]
fn what_is_not_granted_stays_so() {
    let landscape = api(2, &[("", "API/prod/GET/a/p0"), ("", "API/prod/POST/a/p0")]);
    check(&landscape, &[], (0, 2));
    let landscape = api(
        2,
        &[
            ("", "API/prod/GET/a/p0"),
            ("", "API/prod/POST/a/p0"),
            ("", "API/prod/PUT/a/p0"),
        ],
    );
    check(&landscape, &["/prod/*/a/p0"], (3, 0));
}

#[test]
fn duplicates_and_shadows_go_and_orphans_stay() {
    let landscape = api(
        1,
        &[
            ("", "API/*/GET/a/p0"),
            ("", "API/*/GET/a/p0"),
            ("", "API/prod/GET/a/p0"),
            ("", "API/*/GET/gone"),
        ],
    );
    let compaction = check(&landscape, &[], (2, 2));
    assert_eq!(compaction.keep, ["s0", "s3"]);
}

#[test]
fn what_can_not_be_proved_is_not_proposed() {
    let mut landscape = api(1, &[("", "API/*/GET/a/p0")]);
    let refused = |landscape: &Landscape, name: &str| compact(landscape, &arn(name)).unwrap_err();
    assert_eq!(
        refused(&landscape, "cats"),
        NotCompacted::NoFunction(arn("cats"))
    );
    assert_eq!(
        refused(&landscape, "orders"),
        NotCompacted::NoPolicy(arn("orders"))
    );
    let policy = landscape.functions[0].policies.get_mut(&None).unwrap();
    policy[0].statement = Err(Unknown("imported".to_owned()));
    assert!(matches!(
        refused(&landscape, "pets"),
        NotCompacted::Unreadable { .. }
    ));
}
