//! AWS::ApiGatewayV2, as far as it leads to REST APIs

pub(super) mod api_mapping;
