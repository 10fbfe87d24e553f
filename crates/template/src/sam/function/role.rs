//! The role that a function runs in: AWS's managed policies, policy templates, statements.

use serde_json::json;

use super::{Function, sam_tags};
use crate::sam::data;
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{
    Json, Map, at, branches, choice, function, is_function, is_no_value, listed, truthy,
};

/// What an entry of `Policies` is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Managed,
    Statement,
    Template,
    Unknown,
}

/// Replaces policy templates by what they stand for.
pub(super) fn fill_templates(id: &str, own: &mut Map) -> Result<(), Problem> {
    let Some(given) = at(own, "Policies").filter(|given| truthy(given)) else {
        return Ok(());
    };
    let mut all = Vec::new();
    for policy in listed(given) {
        all.push(match (kind_of(id, &policy)?, branches(&policy)) {
            (Kind::Template, Some((condition, yes, no))) => {
                choice(condition, filled(id, yes)?, filled(id, no)?)
            }
            (Kind::Template, None) => filled(id, &policy)?,
            _ => policy,
        });
    }
    own.insert("Policies".to_owned(), Json::Array(all));
    Ok(())
}

impl Translator<'_> {
    pub(super) fn role(&self, function: &Function<'_>, more: Vec<Json>) -> Result<Made, Problem> {
        let mut managed = vec![self.basic(function)];
        if self.tracing(function).is_some() {
            let name = if self.partition == "aws" {
                "AWSXrayWriteOnlyAccess"
            } else {
                "AWSXRayDaemonWriteAccess"
            };
            managed.push(json!(self.managed_policy_arn(name)));
        }
        if function.set("VpcConfig").is_some() {
            let name = "service-role/AWSLambdaVPCAccessExecutionRole";
            managed.push(json!(self.managed_policy_arn(name)));
        }
        let mut inline = Vec::new();
        if let Some(queue) = function.set("DeadLetterQueue") {
            inline.push(dead_letter_policy(queue));
        }
        inline.extend(more);
        let id = format!("{}Role", function.id);
        let given = function.set("Policies").map(listed).unwrap_or_default();
        for (index, policy) in given.iter().enumerate() {
            match kind_of(function.id, policy)? {
                Kind::Statement => inline.push(named(&format!("{id}Policy{index}"), policy)),
                Kind::Managed => {
                    let arn = self.managed(policy);
                    if !managed.contains(&arn) {
                        managed.push(arn);
                    }
                }
                Kind::Template | Kind::Unknown => {
                    return Err(function.problem(format!(
                        "Policy at index {index} in the 'Policies' property is not valid"
                    )));
                }
            }
        }
        let trust = at(&function.own, "AssumeRolePolicyDocument").cloned();
        let mut role = Made::new(id, "AWS::IAM::Role", function.passed())
            .with(
                "AssumeRolePolicyDocument",
                trust.unwrap_or_else(|| assumed_by("lambda.amazonaws.com")),
            )
            .with("ManagedPolicyArns", Json::Array(managed))
            .with("Path", at(&function.own, "RolePath").cloned())
            .with(
                "PermissionsBoundary",
                at(&function.own, "PermissionsBoundary").cloned(),
            )
            .with("Tags", Json::Array(sam_tags(function)?));
        if !inline.is_empty() {
            role.put("Policies", Json::Array(inline));
        }
        Ok(role)
    }

    fn basic(&self, function: &Function<'_>) -> Json {
        let name = if function.set("DurableConfig").is_some() {
            "service-role/AWSLambdaBasicDurableExecutionRolePolicy"
        } else {
            "service-role/AWSLambdaBasicExecutionRole"
        };
        json!(self.managed_policy_arn(name))
    }

    /// The ARN of a managed policy that is named; anything else is an ARN already.
    fn managed(&self, policy: &Json) -> Json {
        if let Some((condition, yes, no)) = branches(policy) {
            let of = |value: &Json| {
                if value.is_string() {
                    self.managed(value)
                } else {
                    value.clone()
                }
            };
            return choice(condition, of(yes), of(no));
        }
        let path = policy.as_str().and_then(data::managed_policy);
        path.map_or_else(
            || policy.clone(),
            |path| json!(self.managed_policy_arn(path)),
        )
    }
}

fn kind_of(id: &str, policy: &Json) -> Result<Kind, Problem> {
    if policy.is_string() {
        return Ok(Kind::Managed);
    }
    if let Some(("Fn::If", _)) = function(policy) {
        let Some((_, yes, no)) = branches(policy) else {
            return Err(Problem::of(id, "Fn::If requires 3 arguments"));
        };
        let kinds = (kind_of(id, yes)?, kind_of(id, no)?);
        return match kinds {
            (one, other) if one == other => Ok(one),
            (_, other) if is_no_value(yes) => Ok(other),
            (one, _) if is_no_value(no) => Ok(one),
            _ => Err(Problem::of(
                id,
                "Different policy types within the same Fn::If statement is unsupported. Separate different policy types into different Fn::If statements",
            )),
        };
    }
    if is_function(policy) {
        return Ok(Kind::Managed);
    }
    let Some(members) = policy.as_object() else {
        return Ok(Kind::Unknown);
    };
    if members.contains_key("Statement") {
        return Ok(Kind::Statement);
    }
    let mut names = members.keys();
    match (names.next(), names.next()) {
        (Some(name), None) if data::is_policy_template(name) => Ok(Kind::Template),
        _ => Ok(Kind::Unknown),
    }
}

fn filled(id: &str, policy: &Json) -> Result<Json, Problem> {
    let Some((name, values)) = policy.as_object().and_then(|members| members.iter().next()) else {
        return Ok(policy.clone());
    };
    if is_no_value(policy) {
        return Ok(policy.clone());
    }
    if !values.is_object() {
        let reason = format!("Must specify valid parameter values for policy template '{name}'");
        return Err(Problem::of(id, reason));
    }
    match data::policy_template(name, values) {
        Some(Ok(statement)) => Ok(statement),
        Some(Err(missing)) => Err(Problem::of(
            id,
            format!(
                "Following required parameters of template '{name}' don't have values: {missing:?}"
            ),
        )),
        None => Ok(policy.clone()),
    }
}

fn named(name: &str, policy: &Json) -> Json {
    let with_name = |document: &Json| json!({ "PolicyName": name, "PolicyDocument": document });
    match branches(policy) {
        Some((condition, yes, no)) => {
            let of = |value: &Json| {
                if is_no_value(value) {
                    value.clone()
                } else {
                    with_name(value)
                }
            };
            choice(condition, of(yes), of(no))
        }
        None => with_name(policy),
    }
}

fn dead_letter_policy(queue: &Json) -> Json {
    let action = if queue.get("Type") == Some(&json!("SQS")) {
        "sqs:SendMessage"
    } else {
        "sns:Publish"
    };
    json!({
        "PolicyName": "DeadLetterQueuePolicy",
        "PolicyDocument": {
            "Version": "2012-10-17",
            "Statement": [{ "Action": action, "Resource": queue.get("TargetArn"), "Effect": "Allow" }],
        },
    })
}

pub(in crate::sam) fn assumed_by(service: &str) -> Json {
    json!({
        "Version": "2012-10-17",
        "Statement": [{
            "Action": ["sts:AssumeRole"],
            "Effect": "Allow",
            "Principal": { "Service": [service] },
        }],
    })
}

/// Adds an inline policy unless one says the same already.
pub(in crate::sam) fn add_policy(role: &mut Made, policy: Json) {
    let known = role.properties.get("Policies").and_then(Json::as_array);
    let mut all = known.cloned().unwrap_or_default();
    let document = policy.get("PolicyDocument");
    if !all
        .iter()
        .any(|known| known.get("PolicyDocument") == document)
    {
        all.push(policy);
    }
    role.put("Policies", Json::Array(all));
}

fn allowing(name: String, statements: Json) -> Json {
    let document = Map::from_iter([("Statement".to_owned(), statements)]);
    Json::Object(Map::from_iter([
        ("PolicyName".to_owned(), Json::String(name)),
        ("PolicyDocument".to_owned(), Json::Object(document)),
    ]))
}

pub(in crate::sam) fn queue_policy(queue: &Json, id: &str) -> Json {
    let statement = json!([{ "Action": "sqs:SendMessage", "Effect": "Allow", "Resource": queue }]);
    allowing(format!("{id}SQSPolicy"), statement)
}

pub(in crate::sam) fn topic_policy(topic: &Json, id: &str) -> Json {
    let statement = json!([{ "Action": "sns:publish", "Effect": "Allow", "Resource": topic }]);
    allowing(format!("{id}SNSPolicy"), statement)
}

pub(in crate::sam) fn bucket_policy(bucket: &Json, id: &str) -> Json {
    let objects = json!({ "Fn::Join": ["/", [bucket, "*"]] });
    let statements = json!([
        { "Action": "s3:PutObject", "Effect": "Allow", "Resource": objects },
        { "Action": "s3:ListBucket", "Effect": "Allow", "Resource": bucket },
    ]);
    allowing(format!("{id}S3Policy"), statements)
}

pub(in crate::sam) fn bus_policy(bus: &Json, id: &str) -> Json {
    let statement = json!([{ "Action": "events:PutEvents", "Effect": "Allow", "Resource": bus }]);
    allowing(format!("{id}EventBridgePolicy"), statement)
}

pub(in crate::sam) fn invoke_policy(function: &Json, id: &str) -> Json {
    let statement =
        json!([{ "Action": "lambda:InvokeFunction", "Effect": "Allow", "Resource": function }]);
    allowing(format!("{id}LambdaPolicy"), statement)
}
