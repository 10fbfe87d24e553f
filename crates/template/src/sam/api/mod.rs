//! `AWS::Serverless::Api`: a REST API, its deployment, its stage, and what guards and names it.

pub(super) mod auth;
mod cors;
mod domain;
pub(super) mod editor;
mod policy;
mod responses;
pub(super) mod usage_plan;

use serde_json::json;

use super::function::code::parse_s3;
use super::hash;
use super::resource::{Made, kept, passed};
use super::translator::{Problem, Translator};
use super::values::{Json, Map, at, get, is_function, reference, shown, tags, text, truthy};
pub(super) use policy::{add_policy, add_statements};

pub(super) const KNOWN: [&str; 33] = [
    "__MANAGE_SWAGGER",
    "Name",
    "StageName",
    "Tags",
    "PropagateTags",
    "DefinitionBody",
    "DefinitionUri",
    "MergeDefinitions",
    "CacheClusterEnabled",
    "CacheClusterSize",
    "Variables",
    "EndpointConfiguration",
    "MethodSettings",
    "BinaryMediaTypes",
    "MinimumCompressionSize",
    "Cors",
    "Auth",
    "GatewayResponses",
    "AccessLogSetting",
    "CanarySetting",
    "TracingEnabled",
    "OpenApiVersion",
    "Models",
    "Domain",
    "FailOnWarnings",
    "Description",
    "Mode",
    "DisableExecuteApiEndpoint",
    "ApiKeySourceType",
    "AlwaysDeploy",
    "Policy",
    "SecurityPolicy",
    "EndpointAccessMode",
];
/// What the REST API has under the same names.
const SAME: [&str; 7] = [
    "Name",
    "Description",
    "Mode",
    "ApiKeySourceType",
    "Policy",
    "SecurityPolicy",
    "EndpointAccessMode",
];
pub(super) const GLOBAL: [&str; 22] = [
    "Auth",
    "Name",
    "DefinitionUri",
    "CacheClusterEnabled",
    "CacheClusterSize",
    "MergeDefinitions",
    "Variables",
    "EndpointConfiguration",
    "MethodSettings",
    "BinaryMediaTypes",
    "MinimumCompressionSize",
    "Cors",
    "GatewayResponses",
    "AccessLogSetting",
    "CanarySetting",
    "TracingEnabled",
    "OpenApiVersion",
    "Domain",
    "AlwaysDeploy",
    "PropagateTags",
    "SecurityPolicy",
    "EndpointAccessMode",
];

/// An API at work.
pub(super) struct Api<'a> {
    pub(super) id: &'a str,
    pub(super) own: &'a Map,
    pub(super) passed: Map,
    pub(super) body: Option<Json>,
}

impl Api<'_> {
    pub(super) fn set(&self, name: &str) -> Option<&Json> {
        at(self.own, name).filter(|value| truthy(value))
    }

    pub(super) fn problem(&self, reason: impl Into<String>) -> Problem {
        Problem::of(self.id, reason)
    }

    /// The definition that a feature writes into.
    fn body_for(&mut self, feature: &str) -> Result<&mut Json, Problem> {
        let id = self.id.to_owned();
        match &mut self.body {
            None => Err(Problem::of(
                &id,
                format!(
                    "{feature} works only with inline Swagger specified in 'DefinitionBody' property."
                ),
            )),
            Some(body) if !editor::is_valid(body) => Err(Problem::of(
                &id,
                format!(
                    "Unable to add {feature} configuration because 'DefinitionBody' does not contain a valid Swagger definition."
                ),
            )),
            Some(body) => Ok(body),
        }
    }
}

impl Translator<'_> {
    pub(super) fn api(
        &mut self,
        id: &str,
        resource: &Json,
        mut own: Map,
    ) -> Result<Vec<Made>, Problem> {
        for name in ["BinaryMediaTypes", "Domain", "Auth"] {
            if let Some(value) = own.get_mut(name) {
                *value = self.values.resolved(value);
            }
        }
        let mut api = Api {
            id,
            own: &own,
            passed: passed(resource),
            body: at(&own, "DefinitionBody")
                .filter(|body| truthy(body))
                .cloned(),
        };
        check(&api)?;
        let rest = self.rest_api(&mut api, resource)?;
        let domain = self.domain(&api)?;
        let (deployment, stage) = self.stage(&api, &rest);
        let plan = self.usage_plan(&api, &stage)?;
        let mut made = vec![rest, deployment, stage];
        made.extend(self.authorizer_permissions(&api)?);
        made.extend(domain);
        made.extend(plan);
        if let Some(all) = api
            .set("Tags")
            .filter(|_| api.set("PropagateTags").is_some())
        {
            for made in &mut made {
                made.tag(all);
            }
        }
        Ok(made)
    }

    fn rest_api(&mut self, api: &mut Api<'_>, resource: &Json) -> Result<Made, Problem> {
        let mut rest = Made::new(api.id, "AWS::ApiGateway::RestApi", kept(resource))
            .depends_on(resource.get("DependsOn").cloned());
        rest.put("BinaryMediaTypes", at(api.own, "BinaryMediaTypes").cloned());
        rest.put(
            "MinimumCompressionSize",
            at(api.own, "MinimumCompressionSize").cloned(),
        );
        match api.set("EndpointConfiguration").cloned() {
            Some(given) => endpoint(&mut rest, &given, api)?,
            None if matches!(self.partition, "aws-cn" | "aws-us-gov" | "aws-eusc")
                || self.partition.starts_with("aws-iso") =>
            {
                endpoint(&mut rest, &json!("REGIONAL"), api)?;
            }
            None => {}
        }
        cors::add(api)?;
        self.add_auth(api)?;
        responses::add(api)?;
        binary_media(api);
        models(api)?;
        if let Some(flag) = api.set("FailOnWarnings").cloned() {
            rest.put("FailOnWarnings", flag);
        }
        disable_endpoint(api)?;
        if let Some(uri) = api.set("DefinitionUri") {
            rest.put("BodyS3Location", body_location(api, uri)?);
        } else if let Some(mut body) = api.body.take() {
            editor::post_process(&mut body, at(api.own, "OpenApiVersion"));
            rest.put("Body", body.clone());
            api.body = Some(body);
        }
        for name in SAME {
            if let Some(value) = api.set(name).cloned() {
                rest.put(name, value);
            }
        }
        Ok(rest)
    }

    fn stage(&self, api: &Api<'_>, rest: &Made) -> (Made, Made) {
        let mut deployment = Made::new(
            format!("{}Deployment", api.id),
            "AWS::ApiGateway::Deployment",
            api.passed.clone(),
        )
        .with("RestApiId", rest.reference());
        if api.set("OpenApiVersion").is_none() {
            deployment.put("StageName", json!("Stage"));
        }
        let name = at(api.own, "StageName").cloned().unwrap_or_default();
        let prefix = name.as_str().unwrap_or_default();
        let alphanumeric = !prefix.is_empty() && prefix.chars().all(char::is_alphanumeric);
        let id = if alphanumeric {
            format!("{}{prefix}Stage", api.id)
        } else {
            hash::id(&format!("{}Stage", api.id), &json!(prefix))
        };
        let definition = ["Body", "BodyS3Location"];
        let definition = definition
            .iter()
            .find_map(|name| rest.properties.get(*name));
        if let Some(definition) = definition.filter(|definition| truthy(definition)) {
            self.redeploy(&mut deployment, api, definition);
        }
        let mut stage = Made::new(id, "AWS::ApiGateway::Stage", api.passed.clone())
            .with("RestApiId", reference(api.id))
            .with("DeploymentId", deployment.reference())
            .with("StageName", name);
        stage.take(
            api.own,
            &[
                "CacheClusterEnabled",
                "CacheClusterSize",
                "Variables",
                "MethodSettings",
                "AccessLogSetting",
                "CanarySetting",
                "TracingEnabled",
            ],
        );
        if let Some(all) = at(api.own, "Tags") {
            stage.put("Tags", Json::Array(tags(Some(all))));
        }
        (deployment, stage)
    }

    /// A deployment whose id changes with the definition, so that CloudFormation makes a new one.
    fn redeploy(&self, deployment: &mut Made, api: &Api<'_>, definition: &Json) {
        let mut parts = vec![hash::python(definition)];
        if let Some(version) = api.set("OpenApiVersion") {
            parts.push(shown(version));
        }
        if let Some(domain) = api.set("Domain") {
            parts.push(domain.to_string());
        }
        parts.extend(self.function_names(api.id));
        let digits = hash::of_text(&parts.join("||"), 40);
        deployment.id.push_str(digits.get(..10).unwrap_or_default());
        deployment.put(
            "Description",
            json!(format!("RestApi deployment id: {digits}")),
        );
    }

    /// The names of the functions behind an API, if they have any.
    fn function_names(&self, api: &str) -> Option<String> {
        let mut names = String::new();
        for resource in self.resources().values() {
            if text(resource, "Type") != Some("AWS::Serverless::Function") {
                continue;
            }
            let events = resource.pointer("/Properties/Events");
            for (_, event) in super::values::members(events) {
                let of = event.pointer("/Properties/RestApiId");
                let of = of
                    .map(|of| get(of, "Ref").unwrap_or(of))
                    .and_then(Json::as_str);
                let name = resource.pointer("/Properties/FunctionName");
                let name = name.map(|name| self.values.resolved(name)).filter(truthy);
                if let (Some("Api"), true, Some(name)) =
                    (text(event, "Type"), of == Some(api), name)
                {
                    names.push_str(&shown(&name));
                }
            }
        }
        (!names.is_empty()).then_some(names)
    }
}

fn check(api: &Api<'_>) -> Result<(), Problem> {
    if at(api.own, "StageName").is_none() {
        return Err(Problem::missing(api.id, "StageName"));
    }
    if api.set("DefinitionUri").is_some() && api.body.is_some() {
        return Err(api
            .problem("Specify either 'DefinitionUri' or 'DefinitionBody' property and not both."));
    }
    if api.set("DefinitionUri").is_some() && api.set("MergeDefinitions").is_some() {
        return Err(
            api.problem("Cannot set 'MergeDefinitions' to True when using `DefinitionUri`.")
        );
    }
    match api.set("OpenApiVersion") {
        Some(version) if !editor::is_version_2_or_3(version) => {
            Err(api.problem("The OpenApiVersion value must be of the format '3.0.0'."))
        }
        Some(_) | None => Ok(()),
    }
}

fn endpoint(rest: &mut Made, given: &Json, api: &Api<'_>) -> Result<(), Problem> {
    let Some(kind) = get(given, "Type") else {
        rest.put("EndpointConfiguration", json!({ "Types": [given] }));
        rest.put("Parameters", json!({ "endpointConfigurationTypes": given }));
        return Ok(());
    };
    let ids = (given.get("VPCEndpointIds"), given.get("VpcEndpointIds"));
    let mut made = json!({ "Types": [kind] });
    match ids {
        (Some(_), Some(_)) => {
            return Err(api.problem(
                "'VPCEndpointIds' and 'VpcEndpointIds' cannot be used together in EndpointConfiguration.",
            ));
        }
        (Some(ids), None) | (None, Some(ids)) => put(&mut made, "VpcEndpointIds", ids),
        (None, None) => {}
    }
    if let Some(kind) = given.get("IpAddressType") {
        put(&mut made, "IpAddressType", kind);
    }
    rest.put("EndpointConfiguration", made);
    rest.put("Parameters", json!({ "endpointConfigurationTypes": kind }));
    Ok(())
}

pub(super) fn put(value: &mut Json, key: &str, with: &Json) {
    if let Some(members) = value.as_object_mut() {
        members.insert(key.to_owned(), with.clone());
    }
}

fn body_location(api: &Api<'_>, uri: &Json) -> Result<Json, Problem> {
    let pointer = if uri.is_object() {
        let has = |name| super::values::set(uri, name).is_some();
        if !has("Bucket") || !has("Key") {
            return Err(
                api.problem("'DefinitionUri' requires Bucket and Key properties to be specified.")
            );
        }
        uri.clone()
    } else {
        parse_s3(uri).ok_or_else(|| {
            api.problem(
                "'DefinitionUri' is not a valid S3 Uri of the form 's3://bucket/key' with optional versionId query parameter.",
            )
        })?
    };
    let mut location = Map::new();
    for name in ["Bucket", "Key", "Version"] {
        if let Some(value) = pointer.get(name) {
            location.insert(name.to_owned(), value.clone());
        }
    }
    Ok(Json::Object(location))
}

fn binary_media(api: &mut Api<'_>) {
    let given = api.set("BinaryMediaTypes").map(without_tilde);
    if let (Some(given), Some(body)) = (given, &mut api.body) {
        put(body, "x-amazon-apigateway-binary-media-types", &given);
    }
}

/// Slashes are written as `~1`.
fn without_tilde(value: &Json) -> Json {
    match value {
        Json::String(text) => json!(text.replace("~1", "/")),
        Json::Array(items) => Json::Array(items.iter().map(without_tilde).collect()),
        Json::Object(members) => Json::Object(
            members
                .iter()
                .map(|(key, value)| (key.replace("~1", "/"), without_tilde(value)))
                .collect(),
        ),
        other => other.clone(),
    }
}

fn models(api: &mut Api<'_>) -> Result<(), Problem> {
    let Some(models) = api.set("Models").cloned() else {
        return Ok(());
    };
    let version = at(api.own, "OpenApiVersion").cloned();
    let wrong = api.problem("Invalid value for 'Models' property");
    let body = api.body_for("Models")?;
    let mut all = body
        .get("definitions")
        .and_then(Json::as_object)
        .cloned()
        .unwrap_or_default();
    for (name, schema) in super::values::members(Some(&models)) {
        if super::values::set(schema, "type").is_none() || is_function(schema) {
            return Err(wrong);
        }
        all.insert(name.to_lowercase(), schema.clone());
    }
    put(body, "definitions", &Json::Object(all));
    editor::post_process(body, version.as_ref());
    Ok(())
}

fn disable_endpoint(api: &mut Api<'_>) -> Result<(), Problem> {
    let Some(flag) = at(api.own, "DisableExecuteApiEndpoint").cloned() else {
        return Ok(());
    };
    let Some(body) = &mut api.body else {
        return Err(
            api.problem("DisableExecuteApiEndpoint works only within 'DefinitionBody' property.")
        );
    };
    let is_3 = body.get("openapi").is_some_and(editor::is_version_3);
    let set = |value: &mut Json| {
        let members = value.as_object_mut();
        let part = members.and_then(|members| {
            super::values::map_at(members, "x-amazon-apigateway-endpoint-configuration")
        });
        if let Some(part) = part {
            part.insert("disableExecuteApiEndpoint".to_owned(), flag.clone());
        }
    };
    if is_3 {
        let mut servers = body.get("servers").cloned().unwrap_or_else(|| json!([{}]));
        servers.as_array_mut().into_iter().flatten().for_each(set);
        put(body, "servers", &servers);
    } else {
        set(body);
    }
    Ok(())
}
