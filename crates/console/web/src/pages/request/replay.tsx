// Another try: the request as a copy that can be edited. What the journal does not keep, such as
// secret headers and the body, is filled in by hand.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { quoted } from "../../aws/cli";
import { Unreachable } from "../../aws/failure";
import { invokeUrl } from "../../domain/api";
import { type Exchanged, sendable } from "../../domain/exchange";
import { pathInStage } from "../../domain/requests";
import { Shell } from "../../parts/cli";
import { useDoing } from "../../parts/doing";
import { Code, Editor } from "../../parts/editor";
import { Problem } from "../../parts/load";
import type { Entry } from "../../portcullis";
import { href } from "../../router";
import { Status } from "../../parts/status";
import { t } from "../../text/en";
import { headersOf } from "../api/test-part";

const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

interface Answered {
  status: number;
  id: string | null;
  headers: string;
  body: string;
}

export function Replay(props: {
  entry: Entry;
  kept: Exchanged | undefined;
  onDismiss: () => void;
}): ReactNode {
  const { entry, kept } = props;
  const [method, setMethod] = useState(entry.method);
  const [path, setPath] = useState(() => pathInStage(entry));
  const [headers, setHeaders] = useState(() => headersToSend(kept));
  const [body, setBody] = useState(kept?.client.input.body ?? "");
  const { busy, error, run } = useDoing();
  const [answer, setAnswer] = useState<Answered>();
  const url = invokeUrl(entry.api_id, entry.stage) + path;
  const sent = Object.fromEntries(
    Object.entries(headersOf(headers)).filter(([, value]) => value !== ""),
  );
  const hasBody = method !== "GET" && method !== "HEAD";
  const send = (): Promise<void> =>
    run(async () => {
      setAnswer(await exchange(url, method, sent, hasBody ? body : undefined));
    });
  return (
    <Container
      data-testid="replay-form"
      header={
        <Header
          variant="h2"
          description={t.request.replayHelp}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={props.onDismiss}>{t.common.close}</Button>
              <Button
                variant="primary"
                loading={busy}
                onClick={() => void send()}
                data-testid="send-replay"
              >
                {t.request.send}
              </Button>
            </SpaceBetween>
          }
        >
          {t.request.replay}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <div className="halves">
          <FormField label={t.requests.method}>
            <Select
              selectedOption={{ value: method, label: method }}
              options={VERBS.map((verb) => ({ value: verb, label: verb }))}
              onChange={({ detail }) => setMethod(detail.selectedOption.value ?? "GET")}
            />
          </FormField>
          <FormField label={t.requests.path}>
            <Input value={path} onChange={({ detail }) => setPath(detail.value)} />
          </FormField>
        </div>
        <div className="halves">
          <FormField label={t.request.sent} stretch>
            <Editor
              value={headers}
              onChange={setHeaders}
              language="text"
              label={t.test.headers}
              rows={4}
            />
            {hasBody && (
              <Editor value={body} onChange={setBody} language="json" label={t.test.body} rows={8} />
            )}
          </FormField>
          {answer !== undefined && <Outcome answer={answer} />}
        </div>
        {error !== undefined && <Problem error={error} />}
        <Shell title={t.request.asCurl} text={curl(url, method, sent, hasBody ? body : "")} />
      </SpaceBetween>
    </Container>
  );
}

/** A secret is filled in by hand: its header is there already. */
function headersToSend(kept: Exchanged | undefined): string {
  const known = kept === undefined ? "" : sendable(kept.client.input);
  return known === "" ? "Authorization: " : `${known}\nAuthorization: `;
}

function Outcome(props: { answer: Answered }): ReactNode {
  const { answer } = props;
  return (
    <div data-testid="replay-outcome">
      <SpaceBetween size="xs">
        <Status type={answer.status < 400 ? "success" : "error"}>
          {String(answer.status)}
        </Status>
        {answer.id !== null && (
          <Link href={href("requests", answer.id)}>{t.request.see(answer.id)}</Link>
        )}
        <Code text={answer.headers} language="text" label={t.test.answerHeaders} />
        <Code text={answer.body} language="json" label={t.test.answerBody} />
      </SpaceBetween>
    </div>
  );
}

async function exchange(
  url: string,
  method: string,
  headers: Record<string, string>,
  body: string | undefined,
): Promise<Answered> {
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      credentials: "omit",
      cache: "no-store",
      ...(body === undefined ? {} : { body }),
    });
  } catch {
    throw new Unreachable();
  }
  const lines = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  return {
    status: response.status,
    id: response.headers.get("x-amzn-requestid"),
    headers: lines.join("\n"),
    body: await response.text(),
  };
}

function curl(url: string, method: string, headers: Record<string, string>, body: string): string {
  const words = ["curl", "-i", ...(method === "GET" ? [] : ["-X", method])];
  for (const [name, value] of Object.entries(headers)) {
    words.push("-H", quoted(`${name}: ${value}`));
  }
  if (body !== "") {
    words.push("--data", quoted(body));
  }
  return [...words, quoted(url)].join(" ");
}
