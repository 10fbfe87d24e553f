//! Rows for the decision: the order of layers and the tables of who is named.

use super::*;
use crate::context::Context;
use crate::document::Kind;

const ACTION: &str = "lambda:InvokeFunction";
const FUNCTION: &str = "arn:aws:lambda:us-east-1:111111111111:function:f";
const ROLE: &str = "arn:aws:iam::111111111111:role/team/api";
const SESSION: &str = "arn:aws:sts::111111111111:assumed-role/api/s";
const USER: &str = "arn:aws:iam::111111111111:user/ann";
const FEDERATED: &str = "arn:aws:sts::111111111111:federated-user/bob";

/// What one layer says of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Allow,
    Silent,
    Deny,
}
use Says::{Allow, Deny, Silent};

fn session() -> Principal {
    Principal::RoleSession {
        role_arn: ROLE.into(),
        session_arn: SESSION.into(),
    }
}

fn user() -> Principal {
    Principal::User { arn: USER.into() }
}

fn root() -> Principal {
    Principal::Root {
        account: "111111111111".into(),
    }
}

fn gateway() -> Principal {
    Principal::Service("apigateway.amazonaws.com".into())
}

fn parse(kind: Kind, statements: &str) -> Policy {
    let text = format!(r#"{{"Version":"2012-10-17","Statement":[{statements}]}}"#);
    Policy::parse(&text, kind).unwrap()
}

/// A statement that has the effect on anything, or one on another action.
fn statement(says: Says, principal: &str) -> String {
    let (effect, action) = match says {
        Allow => ("Allow", "*"),
        Silent => ("Allow", "s3:GetObject"),
        Deny => ("Deny", "*"),
    };
    format!(r#"{{"Effect":"{effect}",{principal}"Action":"{action}","Resource":"*"}}"#)
}

/// A request and what each layer says; `None` means that the layer has no policy.
#[derive(Debug, Clone)]
struct Given {
    principal: Principal,
    owner: &'static str,
    identity: Option<Says>,
    /// With the Principal element it is said under.
    resource: Option<(Says, &'static str)>,
    boundary: Option<Says>,
    session: Option<Says>,
    service_control: Vec<Says>,
    resource_control: Vec<Says>,
}

impl Given {
    fn by(principal: Principal) -> Self {
        Self {
            principal,
            owner: "111111111111",
            identity: None,
            resource: None,
            boundary: None,
            session: None,
            service_control: Vec::new(),
            resource_control: Vec::new(),
        }
    }

    fn decide(&self) -> Decision {
        let own = |says: Says| parse(Kind::Identity, &statement(says, ""));
        let identity = self.identity.map(own);
        let boundary = self.boundary.map(own);
        let session = self.session.map(own);
        let resource = self.resource.map(|(says, principal)| {
            parse(
                Kind::Resource,
                &statement(says, &format!(r#""Principal":{principal},"#)),
            )
        });
        let service_control: Vec<_> = self.service_control.iter().copied().map(own).collect();
        let resource_control: Vec<_> = self
            .resource_control
            .iter()
            .map(|says| parse(Kind::Resource, &statement(*says, r#""Principal":"*","#)))
            .collect();

        let source = |policy| Source { name: "p", policy };
        let list = |policy: &'_ Option<Policy>| policy.clone();
        let identity = list(&identity);
        let identity: Vec<_> = identity.iter().map(source).collect();
        let boundary: Option<Vec<_>> = boundary.as_ref().map(|policy| vec![source(policy)]);
        let session: Option<Vec<_>> = session.as_ref().map(|policy| vec![source(policy)]);
        let scp: Vec<_> = service_control
            .iter()
            .map(|policy| vec![source(policy)])
            .collect();
        let rcp: Vec<_> = resource_control
            .iter()
            .map(|policy| vec![source(policy)])
            .collect();
        let scp: Vec<&[Source<'_>]> = scp.iter().map(Vec::as_slice).collect();
        let rcp: Vec<&[Source<'_>]> = rcp.iter().map(Vec::as_slice).collect();
        let context = Context::new();
        let request = Request {
            principal: &self.principal,
            action: ACTION,
            resource: FUNCTION,
            resource_account: self.owner,
            context: &context,
        };
        let policies = Policies {
            identity: &identity,
            resource: resource.as_ref().map(source),
            boundary: boundary.as_deref(),
            session: session.as_deref(),
            service_control: &scp,
            resource_control: &rcp,
        };
        decide(&request, &policies)
    }
}

/// `Ok` with the layer whose statement grants, none for root; `Err` with the layer that refuses.
fn outcome(decision: Decision) -> Result<Option<Layer>, Layer> {
    match decision {
        Decision::Allowed(Allowed::Statement(place)) => Ok(Some(place.layer)),
        Decision::Allowed(Allowed::Root | Allowed::CallerIdentity) => Ok(None),
        Decision::Denied(denied) => Err(denied.layer()),
    }
}

#[track_caller]
fn check(given: &Given, expected: Result<Option<Layer>, Layer>) {
    assert_eq!(outcome(given.decide()), expected, "{given:?}");
}

#[test]
fn without_any_policy_nothing_is_allowed() {
    check(&Given::by(user()), Err(Layer::Identity));
    check(&Given::by(session()), Err(Layer::Identity));
    check(&Given::by(gateway()), Err(Layer::Resource));
    check(&Given::by(Principal::Anonymous), Err(Layer::Resource));
}

#[test]
fn in_one_account_identity_or_resource_is_enough() {
    let given = Given::by(user());
    check(
        &Given {
            identity: Some(Allow),
            ..given.clone()
        },
        Ok(Some(Layer::Identity)),
    );
    let named = Some((Allow, r#"{"AWS":"arn:aws:iam::111111111111:user/ann"}"#));
    check(
        &Given {
            resource: named,
            ..given.clone()
        },
        Ok(Some(Layer::Resource)),
    );
    check(
        &Given {
            resource: named,
            identity: Some(Silent),
            ..given.clone()
        },
        Ok(Some(Layer::Resource)),
    );
    check(
        &Given {
            owner: "",
            identity: Some(Allow),
            ..given
        },
        Ok(Some(Layer::Identity)),
    );
}

/// The table of the IAM user guide: whom the resource policy names, and whether a silent identity
/// policy, boundary or session policy then refuses.
#[test]
fn what_a_silent_layer_does_depends_on_whom_the_resource_policy_names() {
    let direct = Ok(Some(Layer::Resource));
    for (principal, named, identity, boundary, session_policy) in [
        (
            user(),
            format!(r#"{{"AWS":"{USER}"}}"#),
            direct,
            direct,
            direct,
        ),
        (
            session(),
            format!(r#"{{"AWS":"{SESSION}"}}"#),
            direct,
            direct,
            direct,
        ),
        (
            Principal::FederatedUser {
                arn: FEDERATED.into(),
                user_arn: None,
            },
            format!(r#"{{"AWS":"{FEDERATED}"}}"#),
            direct,
            direct,
            direct,
        ),
        (session(), r#""*""#.into(), direct, direct, direct),
        (
            session(),
            format!(r#"{{"AWS":"{ROLE}"}}"#),
            direct,
            Err(Layer::Boundary),
            Err(Layer::Session),
        ),
        (
            session(),
            r#"{"AWS":"111111111111"}"#.into(),
            Err(Layer::Identity),
            Err(Layer::Identity),
            Err(Layer::Identity),
        ),
        (
            user(),
            r#"{"AWS":"arn:aws:iam::111111111111:root"}"#.into(),
            Err(Layer::Identity),
            Err(Layer::Identity),
            Err(Layer::Identity),
        ),
    ] {
        let named: &'static str = named.leak();
        let given = Given {
            resource: Some((Allow, named)),
            ..Given::by(principal)
        };
        check(
            &Given {
                identity: Some(Silent),
                ..given.clone()
            },
            identity,
        );
        check(
            &Given {
                boundary: Some(Silent),
                ..given.clone()
            },
            boundary,
        );
        check(
            &Given {
                session: Some(Silent),
                ..given
            },
            session_policy,
        );
    }
}

#[test]
fn an_account_named_leaves_it_to_identity_boundary_and_session() {
    let named = Some((Allow, r#"{"AWS":"111111111111"}"#));
    let given = Given {
        resource: named,
        identity: Some(Allow),
        ..Given::by(session())
    };
    check(&given, Ok(Some(Layer::Identity)));
    check(
        &Given {
            boundary: Some(Silent),
            ..given.clone()
        },
        Err(Layer::Boundary),
    );
    check(
        &Given {
            session: Some(Silent),
            ..given
        },
        Err(Layer::Session),
    );
}

#[test]
fn across_accounts_both_sides_must_allow_and_everything_limits() {
    for named in [
        r#"{"AWS":"arn:aws:iam::111111111111:user/ann"}"#,
        r#"{"AWS":"111111111111"}"#,
        r#""*""#,
    ] {
        let given = Given {
            owner: "222222222222",
            identity: Some(Allow),
            resource: Some((Allow, named)),
            ..Given::by(user())
        };
        check(&given, Ok(Some(Layer::Resource)));
        check(
            &Given {
                identity: Some(Silent),
                ..given.clone()
            },
            Err(Layer::Identity),
        );
        check(
            &Given {
                identity: None,
                ..given.clone()
            },
            Err(Layer::Identity),
        );
        check(
            &Given {
                resource: None,
                ..given.clone()
            },
            Err(Layer::Resource),
        );
        check(
            &Given {
                resource: Some((Silent, named)),
                ..given.clone()
            },
            Err(Layer::Resource),
        );
        check(
            &Given {
                boundary: Some(Silent),
                ..given.clone()
            },
            Err(Layer::Boundary),
        );
        check(
            &Given {
                session: Some(Silent),
                ..given
            },
            Err(Layer::Session),
        );
    }
}

#[test]
fn an_explicit_deny_in_any_layer_refuses() {
    let all = Given {
        identity: Some(Allow),
        resource: Some((Allow, r#""*""#)),
        boundary: Some(Allow),
        session: Some(Allow),
        service_control: vec![Allow, Allow],
        resource_control: vec![Allow],
        ..Given::by(session())
    };
    check(&all, Ok(Some(Layer::Resource)));
    check(
        &Given {
            identity: Some(Deny),
            ..all.clone()
        },
        Err(Layer::Identity),
    );
    check(
        &Given {
            resource: Some((Deny, r#""*""#)),
            ..all.clone()
        },
        Err(Layer::Resource),
    );
    check(
        &Given {
            boundary: Some(Deny),
            ..all.clone()
        },
        Err(Layer::Boundary),
    );
    check(
        &Given {
            session: Some(Deny),
            ..all.clone()
        },
        Err(Layer::Session),
    );
    let levels = vec![Allow, Deny];
    check(
        &Given {
            service_control: levels.clone(),
            ..all.clone()
        },
        Err(Layer::ServiceControl),
    );
    check(
        &Given {
            resource_control: levels,
            ..all
        },
        Err(Layer::ResourceControl),
    );
}

#[test]
fn every_level_of_control_policies_must_allow() {
    let given = Given {
        identity: Some(Allow),
        ..Given::by(user())
    };
    let silent = vec![Allow, Silent];
    check(
        &Given {
            service_control: silent.clone(),
            ..given.clone()
        },
        Err(Layer::ServiceControl),
    );
    check(
        &Given {
            resource_control: silent,
            ..given
        },
        Err(Layer::ResourceControl),
    );
}

#[test]
fn an_empty_boundary_allows_nothing() {
    let policy = parse(Kind::Identity, &statement(Allow, ""));
    let identity = [Source {
        name: "p",
        policy: &policy,
    }];
    let (principal, context) = (user(), Context::new());
    let request = Request {
        principal: &principal,
        action: ACTION,
        resource: FUNCTION,
        resource_account: "",
        context: &context,
    };
    let policies = Policies {
        identity: &identity,
        boundary: Some(&[]),
        ..Policies::default()
    };
    assert_eq!(outcome(decide(&request, &policies)), Err(Layer::Boundary));
}

#[test]
fn for_a_service_only_the_policy_on_the_resource_counts() {
    let named = r#"{"Service":"apigateway.amazonaws.com"}"#;
    let given = Given {
        identity: Some(Deny),
        boundary: Some(Silent),
        service_control: vec![Deny],
        ..Given::by(gateway())
    };
    check(
        &Given {
            resource: Some((Allow, named)),
            ..given.clone()
        },
        Ok(Some(Layer::Resource)),
    );
    check(
        &Given {
            identity: Some(Allow),
            ..given.clone()
        },
        Err(Layer::Resource),
    );
    let other = r#"{"Service":"events.amazonaws.com"}"#;
    check(
        &Given {
            resource: Some((Allow, other)),
            ..given
        },
        Err(Layer::Resource),
    );
}

#[test]
fn the_root_is_allowed_in_its_account_but_for_denials_and_control_policies() {
    check(&Given::by(root()), Ok(None));
    let silent = vec![Silent];
    check(
        &Given {
            service_control: silent,
            ..Given::by(root())
        },
        Err(Layer::ServiceControl),
    );
    check(
        &Given {
            resource: Some((Deny, r#""*""#)),
            ..Given::by(root())
        },
        Err(Layer::Resource),
    );
    check(
        &Given {
            owner: "222222222222",
            ..Given::by(root())
        },
        Err(Layer::Resource),
    );
}

#[test]
fn anonymous_requests_need_a_grant_to_everyone() {
    let given = Given::by(Principal::Anonymous);
    check(
        &Given {
            resource: Some((Allow, r#""*""#)),
            ..given.clone()
        },
        Ok(Some(Layer::Resource)),
    );
    let account = Some((Allow, r#"{"AWS":"111111111111"}"#));
    check(
        &Given {
            resource: account,
            ..given
        },
        Err(Layer::Resource),
    );
}

/// Decides by one policy that stands on the resource, and no other.
fn by_resource_policy(principal: &Principal, statements: &str, boundary: Option<Says>) -> Decision {
    let policy = parse(Kind::Resource, statements);
    let boundary = boundary.map(|says| parse(Kind::Identity, &statement(says, "")));
    let boundary: Option<Vec<_>> = boundary.as_ref().map(|policy| {
        vec![Source {
            name: "boundary",
            policy,
        }]
    });
    let context = Context::new();
    let request = Request {
        principal,
        action: ACTION,
        resource: FUNCTION,
        resource_account: "111111111111",
        context: &context,
    };
    let policies = Policies {
        resource: Some(Source {
            name: "p",
            policy: &policy,
        }),
        boundary: boundary.as_deref(),
        ..Policies::default()
    };
    decide(&request, &policies)
}

#[test]
fn a_deny_with_not_principal_spares_those_it_lists_unless_they_have_a_boundary() {
    let statements = format!(
        r#"{{"Effect":"Deny","NotPrincipal":{{"AWS":"{USER}"}},"Action":"*","Resource":"*"}},
           {{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"#
    );
    assert!(by_resource_policy(&user(), &statements, None).is_allowed());
    assert!(!by_resource_policy(&session(), &statements, None).is_allowed());
    assert!(!by_resource_policy(&user(), &statements, Some(Allow)).is_allowed());
}

/// IAM user guide, "AWS JSON policy elements: NotPrincipal": the two examples with their lists.
#[test]
fn a_deny_with_not_principal_spares_nobody_through_the_account_or_the_role() {
    let denied_but = |listed: &str| {
        format!(
            r#"{{"Effect":"Deny","NotPrincipal":{{"AWS":[{listed}]}},"Action":"*","Resource":"*"}},
               {{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"#
        )
    };
    let account = r#""arn:aws:iam::111111111111:root""#;
    let bob = r#""arn:aws:iam::111111111111:user/bob""#;
    for (listed, principal, expected) in [
        (format!(r#""{USER}",{account}"#), user(), true),
        (format!("{bob},{account}"), user(), false),
        (account.to_owned(), user(), false),
        (account.to_owned(), root(), true),
        (
            format!(r#""{SESSION}","{ROLE}",{account}"#),
            session(),
            true,
        ),
        (
            format!(r#""{SESSION}x","{ROLE}",{account}"#),
            session(),
            false,
        ),
        (r#""*""#.to_owned(), session(), true),
    ] {
        let decision = by_resource_policy(&principal, &denied_but(&listed), None);
        assert_eq!(decision.is_allowed(), expected, "{listed}");
    }
}

/// IAM user guide, "Determining whether a request is allowed or denied within an account".
#[test]
fn a_federated_user_has_only_what_its_session_policy_leaves() {
    let federated = Principal::FederatedUser {
        arn: FEDERATED.into(),
        user_arn: None,
    };
    let given = Given {
        identity: Some(Allow),
        ..Given::by(federated)
    };
    check(&given, Err(Layer::Session));
    let session = Some(Allow);
    check(
        &Given {
            session,
            ..given.clone()
        },
        Ok(Some(Layer::Identity)),
    );
    let resource = Some((
        Allow,
        r#"{"AWS":"arn:aws:sts::111111111111:federated-user/bob"}"#,
    ));
    check(&Given { resource, ..given }, Ok(Some(Layer::Resource)));
}

#[test]
fn not_principal_with_allow_grants_nothing() {
    let statement = format!(
        r#"{{"Effect":"Allow","NotPrincipal":{{"AWS":"{USER}x"}},"Action":"*","Resource":"*"}}"#
    );
    for principal in [user(), session(), gateway(), Principal::Anonymous] {
        assert!(!by_resource_policy(&principal, &statement, None).is_allowed());
    }
}

/// AWS Organizations user guide: control policies do not affect service-linked roles.
#[test]
fn control_policies_do_not_reach_service_linked_roles() {
    let linked = Principal::RoleSession {
        role_arn:
            "arn:aws:iam::111111111111:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX"
                .into(),
        session_arn: "arn:aws:sts::111111111111:assumed-role/AWSServiceRoleForX/x".into(),
    };
    for says in [Silent, Deny] {
        let given = |principal: &Principal| Given {
            identity: Some(Allow),
            service_control: vec![says],
            resource_control: vec![says],
            ..Given::by(principal.clone())
        };
        check(&given(&linked), Ok(Some(Layer::Identity)));
        check(&given(&session()), Err(Layer::ResourceControl));
    }
}

#[test]
fn the_closest_grade_counts_whatever_its_place() {
    let account =
        r#"{"Effect":"Allow","Principal":{"AWS":"111111111111"},"Action":"*","Resource":"*"}"#;
    let direct = format!(
        r#"{{"Effect":"Allow","Principal":{{"AWS":"{USER}"}},"Action":"*","Resource":"*"}}"#
    );
    for statements in [format!("{account},{direct}"), format!("{direct},{account}")] {
        assert!(by_resource_policy(&user(), &statements, Some(Silent)).is_allowed());
    }
}

#[test]
fn on_the_resource_a_policy_without_principals_grants_nobody_and_denies_everybody() {
    let grants = parse(Kind::Identity, &statement(Allow, ""));
    let denies = parse(Kind::Identity, &statement(Deny, ""));
    let (principal, context) = (gateway(), Context::new());
    let request = Request {
        principal: &principal,
        action: ACTION,
        resource: FUNCTION,
        resource_account: "",
        context: &context,
    };
    for policy in [&grants, &denies] {
        let resource = Some(Source { name: "p", policy });
        let decision = decide(
            &request,
            &Policies {
                resource,
                ..Policies::default()
            },
        );
        assert!(!decision.is_allowed());
    }
}

#[test]
fn caller_identity_is_never_denied() {
    let policy = parse(Kind::Identity, &statement(Deny, ""));
    let identity = [Source {
        name: "p",
        policy: &policy,
    }];
    let (principal, context) = (user(), Context::new());
    let request = Request {
        principal: &principal,
        action: "sts:GetCallerIdentity",
        resource: "*",
        resource_account: "",
        context: &context,
    };
    let policies = Policies {
        identity: &identity,
        ..Policies::default()
    };
    assert_eq!(
        decide(&request, &policies),
        Decision::Allowed(Allowed::CallerIdentity)
    );
}

mod grants;
mod unknown;
