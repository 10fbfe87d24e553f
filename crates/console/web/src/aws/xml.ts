// Answers in XML, of the query protocol and of S3: the members that the model names come out.
import { Failure } from "./failure";
import type { Kinds } from "./operation";

/** The members of `<OperationResult>`. */
export function readResult(text: string, operation: string, kinds: Kinds): unknown {
  const root = parse(text);
  const result = child(root, `${operation}Result`);
  return result === undefined ? {} : structure(result, kinds);
}

/** The members of an answer that is the root element itself. */
export function readRoot(text: string, kinds: Kinds): Record<string, unknown> {
  return text.trim() === "" ? {} : structure(parse(text), kinds);
}

/** S3's errors are a root of their own. */
export function readError(text: string, status: number): Failure {
  if (text.trim() === "") {
    return new Failure(String(status), "", status);
  }
  const root = parse(text);
  const error = root.localName === "Error" ? root : child(root, "Error");
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
    if (kinds[member.localName] === "flat") {
      const items = (members[member.localName] ??= []) as unknown[];
      items.push(item(member, kinds));
    } else {
      members[member.localName] = value(member, kinds);
    }
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

/** An element with what is in it: texts and structures. */
export function xmlOf(name: string, value: unknown): string {
  const inside =
    typeof value === "object" && value !== null
      ? Object.entries(value)
          .map(([key, one]) => xmlOf(key, one))
          .join("")
      : escaped(String(value));
  return `<${name}>${inside}</${name}>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
