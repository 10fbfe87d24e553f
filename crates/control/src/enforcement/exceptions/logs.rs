//! Where the operations of CloudWatch Logs ask otherwise than the reference says.

use super::Exceptions;

const EMPTY_STREAM: &str = "AWS asks CloudWatch Logs' actions on a group with an empty stream \
    behind it, as its refusals show, so that a policy's `log-group:NAME:*` fits.";
const NONE_THERE: &str = "There is none, and so it has no tags.";

pub(super) const ROWS: Exceptions = Exceptions {
    other_resource: &[
        ("logs:*", "a group with an empty stream", EMPTY_STREAM),
        (
            "logs:DescribeLogGroups",
            "logs:DescribeLogGroups on log-group:",
            "AWS's refusals of it name `log-group::log-stream:`; the reference knows only `*`.",
        ),
    ],
    unset_key: &[
        (
            "logs:DeleteDeliveryDestination",
            "aws:ResourceTag/${TagKey}",
            NONE_THERE,
        ),
        (
            "logs:DeleteDeliverySource",
            "aws:ResourceTag/${TagKey}",
            NONE_THERE,
        ),
        (
            "logs:GetDeliveryDestination",
            "aws:ResourceTag/${TagKey}",
            NONE_THERE,
        ),
        (
            "logs:GetDeliverySource",
            "aws:ResourceTag/${TagKey}",
            NONE_THERE,
        ),
        (
            "logs:PutDeliveryDestination",
            "aws:ResourceTag/${TagKey}",
            NONE_THERE,
        ),
        (
            "logs:PutDeliverySource",
            "aws:ResourceTag/${TagKey}",
            NONE_THERE,
        ),
    ],
    ..Exceptions::NONE
};
