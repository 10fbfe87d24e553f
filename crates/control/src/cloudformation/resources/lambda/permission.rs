//! AWS::Lambda::Permission

use model::MadeResource;
use serde_json::{Value, json};
use wire::lambda::{AddPermission, RemovePermission};

use super::super::{Failed, Made, Property, ResourceType, Work, fixed};

pub(in super::super) struct Permission;

const MEMBERS: [&str; 9] = [
    "Action",
    "EventSourceToken",
    "FunctionName",
    "FunctionUrlAuthType",
    "InvokedViaFunctionUrl",
    "Principal",
    "PrincipalOrgID",
    "SourceAccount",
    "SourceArn",
];

impl ResourceType for Permission {
    const NAME: &'static str = "AWS::Lambda::Permission";
    const PROPERTIES: &'static [Property] = &[
        fixed("Action").required(),
        fixed("EventSourceToken"),
        fixed("FunctionName").required(),
        fixed("FunctionUrlAuthType"),
        fixed("InvokedViaFunctionUrl"),
        fixed("Principal").required(),
        fixed("PrincipalOrgID"),
        fixed("SourceAccount"),
        fixed("SourceArn"),
    ];
    const ATTRIBUTES: &'static [&'static str] = &["Id"];

    async fn create(work: &Work<'_>) -> Result<Made, Failed> {
        let statement = work.own_name(100);
        let mut input = work.only(&MEMBERS);
        input.insert("StatementId".to_owned(), json!(statement));
        work.call_once::<AddPermission>(Value::Object(input))
            .await?;
        Ok(Made::new(&statement).with("Id", statement.clone()))
    }

    /// Every change needs a new statement.
    async fn update(work: &Work<'_>, before: &MadeResource) -> Result<Made, Failed> {
        let _ = work;
        Ok(Made::new(&before.physical_id).with("Id", before.physical_id.clone()))
    }

    async fn delete(work: &Work<'_>, made: &MadeResource) -> Result<(), Failed> {
        let function = made.properties.get("FunctionName");
        let input = json!({"FunctionName": function, "StatementId": made.physical_id});
        work.call_if_there::<RemovePermission>(input).await?;
        Ok(())
    }
}
