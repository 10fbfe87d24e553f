//! `AWS::Serverless::Function`: a function, its role, version, alias, URL, and what invokes it.

pub(super) mod code;
mod invoke_config;
pub(super) mod role;
mod url;
mod version;

use serde_json::json;

use super::events::Target;
use super::resource::{Made, kept, passed};
use super::translator::{Problem, Translator, Unsupported};
use super::values::{
    Json, Map, at, attribute, branches, choice, get, is_no_value, set, tags, truthy,
};

pub(super) const KNOWN: [&str; 49] = [
    "FunctionName",
    "Handler",
    "Runtime",
    "CodeUri",
    "ImageUri",
    "PackageType",
    "InlineCode",
    "DeadLetterQueue",
    "Description",
    "MemorySize",
    "Timeout",
    "VpcConfig",
    "Role",
    "AssumeRolePolicyDocument",
    "Policies",
    "RolePath",
    "PermissionsBoundary",
    "Environment",
    "Events",
    "Tags",
    "PropagateTags",
    "Tracing",
    "KmsKeyArn",
    "DeploymentPreference",
    "ReservedConcurrentExecutions",
    "Layers",
    "EventInvokeConfig",
    "EphemeralStorage",
    "AutoPublishAlias",
    "AutoPublishCodeSha256",
    "AutoPublishAliasAllProperties",
    "VersionDescription",
    "ProvisionedConcurrencyConfig",
    "FileSystemConfigs",
    "ImageConfig",
    "CodeSigningConfigArn",
    "Architectures",
    "SnapStart",
    "FunctionUrlConfig",
    "RuntimeManagementConfig",
    "LoggingConfig",
    "RecursiveLoop",
    "SourceKMSKeyArn",
    "CapacityProviderConfig",
    "FunctionScalingConfig",
    "VersionDeletionPolicy",
    "PublishToLatestPublished",
    "TenancyConfig",
    "DurableConfig",
];
pub(super) const GLOBAL: [&str; 39] = [
    "Handler",
    "Runtime",
    "CodeUri",
    "DeadLetterQueue",
    "Description",
    "MemorySize",
    "Timeout",
    "VpcConfig",
    "Environment",
    "Tags",
    "PropagateTags",
    "Tracing",
    "KmsKeyArn",
    "AutoPublishAlias",
    "AutoPublishAliasAllProperties",
    "Layers",
    "DeploymentPreference",
    "RolePath",
    "PermissionsBoundary",
    "ReservedConcurrentExecutions",
    "ProvisionedConcurrencyConfig",
    "AssumeRolePolicyDocument",
    "EventInvokeConfig",
    "FileSystemConfigs",
    "CodeSigningConfigArn",
    "Architectures",
    "SnapStart",
    "EphemeralStorage",
    "FunctionUrlConfig",
    "RuntimeManagementConfig",
    "LoggingConfig",
    "RecursiveLoop",
    "SourceKMSKeyArn",
    "TenancyConfig",
    "DurableConfig",
    "CapacityProviderConfig",
    "FunctionScalingConfig",
    "PublishToLatestPublished",
    "VersionDeletionPolicy",
];
/// What the function of Lambda has under the same names.
const SAME: [&str; 24] = [
    "Handler",
    "Runtime",
    "Description",
    "MemorySize",
    "Timeout",
    "VpcConfig",
    "Role",
    "Environment",
    "KmsKeyArn",
    "ReservedConcurrentExecutions",
    "Layers",
    "FileSystemConfigs",
    "ImageConfig",
    "PackageType",
    "Architectures",
    "SnapStart",
    "EphemeralStorage",
    "CodeSigningConfigArn",
    "RuntimeManagementConfig",
    "LoggingConfig",
    "TenancyConfig",
    "RecursiveLoop",
    "DurableConfig",
    "PublishToLatestPublished",
];

/// A function at work.
pub(super) struct Function<'a> {
    pub(super) id: &'a str,
    pub(super) resource: &'a Json,
    pub(super) own: Map,
}

impl Function<'_> {
    pub(super) fn set(&self, name: &str) -> Option<&Json> {
        at(&self.own, name).filter(|value| truthy(value))
    }

    pub(super) fn problem(&self, reason: impl Into<String>) -> Problem {
        Problem::of(self.id, reason)
    }

    pub(super) fn passed(&self) -> Map {
        passed(self.resource)
    }
}

impl Translator<'_> {
    pub(super) fn function(
        &mut self,
        id: &str,
        resource: &Json,
        own: Map,
    ) -> Result<Vec<Made>, Problem> {
        let mut own = own;
        role::fill_templates(id, &mut own)?;
        let function = Function { id, resource, own };
        check(&function)?;
        self.check_supported(&function)?;
        let mut lambda = self.lambda(&function)?;
        let mut extra = Vec::new();
        let alias = self.published(&function, &mut lambda, &mut extra)?;
        extra.extend(url::made(&function, alias.as_ref())?);
        let alias = self.prefer(&function, alias, &mut extra)?;
        let mut policies = Vec::new();
        if let Some(config) = function.set("EventInvokeConfig") {
            extra.extend(self.invoke_config(&function, alias.as_ref(), config, &mut policies)?);
        }
        let mut role = self.role(&function, policies)?;
        let own_role = self.assign(&function, &mut lambda, &mut role)?;
        let target = Target::of(alias.as_ref().unwrap_or(&lambda));
        let events = self.events(id, &function.own, &target, &mut role)?;
        let mut made = vec![lambda];
        made.extend(extra);
        made.extend(own_role.then_some(role));
        made.extend(events);
        if let Some(all) = function
            .set("Tags")
            .filter(|_| function.set("PropagateTags").is_some())
        {
            for made in &mut made {
                made.tag(all);
            }
        }
        Ok(made)
    }

    fn check_supported(&self, function: &Function<'_>) -> Result<(), Problem> {
        let provided = at(&function.own, "CapacityProviderConfig").is_some();
        if provided && self.options.unsupported == Unsupported::Refused {
            return Err(function.problem("capacity providers are not supported"));
        }
        Ok(())
    }

    fn lambda(&self, function: &Function<'_>) -> Result<Made, Problem> {
        let mut lambda = Made::new(
            function.id,
            "AWS::Lambda::Function",
            kept(function.resource),
        )
        .depends_on(function.resource.get("DependsOn").cloned())
        .with("Code", code::code(function)?)
        .with("FunctionName", function.set("FunctionName").cloned());
        lambda.take(&function.own, &SAME);
        lambda.put("Tags", Json::Array(sam_tags(function)?));
        if let Some(tracing) = self.tracing(function) {
            lambda.put("TracingConfig", json!({ "Mode": tracing }));
        }
        if let Some(queue) = function.set("DeadLetterQueue") {
            lambda.put(
                "DeadLetterConfig",
                json!({ "TargetArn": queue.get("TargetArn") }),
            );
        }
        code::check_package(function, &lambda)?;
        Ok(lambda)
    }

    /// The mode of tracing, unless it is off.
    pub(super) fn tracing(&self, function: &Function<'_>) -> Option<Json> {
        let given = function.set("Tracing")?;
        (self.values.resolved(given) != json!("Disabled")).then(|| given.clone())
    }

    /// Gives the function its role; whether that is the one that SAM makes.
    fn assign(
        &mut self,
        function: &Function<'_>,
        lambda: &mut Made,
        role: &mut Made,
    ) -> Result<bool, Problem> {
        let arn = attribute(&role.id, "Arn");
        let Some(given) = at(&function.own, "Role") else {
            lambda.put("Role", arn);
            return Ok(true);
        };
        if get(given, "Fn::If").is_none() {
            return Ok(false);
        }
        let given = self.values.resolved(given);
        let Some((condition, yes, no)) = branches(&given) else {
            return Err(function.problem("Malformed 'Role' property: Fn::If requires 3 arguments."));
        };
        match (is_no_value(yes), is_no_value(no)) {
            (true, true) => lambda.put("Role", arn),
            (true, false) => {
                lambda.put("Role", choice(condition, arn, no.clone()));
                role.attributes
                    .insert("Condition".to_owned(), condition.clone());
            }
            (false, true) => {
                lambda.put("Role", choice(condition, yes.clone(), arn));
                let name = format!("NOT{}", condition.as_str().unwrap_or_default());
                self.conditions.insert(
                    name.clone(),
                    json!({ "Fn::Not": [{ "Condition": condition }] }),
                );
                role.attributes.insert("Condition".to_owned(), json!(name));
            }
            (false, false) => return Ok(false),
        }
        Ok(true)
    }
}

pub(super) fn sam_tags(function: &Function<'_>) -> Result<Vec<Json>, Problem> {
    let given = at(&function.own, "Tags");
    for name in [
        "lambda:createdBy",
        "serverlessrepo:applicationId",
        "serverlessrepo:semanticVersion",
    ] {
        if given.is_some_and(|given| given.get(name).is_some()) {
            return Err(function.problem(format!(
                "{name} is a reserved Tag key name and cannot be set on your resource. Please change the tag key in the input."
            )));
        }
    }
    let mut all = vec![json!({ "Key": "lambda:createdBy", "Value": "SAM" })];
    all.extend(tags(given));
    Ok(all)
}

fn check(function: &Function<'_>) -> Result<(), Problem> {
    let has = |name: &str| at(&function.own, name).is_some();
    if has("VersionDeletionPolicy") && !has("AutoPublishAlias") {
        return Err(function.problem("'VersionDeletionPolicy' requires 'AutoPublishAlias'."));
    }
    if has("ProvisionedConcurrencyConfig") && function.set("AutoPublishAlias").is_none() {
        return Err(function.problem(
            "To set ProvisionedConcurrencyConfig AutoPublishALias must be defined on the function",
        ));
    }
    let Some(queue) = function.set("DeadLetterQueue") else {
        return Ok(());
    };
    if set(queue, "Type").is_none() || set(queue, "TargetArn").is_none() {
        return Err(function
            .problem("'DeadLetterQueue' requires Type and TargetArn properties to be specified."));
    }
    match get(queue, "Type").and_then(Json::as_str) {
        Some("SQS" | "SNS") => Ok(()),
        _ => Err(function.problem("'DeadLetterQueue' requires Type of ['SQS', 'SNS']")),
    }
}
