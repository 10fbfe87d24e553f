//! AWS services other than Lambda: named, and refused until they are served.

use model::Integration;

use crate::deployment::CompileError;

/// The service stands after the region: `arn:aws:apigateway:us-east-1:sqs:path/…`, and may have a
/// subdomain before it, as in `account.dynamodb`.
pub(super) fn refuse_others_than_lambda(integration: &Integration) -> Result<(), CompileError> {
    let uri = integration.uri.as_deref().unwrap_or_default();
    match uri.split(':').nth(4) {
        None | Some("lambda") => Ok(()),
        Some(service) => Err(CompileError::Unserved(format!(
            "an integration with the AWS service {service}"
        ))),
    }
}
