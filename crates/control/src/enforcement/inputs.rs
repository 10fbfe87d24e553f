//! What each operation is called with: an input that brings every condition key it can, on
//! resources that exist and have tags.
//!
//! A member is filled by its name wherever it stands, and otherwise, if it is required, by its
//! shape; so a new operation is covered without a line here, unless it needs something special.

use std::collections::BTreeMap;

use model::{AccountId, Arn, EventSourceMappingRecord, FunctionArn, Region, Timestamp};
use serde_json::{Map, Value, json};
use wire::Service;
use wire::schema::{Kind, MemberSchema, OperationSchema, ShapeId};

use super::driving::make;
use crate::iam::testing::{certificate, private_key};
use crate::testing::{ACCOUNT, World, zip_of};

/// Names in ARNs, and what stands for them in the tables of exceptions.
pub(super) const NAMES: [(&str, &str); 3] = [("g", "NAME"), ("s", "STREAM"), ("prod", "STAGE")];

const QUEUE: &str = "arn:aws:sqs:us-east-1:111111111111:q";
const MAPPING: &str = "11111111-2222-4333-8444-555555555555";
const LAYER: &str = "arn:aws:lambda:us-east-1:111111111111:layer:l:1";
const PROFILE: &str = "arn:aws:signer:us-east-1:111111111111:/signing-profiles/p";
const ROLE: &str = "arn:aws:iam::111111111111:role/worker";
const URI: &str = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations";
const ALLOW: &str =
    r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"logs:*","Resource":"*"}]}"#;
const TRUST: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"},"Action":"sts:AssumeRole"}]}"#;
const FUNCTION_POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"lambda:InvokeFunction","Resource":"arn:aws:lambda:us-east-1:111111111111:function:f"}]}"#;
const RESOURCE_POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"*"}]}"#;

/// Prepares the world and writes the input, by the names on the wire.
pub(super) async fn of(
    world: &World,
    service: Service,
    operation: &'static OperationSchema,
) -> Value {
    let known = match service {
        Service::ApiGateway => api_gateway(world).await,
        Service::ApiGatewayV2 => api_gateway_v2(world).await,
        Service::CloudFormation => cloudformation(world).await,
        Service::Ecr => ecr(world).await,
        Service::Events => events(world).await,
        Service::Iam => iam(world, operation).await,
        Service::Lambda => lambda(world).await,
        Service::Logs => logs(world).await,
        Service::S3 => s3(world).await,
        Service::Scheduler => scheduler(world).await,
        Service::Ssm => ssm(world).await,
        Service::Sts => sts(),
    };
    let mut input = Map::new();
    for member in members(operation) {
        let name = member.wire_name();
        if let Some(value) = known.get(name) {
            input.insert(name.to_owned(), value.clone());
        } else if member.required {
            input.insert(name.to_owned(), sample(operation, member.shape));
        }
    }
    if let Value::Object(special) = special(service, operation.name, &known) {
        input.extend(special);
    }
    Value::Object(input)
}

pub(super) fn members(operation: &'static OperationSchema) -> &'static [MemberSchema] {
    match operation.input_shape().map(|shape| shape.kind) {
        Some(Kind::Structure(members)) => members,
        _ => &[],
    }
}

/// The least that the schema takes.
fn sample(operation: &'static OperationSchema, id: ShapeId) -> Value {
    let Some(shape) = operation.shape(id) else {
        return Value::Null;
    };
    match shape.kind {
        Kind::Structure(members) => {
            let required = members.iter().filter(|member| member.required);
            let filled = required.map(|member| {
                (
                    member.wire_name().to_owned(),
                    sample(operation, member.shape),
                )
            });
            Value::Object(filled.collect())
        }
        Kind::List(element) if shape.min.unwrap_or(0) > 0 => {
            json!([sample(operation, element.shape)])
        }
        Kind::List(_) => json!([]),
        Kind::Map { .. } | Kind::Document => json!({}),
        Kind::String => match shape.values.first() {
            Some(first) => json!(first),
            None => {
                json!("sample".repeat(usize::try_from(shape.min.unwrap_or(1)).unwrap() / 6 + 1))
            }
        },
        Kind::Boolean => json!(true),
        Kind::Integer | Kind::Long | Kind::Float | Kind::Double => json!(shape.min.unwrap_or(1)),
        Kind::Timestamp => json!(0),
        Kind::Blob => json!("e30="),
    }
}

fn special(service: Service, operation: &str, known: &Value) -> Value {
    match service {
        Service::ApiGateway => of_api_gateway(operation, known),
        Service::ApiGatewayV2 => of_api_gateway_v2(operation, known),
        Service::Iam => of_iam(operation),
        Service::Lambda => of_lambda(operation),
        Service::Logs if operation == "UntagLogGroup" => json!({"tags": ["team"]}),
        Service::Logs if operation == "StartLiveTail" => json!({"logGroupIdentifiers": ["g"]}),
        Service::Logs if operation == "PutDeliverySource" => json!({"resourceArn": DISTRIBUTION}),
        Service::Logs if operation == "PutDeliveryDestination" => json!({"roleArn": null}),
        Service::Logs if operation == "PutSubscriptionFilter" => json!({"roleArn": null}),
        Service::Logs if operation == "PutResourcePolicy" => json!({"resourceArn": null}),
        Service::CloudFormation if operation == "CreateStack" => json!({"StackName": "new"}),
        Service::Ecr if operation == "CreateRepository" => json!({"repositoryName": "new"}),
        Service::Events if operation == "DeleteRule" => json!({"Name": "free"}),
        Service::Scheduler if operation == "CreateSchedule" => json!({"Name": "new"}),
        Service::CloudFormation
        | Service::Ecr
        | Service::Events
        | Service::Logs
        | Service::S3
        | Service::Scheduler
        | Service::Ssm
        | Service::Sts => json!({}),
    }
}

fn patches(pairs: &[(&str, &str)]) -> Value {
    let patch =
        |(path, value): &(&str, &str)| json!({"op": "replace", "path": path, "value": value});
    json!({"patchOperations": pairs.iter().map(patch).collect::<Vec<_>>()})
}

fn of_api_gateway(operation: &str, known: &Value) -> Value {
    match operation {
        "CreateRestApi" => json!({
            "name": "new",
            "policy": RESOURCE_POLICY,
            "cloneFrom": known["restapi_id"],
            "disableExecuteApiEndpoint": true,
            "endpointConfiguration": {"types": ["REGIONAL"]},
        }),
        "UpdateRestApi" => patches(&[
            ("/name", "other"),
            ("/disableExecuteApiEndpoint", "true"),
            ("/endpointConfiguration/types/EDGE", "REGIONAL"),
            ("/policy", RESOURCE_POLICY),
        ]),
        "ImportRestApi" | "PutRestApi" => json!({"body": document(), "mode": "overwrite"}),
        "PutMethod" => {
            json!({"http_method": "POST", "authorizationType": "AWS_IAM", "apiKeyRequired": true})
        }
        "UpdateMethod" => patches(&[
            ("/authorizationType", "AWS_IAM"),
            ("/apiKeyRequired", "true"),
        ]),
        "CreateAuthorizer" => authorizer(),
        "UpdateAuthorizer" => patches(&[
            ("/type", "REQUEST"),
            ("/authorizerUri", URI),
            ("/authorizerCredentials", ROLE),
        ]),
        "PutIntegration" => integration(),
        "UpdateIntegration" => patches(&[("/credentials", ROLE)]),
        "UpdateAccount" => patches(&[("/cloudwatchRoleArn", ROLE)]),
        "CreateStage" => json!({"stageName": "new"}),
        "UpdateStage" => access_log(),
        "CreateDocumentationPart" => json!({
            "location": {"type": "MODEL", "name": "Empty"}, "properties": "{\"a\": 1}",
        }),
        "ImportDocumentationParts" => json!({"body": document()}),
        "CreateDocumentationVersion" => json!({"documentationVersion": "v2"}),
        "UpdateDocumentationPart" => patches(&[("/properties", "{\"a\": 2}")]),
        "CreateDomainName" => json!({
            "domainName": "new.example.com", "securityPolicy": "TLS_1_2",
            "endpointConfiguration": {"types": ["REGIONAL"]},
            "routingMode": "ROUTING_RULE_ONLY",
            "mutualTlsAuthentication": mutual_tls(),
        }),
        "UpdateDomainName" => patches(&[
            ("/securityPolicy", "TLS_1_2"),
            ("/endpointConfiguration/types/REGIONAL", "REGIONAL"),
            ("/routingMode", "ROUTING_RULE_ONLY"),
            ("/mutualTlsAuthentication/truststoreUri", "s3://bucket/key"),
            ("/mutualTlsAuthentication/truststoreVersion", "1"),
        ]),
        "CreateDomainNameAccessAssociation" => json!({
            "domainNameArn": known["domainNameArn"], "accessAssociationSourceType": "VPCE",
            "accessAssociationSource": "vpce-2",
        }),
        "CreateBasePathMapping" => {
            json!({"basePath": "v2", "restApiId": known["restapi_id"], "stage": "prod"})
        }
        "CreateVpcLink" => vpc_link(),
        "CreateResource" => json!({"pathPart": "new"}),
        "CreateApiKey" | "CreateUsagePlan" => json!({"name": "new"}),
        _ => json!({}),
    }
}

fn of_api_gateway_v2(operation: &str, known: &Value) -> Value {
    match operation {
        "CreateDomainName" => json!({
            "domainName": "new.example.com",
            "domainNameConfigurations": [{"endpointType": "REGIONAL", "securityPolicy": "TLS_1_2"}],
            "routingMode": "ROUTING_RULE_ONLY", "mutualTlsAuthentication": mutual_tls(),
        }),
        "UpdateDomainName" => json!({
            "domainNameConfigurations": [{"endpointType": "REGIONAL", "securityPolicy": "TLS_1_2"}],
            "routingMode": "ROUTING_RULE_ONLY", "mutualTlsAuthentication": mutual_tls(),
        }),
        "CreateRoutingRule" | "PutRoutingRule" => routing_rule(known),
        "CreateApiMapping" => json!({"apiMappingKey": "orders/v1"}),
        _ => json!({}),
    }
}

fn vpc_link() -> Value {
    let target = "arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/n/1";
    json!({"name": "link", "targetArns": [target]})
}

fn routing_rule(known: &Value) -> Value {
    json!({
        "priority": 2, "conditions": [{"matchBasePaths": {"anyOf": ["users"]}}],
        "actions": [{"invokeApi": {"apiId": known["apiId"], "stage": "prod"}}],
    })
}

fn mutual_tls() -> Value {
    json!({"truststoreUri": "s3://bucket/key", "truststoreVersion": "1"})
}

fn domain(name: &str) -> Value {
    json!({
        "domainName": name, "securityPolicy": "TLS_1_2",
        "endpointConfiguration": {"types": ["REGIONAL"]},
        "mutualTlsAuthentication": mutual_tls(),
    })
}

fn access_log() -> Value {
    patches(&[
        (
            "/accessLogSettings/destinationArn",
            "arn:aws:logs:us-east-1:111111111111:log-group:access",
        ),
        ("/accessLogSettings/format", "$context.requestId"),
    ])
}

fn authorizer() -> Value {
    json!({
        "name": "a", "type": "TOKEN", "authorizerUri": URI, "authorizerCredentials": ROLE,
        "identitySource": "method.request.header.a",
    })
}

fn integration() -> Value {
    json!({"type": "AWS_PROXY", "httpMethod": "POST", "uri": URI, "credentials": ROLE})
}

/// With a role, a key and an authorizer, so that an import has all that it can ask about.
fn document() -> String {
    json!({
        "swagger": "2.0",
        "info": {"title": "imported", "version": "1"},
        "x-amazon-apigateway-policy": serde_json::from_str::<Value>(RESOURCE_POLICY).unwrap(),
        "securityDefinitions": {"a": {
            "type": "apiKey", "name": "a", "in": "header", "x-amazon-apigateway-authtype": "custom",
            "x-amazon-apigateway-authorizer": {"type": "token", "authorizerUri": URI},
        }},
        "paths": {"/": {"get": {
            "security": [{"a": []}],
            "x-amazon-apigateway-integration": {
                "type": "aws_proxy", "httpMethod": "POST", "uri": URI, "credentials": ROLE,
            },
        }}},
    })
    .to_string()
}

fn of_iam(operation: &str) -> Value {
    match operation {
        "CreateRole" => json!({"RoleName": "new"}),
        "CreateUser" => json!({"UserName": "new"}),
        "CreatePolicy" => json!({"PolicyName": "new"}),
        "CreateGroup" => json!({"GroupName": "new"}),
        "CreateInstanceProfile" => json!({"InstanceProfileName": "new"}),
        "UploadServerCertificate" => json!({"ServerCertificateName": "new"}),
        "AddRoleToInstanceProfile" => json!({"RoleName": "worker"}),
        "CreateServiceSpecificCredential" => json!({"CredentialAgeDays": 30}),
        "GetServiceLinkedRoleDeletionStatus" => json!({
            "DeletionTaskId": "task/aws-service-role/ops.apigateway.amazonaws.com/r/1",
        }),
        _ => json!({}),
    }
}

fn of_lambda(operation: &str) -> Value {
    match operation {
        "CreateFunction" => json!({"FunctionName": "new"}),
        "CreateAlias" => json!({"Name": "new", "FunctionVersion": "$LATEST"}),
        "AddPermission" => json!({
            "StatementId": "new", "Action": "lambda:InvokeFunctionUrl", "Principal": "*",
            "FunctionUrlAuthType": "NONE", "InvokedViaFunctionUrl": true,
        }),
        "PutResourcePolicy" => json!({"Policy": FUNCTION_POLICY}),
        "AddLayerVersionPermission" => json!({
            "StatementId": "new", "Action": "lambda:GetLayerVersion", "Principal": "*",
        }),
        "CreateFunctionUrlConfig"
        | "PutProvisionedConcurrencyConfig"
        | "GetProvisionedConcurrencyConfig"
        | "DeleteProvisionedConcurrencyConfig" => json!({"Qualifier": "live"}),
        "PutFunctionEventInvokeConfig" | "UpdateFunctionEventInvokeConfig" => {
            json!({"MaximumRetryAttempts": 0})
        }
        "CreateCodeSigningConfig" => json!({
            "AllowedPublishers": {"SigningProfileVersionArns": [PROFILE]},
        }),
        "CreateEventSourceMapping" => json!({"EventSourceArn": QUEUE, "FunctionResponseTypes": []}),
        "Invoke" | "InvokeWithResponseStream" => json!({"FunctionName": "f"}),
        _ => json!({}),
    }
}

async fn api_gateway(world: &World) -> Value {
    let service = Service::ApiGateway;
    let make = async |name: &str, input: Value| make(world, service, name, &input).await.json();
    let tags = json!({"team": "blue"});
    let api = make("CreateRestApi", json!({"name": "a", "tags": tags})).await;
    let (id, root) = (&api["id"], &api["rootResourceId"]);
    let part = json!({"restapi_id": id, "parent_id": root, "pathPart": "p"});
    let resource = make("CreateResource", part).await;
    let mut known = json!({
        "restapi_id": id, "parent_id": root, "resource_id": resource["id"], "http_method": "GET",
        "status_code": "200", "statusCode": "200", "tags": tags, "tagKeys": ["team"],
        "model_name": "Empty", "response_type": "DEFAULT_4XX", "export_type": "swagger", "sdk_type": "javascript",
        "sdktype_id": "javascript",
        "authorizationType": "NONE", "stage_name": "prod", "stageName": "prod",
    });
    let with = |known: &Value, more: Value| {
        let mut all = known.clone();
        all.as_object_mut()
            .unwrap()
            .extend(more.as_object().unwrap().clone());
        all
    };
    make("PutMethod", known.clone()).await;
    make("PutIntegration", with(&known, integration())).await;
    make("PutMethodResponse", known.clone()).await;
    make("PutIntegrationResponse", known.clone()).await;
    make("PutGatewayResponse", known.clone()).await;
    let made = make("CreateAuthorizer", with(&known, authorizer())).await;
    known["authorizer_id"] = made["id"].clone();
    let made = make("CreateRequestValidator", with(&known, json!({"name": "v"}))).await;
    known["requestvalidator_id"] = made["id"].clone();
    let made = make("CreateDeployment", with(&known, json!({"stageName": null}))).await;
    known["deployment_id"] = made["id"].clone();
    known["deploymentId"] = made["id"].clone();
    let documentation = json!({"location": {"type": "API"}, "properties": "{\"a\": 1}"});
    let part = make("CreateDocumentationPart", with(&known, documentation)).await;
    known["part_id"] = part["id"].clone();
    let version = json!({"documentationVersion": "v1", "stageName": null});
    make("CreateDocumentationVersion", with(&known, version)).await;
    known["doc_version"] = json!("v1");
    make("CreateStage", known.clone()).await;
    make("UpdateStage", with(&known, access_log())).await;
    let made = make("CreateVpcLink", with(&known, vpc_link())).await;
    known["vpclink_id"] = made["id"].clone();
    let made = make("GenerateClientCertificate", known.clone()).await;
    known["clientcertificate_id"] = made["clientCertificateId"].clone();
    make("CreateDomainName", with(&known, domain("api.example.com"))).await;
    known["domain_name"] = json!("api.example.com");
    let mapping = json!({"basePath": "v1", "restApiId": known["restapi_id"], "stage": "prod"});
    make("CreateBasePathMapping", with(&known, mapping)).await;
    known["base_path"] = json!("v1");
    let private = json!({
        "domainName": "private.example.com", "domainNameId": null,
        "endpointConfiguration": {"types": ["PRIVATE"]},
    });
    let private = make("CreateDomainName", with(&known, private)).await;
    let association = json!({
        "domainNameArn": private["domainNameArn"], "accessAssociationSourceType": "VPCE",
        "accessAssociationSource": "vpce-1",
    });
    let made = make("CreateDomainNameAccessAssociation", association.clone()).await;
    known["domainNameArn"] = private["domainNameArn"].clone();
    known["domain_name_access_association_arn"] = made["domainNameAccessAssociationArn"].clone();
    known["domainNameAccessAssociationArn"] = made["domainNameAccessAssociationArn"].clone();
    let made = make("CreateApiKey", with(&known, json!({"name": "k"}))).await;
    known["api_Key"] = made["id"].clone();
    known["keyId"] = made["id"].clone();
    known["keyType"] = json!("API_KEY");
    let made = make("CreateUsagePlan", with(&known, json!({"name": "plan"}))).await;
    known["usageplanId"] = made["id"].clone();
    let id = id.as_str().unwrap();
    known["resource_arn"] = json!(format!(
        "arn:aws:apigateway:us-east-1::/restapis/{id}/stages/prod"
    ));
    known
}

/// On the domain and the mapping that were made by the first API.
async fn api_gateway_v2(world: &World) -> Value {
    let first = api_gateway(world).await;
    let service = Service::ApiGatewayV2;
    let domain = json!({"domainName": "api.example.com"});
    let mappings = make(world, service, "GetApiMappings", &domain).await.json();
    let mut rule = routing_rule(&json!({"apiId": first["restapi_id"]}));
    rule["domainName"] = json!("api.example.com");
    rule["priority"] = json!(1);
    let rule = make(world, service, "CreateRoutingRule", &rule)
        .await
        .json();
    json!({
        "routingRuleId": rule["routingRuleId"],
        "domainName": "api.example.com",
        "apiMappingId": mappings["items"][0]["apiMappingId"],
        "apiId": first["restapi_id"], "stage": "prod", "tags": {"team": "blue"}, "tagKeys": ["team"],
        "resource-arn": "arn:aws:apigateway:us-east-1::/domainnames/api.example.com",
    })
}

/// What has to be there for an operation with such a member.
const IAM_NEEDS: [(&str, &str); 7] = [
    ("GroupName", "CreateGroup"),
    ("InstanceProfileName", "CreateInstanceProfile"),
    ("ServerCertificateName", "UploadServerCertificate"),
    ("OpenIDConnectProviderArn", "CreateOpenIDConnectProvider"),
    ("SAMLProviderArn", "CreateSAMLProvider"),
    ("SerialNumber", "CreateVirtualMFADevice"),
    (
        "ServiceSpecificCredentialId",
        "CreateServiceSpecificCredential",
    ),
];

async fn iam(world: &World, operation: &'static OperationSchema) -> Value {
    let make =
        async |name: &str, input: Value| make(world, Service::Iam, name, &input).await.text();
    let mut known = iam_names();
    for name in [
        "CreatePolicy",
        "CreateUser",
        "CreateRole",
        "PutUserPolicy",
        "PutRolePolicy",
    ] {
        make(name, inherited(name, &known)).await;
    }
    for (member, name) in IAM_NEEDS {
        let has = members(operation)
            .iter()
            .any(|known| known.wire_name() == member);
        if !has {
            continue;
        }
        let made = make(name, inherited(name, &known)).await;
        if let Some(id) = element(&made, member) {
            known[member] = json!(id);
        }
        if name == "CreateGroup" {
            make("PutGroupPolicy", inherited("PutGroupPolicy", &known)).await;
        }
    }
    let key = make("CreateAccessKey", json!({"UserName": "ann"})).await;
    known["AccessKeyId"] = json!(element(&key, "AccessKeyId").unwrap());
    known
}

fn element(xml: &str, name: &str) -> Option<String> {
    let (_, rest) = xml.split_once(&format!("<{name}>"))?;
    rest.split('<').next().map(str::to_owned)
}

fn iam_names() -> Value {
    let arn = |resource: &str| format!("arn:aws:iam::{ACCOUNT}:{resource}");
    json!({
        "UserName": "ann", "RoleName": "r", "GroupName": "g", "PolicyName": "p",
        "PolicyArn": arn("policy/p"), "PermissionsBoundary": arn("policy/p"),
        "PolicyDocument": ALLOW, "AssumeRolePolicyDocument": TRUST, "VersionId": "v1",
        "Tags": [{"Key": "team", "Value": "blue"}], "TagKeys": ["team"],
        "InstanceProfileName": "i", "ServerCertificateName": "c", "CertificateBody": certificate(),
        "PrivateKey": private_key(),
        "OpenIDConnectProviderArn": arn("oidc-provider/login.example.com"),
        "Url": "https://login.example.com", "ThumbprintList": ["a".repeat(40)],
        "SAMLProviderArn": arn("saml-provider/idp"), "Name": "idp",
        "SAMLMetadataDocument": "m".repeat(1_000),
        "VirtualMFADeviceName": "m", "SerialNumber": arn("mfa/m"),
        "AuthenticationCode1": "123456", "AuthenticationCode2": "654321",
        "ServiceName": "codecommit.amazonaws.com",
        "ActionNames": ["s3:GetObject"], "PolicySourceArn": arn("user/ann"),
        "PolicyInputList": [ALLOW],
    })
}

/// Those of the known members that an operation has.
fn inherited(name: &str, known: &Value) -> Value {
    let operation = Service::Iam.schema().operation(name).unwrap();
    let has = members(operation).iter().map(MemberSchema::wire_name);
    let filled = has.filter_map(|name| Some((name.to_owned(), known.get(name)?.clone())));
    Value::Object(filled.collect())
}

async fn lambda(world: &World) -> Value {
    let make = async |name: &str, input: Value| make(world, Service::Lambda, name, &input).await;
    make(
        "PublishLayerVersion",
        json!({
            "LayerName": "l", "Content": {"ZipFile": zip_of(&[("a", "")])},
        }),
    )
    .await;
    let mut known = json!({
        "FunctionName": "f", "Runtime": "python3.12", "Role": ROLE, "Handler": "index.handler",
        "Code": {"ZipFile": zip_of(&[("index.py", "")])}, "Tags": {"team": "blue"},
        "TagKeys": ["team"], "tagKeys": ["team"], "Name": "live",
        "StatementId": "s", "Resource": format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:f"),
        "ResourceArn": format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:f"),
        "AuthType": "NONE", "UUID": MAPPING, "LayerName": "l", "VersionNumber": 1, "Arn": LAYER, "Layers": [LAYER],
        "Content": {"ZipFile": zip_of(&[("a", "")])}, "ProvisionedConcurrentExecutions": 1,
    });
    make("CreateFunction", known.clone()).await;
    make(
        "CreateAlias",
        json!({"FunctionName": "f", "Name": "live", "FunctionVersion": "$LATEST"}),
    )
    .await;
    let permission = json!({
        "FunctionName": "f", "StatementId": "s", "Principal": "*", "FunctionUrlAuthType": "NONE",
        "Action": "lambda:InvokeFunctionUrl",
    });
    make("AddPermission", permission).await;
    let url = json!({"FunctionName": "f", "AuthType": "NONE"});
    make("CreateFunctionUrlConfig", url).await;
    map_queue(world).await;
    let permission = json!({
        "LayerName": "l", "VersionNumber": 1, "StatementId": "s", "Principal": "*",
        "Action": "lambda:GetLayerVersion",
    });
    make("AddLayerVersionPermission", permission).await;
    let retries = json!({"FunctionName": "f", "MaximumRetryAttempts": 1});
    make("PutFunctionEventInvokeConfig", retries).await;
    let signing = json!({
        "AllowedPublishers": {"SigningProfileVersionArns": [PROFILE]}, "Tags": {"team": "blue"},
    });
    let made = make("CreateCodeSigningConfig", signing).await.json();
    known["CodeSigningConfigArn"] = made["CodeSigningConfig"]["CodeSigningConfigArn"].clone();
    known
}

/// A mapping as the store has it: no queue is there to make one by a call.
async fn map_queue(world: &World) {
    let function = format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:f");
    let mapping = EventSourceMappingRecord {
        account: AccountId::new(ACCOUNT).unwrap(),
        region: Region::new("us-east-1").unwrap(),
        uuid: MAPPING.to_owned(),
        function: FunctionArn::parse(&function).unwrap(),
        source: Arn::new(QUEUE).unwrap(),
        enabled: false,
        batch_size: 10,
        batching_window_seconds: 0,
        filters: Vec::new(),
        reports_item_failures: false,
        maximum_concurrency: None,
        stream: None,
        tags: BTreeMap::from([("team".to_owned(), "blue".to_owned())]),
        modified: Timestamp::default(),
    };
    world.records.create(&mapping).await.unwrap();
}

async fn logs(world: &World) -> Value {
    let make = async |name: &str, input: Value| make(world, Service::Logs, name, &input).await;
    let mut known = json!({
        "logGroupName": "g", "logStreamName": "s", "tags": {"team": "blue"}, "tagKeys": ["team"],
        "resourceArn": format!("arn:aws:logs:us-east-1:{ACCOUNT}:log-group:g"), "retentionInDays": 1,
        "logEvents": [{"timestamp": 0, "message": "m"}], "filterName": "m", "filterPattern": "",
        "metricTransformations": [{
            "metricName": "m", "metricNamespace": "n", "metricValue": "1",
        }], "policyName": "p", "policyDocument": RESOURCE_POLICY,
        "destinationArn": format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:f"),
        "deliveryDestinationConfiguration": {
            "destinationResourceArn": "arn:aws:s3:::bucket",
        },
        "name": "d", "logType": "ACCESS_LOGS", "deliverySourceName": "d",
        "deliveryDestinationArn": format!("arn:aws:logs:us-east-1:{ACCOUNT}:delivery-destination:d"),
        "deliveryDestinationName": "d", "deliveryDestinationPolicy": RESOURCE_POLICY,
        "destinationName": "d", "accessPolicy": RESOURCE_POLICY,
        "targetArn": format!("arn:aws:kinesis:us-east-1:{ACCOUNT}:stream/s"),
    });
    deliveries(world, &mut known).await;
    make(
        "CreateLogGroup",
        json!({"logGroupName": "g", "tags": {"team": "blue"}}),
    )
    .await;
    make(
        "CreateLogStream",
        json!({"logGroupName": "g", "logStreamName": "s"}),
    )
    .await;
    let query = json!({"logGroupName": "g", "startTime": 0, "endTime": 1, "queryString": ""});
    known["queryId"] = make("StartQuery", query).await.json()["queryId"].clone();
    known
}

/// A source, a destination, what joins them, and a destination of subscriptions.
async fn deliveries(world: &World, known: &mut Value) {
    let make = async |name: &str, input: Value| make(world, Service::Logs, name, &input).await;
    let tags = json!({"team": "blue"});
    make(
        "PutDeliverySource",
        json!({"name": "d", "resourceArn": DISTRIBUTION, "logType": "ACCESS_LOGS", "tags": tags}),
    )
    .await;
    let configuration = &known["deliveryDestinationConfiguration"];
    make(
        "PutDeliveryDestination",
        json!({"name": "d", "deliveryDestinationConfiguration": configuration, "tags": tags}),
    )
    .await;
    let delivery = json!({
        "deliverySourceName": "d", "deliveryDestinationArn": known["deliveryDestinationArn"],
        "tags": tags,
    });
    known["id"] = make("CreateDelivery", delivery).await.json()["delivery"]["id"].clone();
    known["roleArn"] = json!(format!("arn:aws:iam::{ACCOUNT}:role/worker"));
    let destination = json!({
        "destinationName": "d", "targetArn": known["targetArn"], "roleArn": known["roleArn"],
        "tags": tags,
    });
    make("PutDestination", destination).await;
}

const DISTRIBUTION: &str = "arn:aws:cloudfront::111111111111:distribution/E1";

/// A bucket with an object that has tags, and an upload.
async fn s3(world: &World) -> Value {
    let make = async |name: &str, input: Value| make(world, Service::S3, name, &input).await;
    make("CreateBucket", json!({"Bucket": "bucket"})).await;
    let object = json!({"Bucket": "bucket", "Key": "k", "x-amz-tagging": "team=blue", "Body": "b"});
    make("PutObject", object).await;
    let place = json!({"Bucket": "bucket", "Key": "k"});
    let begun = make("CreateMultipartUpload", place).await.text();
    let (_, upload) = begun.split_once("<UploadId>").unwrap();
    let upload = upload.split('<').next().unwrap();
    json!({
        "Bucket": "bucket", "Key": "k", "uploadId": upload, "partNumber": 1,
        "x-amz-copy-source": "bucket/k", "x-amz-tagging": "team=blue", "x-amz-storage-class": "STANDARD",
        "x-amz-metadata-directive": "COPY", "x-amz-object-annotation-directive": "COPY",
        "x-amz-bucket-namespace": "global", "x-amz-server-side-encryption": "aws:kms",
        "x-amz-server-side-encryption-aws-kms-key-id": "key", "prefix": "p", "delimiter": "/",
        "max-keys": 10, "x-amz-object-attributes": "ETag", "x-amz-object-ownership": "ObjectWriter",
        "x-amz-acl": "private", "If-None-Match": "*", "If-Match": "*",
        "Tagging": "<Tagging><TagSet><Tag><Key>team</Key><Value>blue</Value></Tag></TagSet></Tagging>",
        "Delete": "<Delete><Object><Key>k</Key></Object></Delete>", "Policy": RESOURCE_POLICY,
        "CreateBucketConfiguration": "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint><Tags><Tag><Key>team</Key><Value>blue</Value></Tag></Tags></CreateBucketConfiguration>",
        "VersioningConfiguration": "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>",
        "PublicAccessBlockConfiguration": "<PublicAccessBlockConfiguration/>",
        "ServerSideEncryptionConfiguration": "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>",
        "OwnershipControls": "<OwnershipControls><Rule><ObjectOwnership>ObjectWriter</ObjectOwnership></Rule></OwnershipControls>",
        "LifecycleConfiguration": "<LifecycleConfiguration><Rule><Status>Enabled</Status><Filter><Prefix/></Filter><Expiration><Days>1</Days></Expiration></Rule></LifecycleConfiguration>", "CORSConfiguration": "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>",
    })
}

/// A parameter with a tag.
async fn ssm(world: &World) -> Value {
    let tags = json!([{"Key": "team", "Value": "blue"}]);
    let parameter = json!({"Name": "/p", "Value": "v", "Type": "String", "Tags": tags});
    make(world, Service::Ssm, "PutParameter", &parameter).await;
    json!({
        "Name": "/p", "Names": ["/p"], "Path": "/p", "Value": "v", "Type": "String", "Recursive": true,
        "Overwrite": true, "ResourceType": "Parameter", "ResourceId": "/p", "Tags": tags,
        "TagKeys": ["team"],
    })
}

/// A repository with a tag.
async fn ecr(world: &World) -> Value {
    let tags = json!([{"Key": "team", "Value": "blue"}]);
    let repository = json!({"repositoryName": "images", "tags": tags});
    make(world, Service::Ecr, "CreateRepository", &repository).await;
    json!({
        "repositoryName": "images", "repositoryNames": ["images"], "tags": tags, "tagKeys": ["team"],
        "imageTagMutability": "IMMUTABLE", "imageScanningConfiguration": {"scanOnPush": true},
        "resourceArn": format!("arn:aws:ecr:us-east-1:{ACCOUNT}:repository/images"),
    })
}

/// A rule with a target, and one without.
async fn events(world: &World) -> Value {
    let make = async |name: &str, input: Value| make(world, Service::Events, name, &input).await;
    let tags = json!([{"Key": "team", "Value": "blue"}]);
    let function = format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:f");
    let targets = json!([{"Id": "t", "Arn": function}]);
    for name in ["rule", "free"] {
        let rule = json!({"Name": name, "ScheduleExpression": "rate(1 day)", "Tags": tags});
        make("PutRule", rule).await;
    }
    make("PutTargets", json!({"Rule": "rule", "Targets": targets})).await;
    json!({
        "Name": "rule", "Rule": "rule", "ScheduleExpression": "rate(1 day)", "Tags": tags,
        "Targets": targets, "Ids": ["t"], "TargetArn": function, "TagKeys": ["team"],
        "ResourceARN": format!("arn:aws:events:us-east-1:{ACCOUNT}:rule/rule"),
    })
}

async fn scheduler(world: &World) -> Value {
    let function = format!("arn:aws:lambda:us-east-1:{ACCOUNT}:function:f");
    let schedule = json!({
        "Name": "schedule", "ScheduleExpression": "rate(1 day)",
        "FlexibleTimeWindow": {"Mode": "OFF"}, "Target": {"Arn": function, "RoleArn": ROLE},
    });
    make(world, Service::Scheduler, "CreateSchedule", &schedule).await;
    schedule
}

/// A stack that is there, and everything that the keys of CloudFormation are about.
async fn cloudformation(world: &World) -> Value {
    let template = json!({"Resources": {"A": {"Type": "AWS::IAM::Role", "Properties": {
        "AssumeRolePolicyDocument": serde_json::from_str::<Value>(TRUST).unwrap(),
    }}}});
    let stack = json!({
        "StackName": "s", "TemplateBody": template.to_string(),
        "Capabilities": ["CAPABILITY_NAMED_IAM"], "Tags": [{"Key": "team", "Value": "blue"}],
    });
    make(world, Service::CloudFormation, "CreateStack", &stack).await;
    settled(world, "s").await;
    json!({
        "StackName": "s", "TemplateURL": "https://example.com",
        "RoleARN": ROLE, "StackPolicyURL": "https://bucket.s3.amazonaws.com/p.json",
        "ResourceTypes": ["AWS::IAM::*"], "Tags": [{"Key": "team", "Value": "blue"}],
        "LogicalResourceId": "A", "ChangeSetName": "c",
    })
}

async fn settled(world: &World, stack: &str) {
    let account = AccountId::new(ACCOUNT).unwrap();
    let region = Region::new(crate::testing::REGION).unwrap();
    let id = model::StackRecord::id_of(&account, &region, stack);
    let status = async || {
        let found = world.records.get::<model::StackRecord>(&id).await.unwrap();
        found.unwrap().status
    };
    while status().await.is_in_progress() {
        tokio::task::yield_now().await;
    }
}

fn sts() -> Value {
    json!({
        "RoleArn": ROLE, "RoleSessionName": "session", "AccessKeyId": crate::testing::ROOT_KEY,
        "Tags": [{"Key": "team", "Value": "blue"}],
    })
}
