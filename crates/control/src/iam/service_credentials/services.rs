//! The services that have credentials of their own, and passwords for them.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ring::rand::{SecureRandom as _, SystemRandom};

use super::super::refusal::Refusal;
use crate::refused::Refused;

const SERVICES: [&str; 2] = ["cassandra.amazonaws.com", "codecommit.amazonaws.com"];

pub(super) fn check_service(service: &str) -> Result<(), Refusal> {
    if SERVICES.contains(&service) {
        Ok(())
    } else {
        Err(Refusal::NoServiceCredentials(service.to_owned()))
    }
}

/// 256 random bits in 44 characters.
pub(super) fn new_password() -> Result<String, Refused> {
    let mut bytes = [0_u8; 32];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| Refused::internal("the system gave no random bytes"))?;
    Ok(STANDARD.encode(bytes))
}
