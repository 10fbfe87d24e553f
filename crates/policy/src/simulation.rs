//! What SimulatePrincipalPolicy and SimulateCustomPolicy answer to one action on one resource.

use serde::Serialize;

use crate::decide::Case;
use crate::decision::{Decision, Denied, Layer, Place};
use crate::document::{Effect, Statement, add_key};
use crate::malformed::Extent;
use crate::request::{Policies, Request, Source};

/// IAM's three answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    Allowed,
    ExplicitDeny,
    ImplicitDeny,
}

impl Verdict {
    /// `allowed`, `explicitDeny` or `implicitDeny`, as in the API.
    pub fn name(self) -> &'static str {
        match self {
            Self::Allowed => "allowed",
            Self::ExplicitDeny => "explicitDeny",
            Self::ImplicitDeny => "implicitDeny",
        }
    }
}

/// The outcome of one simulated request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Simulation {
    pub verdict: Verdict,
    /// The statements that determine the verdict: those that deny, or else those of identity and
    /// resource policies that allow.
    pub matched: Vec<Matched>,
    /// What each layer that has a policy says by itself, in the order of the layers.
    pub layers: Vec<(Layer, Verdict)>,
    /// Whether the permissions boundary allows the request; none without a boundary.
    pub boundary_allows: Option<bool>,
    /// Whether every level of service control policies allows it; none where none applies.
    pub organizations_allow: Option<bool>,
    /// The condition keys and policy variables that statements on the action mention and the
    /// request lacks, as first written.
    pub missing: Vec<String>,
}

/// A statement that had its effect.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Matched {
    pub place: Place,
    /// The name of the source.
    pub source: String,
    pub effect: Effect,
    pub extent: Extent,
}

/// Decides as [`crate::decide`] does, and tells what IAM's simulations tell.
pub fn simulate(request: &Request<'_>, policies: &Policies<'_>) -> Simulation {
    let case = Case {
        request,
        policies,
        on_resource: Layer::Resource,
    };
    let verdict = match case.decide() {
        Decision::Allowed(_) => Verdict::Allowed,
        Decision::Denied(Denied::ExplicitDeny { .. }) => Verdict::ExplicitDeny,
        Decision::Denied(Denied::NotAllowed { .. }) => Verdict::ImplicitDeny,
    };
    let applying = applying(case);
    let layers = layers(case, &applying);
    let of = |layer| layers.iter().find(|(known, _)| *known == layer);
    Simulation {
        verdict,
        boundary_allows: of(Layer::Boundary).map(|(_, says)| *says == Verdict::Allowed),
        organizations_allow: case.organizations_allow().map(|allow| {
            allow && of(Layer::ServiceControl).is_none_or(|(_, says)| *says == Verdict::Allowed)
        }),
        missing: missing(case),
        layers,
        matched: determining(applying, verdict),
    }
}

fn applying(case: Case<'_>) -> Vec<Matched> {
    let mut matched = Vec::new();
    for (layer, index, Source { name, policy }) in case.sources() {
        let statements = policy.statements().iter().enumerate();
        for (at, statement) in statements.filter(|(_, s)| case.applies(layer, s)) {
            matched.push(Matched {
                place: Place {
                    layer,
                    source: index,
                    statement: at,
                },
                source: name.to_owned(),
                effect: statement.effect(),
                extent: statement.extent(),
            });
        }
    }
    matched
}

/// A boundary without a policy allows nothing, and says so.
fn layers(case: Case<'_>, applying: &[Matched]) -> Vec<(Layer, Verdict)> {
    let mut layers: Vec<(Layer, Verdict)> = Vec::new();
    let boundary = case.policies.boundary.map(|_| Layer::Boundary);
    let present = case.sources().map(|(layer, ..)| layer).chain(boundary);
    for layer in present {
        if layers.iter().any(|(known, _)| *known == layer) {
            continue;
        }
        let has = |effect| {
            let mut of_layer = applying.iter().filter(|m| m.place.layer == layer);
            of_layer.any(|matched| matched.effect == effect)
        };
        let says = if has(Effect::Deny) {
            Verdict::ExplicitDeny
        } else if has(Effect::Allow) {
            Verdict::Allowed
        } else {
            Verdict::ImplicitDeny
        };
        layers.push((layer, says));
    }
    layers
}

/// Where one statement denies, those that allow are not told (IAM API reference,
/// EvaluationResult, on MatchedStatements).
fn determining(applying: Vec<Matched>, verdict: Verdict) -> Vec<Matched> {
    let determines = |matched: &Matched| match verdict {
        Verdict::ExplicitDeny => matched.effect == Effect::Deny,
        Verdict::Allowed | Verdict::ImplicitDeny => {
            matched.effect == Effect::Allow
                && matches!(matched.place.layer, Layer::Identity | Layer::Resource)
        }
    };
    applying.into_iter().filter(determines).collect()
}

fn missing(case: Case<'_>) -> Vec<String> {
    let context = case.request.context;
    let on_action = |statement: &&Statement| {
        let actions = statement.actions();
        actions.fits(case.request.action, context)
    };
    let mut keys = Vec::new();
    for (_, _, Source { policy, .. }) in case.sources() {
        for statement in policy.statements().iter().filter(on_action) {
            let lacking = statement
                .context_keys()
                .filter(|key| context.get(key).is_none());
            lacking.for_each(|key| add_key(&mut keys, key));
        }
    }
    keys.into_iter().map(ToOwned::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::Context;
    use crate::document::{Kind, Policy};
    use crate::malformed::Position;
    use crate::principal::Principal;

    const ALLOW: &str = r#"{"Version":"2012-10-17","Statement":[
        {"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${aws:username}/*",
         "Condition":{"StringEquals":{"aws:PrincipalTag/team":"${aws:ResourceTag/team}"}}},
        {"Effect":"Deny","Action":"s3:Delete*","Resource":"*"},
        {"Effect":"Allow","Action":"sqs:*","Resource":"*","Condition":{"Bool":{"aws:Other":"true"}}}
    ]}"#;
    const ANYTHING: &str =
        r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#;
    const NOTHING: &str = r#"{"Statement":{"Effect":"Allow","Action":"ec2:*","Resource":"*"}}"#;

    struct Given {
        action: &'static str,
        tagged: bool,
        boundary: Option<&'static str>,
        control: Option<&'static str>,
    }

    fn simulated(given: &Given) -> Simulation {
        let parse = |text: &str| Policy::parse(text, Kind::Identity).unwrap();
        let (own, boundary, control) = (
            parse(ALLOW),
            given.boundary.map(parse),
            given.control.map(parse),
        );
        let own = [Source {
            name: "PolicyInputList.1",
            policy: &own,
        }];
        let source = |policy| Source { name: "p", policy };
        let boundary: Option<Vec<_>> = boundary.as_ref().map(|policy| vec![source(policy)]);
        let control: Vec<_> = control.iter().map(source).collect();
        let level = [control.as_slice()];
        let mut context = Context::new();
        context.set("aws:username", "ann");
        if given.tagged {
            context.set("aws:PrincipalTag/Team", "red");
            context.set("aws:ResourceTag/team", "red");
        }
        let principal = Principal::User {
            arn: "arn:aws:iam::111111111111:user/ann".into(),
        };
        let request = Request {
            principal: &principal,
            action: given.action,
            resource: "arn:aws:s3:::ann/x",
            resource_account: "",
            context: &context,
        };
        let policies = Policies {
            identity: &own,
            boundary: boundary.as_deref(),
            service_control: if control.is_empty() { &[] } else { &level },
            ..Policies::default()
        };
        simulate(&request, &policies)
    }

    const GIVEN: Given = Given {
        action: "s3:GetObject",
        tagged: true,
        boundary: None,
        control: None,
    };

    /// The verdict, the indexes of the matched statements and what is missing.
    #[track_caller]
    fn check(given: &Given, verdict: Verdict, matched: &[usize], missing: &[&str]) {
        let told = simulated(given);
        let found: Vec<usize> = told.matched.iter().map(|m| m.place.statement).collect();
        assert_eq!((told.verdict, &*found), (verdict, matched));
        assert_eq!(told.missing, missing);
    }

    #[test]
    fn the_statements_that_determine_the_verdict_are_matched() {
        check(&GIVEN, Verdict::Allowed, &[0], &[]);
        let delete = Given {
            action: "s3:DeleteObject",
            ..GIVEN
        };
        check(&delete, Verdict::ExplicitDeny, &[1], &[]);
        let start = Given {
            action: "ec2:Start",
            ..GIVEN
        };
        check(&start, Verdict::ImplicitDeny, &[], &[]);
    }

    #[test]
    fn what_the_request_lacks_is_told_of_the_action_only() {
        let untagged = Given {
            tagged: false,
            ..GIVEN
        };
        let missing = ["aws:PrincipalTag/team", "aws:ResourceTag/team"];
        check(&untagged, Verdict::ImplicitDeny, &[], &missing);
    }

    #[test]
    fn boundary_and_organization_speak_for_themselves() {
        for (boundary, control, expected) in [
            (None, None, (Verdict::Allowed, None, None)),
            (
                Some(ANYTHING),
                Some(ANYTHING),
                (Verdict::Allowed, Some(true), Some(true)),
            ),
            (
                Some(NOTHING),
                Some(ANYTHING),
                (Verdict::ImplicitDeny, Some(false), Some(true)),
            ),
            (
                None,
                Some(NOTHING),
                (Verdict::ImplicitDeny, None, Some(false)),
            ),
        ] {
            let told = simulated(&Given {
                boundary,
                control,
                ..GIVEN
            });
            let seen = (told.verdict, told.boundary_allows, told.organizations_allow);
            assert_eq!(seen, expected);
            assert_eq!(told.matched.len(), 1);
        }
    }

    /// AWS CLI reference, simulate-custom-policy, example 1: 38 to 167.
    #[test]
    fn a_statement_stands_where_iam_says_it_does() {
        let text = concat!(
            r#"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"dynamodb:*","Resource":"*","#,
            r#""Condition":{"DateGreaterThan":{"aws:CurrentTime":"2018-08-16T12:00:00Z"}}}}"#
        );
        let policy = Policy::parse(text, Kind::Identity).unwrap();
        let at = |column| Position { line: 1, column };
        let (start, end) = (at(38), at(167));
        assert_eq!(policy.statements()[0].extent(), Extent { start, end });
        assert_eq!(policy.context_keys(), ["aws:CurrentTime"]);
    }

    /// AWS CLI reference, simulate-principal-policy: line 3, column 19 to line 9, column 10. What
    /// follows another statement begins where that one ends, as answers of IAM show that were
    /// printed elsewhere: 38 to 248 and 248 to 470 of one line.
    #[test]
    fn a_statement_of_a_list_begins_where_what_stands_before_it_ends() {
        let text = r#"{
    "Version": "2012-10-17",
    "Statement": [
        {
            "Sid": "a",
            "Effect": "Allow",
            "Action": "codecommit:ListRepositories",
            "Resource": "*"
        },
        {
            "Effect": "Allow",
            "Action": "s3:*",
            "Resource": "*"
        }
    ]
}"#;
        let policy = Policy::parse(text, Kind::Identity).unwrap();
        let told = policy.statements().iter().map(|statement| {
            let Extent { start, end } = statement.extent();
            ((start.line, start.column), (end.line, end.column))
        });
        let expected = [((3, 19), (9, 10)), ((9, 10), (14, 10))];
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_policy_names_its_keys_once() {
        let text = r#"{"Version":"2012-10-17","Statement":[
            {"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:UserName}/${a:x, 'y'}",
             "Condition":{"ArnLike":{"aws:username":"arn:aws:iam::${a:account}:*"},"Bool":{"a:b":"${a:c}"}}}]}"#;
        let policy = Policy::parse(text, Kind::Identity).unwrap();
        let keys = ["aws:UserName", "a:x", "a:account", "a:b", "a:c"];
        assert_eq!(policy.context_keys(), keys);
    }
}
