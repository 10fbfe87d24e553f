// Why a request was refused: what happened, what came closest to a grant, what ends it, in the form
// that one's tools take.
import Box from "@cloudscape-design/components/box";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Tabs from "@cloudscape-design/components/tabs";
import type { ReactNode } from "react";
import { Shell } from "../../parts/cli";
import { Code } from "../../parts/editor";
import { Show, useLoad } from "../../parts/load";
import { type Compared, type Fixes, type NearMiss, why } from "../../portcullis";
import { t } from "../../text/en";

export function Why(props: { id: string; action: ReactNode }): ReactNode {
  const report = useLoad(() => why(props.id), [props.id]);
  return (
    <Show loaded={report}>
      {(told) => (
        <Container
          data-testid="why"
          header={
            <Header variant="h2" description={told.what} actions={props.action}>
              {t.why.title}
            </Header>
          }
        >
          <SpaceBetween size="m">
            {told.nearest !== null && <Nearest miss={told.nearest} />}
            <Lines title={t.why.needed} lines={told.needed} />
            <Lines title={t.why.notes} lines={told.notes} />
            <Forms fix={told.fix} />
          </SpaceBetween>
        </Container>
      )}
    </Show>
  );
}

function Lines(props: { title: string; lines: string[] }): ReactNode {
  if (props.lines.length === 0) {
    return undefined;
  }
  return (
    <div>
      <Box variant="awsui-key-label">{props.title}</Box>
      <ul>
        {props.lines.map((line) => (
          <li key={line} className="words">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Nearest(props: { miss: NearMiss }): ReactNode {
  const { miss } = props;
  return (
    <div data-testid="nearest">
      <Box variant="awsui-key-label">{t.why.nearest(miss.policy, miss.sid)}</Box>
      <p className="words">{miss.sentence}</p>
      {miss.compared.map((one) => (
        <div key={one.element} className="halves">
          <div>
            <Box variant="small">{t.why.granted(one.element)}</Box>
            <Marked text={one.pattern} differs={one.patternDiffers} />
          </div>
          <div>
            <Box variant="small">{t.why.asked}</Box>
            <Marked text={one.value ?? t.why.lacking} differs={one.valueDiffers} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** The server counts in bytes of UTF-8. */
function Marked(props: { text: string; differs: Compared["valueDiffers"] }): ReactNode {
  const { text, differs } = props;
  if (differs === null) {
    return <pre className="log">{text}</pre>;
  }
  const raw = new TextEncoder().encode(text);
  const part = (from: number, to?: number) => new TextDecoder().decode(raw.slice(from, to));
  return (
    <pre className="log">
      {part(0, differs[0])}
      <mark>{part(differs[0], differs[1])}</mark>
      {part(differs[1])}
    </pre>
  );
}

function Forms(props: { fix: Fixes }): ReactNode {
  const { cli, swagger, cloudformation, sam, terraform } = props.fix;
  const forms = [
    { id: "swagger", label: "Swagger", text: swagger },
    { id: "cloudformation", label: "CloudFormation", text: cloudformation },
    { id: "sam", label: "SAM", text: sam },
    { id: "terraform", label: "Terraform", text: terraform },
  ].flatMap(({ text, ...form }) => (text === null || text === undefined ? [] : [{ ...form, text }]));
  return (
    <>
      {cli !== null && cli !== undefined && <Shell title={t.request.fix} text={cli} open />}
      {forms.length > 0 && (
        <Tabs
          i18nStrings={t.frame.tabs}
          tabs={forms.map(({ id, label, text }) => ({
            id,
            label,
            content: <Code text={text} language="text" label={label} />,
          }))}
        />
      )}
    </>
  );
}
