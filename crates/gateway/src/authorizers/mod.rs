//! Who is asking? One file for each way to know.
//!
//! This step identifies and never decides: what a policy says about the caller is asked in
//! `authorization`. A guard that doesn't compile lets nobody through.

mod cache;
mod cognito;
mod iam;
mod lambda;
mod lambda_request;
mod lambda_token;
mod none;
mod verdict;

use std::collections::BTreeMap;
use std::sync::Arc;

use journal::StepKind;
use model::{ApiDefinition, AuthorizationType, AuthorizerKind, Method};

use crate::authorization;
use crate::deployment::{CompileError, Place};
use crate::exchange::Exchange;
use crate::gateway::Gateway;
use crate::refusal::{AuthorizerFault, Refusal};

pub(crate) use cognito::{Claims, UserPools, verify as verify_token};
pub(crate) use lambda::LambdaAuthorizer;
pub use lambda::Remembered;
pub(crate) use verdict::{Made, Verdict};

/// What stands before a method.
#[derive(Debug, Clone)]
pub(crate) enum Guard {
    None,
    Iam,
    Lambda(Arc<LambdaAuthorizer>),
    /// With the scopes of the method, one of which a token must have.
    UserPools(Arc<UserPools>, Arc<[String]>),
    Broken(CompileError),
}

/// What is known of the caller.
#[derive(Debug, Clone)]
pub(crate) enum Identified {
    Anonymous,
    Iam(identity::Caller),
    Lambda(Arc<Verdict>),
    UserPool(Arc<Claims>),
}

impl Guard {
    pub(crate) fn of(method: &Method, authorizers: &BTreeMap<String, Self>) -> Self {
        match method.authorization_type {
            AuthorizationType::None => Self::None,
            AuthorizationType::Iam => Self::Iam,
            AuthorizationType::Custom | AuthorizationType::Cognito => {
                let id = method.authorizer_id.clone().unwrap_or_default();
                let missing = || Self::Broken(CompileError::NoAuthorizer(id.clone()));
                match authorizers.get(&id).cloned().unwrap_or_else(missing) {
                    Self::UserPools(pools, _) => {
                        Self::UserPools(pools, method.authorization_scopes.clone().into())
                    }
                    guard => guard,
                }
            }
        }
    }
}

/// All authorizers of an API, by id.
pub(crate) fn compile(definition: &ApiDefinition, place: &Place) -> BTreeMap<String, Guard> {
    definition
        .authorizers
        .values()
        .map(|authorizer| {
            let guard = match authorizer.kind {
                AuthorizerKind::Token | AuthorizerKind::Request => {
                    LambdaAuthorizer::compile(authorizer, place)
                        .map_or_else(Guard::Broken, |compiled| Guard::Lambda(Arc::new(compiled)))
                }
                AuthorizerKind::Cognito => UserPools::compile(authorizer)
                    .map_or_else(Guard::Broken, |pools| {
                        Guard::UserPools(Arc::new(pools), Arc::from([]))
                    }),
            };
            (authorizer.id.clone(), guard)
        })
        .collect()
}

/// Asks the function whatever is remembered, for TestInvokeAuthorizer.
pub(crate) async fn ask_anew(
    gateway: &Gateway,
    exchange: &mut Exchange,
    authorizer: &LambdaAuthorizer,
) -> Result<Arc<Verdict>, Refusal> {
    let identity = authorizer.identity(exchange)?;
    lambda::ask(gateway, exchange, authorizer, &identity).await
}

pub(crate) async fn identify(
    gateway: &Gateway,
    exchange: &mut Exchange,
    guard: &Guard,
) -> Result<Identified, Refusal> {
    match guard {
        Guard::None => Ok(none::identify(exchange)),
        Guard::Iam => iam::identify(gateway, exchange),
        Guard::Lambda(authorizer) => {
            authorization::refuse_beforehand(exchange)?;
            // Boxed for the same reason as the integrations that wait.
            Box::pin(lambda::identify(gateway, exchange, authorizer)).await
        }
        Guard::UserPools(pools, scopes) => cognito::identify(gateway, exchange, pools, scopes),
        Guard::Broken(error) => {
            exchange.note(StepKind::Authorizers, "the authorizer does not compile");
            Err(Refusal::Authorizer(AuthorizerFault::Definition(
                error.clone(),
            )))
        }
    }
}
