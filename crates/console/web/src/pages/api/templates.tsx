// Mapping templates: edited with colours, rendered against a sample while one types.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useEffect, useState } from "react";
import { asFailure } from "../../aws/failure";
import type { Call } from "../../aws/operation";
import { perform } from "../../aws/send";
import type { PatchOperation } from "../../generated/apigateway";
import { Cli } from "../../parts/cli";
import { DeleteButton } from "../../parts/delete-button";
import { useDoing } from "../../parts/doing";
import { Code, Editor } from "../../parts/editor";
import { Problem } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { render, type Rendered } from "../../portcullis";
import { Status } from "../../parts/status";
import { t } from "../../text/en";

const JSON_TYPE = "application/json";
const SAMPLE = JSON.stringify(
  { body: { name: "cat", tags: ["small", "soft"] }, path: { id: "7" }, querystring: { q: "x" } },
  undefined,
  2,
);
/** Typing is not interrupted by every letter. */
const PAUSE_MILLIS = 250;

export function Templates(props: {
  title: string;
  templates: Record<string, string>;
  path: string;
  saving: (patches: PatchOperation[]) => Call[];
  ensureUnchanged: () => Promise<void>;
  onDone: () => void;
}): ReactNode {
  const types = Object.keys(props.templates);
  const [type, setType] = useState(types[0] ?? JSON_TYPE);
  const [text, setText] = useState(props.templates[type] ?? "");
  const [other, setOther] = useState("");
  const { busy, error, run } = useDoing();
  const notify = useNotify();
  const known = props.templates[type];
  // In a patch's path, a slash in a name is written ~1 (RFC 6901).
  const path = `${props.path}/${type.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  const op = known === undefined ? "add" : "replace";
  const calls = text === (known ?? "") ? [] : props.saving([{ op, path, value: text }]);
  const act = (chosen: Call[]): Promise<void> =>
    run(async () => {
      await props.ensureUnchanged();
      for (const one of chosen) {
        await perform(one);
      }
      notify({ type: "success", content: t.templates.saved });
      props.onDone();
    });
  const options = [...new Set([...types, type])].map((one) => ({ value: one, label: one }));
  return (
    <Container
      header={
        <Header
          variant="h3"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <DeleteButton
                disabled={known === undefined || busy}
                what={`${props.title}: ${type}`}
                calls={props.saving([{ op: "remove", path }])}
                ensure={props.ensureUnchanged}
                onDone={props.onDone}
              />
              <Button
                variant="primary"
                loading={busy}
                disabled={calls.length === 0}
                onClick={() => void act(calls)}
                data-testid="save-template"
              >
                {t.common.save}
              </Button>
            </SpaceBetween>
          }
        >
          {props.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div className="halves">
          <FormField label={t.templates.type}>
            <Select
              selectedOption={{ value: type, label: type }}
              options={options}
              onChange={({ detail }) => {
                const chosen = detail.selectedOption.value ?? JSON_TYPE;
                setType(chosen);
                setText(props.templates[chosen] ?? "");
              }}
            />
          </FormField>
          <FormField label={t.templates.otherType}>
            <Input
              value={other}
              placeholder="text/xml"
              onChange={({ detail }) => setOther(detail.value)}
              onBlur={() => {
                if (other.includes("/")) {
                  setType(other);
                  setText(props.templates[other] ?? "");
                }
              }}
            />
          </FormField>
        </div>
        <Rendering template={text} onTemplate={setText} />
        {error !== undefined && <Problem error={error} retry={props.onDone} />}
        <Cli calls={calls} />
      </SpaceBetween>
    </Container>
  );
}

export function Rendering(props: {
  template: string;
  onTemplate: (text: string) => void;
}): ReactNode {
  const [sample, setSample] = useState(SAMPLE);
  const [rendered, setRendered] = useState<Rendered>();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(() => {
      void renderSample(props.template, sample).then((answer) => {
        if (current) {
          setRendered(answer);
        }
      });
    }, PAUSE_MILLIS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [props.template, sample]);
  return (
    <div className="halves">
      <FormField label={t.templates.template} stretch>
        <Editor
          value={props.template}
          onChange={props.onTemplate}
          language="velocity"
          label={t.templates.template}
        />
      </FormField>
      <SpaceBetween size="s">
        <FormField label={t.templates.sample} stretch>
          <Editor
            value={sample}
            onChange={setSample}
            language="json"
            label={t.templates.sample}
            rows={7}
          />
        </FormField>
        <div data-testid="rendered">
          {rendered?.error === undefined ? (
            <Code text={rendered?.text ?? ""} language="json" label={t.templates.result} />
          ) : (
            <Status type="error">{rendered.error}</Status>
          )}
        </div>
      </SpaceBetween>
    </div>
  );
}

interface Sample {
  body?: unknown;
  path?: Record<string, string>;
  querystring?: Record<string, string>;
  header?: Record<string, string>;
  context?: unknown;
  stageVariables?: Record<string, string>;
}

async function renderSample(template: string, text: string): Promise<Rendered> {
  let sample: Sample;
  try {
    sample = JSON.parse(text) as Sample;
  } catch (caught) {
    return { error: t.templates.badSample(asFailure(caught).message) };
  }
  const { body = "", ...rest } = sample;
  const whole = typeof body === "string" ? body : JSON.stringify(body);
  try {
    return await render({ ...rest, template, body: whole });
  } catch (caught) {
    return { error: asFailure(caught).message };
  }
}
