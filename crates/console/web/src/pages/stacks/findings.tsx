// What `portcullis check` says of a template before it is deployed.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { type ReactNode, useEffect, useState } from "react";
import { asFailure } from "../../aws/failure";
import { wordsOf } from "../../parts/load";
import { Status } from "../../parts/status";
import { check, type Checked } from "../../portcullis";
import { t } from "../../text/en";

const PAUSE_MILLIS = 400;

export function Findings(props: { text: string; parameters: Record<string, string> }): ReactNode {
  const { text } = props;
  const key = JSON.stringify(props.parameters);
  const [checked, setChecked] = useState<Checked>();
  const [error, setError] = useState<Error>();
  useEffect(() => {
    let current = true;
    const settle = (found: Checked | undefined, why: Error | undefined) => {
      if (current) {
        setChecked(found);
        setError(why);
      }
    };
    const timer = setTimeout(() => {
      check(text, JSON.parse(key) as Record<string, string>)
        .then((found) => settle(found, undefined))
        .catch((caught: unknown) => settle(undefined, asFailure(caught)));
    }, PAUSE_MILLIS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, key]);
  if (error !== undefined) {
    return <Status type="info">{t.lint.notRead(wordsOf(error))}</Status>;
  }
  if (checked === undefined) {
    return t.lint.reading;
  }
  const { errors, warnings } = checked.summary;
  if (errors + warnings === 0) {
    return <Status type="success">{t.findings.clean}</Status>;
  }
  const told = checked.findings.filter((one) => one.severity !== "note");
  return (
    <Alert
      type={errors > 0 ? "error" : "warning"}
      header={t.findings.title(errors + warnings)}
      data-testid="findings"
    >
      <ul>
        {told.map((one) => (
          <li key={one.fingerprint}>
            <Box variant="strong">{one.rule}</Box> ({t.findings.at(one.place.start.line)}): {one.message}
            {one.fix !== null && (
              <ExpandableSection headerText={t.findings.help} variant="inline">
                {one.fix.title}
                {one.fix.paste !== null && (
                  <pre className="code" tabIndex={0}>
                    {one.fix.paste}
                  </pre>
                )}
              </ExpandableSection>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
