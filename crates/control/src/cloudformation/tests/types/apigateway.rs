//! AWS::ApiGateway

use model::MadeResource;
use serde_json::{Value, json};
use wire::apigateway::{
    GetAccount, GetApiKey, GetAuthorizer, GetBasePathMapping, GetClientCertificate, GetDeployment,
    GetDocumentationPart, GetDocumentationVersion, GetDomainName, GetGatewayResponse, GetMethod,
    GetModel, GetRequestValidator, GetResource, GetResources, GetRestApi, GetStage, GetUsagePlan,
    GetUsagePlanKey, GetVpcLink, PutRestApi,
};
use wire::apigatewayv2::GetApiMappings;

use super::{Bench, Row};

/// An API with the method `GET /`, which a mock answers.
async fn api(bench: &Bench) -> (String, MadeResource) {
    let api = bench
        .create("AWS::ApiGateway::RestApi", "Api", json!({"Name": "pets"}))
        .await;
    let method = json!({
        "RestApiId": api.physical_id,
        "ResourceId": api.attributes["RootResourceId"],
        "HttpMethod": "GET",
        "AuthorizationType": "NONE",
        "Integration": {"Type": "MOCK"},
    });
    bench
        .create("AWS::ApiGateway::Method", "Method", method)
        .await;
    (api.physical_id.clone(), api)
}

async fn deployment(bench: &Bench, api: &str, id: &str) -> String {
    let deployment = json!({"RestApiId": api});
    let made = bench
        .create("AWS::ApiGateway::Deployment", id, deployment)
        .await;
    made.physical_id
}

const POLICY: &str = r#"{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"execute-api:Invoke","Resource":"*"}]}"#;

#[tokio::test]
async fn an_api_of_properties_lives() {
    let bench = Bench::new().await;
    let policy: Value = serde_json::from_str(POLICY).unwrap();
    let made = bench
        .live::<GetRestApi>(Row {
            kind: "AWS::ApiGateway::RestApi",
            before: json!({
                "Name": "pets",
                "Description": "first",
                "BinaryMediaTypes": ["image/png"],
                "MinimumCompressionSize": "100",
                "EndpointConfiguration": {"Types": ["REGIONAL"]},
                "Policy": policy,
                "Tags": [{"Key": "a", "Value": "1"}],
            }),
            after: json!({
                "Name": "animals",
                "BinaryMediaTypes": ["image/gif", "a/b"],
                "ApiKeySourceType": "AUTHORIZER",
                "DisableExecuteApiEndpoint": true,
                "Tags": [{"Key": "b", "Value": "2"}],
            }),
            place: &|id| json!({"restApiId": id}),
            shows: [
                json!({
                    "name": "pets", "description": "first", "binaryMediaTypes": ["image/png"],
                    "minimumCompressionSize": 100, "endpointConfiguration": {"types": ["REGIONAL"]},
                    "tags": {"a": "1", "b": null, "owner": "bench"},
                    "disableExecuteApiEndpoint": false,
                }),
                json!({
                    "name": "animals", "description": null,
                    "binaryMediaTypes": ["image/gif", "a/b"],
                    "minimumCompressionSize": null, "policy": null,
                    "endpointConfiguration": {"types": ["EDGE"]}, "apiKeySource": "AUTHORIZER",
                    "disableExecuteApiEndpoint": true,
                    "tags": {"a": null, "b": "2", "owner": "bench"},
                }),
            ],
        })
        .await;
    assert_eq!(made.attributes["RestApiId"], made.physical_id);
    assert_eq!(
        made.attributes["RootResourceId"].as_str().unwrap().len(),
        10
    );
}

fn document(title: &str, path: &str) -> Value {
    json!({
        "swagger": "2.0",
        "info": {"title": title, "version": "1"},
        "paths": {path: {"get": {"responses": {}, "x-amazon-apigateway-integration": {"type": "mock"}}}},
    })
}

#[tokio::test]
async fn an_api_of_a_document_lives() {
    let bench = Bench::new().await;
    bench
        .live::<GetRestApi>(Row {
            kind: "AWS::ApiGateway::RestApi",
            before: json!({"Body": document("one", "/a")}),
            after: json!({
                "Body": document("two", "/b"),
                "Description": "told by the template",
                "EndpointConfiguration": {"Types": ["REGIONAL"]},
            }),
            place: &|id| json!({"restApiId": id}),
            shows: [
                json!({"name": "one", "tags": {"owner": "bench"}}),
                json!({
                    "name": "two", "description": "told by the template",
                }),
            ],
        })
        .await;
}

#[tokio::test]
async fn a_new_document_takes_the_place_of_the_old_one_or_is_merged() {
    let bench = Bench::new().await;
    let before = json!({"Name": "kept", "Body": document("one", "/a")});
    let made = bench
        .create("AWS::ApiGateway::RestApi", "Api", before)
        .await;
    let paths = async || {
        let input = json!({"restApiId": made.physical_id});
        let resources = bench.call::<GetResources>(input).await.unwrap();
        let mut paths: Vec<String> = resources["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["path"].as_str().unwrap().to_owned())
            .collect();
        paths.sort_unstable();
        paths
    };
    assert_eq!(paths().await, ["/", "/a"]);
    let after = json!({"Name": "kept", "Body": document("two", "/b")});
    let made = bench.change(&made, "Api", &after).await;
    assert_eq!(paths().await, ["/", "/b"]);
    let input = json!({"restApiId": made.physical_id});
    assert_eq!(
        bench.call::<GetRestApi>(input).await.unwrap()["name"],
        "kept"
    );
    let after = json!({"Mode": "merge", "Body": document("two", "/c")});
    bench.change(&made, "Api", &after).await;
    assert_eq!(paths().await, ["/", "/b", "/c"]);
}

#[tokio::test]
async fn a_resource_is_found_again() {
    let bench = Bench::new().await;
    let (id, api) = api(&bench).await;
    let row =
        json!({"RestApiId": id, "ParentId": api.attributes["RootResourceId"], "PathPart": "pets"});
    bench
        .live::<GetResource>(Row {
            kind: "AWS::ApiGateway::Resource",
            before: row.clone(),
            after: row,
            place: &|resource| json!({"restApiId": id, "resourceId": resource}),
            shows: [json!({"path": "/pets"}), json!({"pathPart": "pets"})],
        })
        .await;
}

#[tokio::test]
async fn a_method_has_all_its_parts() {
    let bench = Bench::new().await;
    let (id, api) = api(&bench).await;
    let root = &api.attributes["RootResourceId"];
    let place = json!({"restApiId": id, "resourceId": root, "httpMethod": "POST"});
    bench
        .live::<GetMethod>(Row {
            kind: "AWS::ApiGateway::Method",
            before: json!({
                "RestApiId": id, "ResourceId": root, "HttpMethod": "POST",
                "AuthorizationType": "AWS_IAM",
                "ApiKeyRequired": "true",
                "RequestParameters": {"method.request.querystring.a": true},
                "MethodResponses": [{"StatusCode": 200, "ResponseParameters": {"method.response.header.x": false}}],
                "Integration": {
                    "Type": "HTTP", "IntegrationHttpMethod": "PUT", "Uri": "http://localhost:1/x",
                    "TimeoutInMillis": 5000,
                    "RequestParameters": {"integration.request.querystring.b": "method.request.querystring.a"},
                    "RequestTemplates": {"application/json": "{}"},
                    "IntegrationResponses": [{"StatusCode": "200", "SelectionPattern": "2.*",
                        "ResponseParameters": {"method.response.header.x": "'y'"}}],
                },
            }),
            after: json!({
                "RestApiId": id, "ResourceId": root, "HttpMethod": "POST",
                "Integration": {"Type": "MOCK", "PassthroughBehavior": "NEVER"},
            }),
            place: &|_| place.clone(),
            shows: [
                json!({
                    "authorizationType": "AWS_IAM", "apiKeyRequired": true,
                    "requestParameters": {"method.request.querystring.a": true},
                    "methodResponses": {"200": {"responseParameters": {"method.response.header.x": false}}},
                    "methodIntegration": {
                        "type": "HTTP", "httpMethod": "PUT", "uri": "http://localhost:1/x", "timeoutInMillis": 5000,
                        "integrationResponses": {"200": {"selectionPattern": "2.*"}},
                    },
                }),
                json!({
                    "authorizationType": "NONE", "apiKeyRequired": false, "methodResponses": null,
                    "methodIntegration": {"type": "MOCK", "passthroughBehavior": "NEVER", "integrationResponses": null},
                }),
            ],
        })
        .await;
    let unserved = json!({
        "RestApiId": id, "ResourceId": root, "HttpMethod": "PUT",
        "Integration": {"Type": "MOCK", "Colour": "red"},
    });
    let refused = bench.refused("AWS::ApiGateway::Method", unserved).await;
    assert_eq!(
        refused,
        "Properties validation failed for resource Refused with message:\n#/Integration: extraneous key [Colour] is not permitted"
    );
}

#[tokio::test]
async fn parts_of_an_api_live() {
    let bench = Bench::new().await;
    let (id, _) = api(&bench).await;
    let function = "arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:111111111111:function:f/invocations";
    bench
        .live::<GetAuthorizer>(Row {
            kind: "AWS::ApiGateway::Authorizer",
            before: json!({
                "RestApiId": id, "Name": "a", "Type": "TOKEN", "AuthorizerUri": function,
                "IdentitySource": "method.request.header.Authorization",
                "AuthorizerResultTtlInSeconds": "60",
            }),
            after: json!({
                "RestApiId": id, "Name": "b", "Type": "REQUEST", "AuthorizerUri": function,
                "IdentitySource": "method.request.header.X",
                "AuthorizerResultTtlInSeconds": 0,
            }),
            place: &|own| json!({"restApiId": id, "authorizerId": own}),
            shows: [
                json!({"name": "a", "type": "TOKEN", "authorizerResultTtlInSeconds": 60}),
                json!({"name": "b", "type": "REQUEST", "authorizerResultTtlInSeconds": 0}),
            ],
        })
        .await;
    bench
        .live::<GetGatewayResponse>(Row {
            kind: "AWS::ApiGateway::GatewayResponse",
            before: json!({
                "RestApiId": id, "ResponseType": "UNAUTHORIZED", "StatusCode": "418",
                "ResponseParameters": {"gatewayresponse.header.X": "'y'"},
            }),
            after: json!({
                "RestApiId": id, "ResponseType": "UNAUTHORIZED",
                "ResponseTemplates": {"application/json": "{}"},
            }),
            place: &|_| json!({"restApiId": id, "responseType": "UNAUTHORIZED"}),
            shows: [
                json!({"statusCode": "418", "responseParameters": {"gatewayresponse.header.X": "'y'"}}),
                json!({"statusCode": "401", "responseTemplates": {"application/json": "{}"}, "defaultResponse": false}),
            ],
        })
        .await;
    bench
        .live::<GetModel>(Row {
            kind: "AWS::ApiGateway::Model",
            before: json!({"RestApiId": id, "Schema": {"type": "object"}}),
            after: json!({"RestApiId": id, "Schema": {"type": "string"}, "Description": "text"}),
            place: &|own| json!({"restApiId": id, "modelName": own}),
            shows: [
                json!({"contentType": "application/json", "schema": r#"{"type":"object"}"#, "description": null}),
                json!({"schema": r#"{"type":"string"}"#, "description": "text"}),
            ],
        })
        .await;
    bench
        .live::<GetRequestValidator>(Row {
            kind: "AWS::ApiGateway::RequestValidator",
            before: json!({"RestApiId": id, "Name": "v", "ValidateRequestBody": true}),
            after: json!({"RestApiId": id, "Name": "v", "ValidateRequestParameters": true}),
            place: &|own| json!({"restApiId": id, "requestValidatorId": own}),
            shows: [
                json!({"name": "v", "validateRequestBody": true, "validateRequestParameters": false}),
                json!({"validateRequestBody": false, "validateRequestParameters": true}),
            ],
        })
        .await;
}

#[tokio::test]
async fn documentation_lives() {
    let bench = Bench::new().await;
    let (id, _) = api(&bench).await;
    bench
        .live::<GetDocumentationPart>(Row {
            kind: "AWS::ApiGateway::DocumentationPart",
            before: json!({"RestApiId": id, "Location": {"Type": "API"}, "Properties": r#"{"a":1}"#}),
            after: json!({"RestApiId": id, "Location": {"Type": "API"}, "Properties": r#"{"a":2}"#}),
            place: &|own| json!({"restApiId": id, "documentationPartId": own}),
            shows: [json!({"properties": r#"{"a":1}"#}), json!({"properties": r#"{"a":2}"#})],
        })
        .await;
    bench
        .live::<GetDocumentationVersion>(Row {
            kind: "AWS::ApiGateway::DocumentationVersion",
            before: json!({"RestApiId": id, "DocumentationVersion": "1"}),
            after: json!({"RestApiId": id, "DocumentationVersion": "1", "Description": "first"}),
            place: &|own| json!({"restApiId": id, "documentationVersion": own}),
            shows: [
                json!({"version": "1", "description": null}),
                json!({"description": "first"}),
            ],
        })
        .await;
}

#[tokio::test]
async fn deployments_and_stages_live() {
    let bench = Bench::new().await;
    let (id, _) = api(&bench).await;
    bench
        .live::<GetDeployment>(Row {
            kind: "AWS::ApiGateway::Deployment",
            before: json!({"RestApiId": id, "Description": "first"}),
            after: json!({"RestApiId": id, "StageName": "late", "StageDescription": {"Description": "stage"}}),
            place: &|own| json!({"restApiId": id, "deploymentId": own}),
            shows: [json!({"description": "first"}), json!({"description": null})],
        })
        .await;
    let late = bench
        .call::<GetStage>(json!({"restApiId": id, "stageName": "late"}))
        .await;
    assert!(late.is_err(), "{late:?}");
    let (one, two) = (
        deployment(&bench, &id, "One").await,
        deployment(&bench, &id, "Two").await,
    );
    let group = bench
        .create("AWS::Logs::LogGroup", "Group", json!({"LogGroupName": "g"}))
        .await;
    bench
        .live::<GetStage>(Row {
            kind: "AWS::ApiGateway::Stage",
            before: json!({
                "RestApiId": id, "DeploymentId": one, "StageName": "prod",
                "Variables": {"a": "1", "b": "2"},
                "TracingEnabled": true,
                "AccessLogSetting": {"DestinationArn": group.attributes["Arn"], "Format": "$context.requestId"},
                "CanarySetting": {"PercentTraffic": 10, "DeploymentId": two},
                "MethodSettings": [
                    {"ResourcePath": "/*", "HttpMethod": "*", "MetricsEnabled": true, "ThrottlingRateLimit": 5},
                    {"ResourcePath": "/", "HttpMethod": "GET", "CachingEnabled": "true"},
                ],
                "Tags": [{"Key": "a", "Value": "1"}],
            }),
            after: json!({
                "RestApiId": id, "DeploymentId": two, "StageName": "prod",
                "Description": "new", "Variables": {"b": "3"},
                "MethodSettings": [{"ResourcePath": "/*", "HttpMethod": "*", "ThrottlingBurstLimit": 7}],
            }),
            place: &|name| json!({"restApiId": id, "stageName": name}),
            shows: [
                json!({
                    "deploymentId": one, "variables": {"a": "1", "b": "2"}, "tracingEnabled": true,
                    "description": null,
                    "accessLogSettings": {
                        "destinationArn": "arn:aws:logs:us-east-1:111111111111:log-group:g",
                        "format": "$context.requestId",
                    },
                    "canarySettings": {"percentTraffic": 10, "deploymentId": two},
                    "methodSettings": {
                        "*/*": {"metricsEnabled": true, "throttlingRateLimit": 5},
                        "~1/GET": {"cachingEnabled": true},
                    },
                    "tags": {"a": "1", "owner": "bench"},
                }),
                json!({
                    "deploymentId": two, "description": "new", "variables": {"a": null, "b": "3"},
                    "tracingEnabled": false, "accessLogSettings": null, "canarySettings": null,
                    "methodSettings": {
                        "*/*": {"metricsEnabled": false, "throttlingBurstLimit": 7},
                        "~1/GET": null,
                    },
                    "tags": {"a": null},
                }),
            ],
        })
        .await;
}

#[tokio::test]
async fn the_stage_of_a_deployment_goes_back_to_what_it_showed() {
    let bench = Bench::new().await;
    let (id, _) = api(&bench).await;
    let shown = async || {
        let input = json!({"restApiId": id, "stageName": "prod"});
        let stage = bench.call::<GetStage>(input).await;
        stage
            .map(|stage| stage["deploymentId"].as_str().unwrap().to_owned())
            .ok()
    };
    let properties = json!({
        "RestApiId": id, "StageName": "prod",
        "StageDescription": {"MetricsEnabled": true, "Variables": {"a": "b"}},
    });
    let kind = "AWS::ApiGateway::Deployment";
    let old = bench.create(kind, "Old", properties.clone()).await;
    assert_eq!(shown().await.as_ref(), Some(&old.physical_id));
    let new = bench.create(kind, "New", properties.clone()).await;
    assert_eq!(shown().await.as_ref(), Some(&new.physical_id));
    bench.delete(&new, "New").await;
    assert_eq!(shown().await.as_ref(), Some(&old.physical_id));
    let new = bench.create(kind, "Newer", properties).await;
    bench.delete(&old, "Old").await;
    assert_eq!(shown().await.as_ref(), Some(&new.physical_id));
    bench.delete(&new, "Newer").await;
    assert_eq!(shown().await, None);
}

#[tokio::test]
async fn keys_and_plans_live() {
    let bench = Bench::new().await;
    let (id, _) = api(&bench).await;
    let deployment = deployment(&bench, &id, "Deployment").await;
    let stage = json!({"RestApiId": id, "DeploymentId": deployment, "StageName": "prod"});
    bench.create("AWS::ApiGateway::Stage", "Stage", stage).await;
    bench
        .live::<GetApiKey>(Row {
            kind: "AWS::ApiGateway::ApiKey",
            before: json!({"Name": "k", "Enabled": true, "Value": "0123456789012345678901", "Description": "d"}),
            after: json!({
                "Name": "k", "Enabled": false, "Value": "0123456789012345678901",
                "StageKeys": [{"RestApiId": id, "StageName": "prod"}],
            }),
            place: &|own| json!({"apiKey": own}),
            shows: [
                json!({"name": "k", "enabled": true, "description": "d", "stageKeys": []}),
                json!({"enabled": false, "description": null, "stageKeys": [format!("{id}/prod")]}),
            ],
        })
        .await;
    bench
        .live::<GetUsagePlan>(Row {
            kind: "AWS::ApiGateway::UsagePlan",
            before: json!({
                "UsagePlanName": "p",
                "ApiStages": [{"ApiId": id, "Stage": "prod", "Throttle": {"/pets/GET": {"RateLimit": 1, "BurstLimit": 2}}}],
                "Throttle": {"RateLimit": 10, "BurstLimit": 20},
                "Quota": {"Limit": 100, "Period": "DAY"},
            }),
            after: json!({
                "UsagePlanName": "q", "Description": "d",
                "ApiStages": [{"ApiId": id, "Stage": "prod"}],
                "Quota": {"Limit": 7, "Period": "WEEK", "Offset": 1},
            }),
            place: &|own| json!({"usagePlanId": own}),
            shows: [
                json!({
                    "name": "p", "description": null, "throttle": {"rateLimit": 10, "burstLimit": 20},
                    "apiStages": [{"apiId": id, "stage": "prod", "throttle": {"/pets/GET": {"rateLimit": 1, "burstLimit": 2}}}],
                    "quota": {"limit": 100, "period": "DAY"}, "tags": {"owner": "bench"},
                }),
                json!({
                    "name": "q", "description": "d", "throttle": null,
                    "apiStages": [{"apiId": id, "stage": "prod", "throttle": null}],
                    "quota": {"limit": 7, "period": "WEEK", "offset": 1},
                }),
            ],
        })
        .await;
    let key = bench
        .create("AWS::ApiGateway::ApiKey", "Key", json!({"Enabled": true}))
        .await;
    let plan = bench
        .create("AWS::ApiGateway::UsagePlan", "Plan", json!({}))
        .await;
    let (key, plan) = (key.physical_id, plan.physical_id);
    let row = json!({"KeyId": key, "KeyType": "API_KEY", "UsagePlanId": plan});
    let made = bench
        .live::<GetUsagePlanKey>(Row {
            kind: "AWS::ApiGateway::UsagePlanKey",
            before: row.clone(),
            after: row,
            place: &|_| json!({"usagePlanId": plan, "keyId": key}),
            shows: [json!({"id": key}), json!({"type": "API_KEY"})],
        })
        .await;
    assert_eq!(made.physical_id, format!("{key}:{plan}"));
}

#[tokio::test]
async fn what_stands_beside_apis_lives() {
    let bench = Bench::new().await;
    let (id, _) = api(&bench).await;
    let deployment = deployment(&bench, &id, "Deployment").await;
    let stage = json!({"RestApiId": id, "DeploymentId": deployment, "StageName": "prod"});
    bench.create("AWS::ApiGateway::Stage", "Stage", stage).await;
    let certificate = "arn:aws:acm:us-east-1:111111111111:certificate/1";
    let made = bench
        .live::<GetDomainName>(Row {
            kind: "AWS::ApiGateway::DomainName",
            before: json!({
                "DomainName": "api.example.com", "RegionalCertificateArn": certificate,
                "EndpointConfiguration": {"Types": ["REGIONAL"]},
            }),
            after: json!({
                "DomainName": "api.example.com", "RegionalCertificateArn": "arn:aws:acm:us-east-1:111111111111:certificate/2",
                "EndpointConfiguration": {"Types": ["REGIONAL"]},
                "SecurityPolicy": "TLS_1_2",
                "Tags": [{"Key": "a", "Value": "1"}],
            }),
            place: &|name| json!({"domainName": name}),
            shows: [
                json!({"regionalCertificateArn": certificate}),
                json!({"regionalCertificateArn": "arn:aws:acm:us-east-1:111111111111:certificate/2", "tags": {"a": "1"}}),
            ],
        })
        .await;
    assert!(
        made.attributes["RegionalDomainName"]
            .as_str()
            .unwrap()
            .ends_with(".amazonaws.com")
    );
    let domain = json!({
        "DomainName": "b.example.com", "RegionalCertificateArn": certificate,
        "EndpointConfiguration": {"Types": ["REGIONAL"]},
    });
    bench
        .create("AWS::ApiGateway::DomainName", "Domain", domain)
        .await;
    bench
        .live::<GetBasePathMapping>(Row {
            kind: "AWS::ApiGateway::BasePathMapping",
            before: json!({"DomainName": "b.example.com", "RestApiId": id}),
            after: json!({"DomainName": "b.example.com", "RestApiId": id, "Stage": "prod"}),
            place: &|_| json!({"domainName": "b.example.com", "basePath": "(none)"}),
            shows: [
                json!({"restApiId": id, "stage": null}),
                json!({"stage": "prod"}),
            ],
        })
        .await;
    let key = |key: &str| json!({"DomainName": "b.example.com", "ApiId": id, "Stage": "prod", "ApiMappingKey": key});
    bench
        .live::<GetApiMappings>(Row {
            kind: "AWS::ApiGatewayV2::ApiMapping",
            before: key("v1/pets"),
            after: key("v2/pets"),
            place: &|_| json!({"DomainName": "b.example.com"}),
            shows: [
                json!({"Items": [{"ApiMappingKey": "v1/pets"}]}),
                json!({"Items": [{"ApiMappingKey": "v2/pets"}]}),
            ],
        })
        .await;
}

#[tokio::test]
async fn certificates_and_links_live() {
    let bench = Bench::new().await;
    bench
        .live::<GetClientCertificate>(Row {
            kind: "AWS::ApiGateway::ClientCertificate",
            before: json!({}),
            after: json!({"Description": "d", "Tags": [{"Key": "a", "Value": "1"}]}),
            place: &|own| json!({"clientCertificateId": own}),
            shows: [
                json!({"description": null, "tags": {"owner": "bench"}}),
                json!({"description": "d", "tags": {"a": "1", "owner": "bench"}}),
            ],
        })
        .await;
    let target = "arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/a/1";
    bench
        .live::<GetVpcLink>(Row {
            kind: "AWS::ApiGateway::VpcLink",
            before: json!({"Name": "a", "TargetArns": [target]}),
            after: json!({"Name": "b", "Description": "d", "TargetArns": [target]}),
            place: &|own| json!({"vpcLinkId": own}),
            shows: [
                json!({"name": "a", "description": null}),
                json!({"name": "b", "description": "d"}),
            ],
        })
        .await;
}

#[tokio::test]
async fn the_logging_role_of_the_account_goes_with_its_resource() {
    let bench = Bench::new().await;
    let role = "arn:aws:iam::111111111111:role/worker";
    let properties = json!({"CloudWatchRoleArn": role});
    let shown =
        async || bench.call::<GetAccount>(json!({})).await.unwrap()["cloudwatchRoleArn"].clone();
    let made = bench
        .create("AWS::ApiGateway::Account", "Account", properties.clone())
        .await;
    assert_eq!(shown().await, role);
    let made = bench.change(&made, "Account", &json!({})).await;
    assert_eq!(shown().await, Value::Null);
    let made = bench.change(&made, "Account", &properties).await;
    bench.delete(&made, "Account").await;
    assert_eq!(shown().await, Value::Null);
}

#[tokio::test]
async fn what_is_not_served_is_named() {
    let bench = Bench::new().await;
    for (kind, properties, expected) in [
        (
            "AWS::ApiGateway::RestApi",
            json!({"Name": "a", "SecurityPolicy": "TLS"}),
            "Encountered unsupported property SecurityPolicy",
        ),
        (
            "AWS::ApiGateway::Resource",
            json!({"RestApiId": "a", "ParentId": "b"}),
            "Properties validation failed for resource Refused with message:\n#: required key [PathPart] not found",
        ),
    ] {
        assert_eq!(bench.refused(kind, properties).await, expected);
    }
    let input = json!({"restApiId": "none", "body": ""});
    assert!(bench.call::<PutRestApi>(input).await.is_err());
}
