//! Lists the stacks that import a value.

use wire::cloudformation::{ListImports, ListImportsInput, ListImportsOutput};

use super::failures::validation;
use super::{exports, pages};
use crate::authorized::{Authorized, Handle};
use crate::call::Call;
use crate::needs::{Ask, Needs};
use crate::refused::Refused;
use crate::rooms::Rooms;

impl Handle<ListImports> for Rooms {
    fn needs(&self, _: &Call, _: &ListImportsInput) -> Result<Needs, Refused> {
        Ok(Ask::anything("cloudformation:ListImports").into())
    }

    async fn handle(
        &self,
        authorized: Authorized<ListImports>,
    ) -> Result<ListImportsOutput, Refused> {
        let (input, call) = authorized.into_parts();
        let living = exports::living(self, call.account(), call.region()).await?;
        let users = living
            .into_iter()
            .filter(|stack| stack.imports.contains(&input.export_name));
        let users: Vec<String> = users.map(|stack| stack.record.name).collect();
        if users.is_empty() {
            return Err(validation(format!(
                "Export '{}' is not imported by any stack.",
                input.export_name
            )));
        }
        let token = input.next_token.as_deref();
        let (page, next_token) = pages::page(users, token, Clone::clone)?;
        Ok(ListImportsOutput {
            imports: Some(page),
            next_token,
        })
    }
}
