//! AWS::ApiGateway::RestApi

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::MadeResource;
use serde_json::{Map, Value, json};
use wire::Operation as _;
use wire::apigateway::{
    CreateRestApi, DeleteRestApi, GetRestApi, ImportRestApi, PutRestApi, UpdateRestApi,
};
use wire::schema::OperationSchema;

use super::super::naming;
use super::super::objects;
use super::super::values::{members, text, text_of, texts};
use super::super::{Failed, Made, Property, ResourceType, Work, always};
use super::patches::{Patches, escape};
use super::tagging;

pub(in super::super) struct RestApi;

/// Letters and digits of an API's id.
const ID: usize = 10;
/// As LocalStack's users ask for an id.
const CUSTOM_ID: &str = "_custom_id_";

/// Properties that are one text, and where they are patched.
const SCALARS: [(&str, &str); 7] = [
    ("Name", "/name"),
    ("Description", "/description"),
    ("Version", "/version"),
    ("ApiKeySourceType", "/apiKeySource"),
    ("MinimumCompressionSize", "/minimumCompressionSize"),
    ("DisableExecuteApiEndpoint", "/disableExecuteApiEndpoint"),
    ("Policy", "/policy"),
];

impl ResourceType for RestApi {
    const NAME: &'static str = "AWS::ApiGateway::RestApi";
    const PROPERTIES: &'static [Property] = &[
        always("ApiKeySourceType"),
        always("BinaryMediaTypes"),
        always("Body"),
        always("BodyS3Location").holding(&["Bucket", "ETag", "Key", "Version"]),
        always("CloneFrom"),
        always("Description"),
        always("DisableExecuteApiEndpoint"),
        always("EndpointConfiguration"),
        always("FailOnWarnings"),
        always("MinimumCompressionSize"),
        always("Mode"),
        always("Name"),
        always("Parameters"),
        always("Policy"),
        always("Tags"),
        always("Version"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["RestApiId", "RootResourceId"];
    const MODEL: Option<&'static OperationSchema> = Some(CreateRestApi::SCHEMA);

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let custom = work.tags().remove(CUSTOM_ID);
        let id = custom.unwrap_or_else(|| naming::id(work, ID));
        let (named, place) = (("restApiId", id.as_str()), Map::new());
        let body = document(work).await?;
        let made = if let Some(body) = &body {
            let input = import(work, body);
            naming::make::<ImportRestApi, GetRestApi>(work, named, &place, input).await?
        } else {
            let input = plain(work);
            naming::make::<CreateRestApi, GetRestApi>(work, named, &place, input).await?
        };
        let id = text_of(&made, "id");
        let rest = async {
            if body.is_some() {
                settle(work, &id, &Map::new()).await?;
                tagging::add(work, &format!("restapis/{id}")).await?;
            }
            shown(work, &id).await
        };
        rest.await.map_err(|failed| failed.leaving(Made::new(&id)))
    }

    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let id = &before.physical_id;
        if let Some(body) = document(work).await? {
            let mut input = import(work, &body);
            input.insert("restApiId".to_owned(), json!(id));
            let mode = work.text("Mode").unwrap_or_else(|| "overwrite".to_owned());
            input.insert("mode".to_owned(), json!(mode));
            work.call::<PutRestApi>(Value::Object(input)).await?;
        }
        settle(work, id, &before.properties).await?;
        tagging::update(work, &format!("restapis/{id}"), before).await?;
        shown(work, id).await
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let input = json!({"restApiId": made.physical_id});
        work.call_if_there::<DeleteRestApi>(input).await?;
        Ok(())
    }
}

/// Whether an OpenAPI document says what the API is.
fn has_document(work: &Work<'_>) -> bool {
    work.get("Body").is_some() || work.get("BodyS3Location").is_some()
}

/// The document, whichever way it comes.
async fn document(work: &Work<'_>) -> Result<Option<Vec<u8>>, Failed> {
    match (work.get("Body"), work.get("BodyS3Location")) {
        (Some(_), Some(_)) => Err(Failed::plainly(
            "Only one of Body and BodyS3Location can be given",
        )),
        (Some(body), None) => Ok(Some(text(body).into_bytes())),
        (None, Some(location)) => objects::read(work, location).await.map(Some),
        (None, None) => Ok(None),
    }
}

/// For ImportRestApi and PutRestApi alike.
fn import(work: &Work<'_>, body: &[u8]) -> Map<String, Value> {
    let mut input = work.only(&["FailOnWarnings"]);
    let mut parameters = members(work.get("Parameters"));
    let endpoint = work.get("EndpointConfiguration");
    let types = texts(endpoint.and_then(|endpoint| endpoint.get("Types")));
    if !types.is_empty() {
        parameters
            .entry("endpointConfigurationTypes")
            .or_insert_with(|| json!(types.join(",")));
    }
    if !parameters.is_empty() {
        input.insert("parameters".to_owned(), Value::Object(parameters));
    }
    input.insert("body".to_owned(), json!(STANDARD.encode(body)));
    input
}

/// For an API that no document describes.
fn plain(work: &Work<'_>) -> Map<String, Value> {
    let mut input = work.only(&[
        "BinaryMediaTypes",
        "CloneFrom",
        "Description",
        "DisableExecuteApiEndpoint",
        "EndpointConfiguration",
        "MinimumCompressionSize",
        "Name",
        "Policy",
        "Version",
    ]);
    let source = work.get("ApiKeySourceType").cloned();
    input.extend(source.map(|source| ("apiKeySource".to_owned(), source)));
    input.extend(tagging::given(work));
    input
}

/// What the properties say goes before what the document says, and what no property says any more is as if it never
/// had.
async fn settle(work: &Work<'_>, id: &str, before: &Map<String, Value>) -> Result<(), Failed> {
    let current = work.call::<GetRestApi>(json!({"restApiId": id})).await?;
    let mut patches = Patches::default();
    if has_document(work) {
        for (property, path) in SCALARS {
            if let Some(value) = work.get(property) {
                patches.replace(path, &text(value));
            }
        }
    } else {
        patches.changed(work, before, &SCALARS);
    }
    media_types(work, &current, before, &mut patches);
    endpoint(work, &current, before, &mut patches);
    if !patches.is_empty() {
        let input = json!({"restApiId": id, "patchOperations": patches.list()});
        work.call::<UpdateRestApi>(input).await?;
    }
    Ok(())
}

fn media_types(
    work: &Work<'_>,
    current: &Value,
    before: &Map<String, Value>,
    patches: &mut Patches,
) {
    if work.get("BinaryMediaTypes").is_none() && !before.contains_key("BinaryMediaTypes") {
        return;
    }
    let (wanted, has) = (
        texts(work.get("BinaryMediaTypes")),
        texts(current.get("binaryMediaTypes")),
    );
    let path = |kind: &String| format!("/binaryMediaTypes/{}", escape(kind));
    // Without a document nobody but the template says which there are.
    if !has_document(work) {
        let gone = has.iter().filter(|kind| !wanted.contains(kind));
        gone.for_each(|kind| patches.remove(&path(kind)));
    }
    let new = wanted.iter().filter(|kind| !has.contains(kind));
    new.for_each(|kind| patches.add(&path(kind), ""));
}

fn endpoint(work: &Work<'_>, current: &Value, before: &Map<String, Value>, patches: &mut Patches) {
    let wanted = match work.get("EndpointConfiguration") {
        Some(wanted) => wanted.clone(),
        None if before.contains_key("EndpointConfiguration") => json!({"Types": ["EDGE"]}),
        None => return,
    };
    let current = current.get("endpointConfiguration").cloned();
    let current = current.unwrap_or_default();
    let (types, has) = (texts(wanted.get("Types")), texts(current.get("types")));
    if let (Some(kind), Some(old)) = (types.first(), has.first())
        && kind != old
    {
        patches.replace(&format!("/endpointConfiguration/types/{old}"), kind);
    }
    let (ids, has) = (
        texts(wanted.get("VpcEndpointIds")),
        texts(current.get("vpcEndpointIds")),
    );
    let path = "/endpointConfiguration/vpcEndpointIds";
    let gone = has.iter().filter(|id| !ids.contains(id));
    gone.for_each(|id| patches.remove_value(path, id));
    let new = ids.iter().filter(|id| !has.contains(id));
    new.for_each(|id| patches.add(path, id));
    let address = text_of(&wanted, "IpAddressType");
    if !address.is_empty() && address != text_of(&current, "ipAddressType") {
        patches.replace("/endpointConfiguration/ipAddressType", &address);
    }
}

async fn shown(work: &Work<'_>, id: &str) -> Result<Made, Failed> {
    let api = work.call::<GetRestApi>(json!({"restApiId": id})).await?;
    Ok(Made::new(id)
        .with("RestApiId", id)
        .with("RootResourceId", text_of(&api, "rootResourceId")))
}
