// Requests as a list: read once, then what is new; filtered by what somebody types.
import type { Entry, Refusal } from "../portcullis";

/** What the page holds; the server keeps as many. */
export const MOST_HELD = 10_000;

export function refusalOf(entry: Pick<Entry, "outcome">): Refusal | undefined {
  return typeof entry.outcome === "object" ? entry.outcome.refused : undefined;
}

/** The path below the stage. The journal has it as it came: behind a custom domain without a stage. */
export function pathInStage(entry: Pick<Entry, "path" | "stage">): string {
  const prefix = `/${entry.stage}`;
  const below = entry.path.startsWith(`${prefix}/`) || entry.path === prefix;
  return below ? entry.path.slice(prefix.length) || "/" : entry.path;
}

/** Under it the journal has calls of AWS APIs. */
const CONTROL_PLANE = "control-plane";

/** A call of an AWS API that went well: there are many, the console's own among them. */
export function isQuiet(entry: Entry): boolean {
  return entry.stage === CONTROL_PLANE && refusalOf(entry) === undefined;
}

/**
 * Words that must all be found; `status:500`, `method:GET`, `api:a1`, `stage:prod`, `refused`. Calls of
 * AWS APIs that went well are found only with `aws`.
 */
export function matcher(text: string): (entry: Entry) => boolean {
  const words = text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const tests = words.map(wordTest);
  const all = words.includes("aws");
  return (entry) => (all || !isQuiet(entry)) && tests.every((test) => test(entry));
}

function wordTest(word: string): (entry: Entry) => boolean {
  const [, key, value = ""] = /^(status|method|api|stage|id|caller):(.*)$/.exec(word) ?? [];
  switch (key) {
    case "status":
      return (entry) => String(entry.status).startsWith(value.replace(/x+$/, ""));
    case "method":
      return (entry) => entry.method.toLowerCase() === value;
    case "api":
      return (entry) => entry.api_id.toLowerCase() === value;
    case "stage":
      return (entry) => entry.stage.toLowerCase() === value;
    case "id":
      return (entry) => entry.request_id.startsWith(value);
    case "caller":
      return (entry) => entry.caller?.toLowerCase().includes(value) === true;
    default:
      return word === "refused"
        ? (entry) => refusalOf(entry) !== undefined
        : word === "aws"
          ? (entry) => entry.stage === CONTROL_PLANE
          : contains(word);
  }
}

function contains(word: string): (entry: Entry) => boolean {
  return (entry) =>
    `${entry.method} ${entry.path} ${entry.status} ${entry.api_id} ${entry.stage} ${refusalOf(entry)?.kind ?? ""}`
      .toLowerCase()
      .includes(word);
}
