// Invokes a function with a sample event.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import { EVENTS } from "../../domain/events";
import { invoke, type InvocationResponse } from "../../generated/lambda";
import { Cli } from "../../parts/cli";
import { useDoing } from "../../parts/doing";
import { useDraft } from "../../parts/draft";
import { Code, Editor } from "../../parts/editor";
import { Problem } from "../../parts/load";
import { Status } from "../../parts/status";
import { t } from "../../text/en";
import type { FunctionProps } from "../function";

export function FunctionTest(props: FunctionProps): ReactNode {
  const { fn } = props;
  const samples = Object.keys(EVENTS);
  const [sample, setSample] = useState(samples[0] ?? "");
  const [draft, setEvent] = useDraft(`event ${fn.arn}`);
  const event = draft ?? pretty(sample);
  const [qualifier, setQualifier] = useState("$LATEST");
  const { busy, error, run } = useDoing();
  const [answer, setAnswer] = useState<InvocationResponse>();
  const qualifiers = [...new Set(["$LATEST", ...fn.versions, ...fn.aliases.map((one) => one.name)])];
  const input = {
    FunctionName: fn.name,
    ...(qualifier === "$LATEST" ? {} : { Qualifier: qualifier }),
    LogType: "Tail" as const,
    Payload: event,
  };
  const test = (): Promise<void> =>
    run(async () => {
      setAnswer(await send(invoke, input));
    });
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button
              variant="primary"
              loading={busy}
              onClick={() => void test()}
              data-testid="invoke"
            >
              {t.test.run}
            </Button>
          }
        >
          {t.test.title}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div className="halves">
          <FormField label={t.functions.sampleEvent}>
            <Select
              selectedOption={{ value: sample, label: sample }}
              options={samples.map((name) => ({ value: name, label: name }))}
              onChange={({ detail }) => {
                setSample(detail.selectedOption.value ?? "");
                setEvent(pretty(detail.selectedOption.value ?? ""));
              }}
            />
          </FormField>
          <FormField label={t.versions.qualifier}>
            <Select
              selectedOption={{ value: qualifier, label: qualifier }}
              options={qualifiers.map((name) => ({ value: name, label: name }))}
              onChange={({ detail }) => setQualifier(detail.selectedOption.value ?? "$LATEST")}
            />
          </FormField>
        </div>
        <FormField label={t.functions.event} stretch>
          <Editor value={event} onChange={setEvent} language="json" label={t.functions.event} />
        </FormField>
        {error !== undefined && <Problem error={error} />}
        <Cli calls={[call(invoke, input)]} />
        {answer !== undefined && <Outcome answer={answer} />}
      </SpaceBetween>
    </Container>
  );
}

function Outcome(props: { answer: InvocationResponse }): ReactNode {
  const { answer } = props;
  const log = answer.LogResult === undefined ? "" : decodeBase64(answer.LogResult);
  return (
    <div data-testid="invoke-outcome">
      <SpaceBetween size="s">
        {answer.FunctionError === undefined ? (
          <Status type="success">{t.functions.succeeded}</Status>
        ) : (
          <Status type="error">{t.functions.failed(answer.FunctionError)}</Status>
        )}
        <Code text={String(answer.Payload ?? "")} language="json" label={t.test.answerBody} />
        <pre className="log" tabIndex={0} role="region" aria-label={t.test.log}>
          {log}
        </pre>
      </SpaceBetween>
    </div>
  );
}

function pretty(sample: string): string {
  return JSON.stringify(EVENTS[sample] ?? {}, undefined, 2);
}

function decodeBase64(text: string): string {
  const raw = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(raw);
}
