//! Parts of an API's document. A permission of a function has no place there: what Swagger can say
//! instead is that API Gateway invokes in a role.

use policy::NewStatement;

use crate::document;
use crate::quoting::{comment, yaml};
use crate::target::{Api, Entry, Function, Target};

pub(crate) fn part(statement: &NewStatement, target: &Target<'_>) -> Option<String> {
    match target {
        Target::Function(function) => function.entry.map(|entry| role(function, entry)),
        Target::Api(api) => Some(policy(statement, api)),
        Target::Identity(_) | Target::Trust(_) | Target::Elsewhere { .. } => None,
    }
}

fn role(function: &Function<'_>, entry: Entry<'_>) -> String {
    let note = comment(
        "Instead of the permission: a role that trusts apigateway.amazonaws.com and may invoke the \
         function.",
    );
    let arn = yaml(&format!(
        "arn:aws:iam::{}:role/invoke-{}",
        function.account, function.name
    ));
    match entry {
        Entry::Integration { method, path } => format!(
            "{note}\npaths:\n  {}:\n    {}:\n      x-amazon-apigateway-integration:\n        \
             credentials: {arn}\n",
            yaml(path),
            yaml(&in_swagger(method))
        ),
        Entry::Authorizer { name } => format!(
            "{note}\nsecurityDefinitions:\n  {}:\n    x-amazon-apigateway-authorizer:\n      \
             authorizerCredentials: {arn}\n",
            yaml(name)
        ),
    }
}

/// Methods are in lower case there, and ANY has a name of its own.
fn in_swagger(method: &str) -> String {
    if method.eq_ignore_ascii_case("ANY") {
        return "x-amazon-apigateway-any-method".to_owned();
    }
    method.to_ascii_lowercase()
}

fn policy(statement: &NewStatement, api: &Api<'_>) -> String {
    let policy = document::with(api.document, statement);
    let note = comment(
        "At the top of the API's document; put-rest-api with --mode merge takes it, and it holds once the API \
         is deployed again.",
    );
    format!("{note}\nx-amazon-apigateway-policy: {policy}\n")
}
