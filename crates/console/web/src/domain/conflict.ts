// Two pages that change the same thing: the second is told, and nothing is overwritten.
import { Failure } from "../aws/failure";
import { t } from "../text/en";

/** Refuses when what the form began with is not what is there now. */
export async function unchanged<T>(read: () => Promise<T>, before: T): Promise<void> {
  const now = await read();
  if (canonical(now) !== canonical(before)) {
    throw new Failure(t.errors.changedMeanwhile, t.errors.changedMeanwhileHelp, 409);
  }
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
