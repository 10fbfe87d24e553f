// Models: JSON schemas that requests are checked against.
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
  createModel,
  createRequestValidator,
  deleteModel,
  deleteRequestValidator,
  getModel,
  type Model,
  updateModel,
} from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Editor } from "../../parts/editor";
import { Empty } from "../../parts/empty";
import Table from "../../parts/table";
import { t } from "../../text/en";
import type { ApiProps } from "./resources";

const SCHEMA = JSON.stringify(
  {
    $schema: "http://json-schema.org/draft-04/schema#",
    type: "object",
    properties: { name: { type: "string" } },
    required: ["name"],
  },
  undefined,
  2,
);

export function Models(props: ApiProps): ReactNode {
  const { api, reload } = props;
  const [editing, setEditing] = useState<Model | "new" | "validator">();
  const close = () => setEditing(undefined);
  return (
    <SpaceBetween size="m">
      <Table
        header={
          <Header
            variant="h2"
            counter={`(${api.models.length})`}
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => setEditing("validator")}>{t.models.addValidator}</Button>
                <Button variant="primary" onClick={() => setEditing("new")}>
                  {t.models.create}
                </Button>
              </SpaceBetween>
            }
          >
            {t.models.title}
          </Header>
        }
        items={api.models}
        ariaLabels={{ tableLabel: t.models.title }}
        empty={<Empty title={t.models.none} next={t.models.noneNext} command={t.models.createCommand(api.id)} />}
        columnDefinitions={[
          { id: "name", header: t.apis.name, isRowHeader: true, cell: (model) => model.name },
          { id: "type", header: t.models.contentType, cell: (model) => model.contentType },
          {
            id: "description",
            header: t.apis.description,
            cell: (model) => model.description ?? "-",
          },
          {
            id: "actions",
            header: t.common.actions,
            cell: (model) => (
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  variant="inline-link"
                  ariaLabel={`${t.common.edit}: ${model.name}`}
                  onClick={() => setEditing(model)}
                >
                  {t.common.edit}
                </Button>
                <DeleteButton
                  inline
                  what={model.name ?? ""}
                  calls={[call(deleteModel, { restApiId: api.id, modelName: model.name ?? "" })]}
                  onDone={reload}
                />
              </SpaceBetween>
            ),
          },
        ]}
      />
      <Table
        header={
          <Header variant="h2" counter={`(${api.validators.length})`}>
            {t.models.validators}
          </Header>
        }
        items={api.validators}
        ariaLabels={{ tableLabel: t.models.validators }}
        empty={
          <Empty
            title={t.models.noValidators}
            next={t.models.noValidatorsNext}
            command={t.models.validatorCommand(api.id)}
          />
        }
        columnDefinitions={[
          { id: "name", header: t.apis.name, isRowHeader: true, cell: (one) => one.name },
          {
            id: "body",
            header: t.models.checksBody,
            cell: (one) => (one.validateRequestBody === true ? t.permission.yes : t.permission.no),
          },
          {
            id: "parameters",
            header: t.models.checksParameters,
            cell: (one) =>
              one.validateRequestParameters === true ? t.permission.yes : t.permission.no,
          },
          {
            id: "actions",
            header: t.common.actions,
            cell: (one) => (
              <DeleteButton
                inline
                what={one.name ?? ""}
                calls={[
                  call(deleteRequestValidator, {
                    restApiId: api.id,
                    requestValidatorId: one.id ?? "",
                  }),
                ]}
                onDone={reload}
              />
            ),
          },
        ]}
      />
      {editing === "validator" && (
        <AddValidator api={api.id} onDismiss={close} onDone={() => (close(), reload())} />
      )}
      {editing !== undefined && editing !== "validator" && (
        <ModelDialog
          api={api.id}
          before={editing === "new" ? undefined : editing}
          onDismiss={close}
          onDone={() => (close(), reload())}
        />
      )}
    </SpaceBetween>
  );
}

function ModelDialog(props: {
  api: string;
  before: Model | undefined;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { api, before } = props;
  const [name, setName] = useState(before?.name ?? "");
  const [schema, setSchema] = useState(before?.schema ?? SCHEMA);
  const chosen =
    before === undefined
      ? call(createModel, { restApiId: api, name, schema, contentType: "application/json" })
      : call(updateModel, {
          restApiId: api,
          modelName: name,
          patchOperations: [{ op: "replace", path: "/schema", value: schema }],
        });
  return (
    <CallDialog
      size="large"
      title={before === undefined ? t.models.create : t.models.edit(name)}
      confirm={t.common.save}
      calls={name === "" || schema === before?.schema ? undefined : [chosen]}
      {...(before === undefined
        ? {}
        : {
            ensure: () =>
              unchanged(
                async () => (await send(getModel, { restApiId: api, modelName: name })).schema,
                before.schema,
              ),
          })}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.apis.name}>
        <Input
          value={name}
          disabled={before !== undefined}
          onChange={({ detail }) => setName(detail.value)}
        />
      </FormField>
      <FormField label={t.models.schema} stretch errorText={problemOf(schema)}>
        <Editor value={schema} onChange={setSchema} language="json" label={t.models.schema} rows={16} />
      </FormField>
    </CallDialog>
  );
}

function problemOf(schema: string): string {
  try {
    JSON.parse(schema);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function AddValidator(props: {
  api: string;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const [name, setName] = useState("everything");
  const input = {
    restApiId: props.api,
    name,
    validateRequestBody: true,
    validateRequestParameters: true,
  };
  return (
    <CallDialog
      title={t.models.addValidator}
      confirm={t.models.addValidator}
      calls={name === "" ? undefined : [call(createRequestValidator, input)]}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.apis.name} description={t.models.validatorHelp}>
        <Input value={name} onChange={({ detail }) => setName(detail.value)} />
      </FormField>
    </CallDialog>
  );
}
