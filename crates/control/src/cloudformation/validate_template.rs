//! Tells what a template asks for, if it is one.

use wire::cloudformation::{
    TemplateParameter, ValidateTemplate, ValidateTemplateInput, ValidateTemplateOutput,
};

use super::blueprint::{Invalid, check_references, read};
use super::submission::{TemplateSource, declared, of_resources, of_transforms, transform_names};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ValidateTemplate> for Rooms {
    fn needs(&self, _: &Call, input: &ValidateTemplateInput) -> Result<Needs, Refused> {
        let ask = Ask::anything("cloudformation:ValidateTemplate");
        Ok(match &input.template_url {
            Some(url) => ask.key("cloudformation:TemplateUrl", url.clone()).into(),
            None => ask.into(),
        })
    }

    async fn handle(
        &self,
        authorized: Authorized<ValidateTemplate>,
    ) -> Result<ValidateTemplateOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let source = TemplateSource {
            body: input.template_body,
            url: input.template_url,
            use_previous: false,
        };
        let text = source.read(self, &call, None).await?;
        let template = read(&text)?;
        check_references(&template)?;
        template::dependencies(&template).map_err(Invalid::from)?;
        let parameters = declared(&template).into_iter();
        let parameters = parameters.map(|(name, parameter)| TemplateParameter {
            parameter_key: Some(name),
            default_value: parameter.default,
            no_echo: Some(parameter.no_echo),
            description: parameter.description,
        });
        let needed = of_resources(&template).or_else(|| of_transforms(&template));
        let transforms = transform_names(&template);
        Ok(ValidateTemplateOutput {
            parameters: Some(parameters.collect()),
            description: template
                .root()
                .get("Description")
                .and_then(document::Node::scalar),
            capabilities_reason: needed.as_ref().map(super::submission::Needed::reason),
            capabilities: needed.map(|needed| vec![needed.capability.to_owned()]),
            declared_transforms: Some(transforms).filter(|list| !list.is_empty()),
        })
    }
}
