// Functions of the account.
import { all } from "../aws/pages";
import { send } from "../aws/send";
import {
  type FunctionConfiguration,
  getFunctionConfiguration,
  listFunctions,
} from "../generated/lambda";

export function readFunctions(): Promise<FunctionConfiguration[]> {
  return all(listFunctions, {}, { from: "NextMarker", to: "Marker" }, (page) => page.Functions);
}

const PAUSE_MILLIS = 500;
const MOST_ATTEMPTS = 60;

/** Waits until an update is over: before that Lambda takes no other one, and no publication. */
export async function updated(FunctionName: string): Promise<void> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const { LastUpdateStatus, State } = await send(getFunctionConfiguration, { FunctionName });
    if (LastUpdateStatus !== "InProgress" && State !== "Pending") {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLIS));
  }
}
