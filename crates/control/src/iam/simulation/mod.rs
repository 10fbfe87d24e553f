//! What would be allowed: the simulations, decided by the engine that decides for real.
//! Nothing here may change anything, and no context but the time is filled in: what policies ask for
//! and the caller does not give is told as missing.

mod get_context_keys_for_custom_policy;
mod get_context_keys_for_principal_policy;
mod inputs;
mod principals;
mod refusal;
mod scene;
mod simulate_custom_policy;
mod simulate_principal_policy;
mod sources;

pub(super) use refusal::Unsimulated;
