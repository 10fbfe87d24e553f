// Integration request: the integration with who may invoke what, and its mapping templates.
import Alert from "@cloudscape-design/components/alert";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import { unchanged } from "../../domain/conflict";
import { shortName } from "../../domain/arns";
import { ANY_STAGE, isOpen, type Judged, type Row, unaskedReason } from "../../domain/gate";
import { changing, formOf, isWhole, uriOf } from "../../domain/integration";
import { getIntegration, updateIntegration } from "../../generated/apigateway";
import { Cli } from "../../parts/cli";
import { useDoing } from "../../parts/doing";
import { type Loaded, Problem, Show } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { useGate } from "../../permission/use-gate";
import { Status } from "../../parts/status";
import Table from "../../parts/table";
import { t } from "../../text/en";
import { IntegrationForm } from "./integration-form";
import type { MethodProps } from "./method";
import { Templates } from "./templates";

export function IntegrationPart(
  props: MethodProps & { rows: Loaded<Row[]>; onGrant: () => void },
): ReactNode {
  const { api, reload, located, rows } = props;
  const before = located.method.methodIntegration;
  const [form, setForm] = useState(() => formOf(before));
  const { busy, error, run } = useDoing();
  const notify = useNotify();
  const gate = useGate();
  const where = {
    restApiId: api.id,
    resourceId: located.resource.id ?? "",
    httpMethod: located.verb,
  };
  const role = form.role.trim();
  const calls = changing(where, before, form, undefined);
  const save = (): Promise<void> =>
    run(async () => {
      if (before !== undefined) {
        await unchanged(() => send(getIntegration, where), before);
      }
      const answers = await gate.save({
        origin: {
          kind: "method",
          api: api.id,
          method: located.verb,
          path: located.resource.path ?? "/",
        },
        uri: form.kind === "lambda" ? uriOf(form) : undefined,
        credentials: role === "" ? undefined : role,
        stages: api.stages,
        saves: (chosen) => changing(where, before, form, chosen),
      });
      if (answers !== undefined) {
        notify({ type: "success", content: t.integration.saved });
        reload();
      }
    });
  const templates = before?.requestTemplates ?? {};
  return (
    <SpaceBetween size="m">
      <Show loaded={rows}>{(found) => <Verdicts rows={found} onGrant={props.onGrant} />}</Show>
      <Container
        header={
          <Header
            variant="h3"
            actions={
              <Button
                variant="primary"
                loading={busy}
                disabled={!isWhole(form) || calls.length === 0}
                onClick={() => void save()}
                data-testid="save-integration"
              >
                {t.common.save}
              </Button>
            }
          >
            {t.picture.integrationRequest}
          </Header>
        }
      >
        <SpaceBetween size="m">
          <IntegrationForm form={form} onChange={setForm} />
          {error !== undefined && <Problem error={error} retry={reload} />}
          <Cli calls={calls} />
        </SpaceBetween>
      </Container>
      {before !== undefined && !before.type?.endsWith("_PROXY") && (
        <Templates
          title={t.templates.request}
          templates={templates}
          ensureUnchanged={() => unchanged(() => send(getIntegration, where), before)}
          saving={(patchOperations) => [call(updateIntegration, { ...where, patchOperations })]}
          path="/requestTemplates"
          onDone={reload}
        />
      )}
      {gate.dialog}
    </SpaceBetween>
  );
}

/** One line for each function and stage: may it be invoked? */
export function Verdicts(props: { rows: Row[]; onGrant: () => void }): ReactNode {
  const { rows } = props;
  if (rows.length === 0) {
    return undefined;
  }
  const open = rows.every(isOpen);
  const unasked = unaskedReason(rows);
  const lines = rows.flatMap((row) =>
    [...row.stages, ...(row.test ? [row.test] : [])].map((judged) => ({ row, judged })),
  );
  return (
    <SpaceBetween size="s">
      {unasked !== undefined && (
        <Alert type="warning" header={t.permission.unasked}>
          {unasked}
        </Alert>
      )}
      {!open && unasked === undefined && (
        <Alert
          type="error"
          header={t.permission.missing}
          action={<Button onClick={props.onGrant}>{t.permission.grant}</Button>}
        >
          {t.permission.missingHelp}
          {rows
            .flatMap((row) => row.unresolved)
            .map(({ stage, missing }) => ` ${t.permission.unresolved(stage, missing.join(", "))}`)}
        </Alert>
      )}
      <Table
        variant="embedded"
        contentDensity="compact"
        wrapLines
        ariaLabels={{ tableLabel: t.permission.verdicts }}
        items={lines}
        columnDefinitions={[
          {
            id: "stage",
            header: t.deploy.stage,
            cell: ({ judged }) => stageName(judged),
            minWidth: 100,
          },
          { id: "function", header: t.integration.function, cell: ({ row }) => shortName(row.function), minWidth: 110 },
          { id: "verdict", header: t.permission.mayInvoke, cell: ({ judged }) => verdict(judged), minWidth: 240 },
        ]}
      />
    </SpaceBetween>
  );
}

function stageName(judged: Judged): string {
  return judged.stage === ANY_STAGE ? t.permission.anyStage : judged.stage;
}

function verdict(judged: Judged): ReactNode {
  return judged.answer.allowed ? (
    <Status type="success">{t.permission.yes}</Status>
  ) : (
    <Status type={judged.answer.unasked === true ? "pending" : "error"}>
      {judged.answer.unasked === true
        ? t.picture.unasked
        : (judged.answer.sentence ?? t.permission.no)}
    </Status>
  );
}
