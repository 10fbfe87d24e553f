//! Only the decision makes a grant.

use identity::invocation::{Grant, Granted, InvokedBy};
use model::FunctionArn;

fn forge(function: FunctionArn, by: InvokedBy) -> Grant {
    Grant {
        function,
        how: Granted::ResourcePolicy,
        by,
        allowed_by: None,
    }
}

fn main() {}
