// The way back: what the integration answers, and what the caller reads.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import { unchanged } from "../../domain/conflict";
import {
  deleteIntegrationResponse,
  deleteMethodResponse,
  getIntegration,
  type IntegrationResponse,
  type MethodResponse,
  putIntegrationResponse,
  putMethodResponse,
  updateIntegrationResponse,
} from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import { t } from "../../text/en";
import type { MethodProps } from "./method";
import { Templates } from "./templates";

type Side = "method" | "integration";

export function ResponsesPart(props: MethodProps & { side: Side }): ReactNode {
  const { api, located, reload, side } = props;
  const [adding, setAdding] = useState(false);
  const integration = located.method.methodIntegration;
  const proxied = side === "integration" && integration?.type?.endsWith("_PROXY") === true;
  const responses: Record<string, IntegrationResponse | MethodResponse> =
    (side === "method" ? located.method.methodResponses : integration?.integrationResponses) ?? {};
  const where = {
    restApiId: api.id,
    resourceId: located.resource.id ?? "",
    httpMethod: located.verb,
  };
  const title = side === "method" ? t.picture.methodResponse : t.picture.integrationResponse;
  if (proxied) {
    return <Box>{t.responses.proxied}</Box>;
  }
  return (
    <SpaceBetween size="m">
      <Header
        variant="h3"
        actions={<Button onClick={() => setAdding(true)}>{t.responses.add}</Button>}
      >
        {title}
      </Header>
      {Object.keys(responses).length === 0 && (
        <Empty
          title={t.responses.none}
          next={t.responses.noneNext}
          command={t.responses.createCommand(side, where)}
        />
      )}
      {Object.entries(responses).map(([status, response]) => (
        <Container
          key={status}
          header={
            <Header
              variant="h3"
              description={
                patternOf(response) === undefined
                  ? undefined
                  : t.responses.matches(patternOf(response) ?? "")
              }
              actions={
                <DeleteButton
                  what={`${title} ${status}`}
                  calls={[
                    side === "method"
                      ? call(deleteMethodResponse, { ...where, statusCode: status })
                      : call(deleteIntegrationResponse, { ...where, statusCode: status }),
                  ]}
                  onDone={reload}
                />
              }
            >
              {status}
            </Header>
          }
        >
          {side === "integration" ? (
            <Templates
              title={t.templates.response(status)}
              templates={templatesOf(response)}
              path="/responseTemplates"
              ensureUnchanged={() => unchanged(() => send(getIntegration, where), integration ?? {})}
              saving={(patchOperations) => [
                call(updateIntegrationResponse, { ...where, statusCode: status, patchOperations }),
              ]}
              onDone={reload}
            />
          ) : (
            <Box>{t.responses.models(response)}</Box>
          )}
        </Container>
      ))}
      {adding && (
        <AddResponse {...props} close={() => setAdding(false)} title={title} where={where} />
      )}
    </SpaceBetween>
  );
}

function patternOf(response: IntegrationResponse | MethodResponse): string | undefined {
  return "selectionPattern" in response ? response.selectionPattern : undefined;
}

function templatesOf(response: IntegrationResponse | MethodResponse): Record<string, string> {
  return "responseTemplates" in response ? (response.responseTemplates ?? {}) : {};
}

function AddResponse(
  props: MethodProps & {
    side: Side;
    title: string;
    where: { restApiId: string; resourceId: string; httpMethod: string };
    close: () => void;
  },
): ReactNode {
  const { side, where, close, reload } = props;
  const [status, setStatus] = useState("");
  const [pattern, setPattern] = useState("");
  const chosen =
    side === "method"
      ? call(putMethodResponse, { ...where, statusCode: status })
      : call(putIntegrationResponse, {
          ...where,
          statusCode: status,
          ...(pattern === "" ? {} : { selectionPattern: pattern }),
        });
  return (
    <CallDialog
      title={props.title}
      confirm={t.responses.add}
      calls={/^[1-5]\d\d$/.test(status) ? [chosen] : undefined}
      onDismiss={close}
      onDone={() => (close(), reload())}
    >
      <FormField label={t.responses.status}>
        <Input value={status} autoFocus onChange={({ detail }) => setStatus(detail.value)} />
      </FormField>
      {side === "integration" && (
        <FormField label={t.responses.pattern} description={t.responses.patternHelp}>
          <Input value={pattern} onChange={({ detail }) => setPattern(detail.value)} />
        </FormField>
      )}
    </CallDialog>
  );
}
