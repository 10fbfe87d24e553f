//! Gives a stack's template back, as it was given or after its transforms.

use wire::cloudformation::{GetTemplate, GetTemplateInput, GetTemplateOutput};

use super::change_sets::change_set;
use super::failures::{no_such_stack, validation};
use super::found;
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::Needs;
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<GetTemplate> for Rooms {
    fn needs(&self, call: &Call, input: &GetTemplateInput) -> Result<Needs, Refused> {
        let name = input.stack_name.as_deref().unwrap_or("*");
        Ok(found::ask(call, "cloudformation:GetTemplate", name).into())
    }

    async fn handle(
        &self,
        authorized: Authorized<GetTemplate>,
    ) -> Result<GetTemplateOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let design = match (input.change_set_name, input.stack_name) {
            (Some(name), stack) => {
                if stack.is_none() && !name.starts_with("arn:") {
                    return Err(validation("StackName is a required parameter."));
                }
                let named = (name.as_str(), stack.as_deref());
                let (change_set, _) = change_set(self, &call, named).await?;
                change_set.record.design
            }
            (None, Some(name)) => {
                let stack = found::stack(self, &call, &name).await?;
                stack.ok_or_else(|| no_such_stack(&name))?.record.design
            }
            (None, None) => {
                return Err(validation(
                    "StackName is required if ChangeSetName is not specified.",
                ));
            }
        };
        let body = match input.template_stage.as_deref() {
            Some("Processed") => design.processed.unwrap_or(design.template),
            _ => design.template,
        };
        Ok(GetTemplateOutput {
            template_body: Some(body),
            stages_available: Some(vec!["Original".to_owned(), "Processed".to_owned()]),
        })
    }
}
