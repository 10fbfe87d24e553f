// What is surely wrong with a policy document, and what is dangerous in it. IAM has the last word.
import { t } from "../text/en";

export type PolicyKind = "identity" | "trust";
export interface Finding {
  severity: "error" | "warning";
  text: string;
}

const STATEMENT_KEYS = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);

export function lint(text: string, kind: PolicyKind): Finding[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return [wrong(error instanceof Error ? error.message : String(error))];
  }
  if (!isObject(document)) {
    return [wrong(t.lint.noObject)];
  }
  const findings: Finding[] = [];
  const version = document["Version"];
  if (version !== "2012-10-17") {
    findings.push(
      version === undefined || version === "2008-10-17"
        ? careful(t.lint.oldVersion)
        : wrong(t.lint.badVersion),
    );
  }
  const statement = document["Statement"];
  const statements = Array.isArray(statement) ? statement : [statement];
  if (statement === undefined || statements.length === 0) {
    return [...findings, wrong(t.lint.noStatement)];
  }
  const sids = new Set<unknown>();
  statements.forEach((one: unknown, index) => {
    findings.push(...lintStatement(one, index, kind));
    const sid = isObject(one) ? one["Sid"] : undefined;
    if (sid !== undefined && sids.has(sid)) {
      findings.push(wrong(t.lint.sameSid(String(sid))));
    }
    sids.add(sid);
  });
  return findings;
}

function lintStatement(statement: unknown, index: number, kind: PolicyKind): Finding[] {
  const where = t.lint.statement(index + 1);
  if (!isObject(statement)) {
    return [wrong(`${where}: ${t.lint.noObject}`)];
  }
  const findings: Finding[] = [];
  const say = (finding: Finding) =>
    findings.push({ ...finding, text: `${where}: ${finding.text}` });
  for (const key of Object.keys(statement)) {
    if (!STATEMENT_KEYS.has(key)) {
      say(wrong(t.lint.unknownKey(key)));
    }
  }
  const has = (key: string) => statement[key] !== undefined;
  if (statement["Effect"] !== "Allow" && statement["Effect"] !== "Deny") {
    say(wrong(t.lint.noEffect));
  }
  if (has("Action") === has("NotAction")) {
    say(wrong(t.lint.oneOf("Action", "NotAction")));
  }
  const named = has("Principal") || has("NotPrincipal");
  if (kind === "trust") {
    if (!named) {
      say(wrong(t.lint.noPrincipal));
    }
    if (has("Resource") || has("NotResource")) {
      say(wrong(t.lint.trustHasResource));
    }
    if (JSON.stringify(statement["Principal"] ?? "").includes('"*"') && !has("Condition")) {
      say(careful(t.lint.everybody));
    }
  } else {
    if (named) {
      say(wrong(t.lint.principalHere));
    }
    if (has("Resource") === has("NotResource")) {
      say(wrong(t.lint.oneOf("Resource", "NotResource")));
    }
  }
  for (const action of list(statement["Action"])) {
    if (action !== "*" && !/^[a-z0-9-]+:[A-Za-z0-9*?]+$/.test(action)) {
      say(wrong(t.lint.badAction(action)));
    }
  }
  if (statement["Effect"] === "Allow" && list(statement["Action"]).includes("*")) {
    say(careful(t.lint.everyAction));
  }
  return findings;
}

function list(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === "string");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function wrong(text: string): Finding {
  return { severity: "error", text };
}

function careful(text: string): Finding {
  return { severity: "warning", text };
}
