// A call as a command of the AWS CLI, for a POSIX shell.
import type { Call, Service } from "./operation";

/** Members that the AWS CLI takes from a file, and the file's usual name. */
const FILES: Record<string, string> = {
  ZipFile: "function.zip",
  body: "body.json",
  Payload: "event.json",
};

/** Services that the AWS CLI calls otherwise. */
const NAMES: Partial<Record<Service, string>> = { s3: "s3api" };

export function commands(calls: ReadonlyArray<Call>): string {
  return calls.map(command).join("\n");
}

export function command({ operation, input }: Call): string {
  const words = ["aws", NAMES[operation.service] ?? operation.service, kebab(operation.name)];
  for (const [member, value] of Object.entries(input)) {
    words.push(...option(operation.name, member, value));
  }
  if (operation.name === "GetObject") {
    words.push(quoted(fileOf(input)));
  }
  if (operation.name === "Invoke") {
    words.push("--cli-binary-format", "raw-in-base64-out", "response.json");
  }
  return words.join(" ");
}

/** The file that an object is written to: the last part of its key. */
function fileOf(input: object): string {
  const key = "Key" in input ? String(input.Key) : "";
  return key.split("/").findLast((part) => part !== "") ?? "object";
}

function option(operation: string, member: string, value: unknown): string[] {
  if (value === undefined) {
    return [];
  }
  if (member === "Code" && operation === "CreateFunction") {
    return ["--zip-file", "fileb://function.zip"];
  }
  const flag = `--${kebab(member)}`;
  if (member === "Body" && operation === "PutObject") {
    return [flag, "file"];
  }
  if (typeof value === "boolean") {
    return [value ? flag : `--no-${kebab(member)}`];
  }
  if (value instanceof Uint8Array || (member === "body" && operation.includes("RestApi"))) {
    return [flag, `fileb://${FILES[member] ?? "file"}`];
  }
  if (Array.isArray(value) && value.every((one) => typeof one !== "object")) {
    return [flag, ...value.map((one) => quoted(String(one)))];
  }
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return [flag, quoted(text)];
}

/** As the AWS CLI makes its names: RestApiId and restApiId are both rest-api-id. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

export function quoted(text: string): string {
  return /^[A-Za-z0-9_./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
