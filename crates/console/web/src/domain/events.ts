// Events to try a function with.

export const EVENTS: Record<string, unknown> = {
  "Hello": { key1: "value1", key2: "value2" },
  "API Gateway proxy": {
    resource: "/pets/{id}",
    path: "/pets/7",
    httpMethod: "GET",
    headers: { Accept: "application/json" },
    multiValueHeaders: { Accept: ["application/json"] },
    queryStringParameters: { q: "x" },
    multiValueQueryStringParameters: { q: ["x"] },
    pathParameters: { id: "7" },
    stageVariables: null,
    requestContext: {
      resourcePath: "/pets/{id}",
      httpMethod: "GET",
      stage: "prod",
      requestId: "11111111-2222-3333-4444-555555555555",
      identity: { sourceIp: "127.0.0.1" },
    },
    body: null,
    isBase64Encoded: false,
  },
  "Token authorizer": {
    type: "TOKEN",
    authorizationToken: "allow",
    methodArn: "arn:aws:execute-api:us-east-1:000000000000:abcdef1234/prod/GET/pets",
  },
  "Request authorizer": {
    type: "REQUEST",
    methodArn: "arn:aws:execute-api:us-east-1:000000000000:abcdef1234/prod/GET/pets",
    resource: "/pets",
    path: "/pets",
    httpMethod: "GET",
    headers: { Authorization: "allow" },
    queryStringParameters: {},
    pathParameters: {},
    stageVariables: {},
    requestContext: { stage: "prod", httpMethod: "GET" },
  },
};
