//! Why a token proves nothing, and what STS says to it.

/// The texts are AWS's where AWS's are known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WebIdentityRefused {
    #[error(
        "The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)"
    )]
    NotAToken,
    #[error("No OpenIDConnect provider found in your account for {issuer}")]
    NoProvider { issuer: String },
    /// Two blanks, as AWS has it.
    #[error(
        "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements"
    )]
    NoKey,
    #[error("The signature of the ID Token provided is not valid")]
    WrongSignature,
    #[error("Missing a required claim: {0}")]
    MissingClaim(&'static str),
    #[error("Incorrect token audience")]
    WrongAudience,
    #[error(
        "Token expired: current date/time {now} must be before the expiration date/time {expires}"
    )]
    Expired { now: i64, expires: i64 },
    #[error("The claim {claim} of the ID Token provided lies in the future")]
    NotYet { claim: &'static str },
    #[error("The session tags of the ID Token provided are not valid: {0}")]
    Tags(&'static str),
    #[error("The claims of the ID Token provided are too large for a session")]
    TooLarge,
    #[error("The source identity of the ID Token provided is not valid")]
    SourceIdentity,
}

impl WebIdentityRefused {
    /// The code of AssumeRoleWithWebIdentity's error and its HTTP status (STS API reference).
    pub fn code(&self) -> (&'static str, u16) {
        match self {
            Self::Expired { .. } => ("ExpiredTokenException", 400),
            Self::NotYet { .. } => ("IDPRejectedClaim", 403),
            Self::NotAToken
            | Self::NoProvider { .. }
            | Self::NoKey
            | Self::WrongSignature
            | Self::MissingClaim(_)
            | Self::WrongAudience
            | Self::Tags(_)
            | Self::TooLarge
            | Self::SourceIdentity => ("InvalidIdentityToken", 400),
        }
    }
}
