// Answers of the query protocol: XML in, the members that the model names out.
import { Failure } from "./failure";
import type { Kinds } from "./operation";

/** The members of `<OperationResult>`. */
export function readResult(text: string, operation: string, kinds: Kinds): unknown {
  const root = parse(text);
  const result = child(root, `${operation}Result`);
  return result === undefined ? {} : structure(result, kinds);
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

function structure(element: Element, kinds: Kinds): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  for (const member of element.children) {
    members[member.localName] = value(member, kinds);
  }
  return members;
}

function value(element: Element, kinds: Kinds): unknown {
  switch (kinds[element.localName]) {
    case "list":
      return Array.from(element.children, (one) => item(one, kinds));
    case "map":
      return Object.fromEntries(Array.from(element.children, (one) => pairOf(one, kinds)));
    case "number":
      return Number(element.textContent);
    case "boolean":
      return element.textContent === "true";
    default:
      return item(element, kinds);
  }
}

function pairOf(entry: Element, kinds: Kinds): [string, unknown] {
  const held = child(entry, "value");
  return [child(entry, "key")?.textContent ?? "", held === undefined ? "" : item(held, kinds)];
}

function item(element: Element, kinds: Kinds): unknown {
  return element.children.length > 0 ? structure(element, kinds) : (element.textContent ?? "");
}
