// One request: its sequence, why it was refused and what ends that, and another try.
import Alert from "@cloudscape-design/components/alert";
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useRef, useState } from "react";
import { type Exchanged, type Party } from "../domain/exchange";
import { refusalOf } from "../domain/requests";
import { Shell } from "../parts/cli";
import { download } from "../parts/download";
import { Code } from "../parts/editor";
import { useKeys } from "../parts/keys";
import { Show, useLoad } from "../parts/load";
import { clock, took } from "../parts/time";
import { entry, type Entry, type Step } from "../portcullis";
import { href } from "../router";
import { Status } from "../parts/status";
import { t } from "../text/en";
import { Exchange, Side, useExchange } from "./request/exchange";
import { FixButton } from "./request/fix";
import { Replay } from "./request/replay";
import { Sequence } from "./request/sequence";
import { page } from "./request/share";
import { Why } from "./request/why";

export default function RequestPage(props: { id: string; replay: boolean }): ReactNode {
  const { id } = props;
  const request = useLoad(() => entry(id), [id]);
  const exchange = useExchange(request.data);
  const kept = exchange.data === "none" ? undefined : exchange.data;
  const [replaying, setReplaying] = useState(props.replay);
  const picture = useRef<HTMLDivElement>(null);
  useKeys({ r: () => setReplaying(true) });
  return (
    <Show loaded={request}>
      {(read) => (
        <ContentLayout
          breadcrumbs={
            <BreadcrumbGroup
              ariaLabel={t.frame.breadcrumbs}
              items={[
                { text: t.requests.title, href: href("requests") },
                { text: read.request_id, href: href("requests", read.request_id) },
              ]}
            />
          }
          header={
            <Header
              variant="h1"
              actions={
                <SpaceBetween direction="horizontal" size="xs">
                  <Button
                    onClick={() =>
                      download(
                        `request-${read.request_id}.html`,
                        page(read, picture.current, kept),
                        "text/html",
                      )
                    }
                  >
                    {t.request.share}
                  </Button>
                  <Button onClick={() => setReplaying(true)} data-testid="replay">
                    {t.request.replay}
                  </Button>
                </SpaceBetween>
              }
            >
              <span className="breaks">{`${read.status} ${read.method} ${read.path}`}</span>
            </Header>
          }
        >
          <SpaceBetween size="l">
            <Facts entry={read} />
            <Refused entry={read} />
            {replaying && (
              <Replay
                // What was kept is filled in once it is there.
                key={kept === undefined ? "bare" : "kept"}
                entry={read}
                kept={kept}
                onDismiss={() => setReplaying(false)}
              />
            )}
            <Container header={<Header variant="h2">{t.request.sequence}</Header>}>
              <div ref={picture} className="scroll" tabIndex={0} role="region" aria-label={t.request.sequence}>
                <Sequence entry={read} />
              </div>
            </Container>
            <Exchange loaded={exchange} />
            <Steps entry={read} kept={kept} />
            <Shell text={`portcullis trace ${read.request_id}`} />
          </SpaceBetween>
        </ContentLayout>
      )}
    </Show>
  );
}

function Facts(props: { entry: Entry }): ReactNode {
  const read = props.entry;
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          { label: t.requests.time, value: clock(read.started) },
          { label: t.requests.took, value: took(read.duration_micros) },
          {
            label: t.map.api,
            value: <Link href={href("apis", read.api_id)}>{`${read.api_id}/${read.stage}`}</Link>,
          },
          { label: t.request.caller, value: read.caller ?? "-" },
          { label: t.request.source, value: read.source_ip ?? "-" },
          { label: t.start.permissions, value: read.permissions_mode },
          { label: t.request.id, value: <span className="breaks">{read.request_id}</span> },
        ]}
      />
    </Container>
  );
}

function Refused(props: { entry: Entry }): ReactNode {
  const { entry } = props;
  const refusal = refusalOf(entry);
  if (refusal === undefined) {
    return undefined;
  }
  return (
    <div data-testid="refusal">
      <SpaceBetween size="m">
        <Alert type="error" header={t.request.refusedBy(refusal.layer, refusal.kind)}>
          <div className="words">{refusal.cause}</div>
        </Alert>
        <Why id={entry.request_id} action={<FixButton entry={entry} />} />
      </SpaceBetween>
    </div>
  );
}

function Steps(props: { entry: Entry; kept: Exchanged | undefined }): ReactNode {
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${props.entry.steps.length})`}
          description={
            props.entry.steps_left_out > 0
              ? t.request.leftOut(props.entry.steps_left_out)
              : undefined
          }
        >
          {t.request.steps}
        </Header>
      }
    >
      {props.entry.steps.map((step, index) => (
        // Steps have no other identity than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <OneStep key={index} step={step} party={partyOf(step, props.kept)} />
      ))}
    </Container>
  );
}

const MARKS = {
  plain: "info",
  permitted: "success",
  refused: "error",
  reported: "warning",
} as const;

/** To whom a step went, or from whom it came, with what that one was given and answered. */
function partyOf(step: Step, kept: Exchanged | undefined): Party | undefined {
  if (kept === undefined || step.from === step.to) {
    return undefined;
  }
  const other = step.from === "gateway" ? step.to : step.from;
  switch (other) {
    case "client":
      return kept.client;
    case "authorizer":
      return kept.authorizer;
    case "backend":
      return kept.backend;
    default:
      return undefined;
  }
}

function OneStep(props: { step: Step; party: Party | undefined }): ReactNode {
  const { step, party } = props;
  const { from, to, kind, mark, text, decision, at_micros, took_micros, ...rest } = step as Step &
    Record<string, unknown>;
  const title = `${took(at_micros)}  ${kind}: ${from === to ? from : `${from} → ${to}`}`;
  const more = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined);
  return (
    <ExpandableSection
      headerText={<Status type={MARKS[mark]}>{title}</Status>}
      headerDescription={text.split("\n")[0]}
      defaultExpanded={mark === "refused"}
    >
      <div className={more.length > 1 ? "halves" : ""}>
        <pre className="log" tabIndex={0} role="region" aria-label={t.request.told}>
          {text}
        </pre>
        {more.map(([name, value]) => (
          <Code key={name} label={name} language="json" text={JSON.stringify(value, undefined, 2)} />
        ))}
      </div>
      {party !== undefined && (
        <div className="halves" data-testid="step-exchange">
          <Side title={t.exchange.input} message={party.input} />
          <Side title={t.exchange.output} message={party.output} />
        </div>
      )}
      {took_micros !== undefined && <p>{t.request.tookTime(took(took_micros))}</p>}
      {decision !== undefined && (
        <Code
          label={t.request.decision}
          language="json"
          text={JSON.stringify(decision, undefined, 2)}
        />
      )}
    </ExpandableSection>
  );
}
