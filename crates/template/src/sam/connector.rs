//! `AWS::Serverless::Connector`: what one resource may do with another.

use std::collections::BTreeMap;

use serde_json::json;

use super::data;
use super::resource::{Made, kept};
use super::translator::{Problem, Translator};
use super::values::{Json, Map, at, get, listed, members, reference, referenced, text};

pub(super) const KNOWN: [&str; 3] = ["Source", "Destination", "Permissions"];

/// An end of a connector.
struct End {
    id: Option<String>,
    kind: String,
    arn: Option<Json>,
    role: Option<Json>,
    queue_url: Option<Json>,
    resource_id: Option<Json>,
    name: Option<Json>,
    qualifier: Option<Json>,
}

/// Makes connectors of those that stand inside of resources.
pub(super) fn embedded(translator: &mut Translator<'_>) -> Vec<Problem> {
    let mut made = Vec::new();
    let mut problems = Vec::new();
    for (id, resource) in translator.resources() {
        let connectors = resource.get("Connectors");
        if connectors.is_some_and(|connectors| !connectors.is_object()) {
            problems.push(Problem::of(id, "'Connectors' should be a map."));
        }
        for (name, connector) in members(connectors) {
            match own(id, connector) {
                Ok(connector) => made.push((format!("{id}{name}"), connector)),
                Err(problem) => problems.push(problem),
            }
        }
    }
    if let Some(resources) = translator.resources_mut() {
        for resource in resources.values_mut().filter_map(Json::as_object_mut) {
            resource.remove("Connectors");
        }
        resources.extend(made);
    }
    problems
}

fn own(id: &str, connector: &Json) -> Result<Json, Problem> {
    let mut connector = connector.clone();
    let properties = connector
        .get_mut("Properties")
        .and_then(Json::as_object_mut);
    let Some(properties) = properties else {
        return Err(Problem::of(id, "'Connectors' need properties."));
    };
    let mut source = json!({ "Id": id });
    if let Some(more) = properties.remove("SourceReference") {
        if more.get("Id").is_some() {
            return Err(Problem::of(
                id,
                "'Id' shouldn't be defined in 'SourceReference'.",
            ));
        }
        if let (Json::Object(more), Some(source)) = (more, source.as_object_mut()) {
            source.extend(more);
        }
    }
    properties.insert("Source".to_owned(), source);
    if let Some(members) = connector.as_object_mut() {
        members.insert("Type".to_owned(), json!("AWS::Serverless::Connector"));
    }
    Ok(connector)
}

impl Translator<'_> {
    pub(super) fn connector(
        &mut self,
        id: &str,
        resource: &Json,
        own: &Map,
    ) -> Result<Vec<Made>, Problem> {
        let needed = |name: &str| at(own, name).ok_or_else(|| Problem::missing(id, name));
        let (source, destination) = (needed("Source")?, needed("Destination")?);
        let permissions: Vec<String> = needed("Permissions")?
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect();
        let many = destination.is_array();
        let mut all = Vec::new();
        for (index, to) in listed(destination).iter().enumerate() {
            let link = Link {
                id,
                resource,
                permissions: &permissions,
                suffix: if many {
                    format!("Destination{index}")
                } else {
                    String::new()
                },
                source: self.end(id, source, to)?,
                destination: self.end(id, to, source)?,
            };
            let mut made = self.linked(&link)?;
            self.note(&link, &mut made);
            all.extend(made);
        }
        if all.is_empty() {
            return Err(Problem::of(id, "'Destination' is an empty list"));
        }
        let ids: Vec<Json> = all.iter().map(|made| json!(made.id)).collect();
        self.depend_instead(id, &ids);
        Ok(all)
    }

    fn end(&self, id: &str, given: &Json, other: &Json) -> Result<End, Problem> {
        let has_id = given.get("Id").is_some();
        let has_more = members(Some(given)).any(|(key, _)| key != "Id" && key != "Qualifier");
        if has_id == has_more {
            return Err(Problem::of(
                id,
                "Must provide 'Id' (with optional 'Qualifier') or a supported combination of other properties.",
            ));
        }
        let own = |name: &str| get(given, name).cloned();
        let Some(of) = get(given, "Id") else {
            let kind = text(given, "Type").filter(|kind| !kind.is_empty());
            let kind = kind.ok_or_else(|| Problem::of(id, "'Type' is missing or not a string."))?;
            return Ok(End {
                id: None,
                kind: plain(kind).to_owned(),
                arn: own("Arn"),
                role: own("RoleName"),
                queue_url: own("QueueUrl"),
                resource_id: own("ResourceId"),
                name: own("Name"),
                qualifier: own("Qualifier"),
            });
        };
        let of = of
            .as_str()
            .ok_or_else(|| Problem::of(id, "'Id' is missing or not a string."))?;
        let Some(resource) = self.out.get(of) else {
            let reason = format!("Unable to find resource with logical ID '{of}'.");
            return Err(Problem::of(id, reason));
        };
        let kind = text(resource, "Type").unwrap_or_default().to_owned();
        let known = data::resource_properties(&kind).map(|known| {
            replaced(known, &BTreeMap::from([("logicalId", Some(json!(of)))])).unwrap_or_default()
        });
        let known = known.unwrap_or_default();
        let output = |name: &str| {
            known
                .get("Outputs")
                .and_then(|outputs| get(outputs, name))
                .cloned()
        };
        Ok(End {
            id: Some(of.to_owned()),
            arn: output("Arn"),
            role: role(&known, resource, other),
            queue_url: output("Url"),
            resource_id: output("Id"),
            name: output("Name"),
            qualifier: own("Qualifier").or_else(|| output("Qualifier")),
            kind,
        })
    }

    fn linked(&mut self, link: &Link<'_>) -> Result<Vec<Made>, Problem> {
        let (from, to) = (&link.source, &link.destination);
        let Some(profile) = data::connector(&from.kind, &to.kind) else {
            return Err(link.problem(format!(
                "Unable to create connector from {} to {}; it's not supported or the template is invalid.",
                from.kind, to.kind
            )));
        };
        let properties = profile.get("Properties").cloned().unwrap_or_default();
        link.check(&properties)?;
        let values = BTreeMap::from([
            ("Source.Arn", from.arn.clone()),
            ("Destination.Arn", to.arn.clone()),
            ("Source.ResourceId", from.resource_id.clone()),
            ("Destination.ResourceId", to.resource_id.clone()),
            ("Source.Name", from.name.clone()),
            ("Destination.Name", to.name.clone()),
            ("Source.Qualifier", from.qualifier.clone()),
            ("Destination.Qualifier", to.qualifier.clone()),
        ]);
        let properties = replaced(&properties, &values).map_err(|reason| link.problem(reason))?;
        let of_source = properties.get("SourcePolicy") == Some(&json!(true));
        let side = if of_source { from } else { to };
        let which = if of_source { "Source" } else { "Destination" };
        let no =
            |what: &str| link.problem(format!("Unable to get {what} from '{which}' resource."));
        let document =
            json!({ "Version": "2012-10-17", "Statement": link.statements(&properties) });
        match text(profile, "Type") {
            Some("AWS_LAMBDA_PERMISSION") => {
                let arn = side.arn.as_ref().ok_or_else(|| no("Lambda function ARN"))?;
                Ok(link.permissions(&properties, arn))
            }
            Some("AWS_SQS_QUEUE_POLICY") => {
                let url = side.queue_url.as_ref().ok_or_else(|| no("SQS queue URL"))?;
                let made = link.made(
                    &format!("QueuePolicy{}", link.suffix),
                    "AWS::SQS::QueuePolicy",
                );
                Ok(vec![
                    made.with("PolicyDocument", document)
                        .with("Queues", json!([url])),
                ])
            }
            Some("AWS_SNS_TOPIC_POLICY") => {
                let arn = side.arn.as_ref().ok_or_else(|| no("SNS topic ARN"))?;
                let made = link.made(
                    &format!("TopicPolicy{}", link.suffix),
                    "AWS::SNS::TopicPolicy",
                );
                Ok(vec![
                    made.with("Topics", json!([arn]))
                        .with("PolicyDocument", document),
                ])
            }
            _ => {
                let role = side.role.clone().ok_or_else(|| no("IAM role name"))?;
                let made = link
                    .made(&format!("Policy{}", link.suffix), "AWS::IAM::ManagedPolicy")
                    .with("PolicyDocument", document)
                    .with("Roles", json!([role]));
                self.depended(&properties, link, &made.id);
                Ok(vec![made])
            }
        }
    }

    /// What has to wait for the policy.
    fn depended(&mut self, properties: &Json, link: &Link<'_>, policy: &str) {
        let waiting = match text(properties, "DependedBy") {
            Some("SOURCE") => link.source.id.clone(),
            Some("DESTINATION_EVENT_SOURCE_MAPPING") => self.only_mapping(link),
            _ => None,
        };
        let waiting = waiting
            .and_then(|id| self.out.get_mut(&id))
            .and_then(Json::as_object_mut);
        if let Some(waiting) = waiting {
            let mut needed = at(waiting, "DependsOn").map(listed).unwrap_or_default();
            if !needed.contains(&json!(policy)) {
                needed.push(json!(policy));
            }
            waiting.insert("DependsOn".to_owned(), Json::Array(needed));
        }
    }

    fn only_mapping(&self, link: &Link<'_>) -> Option<String> {
        let (from, to) = (link.source.id.as_deref()?, link.destination.id.as_deref()?);
        let joins = |resource: &Json| {
            let part = |name: &str| {
                resource
                    .pointer(&format!("/Properties/{name}"))
                    .and_then(referenced)
            };
            text(resource, "Type") == Some("AWS::Lambda::EventSourceMapping")
                && part("FunctionName") == Some(to)
                && part("EventSourceArn") == Some(from)
        };
        let mut found = self.out.iter().filter(|(_, resource)| joins(resource));
        match (found.next(), found.next()) {
            (Some((id, _)), None) => Some(id.clone()),
            _ => None,
        }
    }

    fn note(&self, link: &Link<'_>, made: &mut [Made]) {
        let original = |end: &End| {
            let declared = end.id.as_deref().and_then(|id| self.resource(id));
            let kind = declared.and_then(|resource| text(resource, "Type"));
            kind.unwrap_or(&end.kind).to_owned()
        };
        let told = json!({
            link.id: {
                "Source": { "Type": original(&link.source) },
                "Destination": { "Type": original(&link.destination) },
            },
        });
        for made in made {
            let known = made.attributes.get("Metadata").and_then(Json::as_object);
            let mut metadata = known.cloned().unwrap_or_default();
            metadata.insert("aws:sam:connectors".to_owned(), told.clone());
            made.attributes
                .insert("Metadata".to_owned(), Json::Object(metadata));
        }
    }

    /// What depended on the connector depends on what it became.
    fn depend_instead(&mut self, id: &str, ids: &[Json]) {
        for resource in self.out.values_mut().filter_map(Json::as_object_mut) {
            let Some(needed) = at(resource, "DependsOn").map(listed) else {
                continue;
            };
            if !needed.contains(&json!(id)) {
                continue;
            }
            let mut all: Vec<Json> = needed.into_iter().filter(|one| one != &json!(id)).collect();
            for new in ids {
                if !all.contains(new) {
                    all.push(new.clone());
                }
            }
            resource.insert("DependsOn".to_owned(), Json::Array(all));
        }
    }
}

struct Link<'a> {
    id: &'a str,
    resource: &'a Json,
    permissions: &'a [String],
    suffix: String,
    source: End,
    destination: End,
}

impl Link<'_> {
    fn problem(&self, reason: impl Into<String>) -> Problem {
        Problem::of(self.id, reason)
    }

    fn made(&self, suffix: &str, kind: &'static str) -> Made {
        Made::new(format!("{}{suffix}", self.id), kind, kept(self.resource))
            .depends_on(self.resource.get("DependsOn").cloned())
    }

    fn check(&self, properties: &Json) -> Result<(), Problem> {
        let known: Vec<&str> = members(properties.get("AccessCategories"))
            .map(|(name, _)| name.as_str())
            .collect();
        let valid = known.join(", ");
        if self.permissions.is_empty() {
            return Err(self.problem(format!(
                "'Permissions' cannot be empty; valid values are: {valid}."
            )));
        }
        let between = format!(
            "Unsupported 'Permissions' provided for connector from {} to {}",
            self.source.kind, self.destination.kind
        );
        if self
            .permissions
            .iter()
            .any(|name| !known.contains(&name.as_str()))
        {
            return Err(self.problem(format!("{between}; valid values are: {valid}.")));
        }
        let Some(combinations) = properties
            .get("ValidAccessCategories")
            .and_then(Json::as_array)
        else {
            return Ok(());
        };
        let sorted = |names: Vec<String>| {
            let mut names = names;
            names.sort();
            names.dedup();
            names
        };
        let asked = sorted(self.permissions.to_vec());
        let combinations = combinations.iter().map(|names| {
            let names = names.as_array().into_iter().flatten();
            sorted(
                names
                    .filter_map(|name| name.as_str().map(str::to_owned))
                    .collect(),
            )
        });
        let combinations: Vec<Vec<String>> = combinations.collect();
        if combinations.contains(&asked) {
            return Ok(());
        }
        let shown: Vec<String> = combinations.iter().map(|names| names.join(" + ")).collect();
        Err(self.problem(format!(
            "{between}; valid combinations are: {}.",
            shown.join(", ")
        )))
    }

    fn asked<'a>(&'a self, properties: &'a Json) -> impl Iterator<Item = (&'a String, &'a Json)> {
        members(properties.get("AccessCategories"))
            .filter(|(name, _)| self.permissions.contains(name))
    }

    fn statements(&self, properties: &Json) -> Vec<Json> {
        let of_each = self
            .asked(properties)
            .filter_map(|(_, category)| category.get("Statement"));
        of_each.flat_map(listed).collect()
    }

    fn permissions(&self, properties: &Json, function: &Json) -> Vec<Made> {
        let one = |(name, category): (&String, &Json)| {
            let mut made = self.made(
                &format!("{name}LambdaPermission{}", self.suffix),
                "AWS::Lambda::Permission",
            );
            made.put("FunctionName", function.clone());
            for name in ["Action", "Principal", "SourceArn", "SourceAccount"] {
                made.put(name, category.get(name).cloned());
            }
            made
        };
        self.asked(properties).map(one).collect()
    }
}

/// The type that a SAM type becomes.
fn plain(kind: &str) -> &str {
    match kind {
        "AWS::Serverless::Function" => "AWS::Lambda::Function",
        "AWS::Serverless::StateMachine" => "AWS::StepFunctions::StateMachine",
        "AWS::Serverless::Api" => "AWS::ApiGateway::RestApi",
        "AWS::Serverless::HttpApi" => "AWS::ApiGatewayV2::Api",
        "AWS::Serverless::SimpleTable" => "AWS::DynamoDB::Table",
        other => other,
    }
}

/// The name of the role that a resource acts in.
fn role(known: &Json, resource: &Json, other: &Json) -> Option<Json> {
    let property = known.get("Inputs")?.get("Role")?;
    let properties = resource.get("Properties")?;
    let role = if let Json::String(name) = property {
        properties.get(name)?
    } else {
        let targets = properties.get("Targets")?.as_array()?;
        let is_meant = |target: &&Json| {
            let arn = target.get("Arn");
            let named = arn.and_then(referenced);
            let by_id = named.is_some() && named == get(other, "Id").and_then(Json::as_str);
            by_id || (get(other, "Arn").is_some() && arn == other.get("Arn"))
        };
        targets.iter().find(is_meant)?.get("RoleArn")?
    };
    referenced(role).map(reference)
}

/// A profile with `%{Name}` replaced: by the value where nothing else is said, by `Fn::Sub` inside of a text.
fn replaced(value: &Json, values: &BTreeMap<&str, Option<Json>>) -> Result<Json, String> {
    match value {
        Json::Object(all) => {
            let mut made = Map::new();
            for (key, value) in all {
                made.insert(key.clone(), replaced(value, values)?);
            }
            Ok(Json::Object(made))
        }
        Json::Array(items) => {
            let items = items.iter().map(|item| replaced(item, values));
            Ok(Json::Array(items.collect::<Result<_, _>>()?))
        }
        Json::String(text) => replaced_text(text, values),
        other => Ok(other.clone()),
    }
}

fn replaced_text(text: &str, values: &BTreeMap<&str, Option<Json>>) -> Result<Json, String> {
    let mut text = text.to_owned();
    let mut variables = Map::new();
    for (name, value) in values {
        let pattern = format!("%{{{name}}}");
        if !text.contains(&pattern) {
            continue;
        }
        let Some(value) = value else {
            return Err(format!("{name} is missing."));
        };
        if text == pattern {
            return Ok(value.clone());
        }
        let plain: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
        text = text.replace(&pattern, &format!("${{{plain}}}"));
        variables.insert(plain, value.clone());
    }
    if !text.contains("${") {
        return Ok(json!(text));
    }
    if variables.is_empty() {
        return Ok(json!({ "Fn::Sub": text }));
    }
    Ok(json!({ "Fn::Sub": [text, variables] }))
}
