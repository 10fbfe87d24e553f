//! A client of the query protocol, which signs as AWS's clients do and reads what comes back.

mod certificate;
mod client;
mod signature;
mod xml;

pub(crate) use certificate::{certificate, private_key};
pub(crate) use client::{Client, Reply, recorded};
