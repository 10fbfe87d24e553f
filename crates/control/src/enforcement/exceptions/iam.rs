//! Where the operations of IAM ask otherwise than the reference says.

use super::{Exceptions, LIST, MADE_NOW};

const LISTED_PATH: &str = "AWS refuses a listing on the path that is listed, `user/` for \
    instance, and policies that name it are common; the reference knows only `*`.";
const NO_TAGS_OF_ROLES: &str =
    "AWS's user guide says that tags of a role cannot limit who passes it.";
const CONSOLE: &str = "Security keys are registered in AWS's console alone.";
const GONE: &str = "The role is gone, and its tags with it.";

pub(super) const ROWS: Exceptions = Exceptions {
    decided_elsewhere: &[(
        "iam:ChangePassword",
        "iam:ChangePassword",
        "Only a user has a password of their own to change, and the test calls as root.",
    )],
    other_resource: &[
        (
            "iam:ListInstanceProfiles",
            "iam:ListInstanceProfiles on instance-profile/",
            LISTED_PATH,
        ),
        (
            "iam:ListServerCertificates",
            "iam:ListServerCertificates on server-certificate/",
            LISTED_PATH,
        ),
        (
            "iam:ListOpenIDConnectProviders",
            "iam:ListOpenIDConnectProviders on oidc-provider",
            LISTED_PATH,
        ),
        (
            "iam:ListSAMLProviders",
            "iam:ListSAMLProviders on saml-provider",
            LISTED_PATH,
        ),
        ("iam:ListGroups", "iam:ListGroups on group/", LISTED_PATH),
        (
            "iam:ListPolicies",
            "iam:ListPolicies on policy/",
            LISTED_PATH,
        ),
        ("iam:ListRoles", "iam:ListRoles on role/", LISTED_PATH),
        ("iam:ListUsers", "iam:ListUsers on user/", LISTED_PATH),
    ],
    unset_key: &[
        (
            "iam:ListOpenIDConnectProviders",
            "aws:ResourceTag/${TagKey}",
            LIST,
        ),
        ("iam:ListSAMLProviders", "aws:ResourceTag/${TagKey}", LIST),
        (
            "iam:AddRoleToInstanceProfile",
            "iam:AssociatedResourceArn",
            "The role is for instances that do not exist yet.",
        ),
        (
            "iam:EnableMFADevice",
            "iam:FIDO-FIPS-140-2-certification",
            CONSOLE,
        ),
        (
            "iam:EnableMFADevice",
            "iam:FIDO-FIPS-140-3-certification",
            CONSOLE,
        ),
        ("iam:EnableMFADevice", "iam:FIDO-certification", CONSOLE),
        ("iam:EnableMFADevice", "iam:RegisterSecurityKey", CONSOLE),
        (
            "iam:CreateVirtualMFADevice",
            "aws:ResourceTag/${TagKey}",
            MADE_NOW,
        ),
        (
            "iam:CreateOpenIDConnectProvider",
            "aws:ResourceTag/${TagKey}",
            MADE_NOW,
        ),
        (
            "iam:GetServiceLinkedRoleDeletionStatus",
            "aws:ResourceTag/${TagKey}",
            GONE,
        ),
        (
            "iam:GetServiceLinkedRoleDeletionStatus",
            "iam:ResourceTag/${TagKey}",
            GONE,
        ),
        (
            "iam:*",
            "iam:RoleTemplateARN",
            "There are no role templates here.",
        ),
        (
            "iam:PassRole",
            "aws:ResourceTag/${TagKey}",
            NO_TAGS_OF_ROLES,
        ),
        (
            "iam:PassRole",
            "iam:ResourceTag/${TagKey}",
            NO_TAGS_OF_ROLES,
        ),
    ],
    ..Exceptions::NONE
};
