//! Where the operations of Lambda ask otherwise than the reference says.

use super::{DESCRIBED, Exceptions, LIST, NOT_SERVED};

pub(super) const ROWS: Exceptions = Exceptions {
    decided_elsewhere: &[
        (
            "lambda:Invoke",
            "lambda:InvokeFunction",
            "The grant of `identity::invocation` is the decision, without which nothing runs.",
        ),
        (
            "lambda:InvokeAsync",
            "lambda:InvokeFunction",
            "The grant of `identity::invocation` is the decision, without which nothing runs.",
        ),
        (
            "lambda:InvokeWithResponseStream",
            "lambda:InvokeFunction",
            "The grant of `identity::invocation` is the decision, without which nothing runs.",
        ),
    ],
    other_action: &[(
        "lambda:GetLayerVersionByArn",
        "lambda:GetLayerVersion",
        "AWS has one action for both operations (Lambda API reference, GetLayerVersionByArn).",
    )],
    unlisted_key: &[(
        "lambda:AddPermission",
        "lambda:InvokedViaFunctionUrl",
        DESCRIBED,
    )],
    unset_key: &[
        (
            "lambda:ListFunctionUrlConfigs",
            "lambda:FunctionUrlAuthType",
            LIST,
        ),
        ("lambda:*", "lambda:SecurityGroupIds", NOT_SERVED),
        ("lambda:*", "lambda:SubnetIds", NOT_SERVED),
        ("lambda:*", "lambda:VpcIds", NOT_SERVED),
    ],
    ..Exceptions::NONE
};
