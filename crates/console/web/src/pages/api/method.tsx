// One method: its picture, and below it the part that was chosen.
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { isOpen, judge, type Origin, type Row, unaskedReason } from "../../domain/gate";
import type { Located } from "../../domain/api";
import { changing, formOf } from "../../domain/integration";
import { deleteMethod } from "../../generated/apigateway";
import { DeleteButton } from "../../parts/delete-button";
import { type Loaded, useLoad } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { useGate } from "../../permission/use-gate";
import { go } from "../../router";
import { t } from "../../text/en";
import { IntegrationPart } from "./integration-part";
import { MethodRequestPart } from "./method-request-part";
import { Picture, type Part } from "./picture";
import type { ApiProps } from "./resources";
import { ResponsesPart } from "./responses-part";
import { TestPart } from "./test-part";

export interface MethodProps extends ApiProps {
  located: Located;
}

export function MethodPanel(props: MethodProps): ReactNode {
  const { api, reload, located } = props;
  const { resource, verb, method } = located;
  const [part, setPart] = useState<Part>("integration");
  const notify = useNotify();
  const gate = useGate();
  const path = resource.path ?? "/";
  const origin: Origin = { kind: "method", api: api.id, method: verb, path };
  const integration = method.methodIntegration;
  const role = integration?.credentials;
  const rows = useLoad(
    () => judge(origin, integration?.uri, role, api.stages),
    [integration, api.stages, verb, path],
  );
  const grant = async (): Promise<void> => {
    const answers = await gate.save({
      origin,
      uri: integration?.uri,
      credentials: role,
      stages: api.stages,
      saved: true,
      saves: (chosen) => (chosen === undefined ? [] : withRole(props, chosen)),
    });
    if (answers !== undefined) {
      notify({ type: "success", content: t.permission.added });
      rows.reload();
      reload();
    }
  };
  const where = { restApiId: api.id, resourceId: resource.id ?? "", httpMethod: verb };
  return (
    <SpaceBetween size="m">
      <Header
        variant="h2"
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <DeleteButton
              what={`${verb} ${path}`}
              warning={t.methods.deleteWarning}
              calls={[call(deleteMethod, where)]}
              onDone={() => (go("apis", api.id, "resources", where.resourceId), reload())}
            />
            {isRefused(rows) && (
              <Button onClick={() => void grant()} data-testid="grant">
                {t.permission.grant}
              </Button>
            )}
            <Button onClick={() => setPart("test")} data-testid="open-test">
              {t.test.title}
            </Button>
          </SpaceBetween>
        }
      >
        <span className="breaks">{`${verb} ${path}`}</span>
      </Header>
      <Picture api={api} located={located} rows={rows.data} part={part} onPart={setPart} />
      {part === "method-request" && <MethodRequestPart {...props} />}
      {part === "integration" && (
        <IntegrationPart {...props} rows={rows} onGrant={() => void grant()} />
      )}
      {part === "integration-response" && <ResponsesPart {...props} side="integration" />}
      {part === "method-response" && <ResponsesPart {...props} side="method" />}
      {part === "test" && <TestPart {...props} />}
      {gate.dialog}
    </SpaceBetween>
  );
}

function isRefused(rows: Loaded<Row[]>): boolean {
  return rows.data?.some((row) => !isOpen(row)) === true && unaskedReason(rows.data) === undefined;
}

function withRole(props: MethodProps, role: string) {
  const { api, located } = props;
  const where = {
    restApiId: api.id,
    resourceId: located.resource.id ?? "",
    httpMethod: located.verb,
  };
  const form = formOf(located.method.methodIntegration);
  return changing(where, located.method.methodIntegration, form, role);
}
