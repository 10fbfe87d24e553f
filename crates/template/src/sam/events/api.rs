//! Events of type `Api`: a method of a REST API, and the permission for its stage.

use serde_json::json;

use super::{Event, Grant, Target, permission};
use crate::sam::api::editor::{self, Invocation, add_invocation, methods_mut, skeleton, wildcards};
use crate::sam::api::{add_policy, add_statements, auth};
use crate::sam::plugins::MANAGED;
use crate::sam::resource::Made;
use crate::sam::translator::{Problem, Translator};
use crate::sam::values::{Json, Map, at, get, set, shorthand, sub, truthy};

/// The API that an event is for.
struct Behind {
    id: Option<String>,
    own: Map,
    /// What the permission's id ends with.
    suffix: String,
}

impl Translator<'_> {
    pub(super) fn api_event(
        &mut self,
        mut event: Event<'_>,
        target: &Target,
    ) -> Result<Vec<Made>, Problem> {
        event.needed("Path")?;
        let method = event
            .needed("Method")?
            .as_str()
            .unwrap_or_default()
            .to_lowercase();
        let api = event.needed("RestApiId")?.clone();
        event.own.insert("Method".to_owned(), json!(method));
        let mut behind = self.behind(&event, &api)?;
        let made = vec![self.api_permission(&event, target, &behind)];
        let managed = at(&behind.own, MANAGED).is_some_and(truthy);
        let merges = at(&behind.own, "MergeDefinitions").is_some_and(truthy);
        if let Some(body) = at(&behind.own, "DefinitionBody").cloned() {
            let mut body = body;
            if managed || merges {
                body = self.integrated(&event, target, &behind, body)?;
            }
            if truthy(&body) {
                self.overridden(&event, &behind, &mut body)?;
            }
            behind.own.insert("DefinitionBody".to_owned(), body);
            self.write_back(behind);
        }
        Ok(made)
    }

    fn behind(&self, event: &Event<'_>, api: &Json) -> Result<Behind, Problem> {
        let id = get(api, "Ref").unwrap_or(api).as_str();
        let Some(id) = id else {
            return Ok(Behind {
                id: None,
                own: Map::new(),
                suffix: "AllStages".to_owned(),
            });
        };
        let Some(resource) = self.resource(id) else {
            return Err(event.problem(
                "RestApiId property of Api event must reference a valid resource in the same template.",
            ));
        };
        let own = resource.get("Properties").and_then(Json::as_object);
        let own = own.cloned().unwrap_or_default();
        let suffix = match own.get("StageName") {
            Some(Json::String(stage)) if stage.is_empty() => {
                return Err(Problem::of(id, "StageName cannot be empty."));
            }
            Some(Json::String(stage)) => stage.clone(),
            _ => "Stage".to_owned(),
        };
        Ok(Behind {
            id: Some(id.to_owned()),
            own,
            suffix,
        })
    }

    fn write_back(&mut self, behind: Behind) {
        let id = behind.id.unwrap_or_default();
        let api = self.resources_mut().and_then(|all| all.get_mut(&id));
        if let Some(api) = api.and_then(Json::as_object_mut) {
            api.insert("Properties".to_owned(), Json::Object(behind.own));
        }
    }

    fn api_permission(&self, event: &Event<'_>, target: &Target, behind: &Behind) -> Made {
        let path = at(&event.own, "Path")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let path = match path.strip_suffix('/') {
            Some(shorter) if !shorter.is_empty() => shorter,
            _ => path,
        };
        let method = at(&event.own, "Method")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let method = if method == "any" {
            "*".to_owned()
        } else {
            method.to_uppercase()
        };
        let resource = format!("${{__ApiId__}}/${{__Stage__}}/{method}{}", wildcards(path));
        let source = sub(
            &self.arn("execute-api", &resource),
            json!({ "__ApiId__": event.own.get("RestApiId"), "__Stage__": "*" }),
        );
        let grant = Grant {
            principal: "apigateway.amazonaws.com",
            source_arn: Some(source),
            suffix: &behind.suffix,
            ..Grant::default()
        };
        permission(event, target, grant)
    }

    /// The definition with the method of the event.
    fn integrated(
        &self,
        event: &Event<'_>,
        target: &Target,
        behind: &Behind,
        body: Json,
    ) -> Result<Json, Problem> {
        let merges = at(&behind.own, "MergeDefinitions").is_some_and(truthy);
        let path = at(&event.own, "Path")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let method = at(&event.own, "Method")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let mut edited = if merges { skeleton() } else { body.clone() };
        if editor::has_integration(&edited, path, method) {
            return Err(event.problem(format!(
                "API method \"{method}\" defined multiple times for path \"{path}\"."
            )));
        }
        let streams = event.given("ResponseTransferMode") == Some(json!("RESPONSE_STREAM"));
        let invocation = Invocation {
            path,
            method,
            uri: self.invocation_uri(target, streams),
            credentials: self.credentials(event, behind),
            condition: target.condition(),
            streams,
        };
        add_invocation(&mut edited, &invocation);
        if let Some(given) = set(&Json::Object(event.own.clone()), "Auth") {
            self.method_auth(event, behind, &mut edited, given)?;
        }
        if let Some(limit) = event.given("TimeoutInMillis").filter(truthy) {
            for definition in methods_mut(&mut edited, path, method) {
                if let Some(Json::Object(integration)) = definition.get_mut(editor::INTEGRATION) {
                    integration.insert("timeoutInMillis".to_owned(), limit.clone());
                }
            }
        }
        model(event, behind, &mut edited)?;
        parameters(event, &mut edited)?;
        Ok(if merges {
            merged(body, &edited, path, method)
        } else {
            edited
        })
    }

    fn invocation_uri(&self, target: &Target, streams: bool) -> Json {
        let (version, call) = if streams {
            ("2021-11-15", "response-streaming-invocations")
        } else {
            ("2015-03-31", "invocations")
        };
        let uri = format!(
            "arn:{}:apigateway:${{AWS::Region}}:lambda:path/{version}/functions/{}/{call}",
            self.partition,
            shorthand(&target.arn)
        );
        sub(&uri, Json::Null)
    }

    /// Who invokes, if the method is signed: the caller, unless a role is named.
    fn credentials(&self, event: &Event<'_>, behind: &Behind) -> Option<Json> {
        let method = at(&event.own, "Auth").cloned().unwrap_or_default();
        let api = at(&behind.own, "Auth").cloned().unwrap_or_default();
        let iam = json!("AWS_IAM");
        let signed = method.get("Authorizer") == Some(&iam)
            || (api.get("DefaultAuthorizer") == Some(&iam) && !truthy(&method));
        if !signed {
            return None;
        }
        let role = |auth: &Json| match auth.get("InvokeRole") {
            Some(role) if truthy(role) => Some(role.clone()),
            Some(_) => Some(json!("NONE")),
            None => None,
        };
        let caller = json!(format!("arn:{}:iam::*:user/*", self.partition));
        match role(&method).or_else(|| role(&api)) {
            None => Some(caller),
            Some(role) if role == json!("CALLER_CREDENTIALS") => Some(caller),
            Some(role) if role == json!("NONE") => None,
            Some(role) => Some(role),
        }
    }

    /// `OverrideApiAuth`, on definitions that the template brings itself.
    fn overridden(
        &self,
        event: &Event<'_>,
        behind: &Behind,
        body: &mut Json,
    ) -> Result<(), Problem> {
        let Some(given) = event
            .given("Auth")
            .filter(|auth| set(auth, "OverrideApiAuth").is_some())
        else {
            return Ok(());
        };
        let names = ["Authorizer", "ApiKeyRequired", "ResourcePolicy"];
        if names.iter().all(|name| set(&given, name).is_none()) {
            return Err(event.problem(
                "Must define one of: Authorizer, ApiKeyRequired or ResourcePolicy when using the OverrideApiAuth property.",
            ));
        }
        self.method_auth(event, behind, body, &given)
    }

    fn method_auth(
        &self,
        event: &Event<'_>,
        behind: &Behind,
        body: &mut Json,
        given: &Json,
    ) -> Result<(), Problem> {
        let path = at(&event.own, "Path")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let method = at(&event.own, "Method")
            .and_then(Json::as_str)
            .unwrap_or_default();
        let api = at(&behind.own, "Auth")
            .map(|auth| self.values.resolved(auth))
            .unwrap_or_default();
        check_authorizer(event, given, &api)?;
        // The method's own scopes and authorizers are looked up in what the API says before references are resolved.
        let unresolved = at(&behind.own, "Auth").cloned().unwrap_or_default();
        if let Some(authorizer) = set(given, "Authorizer") {
            set_authorizer(event, body, authorizer, given, &unresolved);
        }
        if let Some(required) = get(given, "ApiKeyRequired") {
            let name = if truthy(required) {
                "api_key"
            } else {
                "api_key_false"
            };
            let mut found = false;
            for definition in methods_mut(body, path, method) {
                append_security(definition, json!({ name: [] }));
                found = true;
            }
            if found && truthy(required) {
                auth::add_key_definition(body);
            }
        }
        if let Some(policy) = set(given, "ResourcePolicy") {
            let stage = json!(behind.suffix);
            add_policy(body, policy, path, &stage).map_err(|reason| event.problem(reason))?;
            if let Some(statements) = set(policy, "CustomStatements") {
                add_statements(body, statements);
            }
        }
        Ok(())
    }
}

fn check_authorizer(event: &Event<'_>, given: &Json, api: &Json) -> Result<(), Problem> {
    let path = at(&event.own, "Path")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let method = at(&event.own, "Method")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let on = |name: &str| {
        format!("Unable to set Authorizer [{name}] on API method [{method}] for path [{path}]")
    };
    let known = set(api, "Authorizers");
    let authorizer = set(given, "Authorizer");
    match authorizer.map(|authorizer| authorizer.as_str()) {
        None | Some(Some("AWS_IAM")) => {}
        Some(Some("NONE")) => {
            if set(api, "DefaultAuthorizer").is_none() {
                return Err(event.problem(format!(
                    "Unable to set Authorizer on API method [{method}] for path [{path}] because 'NONE' is only a valid value when a DefaultAuthorizer on the API is specified."
                )));
            }
        }
        Some(Some(name)) => match known {
            None => {
                return Err(event.problem(format!(
                    "{} because the related API does not define any Authorizers.",
                    on(name)
                )));
            }
            Some(known) if set(known, name).is_none() => {
                return Err(event.problem(format!(
                    "{} because it wasn't defined in the API's Authorizers.",
                    on(name)
                )));
            }
            Some(_) => {}
        },
        Some(None) => {
            return Err(event.problem(format!(
                "{}. The method authorizer must be a string with a corresponding dict entry in the api authorizer.",
                on("{}")
            )));
        }
    }
    if set(given, "AuthorizationScopes").is_some() && authorizer.is_none() {
        return Err(event.problem("AuthorizationScopes works only when Authorizer is set"));
    }
    let refused = get(given, "ApiKeyRequired").is_some_and(|required| !truthy(required));
    if refused && set(api, "ApiKeyRequired").is_none() {
        return Err(event.problem(format!(
            "Unable to set ApiKeyRequired [False] on API method [{method}] for path [{path}] because the related API does not specify any ApiKeyRequired."
        )));
    }
    Ok(())
}

fn set_authorizer(event: &Event<'_>, body: &mut Json, authorizer: &Json, given: &Json, api: &Json) {
    let path = at(&event.own, "Path")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let method = at(&event.own, "Method")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let name = authorizer.as_str().unwrap_or_default();
    let mut scopes = json!([]);
    let known = set(api, "Authorizers").and_then(|all| get(all, name));
    if name != "NONE"
        && let Some(known) = known
    {
        let own = get(known, "AuthorizationScopes");
        let wanted = get(given, "AuthorizationScopes").or(own);
        scopes = wanted.cloned().unwrap_or(scopes);
    }
    let mut signed = false;
    for definition in methods_mut(body, path, method) {
        append_security(definition, json!({ name: scopes }));
        let first = definition
            .get("security")
            .and_then(|security| security.get(0));
        signed |= first.is_some_and(|first| first.get("AWS_IAM").is_some());
    }
    if signed {
        auth::add_iam_definition(body);
    }
}

fn append_security(definition: &mut Map, security: Json) {
    let known = definition.get("security").and_then(Json::as_array);
    let mut all = known.cloned().unwrap_or_default();
    all.push(security);
    definition.insert("security".to_owned(), Json::Array(all));
}

fn model(event: &Event<'_>, behind: &Behind, body: &mut Json) -> Result<(), Problem> {
    let Some(wanted) = event.given("RequestModel").filter(truthy) else {
        return Ok(());
    };
    let Some(name) = set(&wanted, "Model") else {
        return Ok(());
    };
    let path = at(&event.own, "Path")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let method = at(&event.own, "Method")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let named = name.as_str().unwrap_or_default();
    let wrong = |why: &str| {
        event.problem(format!(
            "Unable to set RequestModel [{named}] on API method [{method}] for path [{path}] because {why}"
        ))
    };
    let Some(models) = at(&behind.own, "Models").filter(|models| truthy(models)) else {
        return Err(wrong("the related API does not define any Models."));
    };
    if set(models, named).is_none() {
        return Err(wrong("it wasn't defined in the API's Models."));
    }
    let is_swagger = get(body, "swagger").is_some();
    let model = named.to_lowercase();
    for definition in methods_mut(body, path, method) {
        let place = if is_swagger {
            "#/definitions/"
        } else {
            "#/components/schemas/"
        };
        let schema = json!({ "$ref": format!("{place}{model}") });
        let mut part = if is_swagger {
            json!({ "in": "body", "name": model, "schema": schema })
        } else {
            json!({ "content": { "application/json": { "schema": schema } } })
        };
        if let (Some(required), Some(part)) = (get(&wanted, "Required"), part.as_object_mut()) {
            part.insert("required".to_owned(), required.clone());
        }
        if is_swagger {
            append(definition, "parameters", part);
        } else {
            definition.insert("requestBody".to_owned(), part);
        }
    }
    validator(body, &wanted, path, method);
    Ok(())
}

fn append(definition: &mut Map, key: &str, value: Json) {
    let known = definition.get(key).and_then(Json::as_array);
    let mut all = known.cloned().unwrap_or_default();
    all.push(value);
    definition.insert(key.to_owned(), Json::Array(all));
}

fn validator(body: &mut Json, wanted: &Json, path: &str, method: &str) {
    let flag = |name| get(wanted, name).map(|flag| flag == &json!(true));
    let (of_body, of_parameters) = (flag("ValidateBody"), flag("ValidateParameters"));
    if of_body.is_none() && of_parameters.is_none() {
        return;
    }
    let (of_body, of_parameters) = (of_body.unwrap_or(false), of_parameters.unwrap_or(false));
    let name = match (of_body, of_parameters) {
        (true, true) => "body-and-params",
        (true, false) => "body-only",
        (false, true) => "params-only",
        (false, false) => "no-validation",
    };
    if let Some(body) = body.as_object_mut()
        && let Some(all) =
            crate::sam::values::map_at(body, "x-amazon-apigateway-request-validators")
    {
        all.entry(name.to_owned()).or_insert_with(|| {
            json!({ "validateRequestBody": of_body, "validateRequestParameters": of_parameters })
        });
    }
    for definition in methods_mut(body, path, method) {
        let key = "x-amazon-apigateway-request-validator".to_owned();
        definition.insert(key, json!(name));
    }
}

fn parameters(event: &Event<'_>, body: &mut Json) -> Result<(), Problem> {
    let path = at(&event.own, "Path")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let method = at(&event.own, "Method")
        .and_then(Json::as_str)
        .unwrap_or_default();
    let Some(Json::Array(wanted)) = event.given("RequestParameters") else {
        return Ok(());
    };
    for wanted in &wanted {
        let (name, settings) = match wanted {
            Json::String(name) => (name.clone(), json!({})),
            Json::Object(members) => match members.iter().next() {
                Some((name, settings)) => (name.clone(), settings.clone()),
                None => continue,
            },
            _ => {
                return Err(event.problem(
                    "Invalid value for 'RequestParameters' property. Property must be either a string or an object",
                ));
            }
        };
        let Some((place, own)) = placed(&name) else {
            return Err(event.problem(
                "Invalid value for 'RequestParameters' property. Keys must be in the format 'method.request.[querystring|path|header].{value}', e.g 'method.request.header.Authorization'.",
            ));
        };
        let flag = |key| get(&settings, key).cloned().unwrap_or_else(|| json!(false));
        for definition in methods_mut(body, path, method) {
            let part =
                json!({ "in": place, "name": own, "required": flag("Required"), "type": "string" });
            append(definition, "parameters", part);
            if truthy(&flag("Caching"))
                && let Some(Json::Object(integration)) = definition.get_mut(editor::INTEGRATION)
            {
                append(integration, "cacheKeyParameters", json!(name));
            }
        }
    }
    Ok(())
}

/// `method.request.header.Name` is the header `Name`.
fn placed(name: &str) -> Option<(&'static str, &str)> {
    let (place, own) = name.strip_prefix("method.request.")?.split_once('.')?;
    match place {
        "querystring" => Some(("query", own)),
        "path" => Some(("path", own)),
        "header" => Some(("header", own)),
        _ => None,
    }
}

/// What the template says of the method, and what SAM has to add.
fn merged(mut body: Json, edited: &Json, path: &str, method: &str) -> Json {
    let made = edited.get("paths").and_then(|paths| {
        paths
            .get(path)?
            .get(editor::normal_method(method))?
            .as_object()
    });
    let (Some(made), Some(whole)) = (made, body.as_object_mut()) else {
        return body;
    };
    // AWS's transform drops the method where the template has no paths at all.
    if let Some(Json::Object(paths)) = whole.get_mut("paths")
        && let Some(item) = crate::sam::values::map_at(paths, path)
        && let Some(definition) = crate::sam::values::map_at(item, method)
    {
        definition.extend(made.clone());
    }
    body
}
