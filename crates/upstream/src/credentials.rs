//! The keys with which requests are signed anew for the services behind the endpoints.

use std::fmt;

/// Keys that the endpoints know. They reach no log.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    pub(crate) access_key_id: String,
    pub(crate) secret_access_key: String,
    pub(crate) session_token: Option<String>,
}

/// One half of a key without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an access key id and a secret access key come together")]
pub struct IncompleteCredentials;

impl Credentials {
    /// What the environment has; empty texts count as absent.
    pub fn of(
        access_key_id: Option<String>,
        secret_access_key: Option<String>,
        session_token: Option<String>,
    ) -> Result<Option<Self>, IncompleteCredentials> {
        let given = |text: Option<String>| text.filter(|text| !text.is_empty());
        match (given(access_key_id), given(secret_access_key)) {
            (Some(access_key_id), Some(secret_access_key)) => Ok(Some(Self {
                access_key_id,
                secret_access_key,
                session_token: given(session_token),
            })),
            (None, None) if session_token.as_ref().is_none_or(String::is_empty) => Ok(None),
            (Some(_) | None, _) => Err(IncompleteCredentials),
        }
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials")
            .field("access_key_id", &self.access_key_id)
            .finish_non_exhaustive()
    }
}
