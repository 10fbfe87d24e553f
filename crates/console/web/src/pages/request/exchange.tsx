// What went in and what came out, side by side, as the stage's execution log has it.
import Container from "@cloudscape-design/components/container";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import Box from "@cloudscape-design/components/box";
import type { ReactNode } from "react";
import { Failure } from "../../aws/failure";
import { all } from "../../aws/pages";
import { filterLogEvents } from "../../generated/logs";
import { Code } from "../../parts/editor";
import { Empty } from "../../parts/empty";
import { Show, useLoad } from "../../parts/load";
import type { Entry } from "../../portcullis";
import { t } from "../../text/en";

/** Pairs of lines of the log: what a message was before its transformation, and after it. */
const ROWS = [
  {
    name: t.exchange.rows.requestHeaders,
    before: "Method request headers",
    after: "Endpoint request headers",
  },
  {
    name: t.exchange.rows.requestBody,
    before: "Method request body before transformations",
    after: "Endpoint request body after transformations",
  },
  {
    name: t.exchange.rows.responseHeaders,
    before: "Endpoint response headers",
    after: "Method response headers",
  },
  {
    name: t.exchange.rows.responseBody,
    before: "Endpoint response body before transformations",
    after: "Method response body after transformations",
  },
];

async function read(entry: Entry): Promise<string[]> {
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

export function Exchange(props: { entry: Entry }): ReactNode {
  const { entry } = props;
  const lines = useLoad(() => read(entry), [entry.request_id]);
  return (
    <Container data-testid="exchange" header={<Header variant="h2">{t.exchange.title}</Header>}>
      <Show loaded={lines}>
        {(log) =>
          log.length === 0 ? (
            <Empty title={t.exchange.none} next={t.exchange.noneNext} />
          ) : (
            <>
              {ROWS.map((row) => (
                <Pair key={row.name} name={row.name} before={find(log, row.before)} after={find(log, row.after)} />
              ))}
              <ExpandableSection headerText={t.exchange.log}>
                <Code text={log.join("\n")} language="text" label={t.exchange.log} />
              </ExpandableSection>
            </>
          )
        }
      </Show>
    </Container>
  );
}

function Pair(props: {
  name: string;
  before: string | undefined;
  after: string | undefined;
}): ReactNode {
  const { name, before, after } = props;
  if (before === undefined && after === undefined) {
    return undefined;
  }
  return (
    <div className="halves">
      <Side title={`${name}: ${t.exchange.before}`} text={before} />
      <Side title={`${name}: ${t.exchange.after}`} text={after} />
    </div>
  );
}

function Side(props: { title: string; text: string | undefined }): ReactNode {
  return (
    <div>
      <Box variant="awsui-key-label">{props.title}</Box>
      <Code text={indented(props.text ?? "")} language="json" label={props.title} />
    </div>
  );
}

function find(log: string[], begins: string): string | undefined {
  return log.find((line) => line.startsWith(`${begins}:`))?.slice(begins.length + 1).trim();
}

/** JSON is indented; other texts stay, and headers come one a line. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    const short = text.replace(/\*{12,}/g, "************");
    // Values have commas too: a header begins where a name and `=` follow.
    return short.startsWith("{") && short.includes("=")
      ? short.replace(/^\{|\}$/g, "").replace(/, (?=[\w-]+=)/g, "\n")
      : short;
  }
}
