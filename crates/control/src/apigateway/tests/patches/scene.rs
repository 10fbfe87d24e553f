//! One of everything that can be patched, with everything in it that can be removed.

use serde_json::{Value, json};

use super::super::text;
use super::{Of, POOL, URI};
use crate::testing::{Answer, World};

const LOGGING: &str = "arn:aws:iam::111111111111:role/worker";

pub(super) struct Scene<'w> {
    world: &'w World,
    names: Vec<(&'static str, String)>,
}

impl<'w> Scene<'w> {
    pub(super) async fn new(world: &'w World) -> Self {
        let mut scene = Self {
            world,
            names: vec![("policy", policy()), ("logging", LOGGING.to_owned())],
        };
        scene.make_api().await;
        scene.make_stage().await;
        scene.make_neighbours().await;
        scene
    }

    /// A text with its names filled in.
    pub(super) fn filled(&self, text: &str) -> String {
        let fill = |text: String, (name, value): &(&str, String)| {
            text.replace(&format!("{{{name}}}"), value)
        };
        self.names.iter().fold(text.to_owned(), fill)
    }

    pub(super) async fn patch(&self, of: Of, patch: &Value) -> Answer {
        let line = self.filled(&format!("PATCH {}", place(of)));
        let body = json!({"patchOperations": [patch]});
        self.world.rest("apigateway", &line, &body).await
    }

    async fn call(&self, line: &str, body: Value) -> Value {
        let line = self.filled(line);
        self.world.rest("apigateway", &line, &body).await.ok()
    }

    /// Makes something and remembers a member of it.
    async fn make(&mut self, name: &'static str, member: &str, line: &str, body: Value) {
        let made = self.call(line, body).await;
        self.names.push((name, text(&made, member)));
    }

    async fn make_api(&mut self) {
        let api = self.call(
            "POST /restapis",
            json!({"name": "a", "description": "d", "binaryMediaTypes": ["a/b"]}),
        );
        let api = api.await;
        self.names.push(("api", text(&api, "id")));
        self.names.push(("root", text(&api, "rootResourceId")));
        let part = json!({"pathPart": "p"});
        self.make(
            "resource",
            "id",
            "POST /restapis/{api}/resources/{root}",
            part,
        )
        .await;
        let authorizer = json!({
            "name": "pool", "type": "COGNITO_USER_POOLS", "providerARNs": [POOL, format!("{POOL}2")],
            "identitySource": "method.request.header.a",
        });
        let line = "POST /restapis/{api}/authorizers";
        self.make("pool", "id", line, authorizer).await;
        let authorizer = json!({
            "name": "guard", "type": "REQUEST", "authorizerUri": URI, "authorizerResultTtlInSeconds": 0,
            "identitySource": "method.request.header.a",
        });
        self.make("authorizer", "id", line, authorizer).await;
        let validator = json!({"name": "v"});
        self.make(
            "validator",
            "id",
            "POST /restapis/{api}/requestvalidators",
            validator,
        )
        .await;
        let model = json!({"name": "M", "contentType": "application/json", "schema": "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"string\"}}}"});
        self.call("POST /restapis/{api}/models", model).await;
        let response = json!({
            "statusCode": "400",
            "responseParameters": {"gatewayresponse.header.a": "'b'"},
            "responseTemplates": {"application/json": "x"},
        });
        self.call("PUT /restapis/{api}/gatewayresponses/DEFAULT_4XX", response)
            .await;
        self.make_method().await;
    }

    async fn make_method(&mut self) {
        let method = "PUT /restapis/{api}/resources/{resource}/methods/GET";
        let body = json!({
            "authorizationType": "COGNITO_USER_POOLS",
            "authorizerId": self.filled("{pool}"),
            "authorizationScopes": ["a"],
            "requestParameters": {"method.request.querystring.a": false, "method.request.querystring.b": false},
            "requestModels": {"application/json": "M"},
        });
        self.call(method, body).await;
        let integration = json!({
            "type": "HTTP", "httpMethod": "GET", "uri": "http://example.com/a",
            "requestParameters": {"integration.request.querystring.a": "'b'"},
            "requestTemplates": {"application/json": "x"},
            "cacheKeyParameters": ["method.request.querystring.a"],
        });
        self.call(&format!("{method}/integration"), integration)
            .await;
        let response = json!({
            "responseParameters": {"method.response.header.a": false, "method.response.header.b": false},
            "responseModels": {"application/json": "M"},
        });
        self.call(&format!("{method}/responses/200"), response)
            .await;
        let response = json!({
            "responseParameters": {"method.response.header.a": "'b'"},
            "responseTemplates": {"application/json": "x"},
        });
        self.call(&format!("{method}/integration/responses/200"), response)
            .await;
    }

    async fn make_stage(&mut self) {
        let part = json!({"location": {"type": "API"}, "properties": "{\"a\": 1}"});
        self.make(
            "part",
            "id",
            "POST /restapis/{api}/documentation/parts",
            part,
        )
        .await;
        let version = json!({"documentationVersion": "v1"});
        self.call("POST /restapis/{api}/documentation/versions", version)
            .await;
        self.make(
            "deployment",
            "id",
            "POST /restapis/{api}/deployments",
            json!({}),
        )
        .await;
        let deployment = self.filled("{deployment}");
        let stage = json!({
            "stageName": "prod", "deploymentId": deployment, "variables": {"a": "c"},
            "canarySettings": {"percentTraffic": 1.0, "deploymentId": deployment},
        });
        self.call("POST /restapis/{api}/stages", stage).await;
        let log = [
            (
                "/accessLogSettings/destinationArn",
                "arn:aws:logs:us-east-1:111111111111:log-group:b",
            ),
            ("/accessLogSettings/format", "$context.requestId"),
        ];
        let log = log.map(|(path, value)| json!({"op": "replace", "path": path, "value": value}));
        let line = "PATCH /restapis/{api}/stages/prod";
        self.call(line, json!({"patchOperations": log})).await;
    }

    async fn make_neighbours(&mut self) {
        let endpoint = json!({"types": ["PRIVATE"], "vpcEndpointIds": ["vpce-1", "vpce-2"]});
        let private = json!({"name": "p", "endpointConfiguration": endpoint});
        self.make("private", "id", "POST /restapis", private).await;
        let stages = json!([{"restApiId": self.filled("{api}"), "stageName": "prod"}]);
        let key = json!({"name": "k", "stageKeys": stages});
        self.make("key", "id", "POST /apikeys", key).await;
        let plan = json!({
            "name": "p", "quota": {"limit": 5, "period": "DAY"}, "throttle": {"rateLimit": 1.0, "burstLimit": 1},
            "apiStages": [{"apiId": self.filled("{api}"), "stage": "prod", "throttle": {"/p/GET": {"rateLimit": 1.0, "burstLimit": 1}}}],
        });
        self.make("plan", "id", "POST /usageplans", plan).await;
        let member = json!({"keyId": self.filled("{key}"), "keyType": "API_KEY"});
        self.call("POST /usageplans/{plan}/keys", member).await;
        let other = json!({"name": "other"});
        self.make("other", "id", "POST /usageplans", other).await;
        self.make(
            "certificate",
            "clientCertificateId",
            "POST /clientcertificates",
            json!({}),
        )
        .await;
        let target = "arn:aws:elasticloadbalancing:us-east-1:111111111111:loadbalancer/net/n/1";
        let link = json!({"name": "l", "targetArns": [target]});
        self.make("link", "id", "POST /vpclinks", link).await;
        let domain = json!({
            "domainName": self.filled("{api}.example.com"), "regionalCertificateName": "c",
            "endpointConfiguration": {"types": ["REGIONAL"]},
        });
        self.make("domain", "domainName", "POST /domainnames", domain)
            .await;
        let mapping = json!({"basePath": "v2", "restApiId": self.filled("{api}"), "stage": "prod"});
        self.call("POST /domainnames/{domain}/basepathmappings", mapping)
            .await;
    }
}

fn policy() -> String {
    json!({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": "*", "Action": "execute-api:Invoke", "Resource": "execute-api:/*",
    }]})
    .to_string()
}

fn place(of: Of) -> &'static str {
    match of {
        Of::Account => "/account",
        Of::ApiKey => "/apikeys/{key}",
        Of::Authorizer => "/restapis/{api}/authorizers/{pool}",
        Of::Guard => "/restapis/{api}/authorizers/{authorizer}",
        Of::BasePathMapping => "/domainnames/{domain}/basepathmappings/v2",
        Of::ClientCertificate => "/clientcertificates/{certificate}",
        Of::Deployment => "/restapis/{api}/deployments/{deployment}",
        Of::DocumentationPart => "/restapis/{api}/documentation/parts/{part}",
        Of::DocumentationVersion => "/restapis/{api}/documentation/versions/v1",
        Of::DomainName => "/domainnames/{domain}",
        Of::GatewayResponse => "/restapis/{api}/gatewayresponses/DEFAULT_4XX",
        Of::Integration => "/restapis/{api}/resources/{resource}/methods/GET/integration",
        Of::IntegrationResponse => {
            "/restapis/{api}/resources/{resource}/methods/GET/integration/responses/200"
        }
        Of::Method => "/restapis/{api}/resources/{resource}/methods/GET",
        Of::MethodResponse => "/restapis/{api}/resources/{resource}/methods/GET/responses/200",
        Of::Model => "/restapis/{api}/models/M",
        Of::RequestValidator => "/restapis/{api}/requestvalidators/{validator}",
        Of::Resource => "/restapis/{api}/resources/{resource}",
        Of::RestApi => "/restapis/{api}",
        Of::PrivateApi => "/restapis/{private}",
        Of::Stage => "/restapis/{api}/stages/prod",
        Of::Usage => "/usageplans/{plan}/keys/{key}/usage",
        Of::UsagePlan => "/usageplans/{plan}",
        Of::VpcLink => "/vpclinks/{link}",
    }
}
