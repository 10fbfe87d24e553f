//! AWS::IAM

pub(super) mod role;

mod attachments; // inline and managed policies, and what changes of them
