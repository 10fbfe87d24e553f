// The events of a log group, as they come.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { asFailure, isMissing } from "../../aws/failure";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import { filterLogEvents, type FilteredLogEvent } from "../../generated/logs";
import { Cli } from "../../parts/cli";
import { Empty } from "../../parts/empty";
import { Problem } from "../../parts/load";
import { clock } from "../../parts/time";
import { t } from "../../text/en";

const EVERY_MILLIS = 1500;
/** What a page shows; older lines are in the log still. */
const MOST_LINES = 2000;

export function LogTail(props: { group: string; stream: string | undefined }): ReactNode {
  const { group, stream } = props;
  const [pattern, setPattern] = useState("");
  const [asked, setAsked] = useState("");
  const [live, setLive] = useState(true);
  const [events, setEvents] = useState<FilteredLogEvent[]>();
  const [error, setError] = useState<Error>();
  const end = useRef<HTMLDivElement>(null);
  const input = {
    logGroupName: group,
    ...(stream === undefined ? {} : { logStreamNames: [stream] }),
    ...(asked === "" ? {} : { filterPattern: asked }),
  };
  const key = JSON.stringify(input);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      try {
        const answer = await readAll(JSON.parse(key) as typeof input);
        if (current) {
          setEvents(answer);
          setError(undefined);
        }
      } catch (caught) {
        if (current) {
          setEvents((known) => known ?? []);
          setError(isMissing(caught) || missingGroup(caught) ? undefined : asFailure(caught));
        }
      }
      if (current && live) {
        timer = setTimeout(() => void read(), EVERY_MILLIS);
      }
    };
    void read();
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, live]);
  const count = events?.length ?? 0;
  useEffect(() => {
    if (live) {
      end.current?.scrollIntoView({ block: "nearest" });
    }
  }, [count, live]);
  return (
    <SpaceBetween size="m">
      <Header
        variant="h2"
        actions={
          <SpaceBetween direction="horizontal" size="xs" alignItems="center">
            <Toggle checked={live} onChange={({ detail }) => setLive(detail.checked)}>
              {t.logs.live}
            </Toggle>
            <form
              onSubmit={(event) => {
                event.preventDefault();
                setAsked(pattern);
              }}
            >
              <SpaceBetween direction="horizontal" size="xs">
                <Input
                  type="search"
                  clearAriaLabel={t.common.clear}
                  value={pattern}
                  placeholder={t.logs.filter}
                  ariaLabel={t.logs.filter}
                  onChange={({ detail }) => setPattern(detail.value)}
                />
                <Button>{t.logs.apply}</Button>
              </SpaceBetween>
            </form>
          </SpaceBetween>
        }
      >
        <span className="breaks">{group}</span>
      </Header>
      {error !== undefined && <Problem error={error} />}
      {count === 0 ? (
        <Empty title={t.logs.noEvents} next={t.logs.noEventsNext} command={t.logs.tailCommand(group)} />
      ) : (
        <pre className="log" tabIndex={0} role="region" aria-label={group} data-testid="log">
          {events?.map((event) => (
            <span key={event.eventId}>
              <span className="token-comment">{clock(event.timestamp ?? 0)}</span>{" "}
              {event.message?.trimEnd()}
              {"\n"}
            </span>
          ))}
          <div ref={end} />
        </pre>
      )}
      <Box variant="small">{t.logs.count(count)}</Box>
      <Cli calls={[call(filterLogEvents, input)]} />
    </SpaceBetween>
  );
}

async function readAll(input: { logGroupName: string }): Promise<FilteredLogEvent[]> {
  const found: FilteredLogEvent[] = [];
  let nextToken: string | undefined;
  do {
    const answer = await send(filterLogEvents, {
      ...input,
      ...(nextToken === undefined ? {} : { nextToken }),
    });
    found.push(...(answer.events ?? []));
    nextToken = answer.nextToken;
  } while (nextToken !== undefined && found.length < MOST_LINES * 5);
  return found.slice(-MOST_LINES);
}

/** CloudWatch Logs answers 400 where others answer 404. */
function missingGroup(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ResourceNotFoundException";
}
