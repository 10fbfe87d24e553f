//! Gives a stack's template back, as it was given or after its transforms.

use wire::cloudformation::{GetTemplate, GetTemplateInput, GetTemplateOutput};

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
        super::failures::refuse_unserved(&[("ChangeSetName", input.change_set_name.is_some())])?;
        let name = input.stack_name.ok_or_else(|| {
            validation("StackName is required if ChangeSetName is not specified.")
        })?;
        let stack = found::stack(self, &call, &name).await?;
        let stack = stack.ok_or_else(|| no_such_stack(&name))?;
        let design = stack.record.design;
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
