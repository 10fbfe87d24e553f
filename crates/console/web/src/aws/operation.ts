// What an operation of an AWS API is: where it is found, and what of its input goes where.

export type Service = "apigateway" | "cloudformation" | "iam" | "lambda" | "logs" | "s3" | "ssm" | "sts";

/** Where a member travels, and its name there. */
export type Place = readonly [
  "uri" | "querystring" | "header" | "headers" | "statusCode" | "payload" | "body",
  string,
];

/** The items of a flat list have no element around them. */
export type Kind = "list" | "flat" | "map" | "number" | "boolean";

export type Kinds = Readonly<Record<string, Kind>>;

export interface Operation<Input, Output> {
  service: Service;
  name: string;
  method: string;
  uri: string;
  /** Members of the input that are not in the body under their own name. */
  places?: Readonly<Record<string, Place>>;
  /** The same of the answer. */
  answers?: Readonly<Record<string, Place>>;
  target?: string;
  version?: string;
  /** Of answers in XML, which have texts only: which members are something else. */
  kinds?: Kinds;
  /** Never there: it carries the types. */
  types?: [Input, Output];
}

/** An operation with its input: what a button will do, before it does. */
export interface Call {
  operation: Operation<never, unknown>;
  input: object;
}

export function call<Input extends object, Output>(
  operation: Operation<Input, Output>,
  input: Input,
): Call {
  return { operation: operation as unknown as Operation<never, unknown>, input };
}
