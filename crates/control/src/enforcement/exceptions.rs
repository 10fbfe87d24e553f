//! Where an operation rightly asks otherwise than the reference says, and why. A row is the
//! operation (`service:*` for all of a service), the detail, and the reason.

type Row = (&'static str, &'static str, &'static str);

const VERB_ON_PATH: &str = "API Gateway authorizes a request by its verb on the ARN of its path \
    (developer guide, 'Control access to API Gateway with IAM policies'); the reference leaves \
    this resource out.";
const LISTED_PATH: &str = "AWS refuses a listing on the path that is listed, `user/` for \
    instance, and policies that name it are common; the reference knows only `*`.";
const EMPTY_STREAM: &str = "AWS asks CloudWatch Logs' actions on a group with an empty stream \
    behind it, as its refusals show, so that a policy's `log-group:NAME:*` fits.";
const RULES_BY_NAME: &str =
    "AWS has actions of their own for routing rules, not the verbs of their requests.";
const READ_FOR_SOMEBODY: &str = "The truststore is read for the caller of another service, whose \
    request has none of S3's own keys.";
const NOT_SERVED: &str = "The member that would bring it is not served, and refused by name.";
const NO_TAGS_OF_ROLES: &str =
    "AWS's user guide says that tags of a role cannot limit who passes it.";
const OF_OTHERS: &str =
    "The resource is of a service that is not here, and its tags are not known.";
const LIST: &str = "A list has no tags; what is in it has.";
const CONSOLE: &str = "Security keys are registered in AWS's console alone.";
const MADE_NOW: &str =
    "The resource is made by the request, and has only the tags that come with it.";
const GONE: &str = "The role is gone, and its tags with it.";
const NOT_YET: &str = "The API has no id yet when the role is passed.";
const NAMED_OTHERWISE: &str = "S3's action for it has another name (S3 user guide, 'Required \
    permissions for Amazon S3 API operations').";
const NO_ABAC: &str = "A bucket's tags decide only where PutBucketAbac has let them, and that is \
    not served.";
const NO_ACCESS_POINTS: &str = "There are no access points here.";
const DESCRIBED: &str =
    "AWS's description of the key names the operation; its table leaves it out.";

/// Operations that ask nothing here, with the action that somebody without permissions is told.
pub(super) const DECIDED_ELSEWHERE: &[Row] = &[
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
    (
        "sts:AssumeRole",
        "sts:AssumeRole",
        "The role's trust and the caller's policies are decided together in `identity`.",
    ),
    (
        "iam:ChangePassword",
        "iam:ChangePassword",
        "Only a user has a password of their own to change, and the test calls as root.",
    ),
    (
        "sts:GetSessionToken",
        "nothing",
        "It takes no permission (AWS STS API reference, GetSessionToken).",
    ),
    (
        "sts:AssumeRoleWithWebIdentity",
        "nothing",
        "The caller has a token and no AWS credentials: the role's trust decides alone.",
    ),
    (
        "sts:GetCallerIdentity",
        "nothing",
        "Nobody can be kept from it (AWS STS API reference, GetCallerIdentity).",
    ),
];

/// Operations whose own action is not asked for, with the first that is.
pub(super) const OTHER_ACTION: &[Row] = &[
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
    (
        "lambda:GetLayerVersionByArn",
        "lambda:GetLayerVersion",
        "AWS has one action for both operations (Lambda API reference, GetLayerVersionByArn).",
    ),
    (
        "s3:CompleteMultipartUpload",
        "s3:PutObject",
        NAMED_OTHERWISE,
    ),
    ("s3:CopyObject", "s3:PutObject", NAMED_OTHERWISE),
    ("s3:CreateMultipartUpload", "s3:PutObject", NAMED_OTHERWISE),
    ("s3:DeleteBucketCors", "s3:PutBucketCORS", NAMED_OTHERWISE),
    (
        "s3:DeleteBucketEncryption",
        "s3:PutEncryptionConfiguration",
        NAMED_OTHERWISE,
    ),
    (
        "s3:DeleteBucketLifecycle",
        "s3:PutLifecycleConfiguration",
        NAMED_OTHERWISE,
    ),
    (
        "s3:DeleteBucketOwnershipControls",
        "s3:PutBucketOwnershipControls",
        NAMED_OTHERWISE,
    ),
    (
        "s3:DeleteBucketTagging",
        "s3:PutBucketTagging",
        NAMED_OTHERWISE,
    ),
    ("s3:DeleteObjects", "s3:DeleteObject", NAMED_OTHERWISE),
    (
        "s3:DeletePublicAccessBlock",
        "s3:PutBucketPublicAccessBlock",
        NAMED_OTHERWISE,
    ),
    (
        "s3:GetBucketAccelerateConfiguration",
        "s3:GetAccelerateConfiguration",
        NAMED_OTHERWISE,
    ),
    ("s3:GetBucketCors", "s3:GetBucketCORS", NAMED_OTHERWISE),
    (
        "s3:GetBucketEncryption",
        "s3:GetEncryptionConfiguration",
        NAMED_OTHERWISE,
    ),
    (
        "s3:GetBucketLifecycleConfiguration",
        "s3:GetLifecycleConfiguration",
        NAMED_OTHERWISE,
    ),
    (
        "s3:GetBucketNotificationConfiguration",
        "s3:GetBucketNotification",
        NAMED_OTHERWISE,
    ),
    (
        "s3:GetBucketReplication",
        "s3:GetReplicationConfiguration",
        NAMED_OTHERWISE,
    ),
    (
        "s3:GetObjectLockConfiguration",
        "s3:GetBucketObjectLockConfiguration",
        NAMED_OTHERWISE,
    ),
    (
        "s3:GetPublicAccessBlock",
        "s3:GetBucketPublicAccessBlock",
        NAMED_OTHERWISE,
    ),
    ("s3:HeadBucket", "s3:ListBucket", NAMED_OTHERWISE),
    ("s3:HeadObject", "s3:GetObject", NAMED_OTHERWISE),
    ("s3:ListBuckets", "s3:ListAllMyBuckets", NAMED_OTHERWISE),
    (
        "s3:ListMultipartUploads",
        "s3:ListBucketMultipartUploads",
        NAMED_OTHERWISE,
    ),
    (
        "s3:ListObjectVersions",
        "s3:ListBucketVersions",
        NAMED_OTHERWISE,
    ),
    ("s3:ListObjects", "s3:ListBucket", NAMED_OTHERWISE),
    ("s3:ListObjectsV2", "s3:ListBucket", NAMED_OTHERWISE),
    (
        "s3:ListParts",
        "s3:ListMultipartUploadParts",
        NAMED_OTHERWISE,
    ),
    ("s3:PutBucketCors", "s3:PutBucketCORS", NAMED_OTHERWISE),
    (
        "s3:PutBucketEncryption",
        "s3:PutEncryptionConfiguration",
        NAMED_OTHERWISE,
    ),
    (
        "s3:PutBucketLifecycleConfiguration",
        "s3:PutLifecycleConfiguration",
        NAMED_OTHERWISE,
    ),
    (
        "s3:PutPublicAccessBlock",
        "s3:PutBucketPublicAccessBlock",
        NAMED_OTHERWISE,
    ),
    ("s3:UploadPart", "s3:PutObject", NAMED_OTHERWISE),
    ("s3:UploadPartCopy", "s3:PutObject", NAMED_OTHERWISE),
];

/// Resources that the reference does not list for the action.
pub(super) const OTHER_RESOURCE: &[Row] = &[
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
        "iam:ListInstanceProfiles",
        "iam:ListInstanceProfiles on instance-profile/",
        LISTED_PATH,
    ),
    (
        "iam:ListServerCertificates",
        "iam:ListServerCertificates on server-certificate/",
        LISTED_PATH,
    ),
    (
        "iam:ListOpenIDConnectProviders",
        "iam:ListOpenIDConnectProviders on oidc-provider",
        LISTED_PATH,
    ),
    (
        "iam:ListSAMLProviders",
        "iam:ListSAMLProviders on saml-provider",
        LISTED_PATH,
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
    ("logs:*", "a group with an empty stream", EMPTY_STREAM),
    (
        "sts:GetFederationToken",
        "sts:TagSession on federated-user",
        "A federated user's session is tagged as itself; the reference lists roles alone.",
    ),
    (
        "logs:DescribeLogGroups",
        "logs:DescribeLogGroups on log-group:",
        "AWS's refusals of it name `log-group::log-stream:`; the reference knows only `*`.",
    ),
    ("iam:ListGroups", "iam:ListGroups on group/", LISTED_PATH),
    (
        "iam:ListPolicies",
        "iam:ListPolicies on policy/",
        LISTED_PATH,
    ),
    ("iam:ListRoles", "iam:ListRoles on role/", LISTED_PATH),
    ("iam:ListUsers", "iam:ListUsers on user/", LISTED_PATH),
];

/// Keys that are set, and that the reference does not list.
pub(super) const UNLISTED_KEY: &[Row] = &[
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
    (
        "s3:GetObjectLockConfiguration",
        "s3:x-amz-content-sha256",
        "Every request has it; the reference leaves out this action alone.",
    ),
    (
        "lambda:AddPermission",
        "lambda:InvokedViaFunctionUrl",
        DESCRIBED,
    ),
];

/// Keys that the reference lists, and that are not set; a row may name an action instead of the
/// operation.
pub(super) const UNSET_KEY: &[Row] = &[
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
        "events:*",
        "events:ManagedBy",
        "No service of AWS's manages rules here.",
    ),
    ("events:PutRule", "events:detail-type", NOT_SERVED),
    ("events:PutRule", "events:detail.eventTypeCode", NOT_SERVED),
    ("events:PutRule", "events:detail.service", NOT_SERVED),
    (
        "events:PutRule",
        "events:detail.userIdentity.principalId",
        NOT_SERVED,
    ),
    ("events:PutRule", "events:source", NOT_SERVED),
    (
        "scheduler:*",
        "aws:ResourceTag/${TagKey}",
        "The groups of schedules have tags, and there is the default group alone.",
    ),
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
    (
        "iam:ListOpenIDConnectProviders",
        "aws:ResourceTag/${TagKey}",
        LIST,
    ),
    ("iam:ListSAMLProviders", "aws:ResourceTag/${TagKey}", LIST),
    (
        "iam:AddRoleToInstanceProfile",
        "iam:AssociatedResourceArn",
        "The role is for instances that do not exist yet.",
    ),
    (
        "iam:EnableMFADevice",
        "iam:FIDO-FIPS-140-2-certification",
        CONSOLE,
    ),
    (
        "iam:EnableMFADevice",
        "iam:FIDO-FIPS-140-3-certification",
        CONSOLE,
    ),
    ("iam:EnableMFADevice", "iam:FIDO-certification", CONSOLE),
    ("iam:EnableMFADevice", "iam:RegisterSecurityKey", CONSOLE),
    (
        "iam:CreateVirtualMFADevice",
        "aws:ResourceTag/${TagKey}",
        MADE_NOW,
    ),
    (
        "iam:CreateOpenIDConnectProvider",
        "aws:ResourceTag/${TagKey}",
        MADE_NOW,
    ),
    (
        "iam:GetServiceLinkedRoleDeletionStatus",
        "aws:ResourceTag/${TagKey}",
        GONE,
    ),
    (
        "iam:GetServiceLinkedRoleDeletionStatus",
        "iam:ResourceTag/${TagKey}",
        GONE,
    ),
    (
        "iam:*",
        "iam:RoleTemplateARN",
        "There are no role templates here.",
    ),
    (
        "iam:PassRole",
        "aws:ResourceTag/${TagKey}",
        NO_TAGS_OF_ROLES,
    ),
    (
        "iam:PassRole",
        "iam:ResourceTag/${TagKey}",
        NO_TAGS_OF_ROLES,
    ),
    (
        "sts:GetFederationToken",
        "saml:aud",
        "No SAML assertion comes with the call.",
    ),
    (
        "sts:GetFederationToken",
        "sts:TransitiveTagKeys",
        "The operation has no transitive tags; AssumeRole has.",
    ),
    (
        "lambda:ListFunctionUrlConfigs",
        "lambda:FunctionUrlAuthType",
        LIST,
    ),
    (
        "cloudfront:AllowVendedLogDeliveryForResource",
        "aws:ResourceTag/${TagKey}",
        OF_OTHERS,
    ),
    ("ssm:PutParameter", "ssm:Policies", NOT_SERVED),
    ("s3:*", "aws:ResourceTag/${TagKey}", NO_ABAC),
    ("s3:*", "s3:BucketTag/${TagKey}", NO_ABAC),
    ("s3:*", "s3:AccessPointTag/${TagKey}", NO_ACCESS_POINTS),
    ("s3:*", "s3:AccessPointNetworkOrigin", NO_ACCESS_POINTS),
    ("s3:*", "s3:DataAccessPointAccount", NO_ACCESS_POINTS),
    ("s3:*", "s3:DataAccessPointArn", NO_ACCESS_POINTS),
    (
        "s3:*",
        "s3:AccessGrantsInstanceArn",
        "There are no access grants here.",
    ),
    (
        "s3:*",
        "s3:TlsVersion",
        "The request of the test comes without TLS.",
    ),
    (
        "s3:*",
        "s3:signatureAge",
        "It comes with presigned addresses, and the request of the test is signed in its header.",
    ),
    (
        "s3:CreateBucket",
        "s3:ResourceAccount",
        "The bucket is nobody's before it is made.",
    ),
    (
        "s3:ListBuckets",
        "s3:ResourceAccount",
        "The list of all buckets is about none of them.",
    ),
    ("s3:*", "s3:x-amz-grant-full-control", NOT_SERVED),
    ("s3:*", "s3:x-amz-grant-read", NOT_SERVED),
    ("s3:*", "s3:x-amz-grant-read-acp", NOT_SERVED),
    ("s3:*", "s3:x-amz-grant-write", NOT_SERVED),
    ("s3:*", "s3:x-amz-grant-write-acp", NOT_SERVED),
    ("s3:*", "s3:x-amz-website-redirect-location", NOT_SERVED),
    (
        "s3:*",
        "s3:x-amz-server-side-encryption-customer-algorithm",
        NOT_SERVED,
    ),
    ("s3:*", "s3:object-lock-event-hold", NOT_SERVED),
    (
        "s3:*",
        "s3:object-lock-event-hold-duration-days",
        NOT_SERVED,
    ),
    ("s3:*", "s3:object-lock-legal-hold", NOT_SERVED),
    ("s3:*", "s3:object-lock-mode", NOT_SERVED),
    (
        "s3:*",
        "s3:object-lock-remaining-retention-days",
        NOT_SERVED,
    ),
    ("s3:*", "s3:object-lock-retain-until-date", NOT_SERVED),
    ("lambda:*", "lambda:SecurityGroupIds", NOT_SERVED),
    ("lambda:*", "lambda:SubnetIds", NOT_SERVED),
    ("lambda:*", "lambda:VpcIds", NOT_SERVED),
];

/// With which operations a key of API Gateway's comes, by AWS's description of each. The reference
/// lists it for the resource whatever the operation.
pub(super) const APIGATEWAY_KEYS: &[(&str, &[&str])] = &[
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

/// Every row as `TABLE OPERATION DETAIL`, with its reason.
pub(super) fn all() -> impl Iterator<Item = (String, &'static str)> {
    let tables = [
        ("decided", DECIDED_ELSEWHERE),
        ("action", OTHER_ACTION),
        ("resource", OTHER_RESOURCE),
        ("unlisted", UNLISTED_KEY),
        ("unset", UNSET_KEY),
    ];
    tables.into_iter().flat_map(|(table, rows)| {
        rows.iter()
            .map(move |(at, what, reason)| (format!("{table} {at} {what}"), *reason))
    })
}
