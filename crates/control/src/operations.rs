//! The closed tables of operations, one per service, and how one of them runs.

use std::pin::Pin;

use http::header::CONTENT_TYPE;
use http::{HeaderValue, Response};
use wire::schema::Protocol;
use wire::{Operation, Service, Validated};

use crate::authorized::{Handle, Stream, authorize, authorize_stream};
use crate::body::{Body, body_of};
use crate::call::Call;
use crate::refused::Refused;
use crate::rooms::Rooms;
use crate::{apigateway, cloudformation, ecr, events, iam, lambda, logs, s3, scheduler, ssm, sts};

pub(crate) type Running<'a> =
    Pin<Box<dyn Future<Output = Result<Response<Body>, Refused>> + Send + 'a>>;

/// One line of a service's table.
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) run: for<'a> fn(&'a Rooms, Call, Validated) -> Running<'a>,
}

/// Makes the table of a service from the names of its operations, each of which must be handled. Those
/// that answer with a stream of events have an `@stream` in front and stand last.
macro_rules! operations {
    ($($operation:ident,)* $(@stream $stream:ident,)*) => {
        pub(crate) const OPERATIONS: &[$crate::operations::Entry] = &[$(
            $crate::operations::Entry {
                name: <$operation as wire::Operation>::NAME,
                run: |rooms, call, input| {
                    Box::pin($crate::operations::perform::<$operation>(rooms, call, input))
                },
            },
        )* $(
            $crate::operations::Entry {
                name: <$stream as wire::Operation>::NAME,
                run: |rooms, call, input| {
                    Box::pin($crate::operations::begin::<$stream>(rooms, call, input))
                },
            },
        )*];
    };
}

pub(crate) use operations;

/// Runs the operation that the input was validated for.
pub(crate) fn run(
    rooms: &Rooms,
    service: Service,
    call: Call,
    input: Validated,
) -> Option<Running<'_>> {
    let name = input.operation().name;
    let entry = table(service).iter().find(|entry| entry.name == name)?;
    Some((entry.run)(rooms, call, input))
}

/// Authorize, handle, encode.
pub(crate) async fn perform<O: Operation>(
    rooms: &Rooms,
    call: Call,
    input: Validated,
) -> Result<Response<Body>, Refused>
where
    Rooms: Handle<O>,
{
    let request_id = call.request_id().to_owned();
    let authorized = authorize::<O>(rooms, call, input.input::<O>()?).await?;
    let output = Handle::<O>::handle(rooms, authorized).await?;
    Ok(wire::answer::<O>(output, &request_id).map(body_of))
}

/// The same where events follow the head of the answer.
pub(crate) async fn begin<O: Operation>(
    rooms: &Rooms,
    call: Call,
    input: Validated,
) -> Result<Response<Body>, Refused>
where
    Rooms: Stream<O>,
{
    let request_id = call.request_id().to_owned();
    let authorized = authorize_stream::<O>(rooms, call, input.input::<O>()?).await?;
    let streaming = Stream::<O>::stream(rooms, authorized).await?;
    let mut head = wire::answer::<O>(streaming.head, &request_id);
    if O::SCHEMA.service.protocol == Protocol::Json11 {
        let events = HeaderValue::from_static(wire::event_stream::CONTENT_TYPE);
        head.headers_mut().insert(CONTENT_TYPE, events);
    }
    Ok(head.map(|_| streaming.events))
}

fn table(service: Service) -> &'static [Entry] {
    match service {
        Service::ApiGateway => apigateway::OPERATIONS,
        Service::ApiGatewayV2 => apigateway::v2::OPERATIONS,
        Service::CloudFormation => cloudformation::OPERATIONS,
        Service::Ecr => ecr::OPERATIONS,
        Service::Events => events::OPERATIONS,
        Service::Iam => iam::OPERATIONS,
        Service::Lambda => lambda::OPERATIONS,
        Service::Logs => logs::OPERATIONS,
        Service::S3 => s3::OPERATIONS,
        Service::Scheduler => scheduler::OPERATIONS,
        Service::Ssm => ssm::OPERATIONS,
        Service::Sts => sts::OPERATIONS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `wire` has structs for is what is served, and the other way round.
    #[track_caller]
    fn check(service: Service) {
        let mut here: Vec<_> = table(service).iter().map(|entry| entry.name).collect();
        here.sort_unstable();
        let operations = service.schema().operations.iter();
        let there: Vec<_> = operations
            .filter(|operation| operation.implemented)
            .map(|operation| operation.name)
            .collect();
        assert_eq!(here, there);
    }

    #[test]
    fn the_table_of_apigateway_is_whole() {
        check(Service::ApiGateway);
    }

    #[test]
    fn the_table_of_apigatewayv2_is_whole() {
        check(Service::ApiGatewayV2);
    }

    #[test]
    fn the_table_of_cloudformation_is_whole() {
        check(Service::CloudFormation);
    }

    #[test]
    fn the_tables_of_schedules_are_whole() {
        check(Service::Events);
        check(Service::Scheduler);
    }

    #[test]
    fn the_table_of_ecr_is_whole() {
        check(Service::Ecr);
    }

    #[test]
    fn the_table_of_iam_is_whole() {
        check(Service::Iam);
    }

    #[test]
    fn the_table_of_lambda_is_whole() {
        check(Service::Lambda);
    }

    #[test]
    fn the_table_of_logs_is_whole() {
        check(Service::Logs);
    }

    #[test]
    fn the_table_of_s3_is_whole() {
        check(Service::S3);
    }

    #[test]
    fn the_table_of_ssm_is_whole() {
        check(Service::Ssm);
    }

    #[test]
    fn the_table_of_sts_is_whole() {
        check(Service::Sts);
    }

    /// `Control` asks the schema which operations need no signature; whoever calls them is nobody.
    #[test]
    fn one_operation_may_be_called_without_a_signature() {
        let operations = Service::ALL
            .iter()
            .flat_map(|service| service.schema().operations);
        let unsigned = operations.filter(|operation| operation.implemented && operation.unsigned);
        let names: Vec<&str> = unsigned.map(|operation| operation.name).collect();
        assert_eq!(names, ["AssumeRoleWithWebIdentity"]);
    }
}
