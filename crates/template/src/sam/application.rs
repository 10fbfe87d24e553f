//! `AWS::Serverless::Application`: another application as a nested stack.

use serde_json::json;

use super::resource::{Made, passed};
use super::translator::{Problem, Translator};
use super::values::{Json, Map, at, tags};

pub(super) const KNOWN: [&str; 6] = [
    "Location",
    "TemplateUrl",
    "Parameters",
    "NotificationARNs",
    "Tags",
    "TimeoutInMinutes",
];

impl Translator<'_> {
    pub(super) fn application(
        &self,
        id: &str,
        resource: &Json,
        own: &Map,
    ) -> Result<Vec<Made>, Problem> {
        let location = at(own, "Location").ok_or_else(|| {
            Problem::of(id, "Resource is missing the required [Location] property.")
        })?;
        let (url, from) = self.located(id, location)?;
        let mut all = vec![json!({ "Key": "lambda:createdBy", "Value": "SAM" })];
        all.extend(from);
        all.extend(tags(at(own, "Tags")));
        let mut stack = Made::new(id, "AWS::CloudFormation::Stack", passed(resource))
            .depends_on(resource.get("DependsOn").cloned())
            .with("TemplateURL", url)
            .with("Tags", Json::Array(all));
        stack.take(own, &["Parameters", "NotificationARNs", "TimeoutInMinutes"]);
        Ok(vec![stack])
    }

    /// Where the template is, and what tags that brings.
    fn located(&self, id: &str, location: &Json) -> Result<(Json, Vec<Json>), Problem> {
        if !location.is_object() || super::values::is_function(location) {
            return Ok((location.clone(), Vec::new()));
        }
        let part = |name: &str| {
            let Some(value) = location.get(name) else {
                let reason = format!("Resource is missing the required [{name}] property.");
                return Err(Problem::of(id, reason));
            };
            let mut value = self.values.resolved(value);
            super::resolve::find_in_maps(&mut value, self.template.get("Mappings"));
            match value {
                Json::Object(_) => Err(Problem::of(
                    id,
                    format!(
                        "Property '{name}' cannot be resolved. Only FindInMap and Ref intrinsic functions are supported."
                    ),
                )),
                Json::Null => Err(Problem::of(id, format!("Property '{name}' is required."))),
                value => Ok(value),
            }
        };
        let (application, version) = (part("ApplicationId")?, part("SemanticVersion")?);
        let url = self.options.application_url.clone().ok_or_else(|| {
            Problem::of(
                id,
                "applications of the Serverless Application Repository can't be fetched here",
            )
        })?;
        let tags = vec![
            json!({ "Key": "serverlessrepo:applicationId", "Value": application }),
            json!({ "Key": "serverlessrepo:semanticVersion", "Value": version }),
        ];
        Ok((json!(url), tags))
    }
}
