//! Where the operations of API Gateway of both versions ask otherwise than the reference says.

use super::{DESCRIBED, Exceptions, LIST, MADE_NOW};

const VERB_ON_PATH: &str = "API Gateway authorizes a request by its verb on the ARN of its path \
    (developer guide, 'Control access to API Gateway with IAM policies'); the reference leaves \
    this resource out.";
const RULES_BY_NAME: &str =
    "AWS has actions of their own for routing rules, not the verbs of their requests.";
const READ_FOR_SOMEBODY: &str = "The truststore is read for the caller of another service, whose \
    request has none of S3's own keys.";
const NOT_YET: &str = "The API has no id yet when the role is passed.";

pub(super) const ROWS: Exceptions = Exceptions {
    other_action: &[
        (
            "apigateway:RejectDomainNameAccessAssociation",
            "apigateway:RejectAccessAssociation",
            "AWS has an action of its own for it, on the private domain.",
        ),
        (
            "apigatewayv2:CreateRoutingRule",
            "apigateway:CreateRoutingRule",
            RULES_BY_NAME,
        ),
        (
            "apigatewayv2:DeleteRoutingRule",
            "apigateway:DeleteRoutingRule",
            RULES_BY_NAME,
        ),
        (
            "apigatewayv2:GetRoutingRule",
            "apigateway:GetRoutingRule",
            RULES_BY_NAME,
        ),
        (
            "apigatewayv2:ListRoutingRules",
            "apigateway:ListRoutingRules",
            RULES_BY_NAME,
        ),
        (
            "apigatewayv2:PutRoutingRule",
            "apigateway:UpdateRoutingRule",
            RULES_BY_NAME,
        ),
    ],
    other_resource: &[
        (
            "apigateway:CreateResource",
            "apigateway:POST on Resource",
            VERB_ON_PATH,
        ),
        (
            "apigateway:FlushStageAuthorizersCache",
            "apigateway:DELETE on /restapis/API/stages/STAGE/cache/authorizers",
            VERB_ON_PATH,
        ),
        (
            "apigateway:FlushStageCache",
            "apigateway:DELETE on /restapis/API/stages/STAGE/cache/data",
            VERB_ON_PATH,
        ),
        (
            "apigateway:GetExport",
            "apigateway:GET on /restapis/API/stages/STAGE/exports/swagger",
            VERB_ON_PATH,
        ),
        (
            "apigateway:GetModelTemplate",
            "apigateway:GET on /restapis/API/models/Empty/default_template",
            VERB_ON_PATH,
        ),
        (
            "apigateway:GetSdkType",
            "apigateway:GET on /sdktypes/javascript",
            VERB_ON_PATH,
        ),
        (
            "apigateway:GetSdkTypes",
            "apigateway:GET on /sdktypes",
            VERB_ON_PATH,
        ),
        (
            "apigateway:ImportDocumentationParts",
            "apigateway:PUT on DocumentationParts",
            VERB_ON_PATH,
        ),
        (
            "apigateway:PutIntegration",
            "apigateway:PUT on Integration",
            VERB_ON_PATH,
        ),
        (
            "apigateway:PutMethod",
            "apigateway:PUT on Method",
            VERB_ON_PATH,
        ),
        (
            "apigateway:TestInvokeAuthorizer",
            "apigateway:POST on Authorizer",
            VERB_ON_PATH,
        ),
        (
            "apigateway:TestInvokeMethod",
            "apigateway:POST on Method",
            VERB_ON_PATH,
        ),
        (
            "apigateway:GetUsage",
            "apigateway:GET on /usageplans/PLAN/usage",
            VERB_ON_PATH,
        ),
        (
            "apigateway:UpdateUsage",
            "apigateway:PATCH on /usageplans/PLAN/keys/KEY/usage",
            VERB_ON_PATH,
        ),
        (
            "apigatewayv2:CreateApiMapping",
            "apigateway:POST on ApiMappings",
            VERB_ON_PATH,
        ),
        (
            "apigatewayv2:DeleteApiMapping",
            "apigateway:DELETE on ApiMapping",
            VERB_ON_PATH,
        ),
        (
            "apigatewayv2:GetApiMapping",
            "apigateway:GET on ApiMapping",
            VERB_ON_PATH,
        ),
        (
            "apigatewayv2:GetApiMappings",
            "apigateway:GET on ApiMappings",
            VERB_ON_PATH,
        ),
        (
            "apigatewayv2:TagResource",
            "apigateway:POST on Tags",
            VERB_ON_PATH,
        ),
        (
            "apigatewayv2:UpdateApiMapping",
            "apigateway:PATCH on ApiMapping",
            VERB_ON_PATH,
        ),
    ],
    unlisted_key: &[
        (
            "apigateway:*",
            "apigateway:Request/AuthorizerUri",
            DESCRIBED,
        ),
        (
            "apigateway:*",
            "apigateway:Resource/AuthorizerUri",
            DESCRIBED,
        ),
    ],
    unset_key: &[
        (
            "apigateway:*",
            "s3:ExistingObjectTag/${TagKey}",
            READ_FOR_SOMEBODY,
        ),
        ("apigateway:*", "s3:ResourceAccount", READ_FOR_SOMEBODY),
        ("apigateway:*", "s3:authType", READ_FOR_SOMEBODY),
        ("apigateway:*", "s3:signatureversion", READ_FOR_SOMEBODY),
        ("apigateway:*", "s3:x-amz-content-sha256", READ_FOR_SOMEBODY),
        (
            "apigatewayv2:*",
            "s3:ExistingObjectTag/${TagKey}",
            READ_FOR_SOMEBODY,
        ),
        ("apigatewayv2:*", "s3:ResourceAccount", READ_FOR_SOMEBODY),
        ("apigatewayv2:*", "s3:authType", READ_FOR_SOMEBODY),
        ("apigatewayv2:*", "s3:signatureversion", READ_FOR_SOMEBODY),
        (
            "apigatewayv2:*",
            "s3:x-amz-content-sha256",
            READ_FOR_SOMEBODY,
        ),
        (
            "apigateway:GetDomainNameAccessAssociations",
            "aws:ResourceTag/${TagKey}",
            LIST,
        ),
        (
            "apigateway:CreateRestApi",
            "iam:AssociatedResourceArn",
            NOT_YET,
        ),
        (
            "apigateway:ImportRestApi",
            "iam:AssociatedResourceArn",
            NOT_YET,
        ),
        ("apigateway:GetRestApis", "aws:ResourceTag/${TagKey}", LIST),
        ("apigateway:GetApiKeys", "aws:ResourceTag/${TagKey}", LIST),
        (
            "apigateway:GetUsagePlans",
            "aws:ResourceTag/${TagKey}",
            LIST,
        ),
        (
            "apigateway:GetClientCertificates",
            "aws:ResourceTag/${TagKey}",
            LIST,
        ),
        (
            "apigateway:GetDomainNames",
            "aws:ResourceTag/${TagKey}",
            LIST,
        ),
        ("apigateway:GetVpcLinks", "aws:ResourceTag/${TagKey}", LIST),
        (
            "apigatewayv2:GetDomainNames",
            "aws:ResourceTag/${TagKey}",
            LIST,
        ),
        (
            "apigateway:GenerateClientCertificate",
            "aws:ResourceTag/${TagKey}",
            MADE_NOW,
        ),
    ],
    ..Exceptions::NONE
};

/// With which operations a key of API Gateway's comes, by AWS's description of each. The reference
/// lists it for the resource whatever the operation.
pub(in super::super) const APIGATEWAY_KEYS: &[(&str, &[&str])] = &[
    (
        "apigateway:Request/AccessLoggingDestination",
        &["UpdateStage"],
    ),
    ("apigateway:Request/AccessLoggingFormat", &["UpdateStage"]),
    (
        "apigateway:Request/ApiKeyRequired",
        &["PutMethod", "UpdateMethod", "ImportRestApi", "PutRestApi"],
    ),
    (
        "apigateway:Request/ApiName",
        &["CreateRestApi", "UpdateRestApi"],
    ),
    (
        "apigateway:Request/AuthorizerType",
        &[
            "CreateAuthorizer",
            "UpdateAuthorizer",
            "ImportRestApi",
            "PutRestApi",
        ],
    ),
    (
        "apigateway:Request/DisableExecuteApiEndpoint",
        &["CreateRestApi", "UpdateRestApi"],
    ),
    (
        "apigateway:Request/EndpointType",
        &[
            "CreateDomainName",
            "CreateRestApi",
            "UpdateDomainName",
            "UpdateRestApi",
        ],
    ),
    (
        "apigateway:Request/RouteAuthorizationType",
        &["PutMethod", "UpdateMethod", "ImportRestApi", "PutRestApi"],
    ),
    (
        "apigateway:Request/SecurityPolicy",
        &["CreateDomainName", "UpdateDomainName"],
    ),
    ("apigateway:Request/StageName", &["CreateDeployment"]),
    (
        "apigateway:Request/AccessAssociationSource",
        &["CreateDomainNameAccessAssociation"],
    ),
    (
        "apigateway:Request/DomainNameArn",
        &["CreateDomainNameAccessAssociation"],
    ),
    (
        "apigateway:Request/MtlsTrustStoreUri",
        &["CreateDomainName", "UpdateDomainName"],
    ),
    (
        "apigateway:Request/MtlsTrustStoreVersion",
        &["CreateDomainName", "UpdateDomainName"],
    ),
    (
        "apigateway:Resource/MtlsTrustStoreUri",
        &["UpdateDomainName", "DeleteDomainName"],
    ),
    (
        "apigateway:Resource/MtlsTrustStoreVersion",
        &["UpdateDomainName", "DeleteDomainName"],
    ),
    (
        "apigateway:Resource/RoutingMode",
        &["UpdateDomainName", "DeleteDomainName"],
    ),
    (
        "apigateway:Resource/ConditionBasePaths",
        &["PutRoutingRule", "DeleteRoutingRule"],
    ),
    (
        "apigateway:Resource/Priority",
        &["PutRoutingRule", "DeleteRoutingRule"],
    ),
    (
        "apigateway:Resource/AccessLoggingDestination",
        &["UpdateStage", "DeleteStage"],
    ),
    (
        "apigateway:Resource/AccessLoggingFormat",
        &["UpdateStage", "DeleteStage"],
    ),
    (
        "apigateway:Resource/ApiKeyRequired",
        &["UpdateMethod", "DeleteMethod", "PutRestApi"],
    ),
    (
        "apigateway:Resource/ApiName",
        &["UpdateRestApi", "DeleteRestApi"],
    ),
    (
        "apigateway:Resource/AuthorizerType",
        &["UpdateAuthorizer", "DeleteAuthorizer", "PutRestApi"],
    ),
    (
        "apigateway:Resource/DisableExecuteApiEndpoint",
        &["UpdateRestApi", "DeleteRestApi"],
    ),
    (
        "apigateway:Resource/EndpointType",
        &[
            "UpdateDomainName",
            "DeleteDomainName",
            "UpdateRestApi",
            "DeleteRestApi",
        ],
    ),
    (
        "apigateway:Resource/RouteAuthorizationType",
        &["UpdateMethod", "DeleteMethod", "PutRestApi"],
    ),
    (
        "apigateway:Resource/SecurityPolicy",
        &["UpdateDomainName", "DeleteDomainName"],
    ),
];
