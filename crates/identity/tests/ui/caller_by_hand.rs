//! Only authentication and the assumption of a role make a caller.

use identity::Caller;
use model::AccountId;

fn forge(account: AccountId) -> Caller {
    Caller::root(account, "AKIAFORGED")
}

fn main() {}
