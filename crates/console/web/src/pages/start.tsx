// Start: what is running, what is enforced, and the next step.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { readApis } from "../domain/api";
import { readFunctions } from "../domain/functions";
import { isQuiet } from "../domain/requests";
import { loadSample, sampleCalls } from "../domain/sample";
import { Cli, Shell } from "../parts/cli";
import { useDoing } from "../parts/doing";
import { Empty } from "../parts/empty";
import { type Loaded, Problem, Show, useLoad, wordsOf } from "../parts/load";
import { useNotify } from "../parts/notify";
import { health, type Health, rows } from "../portcullis";
import { go, href } from "../router";
import { callerName } from "../session";
import { Status } from "../parts/status";
import { t } from "../text/en";

export function StartPage(): ReactNode {
  const facts = useLoad(health, []);
  return (
    <ContentLayout header={<Header variant="h1">{t.start.heading}</Header>}>
      <SpaceBetween size="l">
        <Show loaded={facts}>{(told) => <Facts facts={told} />}</Show>
        <Contents />
        <Clients />
      </SpaceBetween>
    </ContentLayout>
  );
}

function Facts(props: { facts: Health }): ReactNode {
  const { facts } = props;
  const enforced = facts.permissions === "enforce";
  return (
    <SpaceBetween size="m">
      {!enforced && <Alert type="warning">{t.start.reportOnly}</Alert>}
      <Container header={<Header variant="h2">{t.start.enforced}</Header>}>
        <KeyValuePairs
          columns={4}
          items={[
            {
              label: t.start.permissions,
              value: (
                <Status type={enforced ? "success" : "warning"}>
                  {enforced ? t.start.permissionsEnforced : t.start.permissionsReported}
                </Status>
              ),
            },
            {
              label: t.start.auth,
              value: facts.auth === "strict" ? t.start.authStrict : t.start.authOpen,
            },
            {
              label: t.start.isolation,
              value: (
                <Status type={facts.isolation.whole ? "success" : "warning"}>
                  {facts.isolation.whole
                    ? facts.isolation.level
                    : t.start.isolationLacks(facts.isolation.level, facts.isolation.missing)}
                </Status>
              ),
            },
            { label: t.start.network, value: t.start.networks(facts.functionNetwork) },
            { label: t.start.version, value: facts.version },
            { label: t.start.caller, value: <span className="breaks">{callerName()}</span> },
            { label: t.start.account, value: facts.account },
            { label: t.start.region, value: facts.region },
            { label: t.start.data, value: facts.durable ? t.start.durable : t.start.ephemeral },
            {
              label: t.start.organization,
              value: facts.organization?.id ?? t.start.noOrganization,
            },
            {
              label: t.start.upstream,
              value: (
                <span className="breaks">{facts.upstream.join(", ") || t.start.noUpstream}</span>
              ),
            },
          ]}
        />
      </Container>
    </SpaceBetween>
  );
}

/** Each for itself: somebody may see functions and not APIs. */
function Contents(): ReactNode {
  const apis = useLoad(readApis, []);
  const functions = useLoad(readFunctions, []);
  const requests = useLoad(async () => (await rows()).filter((entry) => !isQuiet(entry)), []);
  return (
    <Container
      header={
        <Header variant="h2" actions={<SampleButton />}>
          {t.start.contents}
        </Header>
      }
    >
      {apis.data?.length === 0 ? (
        <Empty
          title={t.apis.none}
          next={t.start.nextStep}
          command={t.apis.createCommand}
          action={<Button onClick={() => go("apis")}>{t.apis.create}</Button>}
        />
      ) : (
        <ColumnLayout columns={3} variant="text-grid">
          <Count label={t.apis.title} loaded={apis} to={href("apis")} />
          <Count label={t.functions.title} loaded={functions} to={href("functions")} />
          <Count label={t.requests.title} loaded={requests} to={href("requests")} />
        </ColumnLayout>
      )}
      <Cli title={t.start.sampleCommands} calls={sampleCalls()} />
    </Container>
  );
}

function Count(props: { label: string; loaded: Loaded<unknown[]>; to: string }): ReactNode {
  const { label, loaded, to } = props;
  const count = loaded.data?.length;
  return (
    <div>
      <Box variant="awsui-key-label">{label}</Box>
      {loaded.error !== undefined ? (
        <Status type="warning">{wordsOf(loaded.error)}</Status>
      ) : count === undefined ? (
        <div data-testid="loading">{t.common.loading}</div>
      ) : (
        <Link variant="awsui-value-large" href={to} ariaLabel={`${label}: ${count}`}>
          {String(count)}
        </Link>
      )}
    </div>
  );
}

function SampleButton(): ReactNode {
  const { busy, error, run } = useDoing();
  const notify = useNotify();
  const load = (): Promise<void> =>
    run(async () => {
      const id = await loadSample();
      notify({ type: "success", content: t.start.sampleLoaded });
      go("apis", id);
    });
  return (
    <SpaceBetween size="s">
      <Button loading={busy} onClick={() => void load()} data-testid="load-sample">
        {t.start.loadSample}
      </Button>
      {error !== undefined && <Problem error={error} />}
    </SpaceBetween>
  );
}

function Clients(): ReactNode {
  const { origin } = globalThis.location;
  return (
    <Container header={<Header variant="h2">{t.start.endpoints}</Header>}>
      <SpaceBetween size="s">
        <KeyValuePairs
          columns={2}
          items={[
            { label: t.start.awsEndpoint, value: <span className="breaks">{origin}</span> },
            {
              label: t.start.apiEndpoint,
              value: <span className="breaks">{`${origin}/restapis/API/STAGE/_user_request_/…`}</span>,
            },
          ]}
        />
        <Shell title={t.start.clients} text={t.start.clientCommands(origin)} open />
      </SpaceBetween>
    </Container>
  );
}
