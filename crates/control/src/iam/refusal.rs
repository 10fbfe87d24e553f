//! What IAM says no to, in the words that AWS uses.

use wire::Failure;

use super::entity::Noun;
use super::simulation::Unsimulated;
use crate::refused::Refused;

/// The messages are what clients read, so they are AWS's and not fragments.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Refusal {
    #[error("{}", .0.missing(.1))]
    NoSuchEntity(Noun, String),
    #[error("The {0} policy with name {1} cannot be found.")]
    NoSuchInlinePolicy(Noun, String),
    #[error("The Access Key with id {0} cannot be found.")]
    NoSuchAccessKey(String),
    #[error("Policy {0} was not found.")]
    NoSuchPolicy(String),
    #[error("Policy {0} does not exist or is not attachable.")]
    NotAttachable(String),
    #[error("Policy {arn} version {version} does not exist or is not attachable.")]
    NoSuchVersion { arn: String, version: String },
    #[error("Scope ARN: {0} does not exist or is not attachable.")]
    NoSuchBoundary(String),
    #[error("{}", .0.taken(.1))]
    EntityExists(Noun, String),
    #[error("A policy called {0} already exists. Duplicate names are not allowed.")]
    PolicyExists(String),
    #[error("Cannot delete entity, must detach all policies first.")]
    PoliciesAttached,
    #[error("Cannot delete entity, must delete policies first.")]
    InlinePoliciesLeft,
    #[error("Cannot delete entity, must delete access keys first.")]
    AccessKeysLeft,
    #[error("Cannot delete entity, must remove users from group first.")]
    UsersInGroup,
    #[error("User {user} not in group {group}")]
    NotInGroup { user: String, group: String },
    #[error("Cannot delete a policy attached to entities.")]
    PolicyInUse,
    #[error(
        "This policy has more than one version. Before you delete a policy, you must delete the \
         policy's versions. The default version is deleted with the policy."
    )]
    VersionsLeft,
    #[error("Cannot delete the default version of a policy.")]
    DefaultVersion,
    #[error("Cannot exceed quota for {name}: {most}")]
    Quota { name: &'static str, most: usize },
    #[error("Maximum policy size of {most} bytes exceeded for {noun} {name}")]
    InlinePoliciesTooLong {
        noun: Noun,
        name: String,
        most: usize,
    },
    #[error(
        "A managed policy can have up to {0} versions. Before you create a new version, you must \
         delete an existing version."
    )]
    TooManyVersions(usize),
    #[error("The number of tags has reached the maximum limit.")]
    TooManyTags,
    #[error("Duplicate tag keys found. Please note that Tag keys are case insensitive.")]
    DuplicateTags,
    #[error("Tag keys that begin with aws: are reserved for system use.")]
    ReservedTag,
    #[error("{0}")]
    MalformedPolicy(String),
    #[error("ARN {0} is not valid.")]
    NotAPolicyArn(String),
    /// Both blanks are AWS's (recorded in `test_role_attach_policy`).
    #[error("Invalid ARN:  Could not be parsed!")]
    NotAnArn,
    #[error("Invalid Marker.")]
    Marker,
    #[error("Must specify userName when calling with non-User credentials")]
    NoUserName,
    #[error("Policy is outside your own account.")]
    ForeignPolicy,
    #[error(
        "Cannot perform the operation on the protected role '{0}' - this role is only modifiable \
         by AWS"
    )]
    ProtectedRole(String),
    #[error("Cannot attach a Service Role Policy to a Customer Role.")]
    ServiceRolePolicy,
    #[error("Roles below the path /aws-service-role/ are made by CreateServiceLinkedRole.")]
    ReservedPath,
    /// Recorded in `test_service_role_already_exists`.
    #[error("Service role name {0} has been taken in this account, please try a different suffix.")]
    ServiceRoleNameTaken(String),
    #[error("Custom suffix is not allowed for {0}")]
    NoCustomSuffix(String),
    #[error("No service-linked role of the service {0} is known.")]
    NoServiceLinkedRole(String),
    #[error("The deletion task with id {0} cannot be found.")]
    NoSuchDeletion(String),
    #[error("{0} is not a valid deletion task id.")]
    NotADeletion(String),
    #[error("Cannot delete entity, must remove roles from instance profile first.")]
    RoleInProfile,
    #[error("Unable to parse certificate. Please ensure the certificate is in PEM format.")]
    UnreadableCertificate,
    #[error("Unable to parse the private key. Please ensure that the key is in PEM format.")]
    UnreadableKey,
    #[error("Certificate {0} is malformed")]
    MalformedCertificate(String),
    #[error("The certificate has already been uploaded.")]
    DuplicateCertificate,
    #[error("The Certificate with id {0} cannot be found.")]
    NoSuchCertificate(String),
    #[error("The Public Key with id {0} cannot be found.")]
    NoSuchPublicKey(String),
    #[error("The public key is neither in ssh-rsa nor in PEM format.")]
    UnreadablePublicKey,
    #[error("The public key has already been uploaded.")]
    DuplicatePublicKey,
    #[error("The public key is told in the encoding in which it was uploaded.")]
    OtherEncoding,
    #[error("No such service {0} is supported for Service Specific Credentials")]
    NoServiceCredentials(String),
    #[error("No such credential {0} exists")]
    NoSuchCredential(String),
    #[error("Cannot delete entity, must remove referenced objects first.")]
    CredentialsLeft,
    #[error("{0} is not supported by Portcullis.")]
    Unserved(String),
    #[error("Login Profile for User {0} cannot be found.")]
    NoLogin(String),
    #[error("Login Profile for user {0} already exists.")]
    LoginExists(String),
    #[error("Cannot delete entity, must delete login profile first.")]
    LoginLeft,
    #[error("A password must be given.")]
    NoPassword,
    #[error("Password should {0}")]
    WeakPassword(String),
    #[error("Password has been used before and cannot be used again.")]
    ReusedPassword,
    #[error("The old password was incorrect.")]
    OtherPassword,
    #[error("Only IAM Users can change their own password")]
    NotAUser,
    #[error("MFADevice entity at the same path and name already exists.")]
    DeviceExists,
    #[error("VirtualMFADevice with serial number {0} doesn't exist.")]
    NoSuchDevice(String),
    #[error("MFA Device invalid for user.")]
    DeviceOfAnother,
    #[error("MFA Device is already in use.")]
    DeviceInUse,
    #[error("MFA VirtualDevice in use. Must deactivate first.")]
    DeviceHeld,
    #[error("Authentication code for device is not valid.")]
    WrongCode,
    #[error("Cannot delete entity, must delete MFA device first.")]
    DevicesLeft,
    #[error("The account alias {0} already exists.")]
    AliasExists(String),
    #[error("The account alias with name {0} cannot be found.")]
    NoSuchAlias(String),
    #[error("The Password Policy with domain name {0} cannot be found.")]
    NoPasswordPolicy(String),
    #[error("No report exists. Generate one first.")]
    NoReport,
    #[error("The report has expired. Generate another one.")]
    OldReport,
    #[error("Invalid Open ID Connect Provider URL")]
    NotAnIssuer,
    #[error("Provider with url {0} already exists.")]
    ProviderExists(String),
    #[error("Thumbprint list must contain fewer than 5 entries.")]
    TooManyThumbprints,
    #[error("OpenIDConnect Provider not found for arn {0}")]
    NoSuchIssuer(String),
    #[error("SAMLProvider with name {0} already exists.")]
    SamlProviderExists(String),
    #[error("Manifest not found for arn {0}")]
    NoSuchManifest(String),
    #[error(transparent)]
    Simulation(#[from] Unsimulated),
    #[error("Request was aborted because the entity was modified at the same time. Try again.")]
    ConcurrentModification,
}

impl Refusal {
    /// The error codes and statuses of the IAM API reference.
    fn code(&self) -> (&'static str, u16) {
        match self {
            Self::NoSuchEntity(..)
            | Self::NoSuchInlinePolicy(..)
            | Self::NoSuchAccessKey(_)
            | Self::NoSuchPolicy(_)
            | Self::NotAttachable(_)
            | Self::NoSuchVersion { .. }
            | Self::NoSuchBoundary(_)
            | Self::NoSuchDeletion(_)
            | Self::NotInGroup { .. }
            | Self::NoSuchCertificate(_)
            | Self::NoSuchPublicKey(_)
            | Self::NoServiceCredentials(_)
            | Self::NoSuchCredential(_)
            | Self::NoLogin(_)
            | Self::NoSuchDevice(_)
            | Self::DeviceOfAnother
            | Self::NoSuchAlias(_)
            | Self::NoPasswordPolicy(_)
            | Self::NoSuchIssuer(_)
            | Self::NoSuchManifest(_) => ("NoSuchEntity", 404),
            Self::EntityExists(..)
            | Self::PolicyExists(_)
            | Self::LoginExists(_)
            | Self::DeviceExists
            | Self::DeviceInUse
            | Self::AliasExists(_)
            | Self::ProviderExists(_)
            | Self::SamlProviderExists(_) => ("EntityAlreadyExists", 409),
            Self::NoReport => ("ReportNotPresent", 410),
            Self::OldReport => ("ReportExpired", 410),
            Self::WeakPassword(_) | Self::ReusedPassword => ("PasswordPolicyViolation", 400),
            Self::NotAUser => ("InvalidUserType", 400),
            Self::WrongCode => ("InvalidAuthenticationCode", 403),
            Self::PoliciesAttached
            | Self::InlinePoliciesLeft
            | Self::AccessKeysLeft
            | Self::UsersInGroup
            | Self::RoleInProfile
            | Self::CredentialsLeft
            | Self::LoginLeft
            | Self::DevicesLeft
            | Self::DeviceHeld
            | Self::PolicyInUse
            | Self::VersionsLeft
            | Self::DefaultVersion => ("DeleteConflict", 409),
            Self::Quota { .. }
            | Self::InlinePoliciesTooLong { .. }
            | Self::TooManyVersions(_)
            | Self::TooManyTags => ("LimitExceeded", 409),
            Self::DuplicateTags
            | Self::ReservedTag
            | Self::NotAPolicyArn(_)
            | Self::ReservedPath
            | Self::ServiceRoleNameTaken(_)
            | Self::NoCustomSuffix(_)
            | Self::NoServiceLinkedRole(_)
            | Self::NotADeletion(_)
            | Self::Unserved(_)
            | Self::NoPassword
            | Self::TooManyThumbprints
            | Self::Simulation(_) => ("InvalidInput", 400),
            Self::UnreadableCertificate | Self::UnreadableKey | Self::MalformedCertificate(_) => {
                ("MalformedCertificate", 400)
            }
            Self::DuplicateCertificate => ("DuplicateCertificate", 409),
            Self::UnreadablePublicKey => ("InvalidPublicKey", 400),
            Self::DuplicatePublicKey => ("DuplicateSSHPublicKey", 400),
            Self::OtherEncoding => ("UnrecognizedPublicKeyEncoding", 400),
            Self::ProtectedRole(_) => ("UnmodifiableEntity", 400),
            Self::ServiceRolePolicy => ("PolicyNotAttachable", 400),
            Self::MalformedPolicy(_) => (policy::Malformed::CODE, 400),
            Self::NotAnIssuer | Self::NotAnArn | Self::Marker | Self::NoUserName => {
                ("ValidationError", 400)
            }
            Self::ForeignPolicy | Self::OtherPassword => ("AccessDenied", 403),
            Self::ConcurrentModification => ("ConcurrentModification", 409),
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        let (code, status) = refusal.code();
        Failure::new(code, status, refusal.to_string()).into()
    }
}

impl From<policy::Malformed> for Refusal {
    fn from(malformed: policy::Malformed) -> Self {
        Self::MalformedPolicy(malformed.message().to_owned())
    }
}
