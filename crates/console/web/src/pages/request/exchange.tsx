// What went in and what came out, step by step and side by side: from the trace that the server
// keeps where somebody asked for it, or from the stage's execution log.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { Failure } from "../../aws/failure";
import { all } from "../../aws/pages";
import { exchanged, type Exchanged, type Message, messageText } from "../../domain/exchange";
import { filterLogEvents } from "../../generated/logs";
import { useDoing } from "../../parts/doing";
import { Code } from "../../parts/editor";
import { Empty } from "../../parts/empty";
import { type Loaded, Problem, Show, useLoad } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { type Entry, traced, turnTraces } from "../../portcullis";
import { t } from "../../text/en";

export function useExchange(entry: Entry | undefined): Loaded<Exchanged | "none"> {
  return useLoad(async () => {
    if (entry === undefined) {
      return "none";
    }
    const trace = await traced(entry.request_id);
    const lines = trace.lines?.map((line) => line.text) ?? (await logged(entry));
    return lines.length === 0 ? "none" : exchanged(lines);
  }, [entry?.request_id]);
}

/** The lines of the stage's own log, where it writes one. */
async function logged(entry: Entry): Promise<string[]> {
  try {
    const events = await all(
      filterLogEvents,
      {
        logGroupName: `API-Gateway-Execution-Logs_${entry.api_id}/${entry.stage}`,
        filterPattern: `"(${entry.request_id})"`,
      },
      { from: "nextToken", to: "nextToken" },
      (page) => page.events,
    );
    return events.map((event) => (event.message ?? "").replace(`(${entry.request_id}) `, ""));
  } catch (error) {
    if (error instanceof Failure && error.code === "ResourceNotFoundException") {
      return [];
    }
    throw error;
  }
}

export function Exchange(props: { loaded: Loaded<Exchanged | "none"> }): ReactNode {
  return (
    <Container data-testid="exchange" header={<Header variant="h2">{t.exchange.title}</Header>}>
      <Show loaded={props.loaded}>
        {(found) =>
          found === "none" ? (
            <Empty
              title={t.exchange.none}
              next={t.exchange.noneNext}
              command="portcullis up --traces"
              action={<TurnOn />}
            />
          ) : (
            <Sides found={found} />
          )
        }
      </Show>
    </Container>
  );
}

function TurnOn(): ReactNode {
  const { busy, error, run } = useDoing();
  const notify = useNotify();
  const turn = (): Promise<void> =>
    run(async () => {
      await turnTraces(true);
      notify({ type: "success", content: t.exchange.isOn });
    });
  return (
    <SpaceBetween size="s">
      <Button loading={busy} onClick={() => void turn()} data-testid="turn-traces-on">
        {t.exchange.turnOn}
      </Button>
      {error !== undefined && <Problem error={error} />}
    </SpaceBetween>
  );
}

function Sides(props: { found: Exchanged }): ReactNode {
  const { client, authorizer, backend, log } = props.found;
  const titles = t.exchange.sides;
  return (
    <SpaceBetween size="m">
      {authorizer !== undefined && (
        <Pair
          left={[titles.authorizerInput, authorizer.input]}
          right={[titles.authorizerOutput, authorizer.output]}
        />
      )}
      <Pair
        left={[titles.request, client.input]}
        right={backend === undefined ? undefined : [titles.backendInput, backend.input]}
      />
      <Pair
        left={backend === undefined ? undefined : [titles.backendOutput, backend.output]}
        right={[titles.response, client.output]}
      />
      <ExpandableSection headerText={t.exchange.log}>
        <Code text={log.join("\n")} language="text" label={t.exchange.log} />
      </ExpandableSection>
    </SpaceBetween>
  );
}

type Titled = [string, Message];

function Pair(props: { left: Titled | undefined; right: Titled | undefined }): ReactNode {
  return (
    <div className="halves">
      {[props.left, props.right].map(
        (side) => side !== undefined && <Side key={side[0]} title={side[0]} message={side[1]} />,
      )}
    </div>
  );
}

export function Side(props: { title: string; message: Message }): ReactNode {
  const text = messageText(props.message);
  return (
    <div>
      <Box variant="awsui-key-label">{props.title}</Box>
      <Code text={text === "" ? t.exchange.nothing : text} language="json" label={props.title} />
    </div>
  );
}
