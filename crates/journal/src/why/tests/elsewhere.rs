//! What is no request to an API: calls of AWS's own APIs, and what nobody waits for. Each says what happened and what
//! would have to be true, and none speaks of methods and stages.

use super::*;

/// What stands in the place of a stage, how it was refused, whether in a role, and parts of what is said.
type Row = (
    &'static str,
    (StepKind, &'static str),
    Option<&'static str>,
    [&'static str; 2],
);

const ROLE: Option<&str> = Some("arn:aws:iam::1:role/r");

#[track_caller]
fn check((stage, (layer, kind), role, expected): Row) {
    let facts = role.map(|arn| Fact::Role { arn: arn.into() });
    let asked = Asked {
        method: "RUN",
        stage,
        facts: facts.into_iter().collect(),
        ..Asked::new("nightly", 403, layer, kind)
    };
    let entry = asked.entry();
    let told = why(&entry, &Surroundings::default());
    let text = to_text(&told, 400, Colours::None);
    for part in expected {
        assert!(text.contains(part), "{part:?} is not in:\n{text}");
    }
    assert_eq!(told.needed.len(), 1, "{text}");
    assert!(
        !text.contains("execute-api") && !text.contains("It was refused by"),
        "{text}"
    );
}

#[test]
fn what_nobody_waits_for_says_whether_it_comes_again() {
    use StepKind::{Authorization, Integrations, Invocation};
    let (denied, lost) = ("AccessDenied", "NotDelivered");
    let once = "from the next time on";
    for row in [
        (
            "schedule",
            (Invocation, denied),
            None,
            ["the resource policy of exactly", once],
        ),
        (
            "schedule",
            (Invocation, denied),
            ROLE,
            ["the role trusts a1b2c3.amazonaws.com", once],
        ),
        (
            "schedule",
            (Integrations, lost),
            None,
            ["no policy stands in the way", once],
        ),
        (
            "subscription",
            (Invocation, denied),
            None,
            ["the subscriber of nightly", "those to come"],
        ),
        (
            "event-source",
            (Invocation, denied),
            ROLE,
            ["role/r is there and trusts", "nothing is lost"],
        ),
        (
            "event-source",
            (Authorization, denied),
            None,
            ["what the source is read with", "nothing is lost"],
        ),
        (
            "destination",
            (Invocation, denied),
            None,
            ["could not tell its destination", "lambda:InvokeFunction on"],
        ),
        (
            "log-lines",
            (Authorization, denied),
            None,
            ["log group nightly", "put events into it"],
        ),
        (
            "execution-role",
            (Invocation, denied),
            ROLE,
            ["nightly did not run", "tried again until"],
        ),
    ] {
        check(row);
    }
}

#[test]
fn a_call_of_an_aws_api_is_told_as_one() {
    use StepKind::{Authorization, Authorizers, Integrations, Validation};
    let up = "upstream";
    for row in [
        (
            up,
            (Integrations, "NoEndpoint"),
            None,
            [
                "The call of nightly was not sent on",
                "--upstream SERVICE=URL",
            ],
        ),
        (
            up,
            (Integrations, "Unreachable"),
            None,
            ["(Unreachable)", "is there and answers"],
        ),
        (
            up,
            (Integrations, "Late"),
            None,
            ["(Late)", "is there and answers"],
        ),
        (
            up,
            (Authorizers, "Unauthenticated"),
            None,
            ["(Unauthenticated)", "signed with keys"],
        ),
        (
            up,
            (Authorizers, "Ambiguous"),
            None,
            ["(Ambiguous)", "stands once"],
        ),
        (
            up,
            (Authorizers, "ForeignTarget"),
            None,
            ["(ForeignTarget)", "signed for the service"],
        ),
        (
            up,
            (Integrations, "Unsendable"),
            None,
            ["(Unsendable)", "see what is said above"],
        ),
        (
            "control-plane",
            (Validation, "BadRequestException"),
            None,
            ["The document was refused", "portcullis check FILE"],
        ),
        (
            "control-plane",
            (Authorization, "InvalidParameterValueException"),
            None,
            [
                "was refused (InvalidParameterValueException)",
                "the role or service that is named above",
            ],
        ),
    ] {
        check(row);
    }
}

#[test]
fn who_called_is_who_lacks_it() {
    for (stage, name) in [("control-plane", "a1b2c3 nightly"), ("upstream", "nightly")] {
        let asked = Asked {
            stage,
            ..Asked::new("nightly", 403, StepKind::Authorization, "AccessDenied")
        };
        let mut entry = asked.entry();
        entry.caller = Some("arn:aws:iam::1:user/u".to_owned());
        let told = why(&entry, &Surroundings::default());
        assert_eq!(told.what, format!("The call of {name} was denied"));
        assert!(told.needed[0].starts_with("a policy of arn:aws:iam::1:user/u allows it"));
    }
}
