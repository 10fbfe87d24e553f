// The test button: one call of the method as it is now, not as it was deployed, with its log.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import {
  testInvokeMethod,
  type TestInvokeMethodRequest,
  type TestInvokeMethodResponse,
} from "../../generated/apigateway";
import { Cli } from "../../parts/cli";
import { useDoing } from "../../parts/doing";
import { Code, Editor } from "../../parts/editor";
import { Problem } from "../../parts/load";
import { t } from "../../text/en";
import type { MethodProps } from "./method";

export function TestPart(props: MethodProps): ReactNode {
  const { api, located } = props;
  const path = located.resource.path ?? "/";
  const names = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map((match) => match[1] ?? "");
  const [values, setValues] = useState<Record<string, string>>({});
  const [query, setQuery] = useState("");
  const [headers, setHeaders] = useState("");
  const [body, setBody] = useState("");
  const { busy, error, run } = useDoing();
  const [answer, setAnswer] = useState<TestInvokeMethodResponse>();
  const filled = path.replace(/\{([^}+]+)\+?\}/g, (_whole, name: string) =>
    encodeURIComponent(values[name] ?? ""),
  );
  const input: TestInvokeMethodRequest = {
    restApiId: api.id,
    resourceId: located.resource.id ?? "",
    httpMethod: located.verb,
    pathWithQueryString: query === "" ? filled : `${filled}?${query}`,
    ...(headers.trim() === "" ? {} : { headers: headersOf(headers) }),
    ...(body === "" ? {} : { body }),
  };
  const test = (): Promise<void> =>
    run(async () => {
      setAnswer(await send(testInvokeMethod, input));
    });
  return (
    <Container
      header={
        <Header
          variant="h3"
          description={t.test.help}
          actions={
            <Button
              variant="primary"
              loading={busy}
              onClick={() => void test()}
              data-testid="run-test"
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
        {names.map((name) => (
          <FormField key={name} label={t.test.pathParameter(name)}>
            <Input
              value={values[name] ?? ""}
              onChange={({ detail }) => setValues({ ...values, [name]: detail.value })}
            />
          </FormField>
        ))}
        <FormField label={t.test.query} description="a=1&b=2">
          <Input value={query} onChange={({ detail }) => setQuery(detail.value)} />
        </FormField>
        <FormField label={t.test.headers} description="Accept: application/json" stretch>
          <Editor value={headers} onChange={setHeaders} language="text" label={t.test.headers} rows={3} />
        </FormField>
        {located.verb !== "GET" && (
          <FormField label={t.test.body} stretch>
            <Editor value={body} onChange={setBody} language="json" label={t.test.body} rows={5} />
          </FormField>
        )}
        {error !== undefined && <Problem error={error} />}
        <Cli calls={[call(testInvokeMethod, input)]} />
        {answer !== undefined && <Outcome answer={answer} />}
      </SpaceBetween>
    </Container>
  );
}

function Outcome(props: { answer: TestInvokeMethodResponse }): ReactNode {
  const { answer } = props;
  return (
    <div data-testid="test-outcome">
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={2}
          items={[
            { label: t.test.status, value: String(answer.status ?? "-") },
            { label: t.test.latency, value: t.test.millis(answer.latency ?? 0) },
          ]}
        />
        <Box variant="awsui-key-label">{t.test.answerBody}</Box>
        <Code text={answer.body ?? ""} language="json" label={t.test.answerBody} />
        <Box variant="awsui-key-label">{t.test.answerHeaders}</Box>
        <Code
          text={JSON.stringify(answer.headers ?? {}, undefined, 2)}
          language="json"
          label={t.test.answerHeaders}
        />
        <Box variant="awsui-key-label">{t.test.log}</Box>
        <pre className="log" tabIndex={0} role="region" aria-label={t.test.log}>
          {answer.log}
        </pre>
      </SpaceBetween>
    </div>
  );
}

/** One header a line. */
export function headersOf(text: string): Record<string, string> {
  const pairs = text
    .split("\n")
    .map((line) => line.split(/:(.*)/s))
    .filter(([name]) => (name ?? "").trim() !== "");
  return Object.fromEntries(pairs.map(([name = "", value = ""]) => [name.trim(), value.trim()]));
}
