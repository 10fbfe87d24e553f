// API keys: shown when somebody asks, enabled and disabled, and in which plans they are.
import Button from "@cloudscape-design/components/button";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call, type Call } from "../../aws/operation";
import type { Plans } from "../../domain/plans";
import { type ApiKey, createApiKey, deleteApiKey, updateApiKey } from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import { Status } from "../../parts/status";
import Table from "../../parts/table";
import { t } from "../../text/en";
import type { DialogProps, Open } from "./open";

export function KeysTable(props: {
  read: Plans;
  reload: () => void;
  setOpen: (open: Open) => void;
}): ReactNode {
  const { read, reload, setOpen } = props;
  const [shown, setShown] = useState(false);
  const plansOf = (key: ApiKey) =>
    read.plans.filter((plan) => read.keysOf.get(plan.id ?? "")?.includes(key.id ?? "") === true);
  return (
    <Table
      header={
        <Header
          variant="h2"
          counter={`(${read.keys.length})`}
          actions={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={() => setShown(!shown)}>
                {shown ? t.plans.hide : t.plans.show}
              </Button>
              <Button onClick={() => setOpen({ kind: "key" })}>{t.plans.createKey}</Button>
            </SpaceBetween>
          }
        >
          {t.plans.keys}
        </Header>
      }
      items={read.keys}
      wrapLines
      ariaLabels={{ tableLabel: t.plans.keys }}
      empty={
        <Empty
          title={t.plans.noKeys}
          next={t.plans.noKeysNext}
          command="aws apigateway create-api-key --name partner --enabled"
        />
      }
      columnDefinitions={[
        { id: "name", header: t.apis.name, isRowHeader: true, cell: (key) => key.name },
        {
          id: "value",
          header: t.plans.value,
          cell: (key) => <span className="breaks">{shown ? key.value : "••••••••••••"}</span>,
        },
        {
          id: "enabled",
          header: t.plans.enabled,
          cell: (key) => (
            <Status type={key.enabled === true ? "success" : "stopped"}>
              {key.enabled === true ? t.permission.yes : t.permission.no}
            </Status>
          ),
        },
        {
          id: "plans",
          header: t.plans.plans,
          cell: (key) => plansOf(key).map((plan) => plan.name).join(", ") || "-",
        },
        {
          id: "actions",
          header: t.common.actions,
          cell: (key) => (
            <SpaceBetween direction="horizontal" size="xs">
              <DeleteButton
                inline
                label={key.enabled === true ? t.plans.disable : t.plans.enable}
                what={key.name ?? ""}
                warning={key.enabled === true ? t.plans.disableWarning : t.plans.enableHelp}
                title={t.plans.switch(key.name ?? "", key.enabled !== true)}
                done={t.plans.switched(key.name ?? "", key.enabled !== true)}
                calls={[switching(key)]}
                onDone={reload}
              />
              <DeleteButton
                inline
                what={key.name ?? ""}
                calls={[call(deleteApiKey, { apiKey: key.id ?? "" })]}
                onDone={reload}
              />
            </SpaceBetween>
          ),
        },
      ]}
    />
  );
}

function switching(key: ApiKey): Call {
  const value = String(key.enabled !== true);
  return call(updateApiKey, {
    apiKey: key.id ?? "",
    patchOperations: [{ op: "replace", path: "/enabled", value }],
  });
}

export function CreateKey(props: DialogProps): ReactNode {
  const [name, setName] = useState("");
  const [enabled, setEnabled] = useState(true);
  return (
    <CallDialog
      title={t.plans.createKey}
      confirm={t.plans.createKey}
      calls={name === "" ? undefined : [call(createApiKey, { name, enabled })]}
      {...props}
    >
      <FormField label={t.apis.name}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <Checkbox checked={enabled} onChange={({ detail }) => setEnabled(detail.checked)}>
        {t.plans.enabled}
      </Checkbox>
    </CallDialog>
  );
}
