// Versions, and the aliases that point to them.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import {
  createAlias,
  deleteAlias,
  deleteFunction,
  publishVersion,
  updateAlias,
} from "../../generated/lambda";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import Table from "../../parts/table";
import { t } from "../../text/en";
import type { FunctionProps } from "../function";
import { Provisioned, useProvisioned } from "./provisioned";

type Open = { kind: "publish" } | { kind: "alias"; name: string | undefined };

export function VersionsTab(props: FunctionProps): ReactNode {
  const { fn, reload } = props;
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const done = () => (close(), reload());
  const FunctionName = fn.name;
  const provisioned = useProvisioned(fn.name);
  return (
    <SpaceBetween size="l">
      <Table
        header={
          <Header
            variant="h2"
            actions={
              <Button onClick={() => setOpen({ kind: "publish" })}>{t.versions.publish}</Button>
            }
          >
            {t.versions.versions}
          </Header>
        }
        items={fn.versions}
        ariaLabels={{ tableLabel: t.versions.versions }}
        columnDefinitions={[
          {
            id: "version",
            header: t.versions.version,
            isRowHeader: true,
            cell: (version) => version,
          },
          {
            id: "aliases",
            header: t.versions.aliases,
            cell: (version) =>
              fn.aliases
                .filter((alias) => alias.version === version)
                .map((alias) => alias.name)
                .join(", ") || "-",
          },
          {
            id: "provisioned",
            header: t.versions.provisioned,
            cell: (version) => (
              <Provisioned name={fn.name} qualifier={version} loaded={provisioned} />
            ),
          },
          {
            id: "actions",
            header: t.common.actions,
            cell: (version) =>
              version === "$LATEST" ? (
                "-"
              ) : (
                <DeleteButton
                  inline
                  what={`${fn.name}:${version}`}
                  calls={[call(deleteFunction, { FunctionName, Qualifier: version })]}
                  onDone={reload}
                />
              ),
          },
        ]}
      />
      <Table
        header={
          <Header
            variant="h2"
            actions={
              <Button onClick={() => setOpen({ kind: "alias", name: undefined })}>
                {t.versions.createAlias}
              </Button>
            }
          >
            {t.versions.aliases}
          </Header>
        }
        items={fn.aliases}
        ariaLabels={{ tableLabel: t.versions.aliases }}
        empty={
          <Empty
            title={t.versions.noAliases}
            next={t.versions.noAliasesNext}
            command={t.versions.aliasCommand(fn.name)}
          />
        }
        columnDefinitions={[
          { id: "name", header: t.apis.name, isRowHeader: true, cell: (alias) => alias.name },
          { id: "version", header: t.versions.version, cell: (alias) => alias.version },
          {
            id: "provisioned",
            header: t.versions.provisioned,
            cell: (alias) => (
              <Provisioned name={fn.name} qualifier={alias.name} loaded={provisioned} />
            ),
          },
          {
            id: "actions",
            header: t.common.actions,
            cell: (alias) => (
              <SpaceBetween direction="horizontal" size="xs">
                <Button
                  variant="inline-link"
                  ariaLabel={`${t.common.edit}: ${alias.name}`}
                  onClick={() => setOpen({ kind: "alias", name: alias.name })}
                >
                  {t.common.edit}
                </Button>
                <DeleteButton
                  inline
                  what={`${fn.name}:${alias.name}`}
                  warning={t.versions.aliasWarning}
                  calls={[call(deleteAlias, { FunctionName, Name: alias.name })]}
                  onDone={reload}
                />
              </SpaceBetween>
            ),
          },
        ]}
      />
      {open?.kind === "publish" && (
        <CallDialog
          title={t.versions.publish}
          confirm={t.versions.publish}
          calls={[call(publishVersion, { FunctionName })]}
          onDismiss={close}
          onDone={done}
        >
          {t.versions.publishHelp}
        </CallDialog>
      )}
      {open?.kind === "alias" && (
        <AliasDialog fn={fn} name={open.name} onDismiss={close} onDone={done} />
      )}
    </SpaceBetween>
  );
}

function AliasDialog(props: {
  fn: FunctionProps["fn"];
  name: string | undefined;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { fn } = props;
  const known = fn.aliases.find((alias) => alias.name === props.name);
  const [name, setName] = useState(props.name ?? "");
  const [version, setVersion] = useState(known?.version ?? fn.versions.at(-1) ?? "$LATEST");
  const revision = known?.revision;
  const input = {
    FunctionName: fn.name,
    Name: name,
    FunctionVersion: version,
    // Somebody else's newer alias is not overwritten.
    ...(revision === undefined ? {} : { RevisionId: revision }),
  };
  const title = known === undefined ? t.versions.createAlias : t.versions.editAlias;
  return (
    <CallDialog
      title={title}
      confirm={t.common.save}
      calls={
        name === ""
          ? undefined
          : [known === undefined ? call(createAlias, input) : call(updateAlias, input)]
      }
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.apis.name}>
        <Input
          value={name}
          disabled={known !== undefined}
          onChange={({ detail }) => setName(detail.value)}
        />
      </FormField>
      <FormField label={t.versions.version}>
        <Select
          selectedOption={{ value: version, label: version }}
          options={fn.versions.map((one) => ({ value: one, label: one }))}
          onChange={({ detail }) => setVersion(detail.selectedOption.value ?? "$LATEST")}
        />
      </FormField>
    </CallDialog>
  );
}
