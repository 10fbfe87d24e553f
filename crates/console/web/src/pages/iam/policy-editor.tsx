// A policy editor: what is wrong is said while one types, before IAM refuses it. The server's lint
// says it, which knows IAM's language and every action of AWS.
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useEffect, useState } from "react";
import { asFailure } from "../../aws/failure";
import { Editor } from "../../parts/editor";
import { wordsOf } from "../../parts/load";
import { Status } from "../../parts/status";
import { type Finding, lint, type PolicyKind } from "../../portcullis";
import { t } from "../../text/en";

/** Nothing is asked between two keys that are pressed quickly. */
const PAUSE_MILLIS = 250;
/** More would bury the ones that matter. */
const MOST_SHOWN = 20;

interface Judged {
  text: string;
  findings: Finding[];
  error: Error | undefined;
}

export function PolicyEditor(props: {
  value: string;
  onChange: (value: string) => void;
  kind: PolicyKind;
  label: string;
}): ReactNode {
  const { value, onChange, kind, label } = props;
  const judged = useLint(value, kind);
  return (
    <SpaceBetween size="xs">
      <Editor value={value} onChange={onChange} language="json" label={label} rows={14} />
      <div aria-live="polite" data-testid="findings">
        {judged === undefined || judged.text !== value ? (
          <Status type="pending">{t.lint.reading}</Status>
        ) : (
          <Findings judged={judged} />
        )}
      </div>
    </SpaceBetween>
  );
}

function useLint(text: string, kind: PolicyKind): Judged | undefined {
  const [judged, setJudged] = useState<Judged>();
  useEffect(() => {
    let current = true;
    const settle = (findings: Finding[], error: Error | undefined) => {
      if (current) {
        setJudged({ text, findings, error });
      }
    };
    const timer = setTimeout(() => {
      lint(text, kind)
        .then((findings) => settle(findings, undefined))
        .catch((caught: unknown) => settle([], asFailure(caught)));
    }, PAUSE_MILLIS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, kind]);
  return judged;
}

function Findings(props: { judged: Judged }): ReactNode {
  const { findings, error } = props.judged;
  if (error !== undefined) {
    return <Status type="warning">{t.lint.notRead(wordsOf(error))}</Status>;
  }
  if (findings.length === 0) {
    return <Status type="success">{t.lint.clean}</Status>;
  }
  return (
    <>
      {findings.slice(0, MOST_SHOWN).map((finding) => (
        <Line key={`${finding.code} ${finding.line} ${finding.column}`} finding={finding} />
      ))}
      {findings.length > MOST_SHOWN && t.lint.more(findings.length - MOST_SHOWN)}
    </>
  );
}

const GRADES = {
  ERROR: "error",
  SECURITY_WARNING: "warning",
  WARNING: "warning",
  SUGGESTION: "info",
} as const;

function Line(props: { finding: Finding }): ReactNode {
  const { kind, code, details, line, column, learnMore } = props.finding;
  return (
    <div>
      <Status type={GRADES[kind]}>
        {t.lint.at(line, column)} {details}{" "}
        <Link href={learnMore} external externalIconAriaLabel={t.common.newTab} fontSize="body-s">
          {code}
        </Link>
      </Status>
    </div>
  );
}
