//! Lists what stacks export.

use wire::cloudformation::{Export, ListExports, ListExportsInput, ListExportsOutput};

use super::{exports, pages};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListExports> for Rooms {
    fn needs(&self, _: &Call, _: &ListExportsInput) -> Result<Needs, Refused> {
        Ok(Ask::anything("cloudformation:ListExports").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListExports>,
    ) -> Result<ListExportsOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let mut all = Vec::new();
        for stack in exports::living(self, call.account(), call.region()).await? {
            let arn = stack.arn();
            for output in stack.record.outputs {
                if let Some(name) = output.export {
                    all.push(Export {
                        exporting_stack_id: Some(arn.clone()),
                        name: Some(name),
                        value: Some(output.value),
                    });
                }
            }
        }
        all.sort_by(|one, other| one.name.cmp(&other.name));
        let token = input.next_token.as_deref();
        let name = |export: &Export| export.name.clone().unwrap_or_default();
        let (page, next_token) = pages::page(all, token, name)?;
        Ok(ListExportsOutput {
            exports: Some(page),
            next_token,
        })
    }
}
