//! AWS::Lambda::Function

use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::Operation as _;
use wire::lambda::{
    CreateFunction, DeleteFunction, DeleteFunctionCodeSigningConfig, DeleteFunctionConcurrency,
    GetFunctionConfiguration, PutFunctionCodeSigningConfig, PutFunctionConcurrency,
    PutFunctionRecursionConfig, PutRuntimeManagementConfig, TagResource, UntagResource,
    UpdateFunctionCode, UpdateFunctionConfiguration,
};
use wire::schema::OperationSchema;

use super::super::{Failed, Made, Property, ResourceType, Work, always, fixed, put};
use super::inline_code;

pub(in super::super) struct Function;

/// What CreateFunction and UpdateFunctionConfiguration share, with what a function has that does not say it.
const CONFIGURATION: [(&str, &str); 16] = [
    ("DeadLetterConfig", r#"{"TargetArn":""}"#),
    ("Description", r#""""#),
    ("Environment", r#"{"Variables":{}}"#),
    ("EphemeralStorage", r#"{"Size":512}"#),
    ("FileSystemConfigs", "[]"),
    ("Handler", "null"),
    ("ImageConfig", "{}"),
    ("KmsKeyArn", r#""""#),
    ("Layers", "[]"),
    ("LoggingConfig", "{}"),
    ("MemorySize", "128"),
    ("Role", "null"),
    ("Runtime", "null"),
    ("SnapStart", r#"{"ApplyOn":"None"}"#),
    ("Timeout", "3"),
    ("TracingConfig", r#"{"Mode":"PassThrough"}"#),
];

impl ResourceType for Function {
    const NAME: &'static str = "AWS::Lambda::Function";
    const PROPERTIES: &'static [Property] = &[
        always("Architectures"),
        always("Code").required(),
        always("CodeSigningConfigArn"),
        always("DeadLetterConfig"),
        always("Description"),
        always("Environment"),
        always("EphemeralStorage"),
        always("FileSystemConfigs"),
        fixed("FunctionName"),
        always("Handler"),
        always("ImageConfig"),
        always("KmsKeyArn"),
        always("Layers"),
        always("LoggingConfig"),
        always("MemorySize"),
        fixed("PackageType"),
        always("RecursiveLoop"),
        always("ReservedConcurrentExecutions"),
        always("Role").required(),
        always("Runtime"),
        always("RuntimeManagementConfig").holding(&["RuntimeVersionArn", "UpdateRuntimeOn"]),
        always("SnapStart"),
        always("Tags"),
        always("Timeout"),
        always("TracingConfig"),
        always("VpcConfig"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Arn"];
    const MODEL: Option<&'static OperationSchema> = Some(CreateFunction::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let name = work.name("FunctionName", 64);
        let shared = CONFIGURATION.map(|(name, _)| name);
        let mut input = work.only(&shared);
        input.extend(work.only(&[
            "Architectures",
            "CodeSigningConfigArn",
            "PackageType",
            "VpcConfig",
        ]));
        input.insert("FunctionName".to_owned(), json!(name));
        input.insert("Code".to_owned(), code(work)?);
        let tags = work.tags();
        if !tags.is_empty() {
            input.insert("Tags".to_owned(), json!(tags));
        }
        work.call_once::<CreateFunction>(Value::Object(input))
            .await?;
        let rest = async {
            set_concurrency(work, &name, None).await?;
            set_settings(work, &name, &Map::new()).await?;
            made(work, &name).await
        };
        rest.await
            .map_err(|failed| failed.leaving(Made::new(&name)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let name = &before.physical_id;
        let was = |property: &str| before.properties.get(property);
        if was("Code") != work.get("Code")
            || was("Architectures") != work.get("Architectures")
            || is_inline_of_other_runtime(work, before)
        {
            let mut input = code(work)?;
            if let Value::Object(members) = &mut input {
                members.extend(work.only(&["Architectures"]));
                members.insert("FunctionName".to_owned(), json!(name));
            }
            work.call::<UpdateFunctionCode>(input).await?;
            // Answers when the update is done; until then no other is taken.
            made(work, name).await?;
        }
        let changed = configuration_changes(work, &before.properties);
        if !changed.is_empty() {
            let mut input = changed;
            input.insert("FunctionName".to_owned(), json!(name));
            work.call::<UpdateFunctionConfiguration>(Value::Object(input))
                .await?;
        }
        set_concurrency(work, name, was("ReservedConcurrentExecutions")).await?;
        set_settings(work, name, &before.properties).await?;
        set_signing(work, name, was("CodeSigningConfigArn")).await?;
        set_tags(work, before).await?;
        made(work, name).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"FunctionName": made.physical_id});
        work.call_if_there::<DeleteFunction>(input).await?;
        Ok(())
    }
}

/// The code as the API takes it.
fn code(work: &Work<'_>) -> Result<Value, Failed> {
    let mut code = work.get("Code").cloned().unwrap_or_default();
    if let Some(source) = code.get("ZipFile").and_then(Value::as_str) {
        let runtime = work.text("Runtime").unwrap_or_default();
        let packed = inline_code::packed(source, &runtime)?;
        put(&mut code, "ZipFile", packed);
    }
    Ok(code)
}

/// The name of an inline file follows the runtime.
fn is_inline_of_other_runtime(work: &Work<'_>, before: &MadeResource) -> bool {
    let code = work.get("Code");
    code.is_some_and(|code| code.get("ZipFile").is_some())
        && before.properties.get("Runtime") != work.get("Runtime")
}

/// What was changed; what is given no longer goes back to what a new function has.
fn configuration_changes(work: &Work<'_>, before: &Map<String, Value>) -> Map<String, Value> {
    let mut changes = Map::new();
    for (name, default) in CONFIGURATION {
        let after = work.get(name);
        if before.get(name) == after {
            continue;
        }
        let value = after
            .cloned()
            .or_else(|| serde_json::from_str(default).ok())
            .unwrap_or_default();
        if !value.is_null() {
            changes.insert(name.to_owned(), value);
        }
    }
    let vpc = work.get("VpcConfig");
    if before.get("VpcConfig") != vpc {
        let none = json!({"SubnetIds": [], "SecurityGroupIds": []});
        changes.insert("VpcConfig".to_owned(), vpc.cloned().unwrap_or(none));
    }
    changes
}

async fn set_concurrency(
    work: &Work<'_>,
    name: &str,
    before: Option<&Value>,
) -> Result<(), Failed> {
    match (before, work.get("ReservedConcurrentExecutions")) {
        (before, after) if before == after => {}
        (_, Some(reserved)) => {
            let input = json!({"FunctionName": name, "ReservedConcurrentExecutions": reserved});
            work.call::<PutFunctionConcurrency>(input).await?;
        }
        (_, None) => {
            work.call_if_there::<DeleteFunctionConcurrency>(json!({"FunctionName": name}))
                .await?;
        }
    }
    Ok(())
}

async fn set_settings(
    work: &Work<'_>,
    name: &str,
    before: &Map<String, Value>,
) -> Result<(), Failed> {
    if before.get("RecursiveLoop") != work.get("RecursiveLoop") {
        let wanted = work.text("RecursiveLoop");
        let input = json!({
            "FunctionName": name,
            "RecursiveLoop": wanted.unwrap_or_else(|| "Terminate".to_owned()),
        });
        work.call::<PutFunctionRecursionConfig>(input).await?;
    }
    if before.get("RuntimeManagementConfig") != work.get("RuntimeManagementConfig") {
        let wanted = work.get("RuntimeManagementConfig").cloned();
        let mut input = wanted.unwrap_or_else(|| json!({"UpdateRuntimeOn": "Auto"}));
        put(&mut input, "FunctionName", name);
        work.call::<PutRuntimeManagementConfig>(input).await?;
    }
    Ok(())
}

async fn set_signing(work: &Work<'_>, name: &str, before: Option<&Value>) -> Result<(), Failed> {
    match (before, work.get("CodeSigningConfigArn")) {
        (before, after) if before == after => {}
        (_, Some(arn)) => {
            let input = json!({"FunctionName": name, "CodeSigningConfigArn": arn});
            work.call::<PutFunctionCodeSigningConfig>(input).await?;
        }
        (_, None) => {
            work.call_if_there::<DeleteFunctionCodeSigningConfig>(json!({"FunctionName": name}))
                .await?;
        }
    }
    Ok(())
}

async fn set_tags(work: &Work<'_>, before: &MadeResource) -> Result<(), Failed> {
    let (gone, set) = work.tag_changes(before);
    let arn = before.attributes.get("Arn");
    if !gone.is_empty() {
        work.call::<UntagResource>(json!({"Resource": arn, "TagKeys": gone}))
            .await?;
    }
    if !set.is_empty() {
        work.call::<TagResource>(json!({"Resource": arn, "Tags": set}))
            .await?;
    }
    Ok(())
}

async fn made(work: &Work<'_>, name: &str) -> Result<Made, Failed> {
    let input = json!({"FunctionName": name});
    let found = work.call::<GetFunctionConfiguration>(input).await?;
    let arn = found.get("FunctionArn").cloned().unwrap_or_default();
    Ok(Made::new(name).with("Arn", arn))
}
