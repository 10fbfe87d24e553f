//! Events that Lambda polls for: an event source mapping, and what the function's role needs for it.

use serde_json::json;

use super::{Event, Target};
use crate::sam::function::role::{add_policy, bucket_policy, queue_policy, topic_policy};
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, get, is_function, set, text, truthy};

/// The types, the property that names the source, and the managed policy that the role needs.
const KINDS: [(&str, Option<&str>, Option<&str>); 7] = [
    (
        "Kinesis",
        Some("Stream"),
        Some("service-role/AWSLambdaKinesisExecutionRole"),
    ),
    (
        "DynamoDB",
        Some("Stream"),
        Some("service-role/AWSLambdaDynamoDBExecutionRole"),
    ),
    (
        "SQS",
        Some("Queue"),
        Some("service-role/AWSLambdaSQSQueueExecutionRole"),
    ),
    (
        "MSK",
        Some("Stream"),
        Some("service-role/AWSLambdaMSKExecutionRole"),
    ),
    ("MQ", Some("Broker"), None),
    ("SelfManagedKafka", None, None),
    ("DocumentDB", Some("Cluster"), None),
];
/// What the mapping has under the same names.
const SAME: [&str; 21] = [
    "StartingPosition",
    "StartingPositionTimestamp",
    "BatchSize",
    "Enabled",
    "MaximumBatchingWindowInSeconds",
    "MaximumRetryAttempts",
    "BisectBatchOnFunctionError",
    "MaximumRecordAgeInSeconds",
    "ParallelizationFactor",
    "Topics",
    "Queues",
    "SourceAccessConfigurations",
    "TumblingWindowInSeconds",
    "FunctionResponseTypes",
    "FilterCriteria",
    "KmsKeyArn",
    "ScalingConfig",
    "ProvisionedPollerConfig",
    "MetricsConfig",
    "LoggingConfig",
    "DestinationConfig",
];
const NETWORK: [&str; 6] = [
    "ec2:CreateNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeVpcs",
    "ec2:DescribeSubnets",
    "ec2:DescribeSecurityGroups",
];

pub(super) fn is_known(kind: &str) -> bool {
    KINDS.iter().any(|(name, _, _)| *name == kind)
}

impl Translator<'_> {
    pub(super) fn pull_event(
        &mut self,
        kind: &str,
        event: &Event<'_>,
        target: &Target,
        role: &mut Made,
    ) -> Result<Vec<Made>, Problem> {
        let known = KINDS.iter().find(|(name, _, _)| *name == kind);
        let (_, source, managed) = known.copied().unwrap_or(("", None, None));
        let mut mapping = Made::new(
            &event.id,
            "AWS::Lambda::EventSourceMapping",
            target.attributes.clone(),
        )
        .with("FunctionName", target.name.clone());
        if let Some(source) = source {
            mapping.put("EventSourceArn", event.needed(source)?.clone());
        }
        for name in SAME {
            mapping.put(name, event.given(name));
        }
        check_filter(kind, event)?;
        kafka(kind, event, &mut mapping)?;
        let destination = destination(event, &mut mapping)?;
        documents(kind, event, &mut mapping)?;
        if let Some(managed) = managed {
            let arn = json!(self.managed_policy_arn(managed));
            let known = role
                .properties
                .get("ManagedPolicyArns")
                .and_then(Json::as_array);
            let mut all = known.cloned().unwrap_or_default();
            if !all.contains(&arn) {
                all.push(arn);
            }
            role.put("ManagedPolicyArns", Json::Array(all));
        }
        if let Some(policy) = self.needed(kind, event)? {
            add_policy(role, policy);
        }
        if let Some(policy) = destination {
            add_policy(role, policy);
        }
        Ok(vec![mapping])
    }

    /// The policy that the role needs, for sources without a managed one.
    fn needed(&self, kind: &str, event: &Event<'_>) -> Result<Option<Json>, Problem> {
        let (name, statements) = match kind {
            "MSK" => {
                let mut statements = self.registry(event);
                for access in accesses(event) {
                    let uri = set(&access, "URI");
                    if let (Some("CLIENT_CERTIFICATE_TLS_AUTH"), Some(uri)) =
                        (text(&access, "Type"), uri)
                    {
                        statements.push(secret(uri));
                    }
                }
                ("MSKExecutionRolePolicy".to_owned(), statements)
            }
            "MQ" => {
                let mut statements = vec![
                    secret(&basic_auth(event, &["BASIC_AUTH", "VIRTUAL_HOST"], "MQ")?),
                    json!({ "Action": ["mq:DescribeBroker"], "Effect": "Allow", "Resource": event.given("Broker") }),
                ];
                statements.extend(key(event, &json!("kms:Decrypt")));
                let dynamic = event
                    .given("DynamicPolicyName")
                    .is_some_and(|flag| truthy(&flag));
                let name = if dynamic {
                    format!("{}AMQPolicy", event.id)
                } else {
                    "SamAutoGeneratedAMQPolicy".to_owned()
                };
                (name, statements)
            }
            "DocumentDB" => {
                let mut statements = document_statements(event)?;
                statements.extend(key(event, &json!(["kms:Decrypt"])));
                ("SamAutoGeneratedDocumentDBPolicy".to_owned(), statements)
            }
            "SelfManagedKafka" => {
                let statements = self.kafka_statements(event)?;
                let document = json!({ "Statement": statements, "Version": "2012-10-17" });
                let name = "SelfManagedKafkaExecutionRolePolicy";
                return Ok(Some(
                    json!({ "PolicyDocument": document, "PolicyName": name }),
                ));
            }
            _ => return Ok(None),
        };
        if statements.is_empty() {
            return Ok(None);
        }
        Ok(Some(
            json!({ "PolicyName": name, "PolicyDocument": { "Statement": statements } }),
        ))
    }

    fn kafka_statements(&self, event: &Event<'_>) -> Result<Vec<Json>, Problem> {
        let wrong = |reason: &str| Err(event.problem(reason));
        if !event
            .given("KafkaBootstrapServers")
            .is_some_and(|given| truthy(&given))
        {
            return wrong(
                "No KafkaBootstrapServers provided for self managed kafka as an event source",
            );
        }
        let topics = event.given("Topics");
        let count = topics.as_ref().map(|topics| match topics {
            Json::Array(all) => all.len(),
            // A function that gives the list.
            _ => 1,
        });
        match count {
            None | Some(0) => {
                return wrong("No Topics provided for self managed kafka as an event source");
            }
            Some(1) => {}
            Some(_) => {
                return wrong(
                    "Topics for self managed kafka only supports single configuration entry.",
                );
            }
        }
        let accesses = accesses(event);
        if accesses.is_empty() {
            return wrong("No SourceAccessConfigurations for self managed kafka event provided.");
        }
        let uri_of = |wanted: &dyn Fn(&str) -> bool| {
            let found = accesses
                .iter()
                .find(|access| text(access, "Type").is_some_and(wanted));
            found.and_then(|access| set(access, "URI"))
        };
        let login = uri_of(&|kind| {
            matches!(
                kind,
                "SASL_SCRAM_256_AUTH"
                    | "SASL_SCRAM_512_AUTH"
                    | "BASIC_AUTH"
                    | "CLIENT_CERTIFICATE_TLS_AUTH"
            )
        });
        let certificate = uri_of(&|kind| kind == "SERVER_ROOT_CA_CERTIFICATE");
        let subnet = uri_of(&|kind| kind == "VPC_SUBNET").is_some();
        let group = uri_of(&|kind| kind == "VPC_SECURITY_GROUP").is_some();
        if subnet != group {
            return wrong(
                "VPC_SUBNET and VPC_SECURITY_GROUP in SourceAccessConfigurations for SelfManagedKafka must be both provided.",
            );
        }
        let mut statements = Vec::new();
        statements.extend(login.map(secret));
        // AWS's transform grants the login once more for the certificate.
        statements.extend(certificate.map(|_| secret(login.unwrap_or(&Json::Null))));
        if subnet {
            statements.push(json!({ "Action": NETWORK, "Effect": "Allow", "Resource": "*" }));
        }
        statements.extend(key(event, &json!(["kms:Decrypt"])));
        statements.extend(self.registry(event));
        Ok(statements)
    }

    /// What reading schemas from a registry needs.
    fn registry(&self, event: &Event<'_>) -> Vec<Json> {
        let Some(config) = event.given("SchemaRegistryConfig").filter(truthy) else {
            return Vec::new();
        };
        let mut statements = Vec::new();
        let accesses = get(&config, "AccessConfigs").and_then(Json::as_array);
        for uri in accesses
            .into_iter()
            .flatten()
            .filter_map(|access| access.get("URI"))
        {
            statements.push(secret(uri));
        }
        let Some(uri) = get(&config, "SchemaRegistryURI") else {
            return statements;
        };
        let resolved = self.values.resolved(uri);
        let arn = get(&resolved, "Fn::Sub").unwrap_or(&resolved).as_str();
        let name = arn
            .filter(|arn| arn.starts_with("arn"))
            .and_then(|arn| arn.split(':').nth(5)?.strip_prefix("registry/"));
        if let Some(name) = name {
            statements.push(
                json!({ "Action": ["glue:GetRegistry"], "Effect": "Allow", "Resource": uri }),
            );
            let schema = format!(
                "arn:${{AWS::Partition}}:glue:${{AWS::Region}}:${{AWS::AccountId}}:schema/{name}/*"
            );
            statements.push(json!({
                "Action": ["glue:GetSchemaVersion"],
                "Effect": "Allow",
                "Resource": [{ "Fn::Sub": schema }],
            }));
        }
        statements
    }
}

fn accesses(event: &Event<'_>) -> Vec<Json> {
    match event.given("SourceAccessConfigurations") {
        Some(Json::Array(all)) => all,
        Some(_) | None => Vec::new(),
    }
}

fn secret(uri: &Json) -> Json {
    json!({ "Action": ["secretsmanager:GetSecretValue"], "Effect": "Allow", "Resource": uri })
}

fn key(event: &Event<'_>, action: &Json) -> Option<Json> {
    let given = event.given("SecretsManagerKmsKeyId").filter(truthy)?;
    let arn = format!(
        "arn:${{AWS::Partition}}:kms:${{AWS::Region}}:${{AWS::AccountId}}:key/{}",
        given.as_str()?
    );
    Some(json!({ "Action": action, "Effect": "Allow", "Resource": { "Fn::Sub": arn } }))
}

fn basic_auth(event: &Event<'_>, supported: &[&str], kind: &str) -> Result<Json, Problem> {
    let accesses = accesses(event);
    if accesses.is_empty() {
        return Err(event.problem(format!(
            "No SourceAccessConfigurations for Amazon {kind} event provided."
        )));
    }
    let mut found = None;
    for access in &accesses {
        let kind = text(access, "Type").unwrap_or_default();
        if !supported.contains(&kind) {
            return Err(event.problem(format!(
                "Invalid property Type specified in SourceAccessConfigurations. The supported values are: {supported:?}."
            )));
        }
        if kind == "BASIC_AUTH" {
            if found.is_some() {
                return Err(event.problem(
                    "Multiple BASIC_AUTH properties specified in SourceAccessConfigurations.",
                ));
            }
            let uri = set(access, "URI").cloned();
            let none = || {
                event.problem("No BASIC_AUTH URI property specified in SourceAccessConfigurations.")
            };
            found = Some(uri.ok_or_else(none)?);
        }
    }
    found.ok_or_else(|| {
        event.problem("No BASIC_AUTH property specified in SourceAccessConfigurations.")
    })
}

fn document_statements(event: &Event<'_>) -> Result<Vec<Json>, Problem> {
    let allow = |action: Json, resource: Json| json!({ "Action": action, "Effect": "Allow", "Resource": resource });
    let here = |what: &str| json!({ "Fn::Sub": format!("arn:${{AWS::Partition}}:rds:${{AWS::Region}}:${{AWS::AccountId}}:{what}:*") });
    Ok(vec![
        secret(&basic_auth(event, &["BASIC_AUTH"], "DocumentDB")?),
        allow(
            json!(["rds:DescribeDBClusterParameters"]),
            here("cluster-pg"),
        ),
        allow(json!(["rds:DescribeDBSubnetGroups"]), here("subgrp")),
        allow(
            json!(["rds:DescribeDBClusters"]),
            event.needed("Cluster")?.clone(),
        ),
        allow(json!(NETWORK), json!("*")),
    ])
}

fn check_filter(kind: &str, event: &Event<'_>) -> Result<(), Problem> {
    let Some(criteria) = event
        .given("FilterCriteria")
        .filter(|given| truthy(given) && !is_function(given))
    else {
        return Ok(());
    };
    let only = criteria
        .as_object()
        .is_some_and(|criteria| criteria.keys().all(|key| key == "Filters"));
    if !is_known(kind) || !only {
        return Err(event.problem("FilterCriteria field has a wrong format"));
    }
    Ok(())
}

fn kafka(kind: &str, event: &Event<'_>, mapping: &mut Made) -> Result<(), Problem> {
    if let Some(servers) = event.given("KafkaBootstrapServers").filter(truthy) {
        mapping.put(
            "SelfManagedEventSource",
            json!({ "Endpoints": { "KafkaBootstrapServers": servers } }),
        );
    }
    let mut config = serde_json::Map::new();
    for name in ["ConsumerGroupId", "SchemaRegistryConfig"] {
        if let Some(value) = event.given(name).filter(truthy) {
            config.insert(name.to_owned(), value);
        }
    }
    if config.is_empty() {
        return Ok(());
    }
    match kind {
        "MSK" => mapping.put("AmazonManagedKafkaEventSourceConfig", Json::Object(config)),
        "SelfManagedKafka" => {
            mapping.put("SelfManagedKafkaEventSourceConfig", Json::Object(config));
        }
        _ if config.contains_key("ConsumerGroupId") => {
            return Err(event.problem(format!(
                "Property ConsumerGroupId not defined for resource of type {kind}."
            )));
        }
        _ => {}
    }
    Ok(())
}

fn documents(kind: &str, event: &Event<'_>, mapping: &mut Made) -> Result<(), Problem> {
    if kind != "DocumentDB" {
        return Ok(());
    }
    let mut config = serde_json::Map::new();
    config.insert(
        "DatabaseName".to_owned(),
        event.needed("DatabaseName")?.clone(),
    );
    for name in ["CollectionName", "FullDocument"] {
        if let Some(value) = event.given(name).filter(truthy) {
            config.insert(name.to_owned(), value);
        }
    }
    mapping.put("DocumentDBEventSourceConfig", Json::Object(config));
    Ok(())
}

/// Where failures go, without the type, and the policy that lets them go there.
fn destination(event: &Event<'_>, mapping: &mut Made) -> Result<Option<Json>, Problem> {
    let Some(mut config) = event.given("DestinationConfig").filter(truthy) else {
        return Ok(None);
    };
    let failure = config.get_mut("OnFailure").and_then(Json::as_object_mut);
    let Some(failure) = failure else {
        return Err(event.problem("Property 'DestinationConfig.OnFailure' is required."));
    };
    let to = failure.get("Destination").cloned().unwrap_or_default();
    let policy = match failure.remove("Type").as_ref().map(Json::as_str) {
        None | Some(Some("Kafka")) => None,
        Some(Some("SQS")) => Some(queue_policy(&to, &event.id)),
        Some(Some("SNS")) => Some(topic_policy(&to, &event.id)),
        Some(Some("S3")) => Some(bucket_policy(&to, &event.id)),
        Some(_) => {
            return Err(event
                .problem("The only valid values for 'Type' are 'SQS', 'SNS', 'S3', and 'Kafka'"));
        }
    };
    mapping.put("DestinationConfig", config);
    Ok(policy)
}
