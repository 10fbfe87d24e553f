//! A whole control plane for tests: in-memory records, open signatures, real rooms behind it.

mod recordings;
mod signer;
mod world;

pub(crate) use recordings::{Recording, conformance};
pub(crate) use signer::sign;
pub(crate) use world::{ACCOUNT, Answer, REGION, ROOT_KEY, ROOT_SECRET, World, zip_of};
