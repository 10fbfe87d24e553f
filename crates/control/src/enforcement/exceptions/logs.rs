//! Where the operations of CloudWatch Logs ask otherwise than the reference says.

use super::Exceptions;

const EMPTY_STREAM: &str = "AWS asks CloudWatch Logs' actions on a group with an empty stream \
    behind it, as its refusals show, so that a policy's `log-group:NAME:*` fits.";
const OF_OTHERS: &str =
    "The resource is of a service that is not here, and its tags are not known.";

pub(super) const ROWS: Exceptions = Exceptions {
    other_resource: &[
        ("logs:*", "a group with an empty stream", EMPTY_STREAM),
        (
            "logs:DescribeLogGroups",
            "logs:DescribeLogGroups on log-group:",
            "AWS's refusals of it name `log-group::log-stream:`; the reference knows only `*`.",
        ),
    ],
    unset_key: &[(
        "cloudfront:AllowVendedLogDeliveryForResource",
        "aws:ResourceTag/${TagKey}",
        OF_OTHERS,
    )],
    ..Exceptions::NONE
};
