//! Where the operations of STS ask otherwise than the reference says.

use super::Exceptions;

pub(super) const ROWS: Exceptions = Exceptions {
    decided_elsewhere: &[
        (
            "sts:AssumeRole",
            "sts:AssumeRole",
            "The role's trust and the caller's policies are decided together in `identity`.",
        ),
        (
            "sts:GetSessionToken",
            "nothing",
            "It takes no permission (AWS STS API reference, GetSessionToken).",
        ),
        (
            "sts:AssumeRoleWithWebIdentity",
            "nothing",
            "The caller has a token and no AWS credentials: the role's trust decides alone.",
        ),
        (
            "sts:GetCallerIdentity",
            "nothing",
            "Nobody can be kept from it (AWS STS API reference, GetCallerIdentity).",
        ),
    ],
    other_resource: &[(
        "sts:GetFederationToken",
        "sts:TagSession on federated-user",
        "A federated user's session is tagged as itself; the reference lists roles alone.",
    )],
    unset_key: &[
        (
            "sts:GetFederationToken",
            "saml:aud",
            "No SAML assertion comes with the call.",
        ),
        (
            "sts:GetFederationToken",
            "sts:TransitiveTagKeys",
            "The operation has no transitive tags; AssumeRole has.",
        ),
    ],
    ..Exceptions::NONE
};
