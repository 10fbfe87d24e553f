//! Where the operations of CloudFormation ask otherwise than the reference says.

use super::Exceptions;

pub(super) const ROWS: Exceptions = Exceptions {
    unset_key: &[
        (
            "cloudformation:CreateChangeSet",
            "cloudformation:StackPolicyUrl",
            "The operation takes no stack policy.",
        ),
        (
            "cloudformation:CreateChangeSet",
            "cloudformation:ImportResourceTypes",
            "Imports are refused by name, and bring the key before they are.",
        ),
    ],
    ..Exceptions::NONE
};
