//! Tells what a template is made of, given as text, by address, or as the template of a stack.

use std::collections::{BTreeMap, BTreeSet};

use model::StackStatus;
use template::Template;
use wire::cloudformation::{
    GetTemplateSummary, GetTemplateSummaryInput, GetTemplateSummaryOutput, ParameterConstraints,
    ParameterDeclaration, ResourceIdentifierSummary,
};

use super::blueprint::read;
use super::failures::{no_such_stack, refuse_unserved, validation};
use super::found;
use super::submission::{Needed, TemplateSource, of_resources, of_transforms, transform_names};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetTemplateSummary> for Rooms {
    fn needs(&self, call: &Call, input: &GetTemplateSummaryInput) -> Result<Needs, Refused> {
        let action = "cloudformation:GetTemplateSummary";
        let ask = match &input.stack_name {
            Some(name) => found::ask(call, action, name),
            None => Ask::anything(action),
        };
        Ok(match &input.template_url {
            Some(url) => ask.key("cloudformation:TemplateUrl", url.clone()).into(),
            None => ask.into(),
        })
    }

    async fn handle(
        &self,
        authorized: Authorized<GetTemplateSummary>,
    ) -> Result<GetTemplateSummaryOutput, Refused> {
        let (input, call) = authorized.into_parts();
        refuse_unserved(&[("StackSetName", input.stack_set_name.is_some())])?;
        let text = if let Some(name) = &input.stack_name {
            self.template_of(&call, name).await?
        } else {
            let source = TemplateSource {
                body: input.template_body,
                url: input.template_url,
                use_previous: false,
            };
            source.read(self, &call, None).await?
        };
        let template = read(&text)?;
        Ok(summary(&template))
    }
}

impl Rooms {
    async fn template_of(&self, call: &Call, name: &str) -> Result<String, Refused> {
        let stack = found::stack(self, call, name).await?;
        let stack = stack.ok_or_else(|| no_such_stack(name))?;
        if stack.status == StackStatus::ReviewInProgress {
            return Err(validation(
                "GetTemplateSummary cannot be called on REVIEW_IN_PROGRESS stacks.",
            ));
        }
        Ok(stack.record.design.template)
    }
}

fn summary(template: &Template) -> GetTemplateSummaryOutput {
    let text = |name: &str| template.root().get(name).and_then(document::Node::scalar);
    let needed = of_resources(template).or_else(|| of_transforms(template));
    let mut kinds: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for resource in template.resources() {
        let ids = kinds.entry(resource.kind.to_owned()).or_default();
        ids.push(resource.id.to_owned());
    }
    let all: BTreeSet<String> = kinds.keys().cloned().collect();
    let identifiers = kinds
        .into_iter()
        .map(|(kind, ids)| ResourceIdentifierSummary {
            resource_type: Some(kind),
            logical_resource_ids: Some(ids),
            resource_identifiers: Some(Vec::new()),
        });
    GetTemplateSummaryOutput {
        parameters: Some(parameters(template)),
        description: text("Description"),
        capabilities_reason: needed.as_ref().map(Needed::reason),
        capabilities: needed.map(|needed| vec![needed.capability.to_owned()]),
        resource_types: Some(all.into_iter().collect()),
        version: Some(text("AWSTemplateFormatVersion").unwrap_or_else(|| "2010-09-09".to_owned())),
        metadata: template
            .root()
            .get("Metadata")
            .map(|found| found.to_json().to_string()),
        declared_transforms: Some(transform_names(template)).filter(|list| !list.is_empty()),
        resource_identifier_summaries: Some(identifiers.collect()),
        warnings: None,
    }
}

fn parameters(template: &Template) -> Vec<ParameterDeclaration> {
    let declared = template.section("Parameters");
    declared
        .map(|declared| {
            let parameter = template::Parameter::of(&declared);
            let allowed = declared.body.get("AllowedValues");
            let allowed = allowed.map(|list| {
                let texts = list.items().iter().filter_map(document::Node::scalar);
                texts.collect::<Vec<_>>()
            });
            ParameterDeclaration {
                parameter_key: Some(declared.name.to_owned()),
                default_value: parameter.default,
                parameter_type: Some(parameter.kind),
                no_echo: Some(parameter.no_echo),
                description: parameter.description,
                parameter_constraints: Some(ParameterConstraints {
                    allowed_values: allowed,
                }),
            }
        })
        .collect()
}
