//! Laws that hold for every policy, tried on random ones over a small alphabet in which patterns
//! often nearly match.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "test code outside #[test]"
)]

use policy::{
    Allowed, Context, Decision, Denied, Effect, Explanation, Kind, Policies, Policy, Principal,
    Request, Source, decide, explain,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

const USER: &str = "arn:aws:iam::111111111111:user/ann";

/// One statement, kept as JSON so that it can be put anywhere.
#[derive(Debug, Clone)]
struct Written {
    effect: &'static str,
    action: (&'static str, &'static str),
    resource: (&'static str, &'static str),
    condition: Option<(&'static str, &'static str)>,
    principal: (&'static str, &'static str),
}

impl Written {
    fn json(&self, kind: Kind) -> Value {
        let mut statement = json!({
            "Effect": self.effect,
            self.action.0: self.action.1,
            self.resource.0: self.resource.1,
        });
        if let Some((operator, value)) = self.condition {
            statement["Condition"] = json!({ operator: { "aws:username": value } });
        }
        if kind == Kind::Resource {
            let (element, named) = self.principal;
            statement[element] = json!({ "AWS": named });
        }
        statement
    }
}

fn written() -> impl Strategy<Value = Written> {
    (
        select(vec!["Allow", "Allow", "Deny"]),
        (
            select(vec!["Action", "Action", "NotAction"]),
            select(vec!["*", "s3:Get*", "s3:get?", "s3:PutX"]),
        ),
        (
            select(vec!["Resource", "Resource", "NotResource"]),
            select(vec![
                "*",
                "arn:aws:s3:::b/*",
                "arn:aws:s3:::b/${aws:username}/*",
                "arn:aws:s3:::c*",
            ]),
        ),
        prop::option::of((
            select(vec![
                "StringEquals",
                "StringNotLike",
                "StringLikeIfExists",
                "Null",
            ]),
            select(vec!["true", "false"]),
        )),
        (
            select(vec!["Principal", "Principal", "NotPrincipal"]),
            select(vec!["*", USER, "111111111111", "222222222222"]),
        ),
    )
        .prop_map(|(effect, action, resource, condition, principal)| Written {
            effect,
            action,
            resource,
            condition,
            principal,
        })
}

/// A request and the statements of two layers.
#[derive(Debug, Clone)]
struct Scene {
    identity: Vec<Written>,
    resource: Vec<Written>,
    action: &'static str,
    asked: &'static str,
    owner: &'static str,
    named: bool,
}

fn scene() -> impl Strategy<Value = Scene> {
    (
        prop::collection::vec(written(), 1..4),
        prop::collection::vec(written(), 1..4),
        select(vec!["s3:GetX", "s3:PutX", "S3:getobject"]),
        select(vec![
            "arn:aws:s3:::b/ann/x",
            "arn:aws:s3:::b/eve/x",
            "arn:aws:s3:::cc",
        ]),
        select(vec!["111111111111", "222222222222"]),
        any::<bool>(),
    )
        .prop_map(|(identity, resource, action, asked, owner, named)| Scene {
            identity,
            resource,
            action,
            asked,
            owner,
            named,
        })
}

fn compile(statements: &[Written], kind: Kind) -> Policy {
    let statements: Vec<Value> = statements
        .iter()
        .map(|written| written.json(kind))
        .collect();
    let document = json!({ "Version": "2012-10-17", "Statement": statements });
    Policy::parse(&document.to_string(), kind).unwrap()
}

impl Scene {
    /// Hands the request and its policies on, the identity statements in groups of this size.
    fn with<T>(&self, group: usize, then: impl Fn(&Request<'_>, &Policies<'_>) -> T) -> T {
        let groups: Vec<Policy> = self
            .identity
            .chunks(group)
            .map(|chunk| compile(chunk, Kind::Identity))
            .collect();
        let identity: Vec<_> = groups
            .iter()
            .map(|policy| Source {
                name: "own",
                policy,
            })
            .collect();
        let on_resource =
            (!self.resource.is_empty()).then(|| compile(&self.resource, Kind::Resource));
        let principal = Principal::User { arn: USER.into() };
        let mut context = Context::new();
        if self.named {
            context.set("aws:username", "ann");
        }
        let request = Request {
            principal: &principal,
            action: self.action,
            resource: self.asked,
            resource_account: self.owner,
            context: &context,
        };
        let resource = on_resource.as_ref().map(|policy| Source {
            name: "resource",
            policy,
        });
        then(
            &request,
            &Policies {
                identity: &identity,
                resource,
                ..Policies::default()
            },
        )
    }

    fn decide(&self) -> Decision {
        self.with(usize::MAX, decide)
    }

    fn explain(&self) -> Explanation {
        self.with(usize::MAX, explain)
    }

    fn add(&self, written: &Written, effect: &'static str, on_resource: bool) -> Self {
        let mut more = self.clone();
        let layer = if on_resource {
            &mut more.resource
        } else {
            &mut more.identity
        };
        layer.push(Written {
            effect,
            ..written.clone()
        });
        more
    }

    /// Without the statement that decided, if one did.
    fn without_deciding(&self) -> Option<Self> {
        let place = self.explain().decided_by?;
        let mut less = self.clone();
        match place.layer {
            policy::Layer::Resource => drop(less.resource.remove(place.statement)),
            _ if less.identity.len() == 1 => return None,
            _ => drop(less.identity.remove(place.statement)),
        }
        Some(less)
    }

    fn applying(&self, effect: Effect) -> usize {
        let told = self.explain();
        let statements = told.sources.iter().flat_map(|source| &source.statements);
        statements
            .filter(|statement| statement.matched && statement.effect == effect)
            .count()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn adding_a_deny_never_grants(scene in scene(), more in written(), on_resource: bool) {
        let after = scene.add(&more, "Deny", on_resource).decide();
        prop_assert!(!after.is_allowed() || scene.decide().is_allowed());
    }

    #[test]
    fn adding_an_allow_never_revokes(scene in scene(), more in written(), on_resource: bool) {
        let after = scene.add(&more, "Allow", on_resource).decide();
        prop_assert!(after.is_allowed() || !scene.decide().is_allowed());
    }

    #[test]
    fn order_and_splitting_of_statements_are_irrelevant(scene in scene(), group in 1usize..3) {
        let mut turned = scene.clone();
        turned.identity.reverse();
        turned.resource.reverse();
        let expected = scene.decide().is_allowed();
        prop_assert_eq!(turned.decide().is_allowed(), expected);
        prop_assert_eq!(turned.with(group, decide).is_allowed(), expected);
    }

    #[test]
    fn not_action_is_the_complement_of_action(scene in scene(), written in written()) {
        let alone = |element| Scene {
            identity: vec![Written { effect: "Allow", action: (element, written.action.1), ..written.clone() }],
            resource: Vec::new(),
            owner: "111111111111",
            ..scene.clone()
        };
        let (is, is_not) = (alone("Action").decide().is_allowed(), alone("NotAction").decide().is_allowed());
        let covers = Scene {
            identity: vec![Written { effect: "Allow", action: ("Action", "*"), ..written.clone() }],
            ..alone("Action")
        };
        prop_assert_eq!(is || is_not, covers.decide().is_allowed());
        prop_assert!(!(is && is_not));
    }

    #[test]
    fn the_explanation_agrees_with_the_decision(scene in scene()) {
        let (told, decision) = (scene.explain(), scene.decide());
        prop_assert_eq!(told.allowed, decision.is_allowed());
        for source in &told.sources {
            for statement in &source.statements {
                prop_assert_eq!(statement.matched, statement.failing() == 0);
            }
        }
        if let Some(place) = told.decided_by {
            let source = told.sources.iter().find(|s| (s.layer, s.index) == (place.layer, place.source));
            let statement = &source.unwrap().statements[place.statement];
            prop_assert!(statement.matched);
            prop_assert_eq!(statement.effect == Effect::Allow, told.allowed);
        }
        prop_assert!(!told.to_text().is_empty());
    }

    #[test]
    fn removing_the_only_statement_that_decides_changes_the_decision(scene in scene()) {
        let Some(less) = scene.without_deciding() else { return Ok(()) };
        match scene.decide() {
            Decision::Denied(Denied::ExplicitDeny { .. }) => {
                let (before, after) = (scene.applying(Effect::Deny), less.applying(Effect::Deny));
                prop_assert_eq!(after + 1, before);
                let still = matches!(less.decide(), Decision::Denied(Denied::ExplicitDeny { .. }));
                prop_assert_eq!(still, after > 0);
            }
            Decision::Allowed(Allowed::Statement(_)) => {
                prop_assert!(!less.decide().is_allowed() || less.applying(Effect::Allow) > 0);
            }
            Decision::Allowed(_) | Decision::Denied(Denied::NotAllowed { .. }) => {}
        }
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,60}") {
        for kind in [Kind::Identity, Kind::Managed, Kind::Resource, Kind::Trust, Kind::Authorizer] {
            prop_assert!(Policy::parse(&text, kind).is_err());
        }
    }

    #[test]
    fn whatever_parses_can_be_decided(pattern in "[a*?:/${},' ]{0,24}", value in "[a*?:/$\n]{0,24}") {
        let statement = json!({
            "Effect": "Allow", "Action": "*", "Resource": format!("arn:aws:s3:::{pattern}"),
            "Condition": { "ArnLike": { "aws:SourceArn": pattern }, "StringLike": { "aws:username": pattern } },
        });
        let document = json!({ "Version": "2012-10-17", "Statement": statement }).to_string();
        let Ok(policy) = Policy::parse(&document, Kind::Identity) else { return Ok(()) };
        let principal = Principal::User { arn: USER.into() };
        let context: Context =
            [("aws:username", value.clone()), ("aws:SourceArn", value.clone())].into_iter().collect();
        let request = Request {
            principal: &principal,
            action: "s3:GetObject",
            resource: &value,
            resource_account: "",
            context: &context,
        };
        let identity = [Source { name: "own", policy: &policy }];
        let policies = Policies { identity: &identity, ..Policies::default() };
        prop_assert_eq!(decide(&request, &policies).is_allowed(), explain(&request, &policies).allowed);
    }
}
