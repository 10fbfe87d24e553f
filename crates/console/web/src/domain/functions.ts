// Functions of the account.
import { all } from "../aws/pages";
import { type FunctionConfiguration, listFunctions } from "../generated/lambda";

export function readFunctions(): Promise<FunctionConfiguration[]> {
  return all(listFunctions, {}, { from: "NextMarker", to: "Marker" }, (page) => page.Functions);
}
