// Environments that are kept ready for a version or an alias.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { type ReactNode, useState } from "react";
import { call, type Call } from "../../aws/operation";
import { all } from "../../aws/pages";
import { nameOf } from "../../domain/arns";
import {
  deleteProvisionedConcurrencyConfig,
  listProvisionedConcurrencyConfigs,
  type ProvisionedConcurrencyConfigListItem,
  putProvisionedConcurrencyConfig,
} from "../../generated/lambda";
import { CallDialog } from "../../parts/call-dialog";
import { type Loaded, useLoad } from "../../parts/load";
import { t } from "../../text/en";

const MARKER = { from: "NextMarker", to: "Marker" } as const;

export type ByQualifier = Map<string, ProvisionedConcurrencyConfigListItem>;

export function useProvisioned(FunctionName: string): Loaded<ByQualifier> {
  return useLoad(async () => {
    const found = await all(
      listProvisionedConcurrencyConfigs,
      { FunctionName },
      MARKER,
      (page) => page.ProvisionedConcurrencyConfigs,
    );
    return new Map(found.map((one) => [nameOf(one.FunctionArn ?? "").qualifier ?? "", one]));
  }, [FunctionName]);
}

export function Provisioned(props: {
  name: string;
  qualifier: string;
  loaded: Loaded<ByQualifier>;
}): ReactNode {
  const { name, qualifier, loaded } = props;
  const [open, setOpen] = useState(false);
  const held = loaded.data?.get(qualifier);
  const asked = held?.RequestedProvisionedConcurrentExecutions;
  if (qualifier === "$LATEST") {
    return "-";
  }
  const text =
    held === undefined
      ? t.versions.notProvisioned
      : t.versions.provisionedCount(
          held.AvailableProvisionedConcurrentExecutions ?? 0,
          asked ?? 0,
          held.Status ?? "",
        );
  return (
    <>
      <Button
        variant="inline-link"
        ariaLabel={`${t.versions.provisioned} ${qualifier}: ${text}`}
        onClick={() => setOpen(true)}
      >
        {text}
      </Button>
      {open && (
        <ProvisionDialog
          name={name}
          qualifier={qualifier}
          before={asked}
          onDismiss={() => setOpen(false)}
          onDone={() => (setOpen(false), loaded.reload())}
        />
      )}
    </>
  );
}

function ProvisionDialog(props: {
  name: string;
  qualifier: string;
  before: number | undefined;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { name, qualifier, before } = props;
  const [count, setCount] = useState(before === undefined ? "1" : String(before));
  const of = { FunctionName: name, Qualifier: qualifier };
  const wanted = Number(count);
  const calls: Call[] | undefined =
    count === "" || wanted === 0
      ? before === undefined
        ? undefined
        : [call(deleteProvisionedConcurrencyConfig, of)]
      : wanted === before
        ? undefined
        : [
            call(putProvisionedConcurrencyConfig, {
              ...of,
              ProvisionedConcurrentExecutions: wanted,
            }),
          ];
  return (
    <CallDialog
      title={`${t.versions.provisioned}: ${name}:${qualifier}`}
      confirm={t.common.save}
      calls={calls}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.versions.provisioned} description={t.versions.provisionedHelp}>
        <Input
          type="number"
          value={count}
          autoFocus
          onChange={({ detail }) => setCount(detail.value)}
        />
      </FormField>
    </CallDialog>
  );
}
