// Gateway responses: how the API's own refusals look.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import { unchanged } from "../../domain/conflict";
import {
  deleteGatewayResponse,
  getGatewayResponse,
  type GatewayResponse,
  getGatewayResponses,
  putGatewayResponse,
} from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Editor } from "../../parts/editor";
import { Show, useLoad } from "../../parts/load";
import { type Pair, Pairs, pairsOf, recordOf } from "../../parts/pairs";
import Table from "../../parts/table";
import { t } from "../../text/en";

export function GatewayResponses(props: { api: string }): ReactNode {
  const { api } = props;
  const responses = useLoad(
    () => send(getGatewayResponses, { restApiId: api, limit: 500 }),
    [api],
  );
  const [editing, setEditing] = useState<GatewayResponse>();
  const close = () => setEditing(undefined);
  return (
    <Show loaded={responses}>
      {({ item = [] }) => (
        <>
          <Table
            header={
              <Header variant="h2" description={t.gatewayResponses.help}>
                {t.gatewayResponses.title}
              </Header>
            }
            items={item}
            ariaLabels={{ tableLabel: t.gatewayResponses.title }}
            columnDefinitions={[
              {
                id: "type",
                header: t.authorizers.type,
                isRowHeader: true,
                cell: (one) => one.responseType,
              },
              { id: "status", header: t.test.status, cell: (one) => one.statusCode ?? "-" },
              {
                id: "own",
                header: t.gatewayResponses.own,
                cell: (one) =>
                  one.defaultResponse === true ? t.gatewayResponses.default : t.permission.yes,
              },
              {
                id: "actions",
                header: t.common.actions,
                cell: (one) => (
                  <SpaceBetween direction="horizontal" size="xs">
                    <Button
                      variant="inline-link"
                      ariaLabel={`${t.common.edit}: ${one.responseType}`}
                      onClick={() => setEditing(one)}
                    >
                      {t.common.edit}
                    </Button>
                    {one.defaultResponse !== true && (
                      <DeleteButton
                        inline
                        what={one.responseType ?? ""}
                        calls={[
                          call(deleteGatewayResponse, {
                            restApiId: api,
                            responseType: one.responseType ?? "DEFAULT_4XX",
                          }),
                        ]}
                        onDone={responses.reload}
                      />
                    )}
                  </SpaceBetween>
                ),
              },
            ]}
          />
          {editing !== undefined && (
            <EditResponse
              api={api}
              before={editing}
              onDismiss={close}
              onDone={() => (close(), responses.reload())}
            />
          )}
        </>
      )}
    </Show>
  );
}

function EditResponse(props: {
  api: string;
  before: GatewayResponse;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { api, before } = props;
  const type = before.responseType ?? "DEFAULT_4XX";
  const [status, setStatus] = useState(before.statusCode ?? "");
  const [template, setTemplate] = useState(
    before.responseTemplates?.["application/json"] ?? '{"message":$context.error.messageString}',
  );
  const [parameters, setParameters] = useState<Pair[]>(() => pairsOf(before.responseParameters));
  const input = {
    restApiId: api,
    responseType: type,
    ...(status === "" ? {} : { statusCode: status }),
    responseParameters: recordOf(parameters),
    responseTemplates: { "application/json": template },
  };
  return (
    <CallDialog
      size="large"
      title={type}
      confirm={t.common.save}
      calls={[call(putGatewayResponse, input)]}
      ensure={() =>
        unchanged(() => send(getGatewayResponse, { restApiId: api, responseType: type }), before)
      }
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.test.status}>
        <Input value={status} onChange={({ detail }) => setStatus(detail.value)} />
      </FormField>
      <Pairs
        label={t.gatewayResponses.parameters}
        pairs={parameters}
        onChange={setParameters}
        add={t.gatewayResponses.addParameter}
      />
      <FormField label={t.templates.template} stretch>
        <Editor
          value={template}
          onChange={setTemplate}
          language="velocity"
          label={t.templates.template}
          rows={6}
        />
      </FormField>
    </CallDialog>
  );
}
