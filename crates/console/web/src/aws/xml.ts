// Answers of the query protocol: XML in, the members that the model names out.
import { kinds } from "../generated/iam";
import { Failure } from "./failure";

/** The members of `<OperationResult>`. */
export function readResult(text: string, operation: string): unknown {
  const root = parse(text);
  const result = child(root, `${operation}Result`);
  return result === undefined ? {} : structure(result);
}

export function readError(text: string, status: number): Failure {
  const error = child(parse(text), "Error");
  const part = (name: string) => (error && child(error, name)?.textContent) ?? "";
  return new Failure(part("Code") || "Unknown", part("Message"), status);
}

function parse(text: string): Element {
  const document = new DOMParser().parseFromString(text, "text/xml");
  if (document.querySelector("parsererror") !== null) {
    throw new Failure("Unreadable", "the answer is no XML", 0);
  }
  return document.documentElement;
}

function child(element: Element, name: string): Element | undefined {
  return Array.from(element.children).find((one) => one.localName === name);
}

function structure(element: Element): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const member of element.children) {
    members[member.localName] = value(member);
  }
  return members;
}

function value(element: Element): unknown {
  switch (kinds[element.localName]) {
    case "list":
      return Array.from(element.children, item);
    case "map":
      return Object.fromEntries(Array.from(element.children, pairOf));
    case "number":
      return Number(element.textContent);
    case "boolean":
      return element.textContent === "true";
    default:
      return item(element);
  }
}

function pairOf(entry: Element): [string, unknown] {
  const held = child(entry, "value");
  return [child(entry, "key")?.textContent ?? "", held === undefined ? "" : item(held)];
}

function item(element: Element): unknown {
  return element.children.length > 0 ? structure(element) : (element.textContent ?? "");
}
