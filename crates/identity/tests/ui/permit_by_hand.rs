//! Only the decision makes a permit.

use identity::{Caller, Permit};

fn forge(caller: Caller) -> Permit {
    Permit {
        caller,
        action: String::from("iam:CreateUser"),
    }
}

fn main() {}
