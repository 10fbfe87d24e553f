// Requests: a live list, filtered while one types, moved through with the keyboard.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Input, { type InputProps } from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { asFailure } from "../aws/failure";
import { matcher, MOST_HELD, refusalOf } from "../domain/requests";
import { Empty } from "../parts/empty";
import { useKeys } from "../parts/keys";
import { Problem, useLoad, wordsOf } from "../parts/load";
import { useNotify } from "../parts/notify";
import { clock, took } from "../parts/time";
import { VirtualList } from "../parts/virtual-list";
import { type Entry, rows, tracing, turnTraces } from "../portcullis";
import { go, href } from "../router";
import { t } from "../text/en";

const EVERY_MILLIS = 1000;

function useRequests(live: boolean) {
  const [entries, setEntries] = useState<Entry[]>();
  const [error, setError] = useState<Error>();
  const newest = useRef<string>(undefined);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      try {
        const fresh = await rows(newest.current);
        if (!current) {
          return;
        }
        newest.current = fresh[0]?.request_id ?? newest.current;
        setEntries((known = []) =>
          fresh.length === 0 ? known : [...fresh, ...known].slice(0, MOST_HELD),
        );
        setError(undefined);
      } catch (caught) {
        if (current) {
          setError(asFailure(caught));
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
  }, [live]);
  return { entries, error };
}

export default function RequestsPage(): ReactNode {
  const [live, setLive] = useState(true);
  const [filter, setFilter] = useState("");
  const [selected, setSelected] = useState<string>();
  const { entries, error } = useRequests(live);
  const search = useRef<InputProps.Ref>(null);
  const shown = useMemo(() => (entries ?? []).filter(matcher(filter)), [entries, filter]);
  const index = shown.findIndex((entry) => entry.request_id === selected);
  const move = (by: number): void => {
    const next = shown[Math.min(shown.length - 1, Math.max(0, index + by))];
    setSelected(next?.request_id);
  };
  useKeys({
    "/": () => search.current?.focus(),
    j: () => move(1),
    k: () => move(-1),
    r: () => selected !== undefined && go("requests", selected, "replay"),
    Enter: () => selected !== undefined && go("requests", selected),
  });
  return (
    <ContentLayout
      header={
        <Header
          variant="h1"
          counter={`(${shown.length})`}
          actions={
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <KeepTraces />
              <Toggle checked={live} onChange={({ detail }) => setLive(detail.checked)}>
                {t.requests.live}
              </Toggle>
              <Button
                iconName="status-negative"
                onClick={() => setFilter(filter === "refused" ? "" : "refused")}
              >
                {t.requests.refused}
              </Button>
            </SpaceBetween>
          }
        >
          {t.requests.title}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <Input
          ref={search}
          type="search"
          clearAriaLabel={t.common.clear}
          value={filter}
          placeholder={t.requests.filter}
          ariaLabel={t.requests.filterLabel}
          onChange={({ detail }) => setFilter(detail.value)}
        />
        {error !== undefined && <Problem error={error} />}
        {entries?.length === 0 ? (
          <Empty
            title={t.requests.none}
            next={t.requests.noneNext}
            command={`curl ${location.origin}/restapis/API/STAGE/_user_request_/`}
          />
        ) : (
          <VirtualList
            count={shown.length}
            height={560}
            label={t.requests.title}
            selected={index}
            header={<Head />}
            row={(at) => <Row key={shown[at]?.request_id} entry={shown[at]} at={at} chosen={at === index} />}
          />
        )}
        <Box variant="small">{t.requests.held(entries?.length ?? 0)}</Box>
      </SpaceBetween>
    </ContentLayout>
  );
}

/** Whether inputs and outputs are kept; nothing for somebody who may not ask. */
function KeepTraces(): ReactNode {
  const state = useLoad(tracing, []);
  const [wanted, setWanted] = useState<boolean>();
  const notify = useNotify();
  if (state.data === undefined) {
    return undefined;
  }
  const turn = async (on: boolean): Promise<void> => {
    setWanted(on);
    try {
      await turnTraces(on);
    } catch (caught) {
      setWanted(undefined);
      notify({ type: "error", content: wordsOf(asFailure(caught)) });
    }
  };
  return (
    <Toggle checked={wanted ?? state.data.on} onChange={({ detail }) => void turn(detail.checked)}>
      {t.exchange.keep}
    </Toggle>
  );
}

function Head(): ReactNode {
  return (
    <div className="list-row list-head requests" role="row" aria-rowindex={1}>
      <span role="columnheader" className="wide">
        {t.requests.time}
      </span>
      <span role="columnheader">{t.test.status}</span>
      <span role="columnheader">{t.requests.method}</span>
      <span role="columnheader">{t.requests.path}</span>
      <span role="columnheader" className="wide">
        {t.requests.stage}
      </span>
      <span role="columnheader">{t.requests.took}</span>
      <span role="columnheader" className="wide">
        {t.requests.outcome}
      </span>
    </div>
  );
}

function Row(props: { entry: Entry | undefined; at: number; chosen: boolean }): ReactNode {
  const { entry, at, chosen } = props;
  if (entry === undefined) {
    return undefined;
  }
  const refusal = refusalOf(entry);
  return (
    <a
      className="list-row requests"
      href={href("requests", entry.request_id)}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={chosen}
      data-testid="request-row"
    >
      <span role="gridcell" className="wide">
        {clock(entry.started)}
      </span>
      <span role="gridcell" className={entry.status < 400 ? "status-good" : "status-bad"}>
        {entry.status}
      </span>
      <span role="gridcell">{entry.method}</span>
      <span role="gridcell">{entry.path}</span>
      <span role="gridcell" className="wide">{`${entry.api_id}/${entry.stage}`}</span>
      <span role="gridcell">{took(entry.duration_micros)}</span>
      <span role="gridcell" className="wide">
        {refusal === undefined ? t.requests.answered : `${refusal.layer}: ${refusal.kind}`}
      </span>
    </a>
  );
}
