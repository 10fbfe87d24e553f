//! Who makes a request, as far as a policy can name them.

use std::borrow::Cow;

use crate::arn::{self, Arn};
use crate::context::Context;

/// The one who asks. ARNs are expected as AWS prints them; a caller of unknown kind is
/// [`Principal::Anonymous`], to whom only `*` applies.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Principal {
    /// An unsigned request.
    Anonymous,
    /// An AWS service on its own behalf, such as `apigateway.amazonaws.com`.
    Service(String),
    /// The root of an account of twelve digits.
    Root { account: String },
    /// An IAM user: `arn:aws:iam::ACCOUNT:user/PATH/NAME`.
    User { arn: String },
    /// A session of a role: its `arn:aws:iam::ACCOUNT:role/PATH/NAME` and its
    /// `arn:aws:sts::ACCOUNT:assumed-role/NAME/SESSION`.
    RoleSession {
        role_arn: String,
        session_arn: String,
    },
    /// A session made by GetFederationToken: `arn:aws:sts::ACCOUNT:federated-user/NAME`, and the
    /// IAM user who made it; none when the root did.
    FederatedUser {
        arn: String,
        user_arn: Option<String>,
    },
    /// Somebody known only to an identity provider, as in AssumeRoleWithWebIdentity.
    Federated { provider: String },
}

impl Principal {
    /// The account the principal belongs to; services, outsiders and strangers have none.
    pub fn account(&self) -> Option<&str> {
        match self {
            Self::Anonymous | Self::Service(_) | Self::Federated { .. } => None,
            Self::Root { account } => Some(account),
            Self::User { arn } | Self::FederatedUser { arn, .. } => arn::account(arn),
            Self::RoleSession { session_arn, .. } => arn::account(session_arn),
        }
    }

    /// The ARN that AWS prints for the caller, where it has one.
    pub fn arn(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Anonymous | Self::Service(_) | Self::Federated { .. } => None,
            Self::Root { account } => Some(Cow::Owned(format!("arn:aws:iam::{account}:root"))),
            Self::User { arn } | Self::FederatedUser { arn, .. } => Some(Cow::Borrowed(arn)),
            Self::RoleSession { session_arn, .. } => Some(Cow::Borrowed(session_arn)),
        }
    }

    /// How AWS's messages and our explanations call the principal: `anonymous`, a service's name,
    /// or the ARN.
    pub fn display_name(&self) -> Cow<'_, str> {
        match self {
            Self::Anonymous => Cow::Borrowed("anonymous"),
            Self::Service(name) | Self::Federated { provider: name } => Cow::Borrowed(name),
            _ => self.arn().unwrap_or(Cow::Borrowed("anonymous")),
        }
    }

    /// Whether identity policies exist for such a caller. For all others only what stands on the
    /// resource counts.
    pub(crate) fn has_identity(&self) -> bool {
        match self {
            Self::Anonymous | Self::Service(_) | Self::Federated { .. } => false,
            Self::Root { .. }
            | Self::User { .. }
            | Self::RoleSession { .. }
            | Self::FederatedUser { .. } => true,
        }
    }

    /// Whether a service works through a role of its own in the account: control policies do not
    /// reach such a role (AWS Organizations user guide, "Service control policies" and "Resource
    /// control policies", on what they do not restrict).
    pub(crate) fn is_service_linked(&self) -> bool {
        match self {
            Self::RoleSession { role_arn, .. } => Arn::split(role_arn)
                .is_some_and(|arn| arn.resource.starts_with("role/aws-service-role/")),
            Self::Anonymous
            | Self::Service(_)
            | Self::Root { .. }
            | Self::User { .. }
            | Self::FederatedUser { .. }
            | Self::Federated { .. } => false,
        }
    }

    /// Sets the global keys that follow from the principal alone: `aws:PrincipalArn`,
    /// `aws:PrincipalAccount`, `aws:PrincipalType`, `aws:username`, `aws:PrincipalIsAWSService` and
    /// `aws:PrincipalServiceName` (IAM user guide, "AWS global condition context keys").
    pub fn describe(&self, context: &mut Context) {
        let is_service = matches!(self, Self::Service(_));
        context.set("aws:PrincipalIsAWSService", is_service.to_string());
        if let Some(account) = self.account() {
            context.set("aws:PrincipalAccount", account);
        }
        match self {
            Self::Anonymous => context.set("aws:PrincipalType", "Anonymous"),
            Self::Service(name) => context.set("aws:PrincipalServiceName", name),
            Self::Federated { provider } => context.set("aws:FederatedProvider", provider),
            Self::Root { .. } => self.describe_iam(context, "Account"),
            Self::User { arn } => {
                self.describe_iam(context, "User");
                if let Some(name) = Arn::split(arn).and_then(|arn| arn.last_path_part()) {
                    context.set("aws:username", name);
                }
            }
            Self::RoleSession { role_arn, .. } => {
                context.set("aws:PrincipalType", "AssumedRole");
                context.set("aws:PrincipalArn", role_arn);
            }
            Self::FederatedUser { .. } => self.describe_iam(context, "FederatedUser"),
        }
    }

    fn describe_iam(&self, context: &mut Context, kind: &str) {
        context.set("aws:PrincipalType", kind);
        if let Some(arn) = self.arn() {
            context.set("aws:PrincipalArn", arn);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(principal: &Principal, account: Option<&str>, name: &str) {
        assert_eq!(principal.account(), account);
        assert_eq!(principal.display_name(), name);
    }

    fn session() -> Principal {
        Principal::RoleSession {
            role_arn: "arn:aws:iam::111111111111:role/team/api".into(),
            session_arn: "arn:aws:sts::111111111111:assumed-role/api/s".into(),
        }
    }

    #[test]
    fn a_principal_knows_its_account_and_its_name() {
        check(&Principal::Anonymous, None, "anonymous");
        check(
            &Principal::Service("sns.amazonaws.com".into()),
            None,
            "sns.amazonaws.com",
        );
        let root = Principal::Root {
            account: "111111111111".into(),
        };
        check(
            &root,
            Some("111111111111"),
            "arn:aws:iam::111111111111:root",
        );
        let user = Principal::User {
            arn: "arn:aws:iam::222222222222:user/ann".into(),
        };
        check(
            &user,
            Some("222222222222"),
            "arn:aws:iam::222222222222:user/ann",
        );
        check(
            &session(),
            Some("111111111111"),
            "arn:aws:sts::111111111111:assumed-role/api/s",
        );
    }

    #[test]
    fn the_principal_arn_of_a_session_is_its_role() {
        let mut context = Context::new();
        session().describe(&mut context);
        let seen = context.single("aws:PrincipalArn");
        assert_eq!(seen, Some("arn:aws:iam::111111111111:role/team/api"));
    }

    #[test]
    fn a_user_name_leaves_out_the_path() {
        let mut context = Context::new();
        Principal::User {
            arn: "arn:aws:iam::222222222222:user/a/b/ann".into(),
        }
        .describe(&mut context);
        assert_eq!(context.single("aws:username"), Some("ann"));
    }
}
