// Parameters of Systems Manager as the pages read them.
import { all } from "../aws/pages";
import { send } from "../aws/send";
import {
  describeParameters,
  getParameter,
  getParameterHistory,
  type ParameterHistory,
  type ParameterMetadata,
} from "../generated/ssm";

const TOKEN = { from: "NextToken", to: "NextToken" } as const;

export async function readParameters(): Promise<ParameterMetadata[]> {
  const found = await all(describeParameters, {}, TOKEN, (page) => page.Parameters);
  return found.toSorted((one, other) => (one.Name ?? "").localeCompare(other.Name ?? ""));
}

/** The versions, the newest first: without the values of secrets. */
export async function readHistory(Name: string): Promise<ParameterHistory[]> {
  const found = await all(getParameterHistory, { Name }, TOKEN, (page) => page.Parameters);
  return found.toReversed();
}

/** In clear. */
export async function readValue(Name: string): Promise<string> {
  const { Parameter } = await send(getParameter, { Name, WithDecryption: true });
  return Parameter?.Value ?? "";
}
