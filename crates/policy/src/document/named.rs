//! Whom a Principal element names.

use super::syntax::RawPrincipal;
use crate::arn::Arn;
use crate::context::Context;
use crate::malformed::Malformed;
use crate::principal::Principal;

/// One name of a Principal or NotPrincipal element.
#[derive(Debug)]
pub(crate) struct PrincipalPattern {
    /// As written, after its kind: `AWS arn:…`.
    text: Box<str>,
    named: Named,
}

#[derive(Debug)]
enum Named {
    /// `*`: also those who are not signed in, and services.
    Everyone,
    /// An account number or the ARN of its root: everybody in the account.
    Account(Box<str>),
    User(Box<str>),
    /// A role: all its sessions. The path is not compared, because the ARN of a session has none.
    Role {
        account: Box<str>,
        name: Box<str>,
    },
    RoleSession(Box<str>),
    FederatedUser(Box<str>),
    Service(Box<str>),
    Federated(Box<str>),
    /// An S3 user outside IAM; no principal of ours is one.
    CanonicalUser,
    /// The unique id of a user or role. AWS keeps it in place of the ARN, and prints it once the
    /// principal is deleted: another one of the same name is a stranger (IAM user guide, "AWS JSON
    /// policy elements: Principal", IAM user principals and IAM role principals).
    UniqueId(Box<str>),
}

/// How closely a policy on the resource names a principal, which decides what the principal's own
/// policies still have to say (IAM user guide, "Determining whether a request is allowed or denied
/// within an account").
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Grade {
    /// By account: identity policies must allow, boundary and session policy limit.
    Account,
    /// By role, by the provider behind the role's session, or by the user behind a federated one:
    /// boundary and session policy limit.
    Role,
    /// In person, or as everyone: nothing else has to allow. That a grant to `*` is not limited by
    /// boundary and session policy either stands on the same page, under "IAM role".
    Direct,
}

impl PrincipalPattern {
    pub(super) fn parse(raw: &RawPrincipal) -> Result<Self, Malformed> {
        let RawPrincipal { kind, name } = raw;
        let text = format!("{kind} {}", name.value).trim().into();
        let named = Named::parse(kind, &name.value).ok_or_else(|| {
            let message = format!("Invalid principal in policy: {kind:?}:{:?}", name.value);
            let detail = format!("{:?} names no principal", name.value);
            Malformed::new(message, detail, name.position)
        })?;
        Ok(Self { text, named })
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// `None` when the principal is not meant. A role session knows the provider behind it by
    /// `aws:FederatedProvider`, and a policy may name such sessions by their provider (IAM user
    /// guide, "AWS JSON policy elements: Principal", web identity and SAML session principals).
    pub(crate) fn grade(&self, principal: &Principal, context: &Context) -> Option<Grade> {
        let (fits, grade) = match (&self.named, principal) {
            (Named::Everyone, _) => (true, Grade::Direct),
            (Named::Account(own), _) => (principal.account() == Some(own), Grade::Account),
            (Named::User(own), Principal::FederatedUser { user_arn, .. }) => {
                (user_arn.as_deref() == Some(own), Grade::Role)
            }
            (Named::Federated(own), Principal::RoleSession { .. }) => {
                let provider = context.single("aws:FederatedProvider");
                (provider == Some(own), Grade::Role)
            }
            (Named::User(own), Principal::User { arn })
            | (Named::FederatedUser(own), Principal::FederatedUser { arn, .. })
            | (
                Named::RoleSession(own),
                Principal::RoleSession {
                    session_arn: arn, ..
                },
            )
            | (Named::Service(own), Principal::Service(arn))
            | (Named::Federated(own), Principal::Federated { provider: arn }) => {
                (**own == **arn, Grade::Direct)
            }
            (Named::Role { account, name }, Principal::RoleSession { role_arn, .. }) => {
                (is_role(role_arn, account, name), Grade::Role)
            }
            (Named::UniqueId(own), Principal::User { .. }) => {
                (context.single("aws:userid") == Some(own), Grade::Direct)
            }
            (Named::UniqueId(own), Principal::RoleSession { .. }) => {
                (is_session_of(context, own), Grade::Role)
            }
            _ => (false, Grade::Direct),
        };
        fits.then_some(grade)
    }

    /// Whether the principal is named itself, and not its account, its role or the user behind it.
    pub(crate) fn is(&self, principal: &Principal) -> bool {
        match (&self.named, principal) {
            (Named::Everyone, _) => true,
            (Named::Account(own), Principal::Root { account }) => **own == **account,
            (Named::User(own), Principal::User { arn })
            | (Named::FederatedUser(own), Principal::FederatedUser { arn, .. })
            | (
                Named::RoleSession(own),
                Principal::RoleSession {
                    session_arn: arn, ..
                },
            )
            | (Named::Service(own), Principal::Service(arn))
            | (Named::Federated(own), Principal::Federated { provider: arn }) => **own == **arn,
            _ => false,
        }
    }
}

impl Named {
    fn parse(kind: &str, name: &str) -> Option<Self> {
        match kind {
            "" => (name == "*").then_some(Self::Everyone),
            "AWS" => Self::parse_aws(name),
            "Service" => is_service(name).then(|| Self::Service(name.into())),
            "Federated" => is_provider(name).then(|| Self::Federated(name.into())),
            "CanonicalUser" => {
                let proper = name.len() == 64 && name.bytes().all(|b| b.is_ascii_hexdigit());
                proper.then_some(Self::CanonicalUser)
            }
            _ => None,
        }
    }

    /// Only the lone `*` is a wildcard here; a star inside an ARN names nobody and is refused.
    fn parse_aws(name: &str) -> Option<Self> {
        if name == "*" {
            return Some(Self::Everyone);
        }
        if is_account(name) {
            return Some(Self::Account(name.into()));
        }
        if is_unique_id(name) {
            return Some(Self::UniqueId(name.into()));
        }
        let arn = Arn::split(name).filter(|_| !name.contains(['*', '?', '$', ' ']))?;
        if !is_account(arn.account) || !arn.region.is_empty() || !arn.partition.starts_with("aws") {
            return None;
        }
        let (kind, rest) = arn.resource.split_once('/').unwrap_or((arn.resource, ""));
        match (arn.service, kind, rest) {
            ("iam", "root", "") => Some(Self::Account(arn.account.into())),
            (_, _, "") => None,
            ("iam", "user", _) => Some(Self::User(name.into())),
            ("iam", "role", _) => {
                let name = arn.last_path_part().filter(|name| !name.is_empty())?;
                Some(Self::Role {
                    account: arn.account.into(),
                    name: name.into(),
                })
            }
            ("sts", "assumed-role", _) => rest
                .split_once('/')
                .filter(|(role, session)| !role.is_empty() && !session.is_empty())
                .map(|_| Self::RoleSession(name.into())),
            ("sts", "federated-user", _) => Some(Self::FederatedUser(name.into())),
            _ => None,
        }
    }
}

fn is_role(role_arn: &str, account: &str, name: &str) -> bool {
    Arn::split(role_arn)
        .is_some_and(|arn| arn.account == account && arn.last_path_part() == Some(name))
}

/// `aws:userid` of a session is the id of its role, a colon and the name of the session.
fn is_session_of(context: &Context, role_id: &str) -> bool {
    let user_id = context.single("aws:userid");
    user_id
        .and_then(|id| id.split_once(':'))
        .is_some_and(|(id, _)| id == role_id)
}

/// As IAM makes them: `AIDA` of users and `AROA` of roles, 21 characters in all (IAM user guide,
/// "IAM identifiers", unique identifiers).
fn is_unique_id(text: &str) -> bool {
    let proper = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit();
    let begins = text.starts_with("AIDA") || text.starts_with("AROA");
    begins && text.len() == 21 && text.bytes().all(proper)
}

fn is_account(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_service(name: &str) -> bool {
    let proper = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_');
    name.contains('.') && name.bytes().all(proper)
}

fn is_provider(name: &str) -> bool {
    name.contains('.') && !name.contains(['*', '?', '$', ' '])
        || Arn::split(name).is_some_and(|arn| {
            arn.resource.starts_with("saml-provider/") || arn.resource.starts_with("oidc-provider/")
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Spanned;
    use crate::malformed::Position;

    fn parse(kind: &str, name: &str) -> Result<PrincipalPattern, Malformed> {
        let position = Position { line: 1, column: 1 };
        let name = Spanned {
            value: name.into(),
            position,
        };
        PrincipalPattern::parse(&RawPrincipal {
            kind: kind.into(),
            name,
        })
    }

    #[test]
    fn a_unique_id_is_one_user_or_the_sessions_of_one_role() {
        let user = Principal::User {
            arn: "arn:aws:iam::111111111111:user/ann".into(),
        };
        for (name, principal, user_id, expected) in [
            (
                "AIDAEXAMPLEEXAMPLE001",
                &user,
                "AIDAEXAMPLEEXAMPLE001",
                Some(Grade::Direct),
            ),
            (
                "AIDAEXAMPLEEXAMPLE001",
                &user,
                "AIDAEXAMPLEEXAMPLE002",
                None,
            ),
            (
                "AROAEXAMPLEEXAMPLE001",
                &session(),
                "AROAEXAMPLEEXAMPLE001:s",
                Some(Grade::Role),
            ),
            (
                "AROAEXAMPLEEXAMPLE001",
                &session(),
                "AROAEXAMPLEEXAMPLE002:s",
                None,
            ),
        ] {
            let context = Context::from_iter([("aws:userid", user_id)]);
            let pattern = parse("AWS", name).unwrap();
            assert_eq!(
                pattern.grade(principal, &context),
                expected,
                "{name} {user_id}"
            );
        }
        assert!(parse("AWS", "AIDAEXAMPLE").is_err());
    }

    fn session() -> Principal {
        Principal::RoleSession {
            role_arn: "arn:aws:iam::111111111111:role/team/api".into(),
            session_arn: "arn:aws:sts::111111111111:assumed-role/api/s".into(),
        }
    }

    #[track_caller]
    fn check(name: &str, principal: &Principal, expected: Option<Grade>) {
        assert_eq!(
            parse("AWS", name)
                .unwrap()
                .grade(principal, &Context::new()),
            expected,
            "{name}"
        );
    }

    #[test]
    fn the_nearer_the_name_the_higher_the_grade() {
        check("*", &session(), Some(Grade::Direct));
        check("111111111111", &session(), Some(Grade::Account));
        check(
            "arn:aws:iam::111111111111:root",
            &session(),
            Some(Grade::Account),
        );
        check("222222222222", &session(), None);
        check(
            "arn:aws:iam::111111111111:role/team/api",
            &session(),
            Some(Grade::Role),
        );
        check(
            "arn:aws:sts::111111111111:assumed-role/api/s",
            &session(),
            Some(Grade::Direct),
        );
        check(
            "arn:aws:sts::111111111111:assumed-role/api/t",
            &session(),
            None,
        );
    }

    #[test]
    fn a_role_is_known_by_account_and_name() {
        check(
            "arn:aws:iam::111111111111:role/api",
            &session(),
            Some(Grade::Role),
        );
        check("arn:aws:iam::222222222222:role/team/api", &session(), None);
        check("arn:aws:iam::111111111111:role/team/apis", &session(), None);
    }

    #[test]
    fn a_user_is_known_by_its_whole_arn() {
        let user = Principal::User {
            arn: "arn:aws:iam::111111111111:user/ann".into(),
        };
        check(
            "arn:aws:iam::111111111111:user/ann",
            &user,
            Some(Grade::Direct),
        );
        check("arn:aws:iam::111111111111:user/Ann", &user, None);
        check("arn:aws:iam::111111111111:role/ann", &user, None);
    }

    /// IAM user guide, "Policy evaluation logic", on IAM federated user sessions.
    #[test]
    fn a_federated_user_is_known_by_its_session_and_less_closely_by_its_user() {
        let federated = Principal::FederatedUser {
            arn: "arn:aws:sts::111111111111:federated-user/bob".into(),
            user_arn: Some("arn:aws:iam::111111111111:user/ann".into()),
        };
        check(
            "arn:aws:sts::111111111111:federated-user/bob",
            &federated,
            Some(Grade::Direct),
        );
        check(
            "arn:aws:iam::111111111111:user/ann",
            &federated,
            Some(Grade::Role),
        );
        check("arn:aws:iam::111111111111:user/bob", &federated, None);
    }

    #[test]
    fn a_role_session_is_known_by_the_provider_behind_it() {
        let mut context = Context::new();
        let named = parse("Federated", "cognito-identity.amazonaws.com").unwrap();
        assert_eq!(named.grade(&session(), &context), None);
        context.set("aws:FederatedProvider", "cognito-identity.amazonaws.com");
        assert_eq!(named.grade(&session(), &context), Some(Grade::Role));
    }

    #[test]
    fn services_and_strangers_are_nobody_in_an_account() {
        let service = Principal::Service("apigateway.amazonaws.com".into());
        let named = parse("Service", "apigateway.amazonaws.com").unwrap();
        assert_eq!(named.grade(&service, &Context::new()), Some(Grade::Direct));
        assert_eq!(
            named.grade(
                &Principal::Service("sns.amazonaws.com".into()),
                &Context::new()
            ),
            None
        );
        check("111111111111", &service, None);
        check("*", &service, Some(Grade::Direct));
        check("*", &Principal::Anonymous, Some(Grade::Direct));
        check("111111111111", &Principal::Anonymous, None);
    }

    #[test]
    fn names_that_can_name_nobody_are_refused() {
        for (kind, name) in [
            ("", "111111111111"),
            ("", "**"),
            ("AWS", "arn:aws:iam::111111111111:user/*"),
            ("AWS", "arn:aws:iam::1:user/ann"),
            ("AWS", "arn:aws:iam::111111111111:group/g"),
            ("AWS", "arn:aws:iam::111111111111:role/"),
            ("AWS", "arn:aws:sts::111111111111:assumed-role/api"),
            ("AWS", "ann"),
            ("Service", "*"),
            ("Service", "lambda"),
            ("Federated", "*"),
            ("CanonicalUser", "abc"),
            ("Group", "g"),
        ] {
            let cause = parse(kind, name).unwrap_err();
            assert_eq!(
                cause.message(),
                format!("Invalid principal in policy: {kind:?}:{name:?}"),
            );
        }
    }
}
