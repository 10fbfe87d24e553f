// Stages: where they are called, their variables, and the cache of their authorizers.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { perform, send } from "../../aws/send";
import { invokeUrl } from "../../domain/api";
import { unchanged } from "../../domain/conflict";
import {
  deleteStage,
  getStages,
  type PatchOperation,
  type Stage,
  updateStage,
} from "../../generated/apigateway";
import { Cli } from "../../parts/cli";
import { useDoing } from "../../parts/doing";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import { Problem } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { type Pair, Pairs, pairsOf, recordOf } from "../../parts/pairs";
import { moment } from "../../parts/time";
import { t } from "../../text/en";
import { AuthorizerCache } from "./authorizer-cache";
import { isLogged, LogSwitch } from "./execution-log";
import type { ApiProps } from "./resources";
import { StageSettings } from "./stage-settings";

export function Stages(props: ApiProps): ReactNode {
  const { api } = props;
  if (api.stages.length === 0) {
    return (
      <Empty
        title={t.stages.none}
        next={t.stages.noneNext}
        command={t.stages.createCommand(api.id)}
      />
    );
  }
  return (
    <SpaceBetween size="m">
      {api.stages.map((stage) => (
        <OneStage
          key={`${stage.stageName} ${JSON.stringify(stage.variables)}`}
          {...props}
          stage={stage}
        />
      ))}
    </SpaceBetween>
  );
}

function OneStage(props: ApiProps & { stage: Stage }): ReactNode {
  const { api, reload, stage } = props;
  const [variables, setVariables] = useState<Pair[]>(() => pairsOf(stage.variables));
  const { busy, error, run } = useDoing();
  const notify = useNotify();
  const name = stage.stageName ?? "";
  const where = { restApiId: api.id, stageName: name };
  const patchOperations = patches(stage.variables ?? {}, recordOf(variables));
  const calls =
    patchOperations.length === 0 ? [] : [call(updateStage, { ...where, patchOperations })];
  const url = invokeUrl(api.id, name);
  const act = (work: () => Promise<void>, said: string): Promise<void> =>
    run(async () => {
      await work();
      notify({ type: "success", content: said });
      reload();
    });
  const save = async (): Promise<void> => {
    await unchanged(async () => {
      const now = await send(getStages, { restApiId: api.id });
      return now.item?.find((one) => one.stageName === name)?.variables ?? {};
    }, stage.variables ?? {});
    for (const one of calls) {
      await perform(one);
    }
  };
  return (
    <Container
      data-testid="stage"
      header={
        <Header
          variant="h2"
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <LogSwitch api={api.id} stage={stage} onDone={reload} />
              <StageSettings api={api.id} stage={stage} onDone={reload} />
              <DeleteButton what={name} calls={[call(deleteStage, where)]} onDone={reload} />
              <Button
                variant="primary"
                loading={busy}
                disabled={calls.length === 0}
                onClick={() => void act(save, t.stages.saved)}
              >
                {t.common.save}
              </Button>
            </SpaceBetween>
          }
        >
          {name}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={2}
          items={[
            {
              label: t.stages.url,
              value: (
                <span className="breaks">
                  <CopyToClipboard
                    variant="inline"
                    textToCopy={url}
                    textToDisplay={url}
                    copyButtonAriaLabel={t.stages.copyUrl}
                    copySuccessText={t.cli.copied}
                    copyErrorText={t.cli.notCopied}
                  />
                </span>
              ),
            },
            {
              label: t.stages.deployment,
              value: <Box>{`${stage.deploymentId ?? "-"} (${moment(stage.lastUpdatedDate)})`}</Box>,
            },
            {
              label: t.executionLog.state,
              value: isLogged(stage)
                ? (stage.methodSettings?.["*/*"]?.loggingLevel ?? "")
                : t.executionLog.off,
            },
            { label: t.plans.throttle, value: throttleOf(stage) },
          ]}
        />
        <Pairs
          label={t.stages.variables}
          pairs={variables}
          onChange={setVariables}
          add={t.configuration.addVariable}
        />
        {error !== undefined && <Problem error={error} retry={reload} />}
        <Cli calls={calls} />
        {api.authorizers.length > 0 && <AuthorizerCache api={api} stage={name} />}
      </SpaceBetween>
    </Container>
  );
}

function throttleOf(stage: Stage): string {
  const { throttlingRateLimit: rate, throttlingBurstLimit: burst } =
    stage.methodSettings?.["*/*"] ?? {};
  return rate === undefined ? "-" : t.plans.rate(rate, burst);
}

function patches(before: Record<string, string>, now: Record<string, string>): PatchOperation[] {
  const path = (name: string) => `/variables/${name}`;
  const removed = Object.keys(before)
    .filter((name) => now[name] === undefined)
    .map((name): PatchOperation => ({ op: "remove", path: path(name) }));
  const set = Object.entries(now)
    .filter(([name, value]) => before[name] !== value)
    .map(([name, value]): PatchOperation => ({ op: "replace", path: path(name), value }));
  return [...removed, ...set];
}
