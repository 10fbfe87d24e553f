//! What the tests of this crate share: a small world of accounts, and a signer that is not ours.

mod signer;
mod world;

pub(crate) use signer::{Signing, sign};
pub(crate) use world::{
    ACCOUNT, NOW, OTHER_ACCOUNT, ROOT_ID, ROOT_SECRET, World, key, managed_policy, role, user,
};
