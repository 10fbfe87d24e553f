// A policy editor: what is wrong is said while one types, before IAM refuses it.
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useMemo } from "react";
import { type Finding, lint, type PolicyKind } from "../../domain/lint";
import { Editor } from "../../parts/editor";
import { Status } from "../../parts/status";
import { t } from "../../text/en";

export function PolicyEditor(props: {
  value: string;
  onChange: (value: string) => void;
  kind: PolicyKind;
  label: string;
}): ReactNode {
  const { value, onChange, kind, label } = props;
  const findings = useMemo(() => lint(value, kind), [value, kind]);
  return (
    <SpaceBetween size="xs">
      <Editor value={value} onChange={onChange} language="json" label={label} rows={14} />
      <div aria-live="polite" data-testid="findings">
        {findings.length === 0 ? (
          <Status type="success">{t.lint.clean}</Status>
        ) : (
          findings.map((finding) => <Line key={finding.text} finding={finding} />)
        )}
      </div>
    </SpaceBetween>
  );
}

function Line(props: { finding: Finding }): ReactNode {
  return (
    <div>
      <Status type={props.finding.severity}>{props.finding.text}</Status>
    </div>
  );
}
