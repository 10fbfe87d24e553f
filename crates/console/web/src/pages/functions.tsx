// Functions: the list, and a new one from an editor, a zip file or a folder.
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../aws/operation";
import { compare } from "../domain/api";
import { readFunctions } from "../domain/functions";
import { deleteFunction, type FunctionConfiguration } from "../generated/lambda";
import { DeleteButton } from "../parts/delete-button";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { useLoad } from "../parts/load";
import { href } from "../router";
import { t } from "../text/en";
import { CreateFunction } from "./function/create";

export default function FunctionsPage(): ReactNode {
  const functions = useLoad(
    async () => (await readFunctions()).toSorted((a, b) => compare(a.FunctionName, b.FunctionName)),
    [],
  );
  const [open, setOpen] = useState(false);
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="refresh" ariaLabel={t.common.reload} onClick={functions.reload} />
      <Button variant="primary" onClick={() => setOpen(true)} data-testid="create-function">
        {t.functions.create}
      </Button>
    </SpaceBetween>
  );
  return (
    <>
      <Listing
        as="page"
        title={t.functions.title}
        loaded={functions}
        textOf={(fn) => `${fn.FunctionName} ${fn.Runtime ?? ""}`}
        trackBy="FunctionArn"
        columns={columns(functions.reload)}
        actions={actions}
        empty={
          <Empty
            title={t.functions.none}
            next={t.functions.noneNext}
            command={t.functions.createCommand}
          />
        }
      />
      {open && <CreateFunction onDismiss={() => setOpen(false)} />}
    </>
  );
}

function columns(reload: () => void) {
  return [
    {
      id: "name",
      header: t.apis.name,
      isRowHeader: true,
      cell: (fn: FunctionConfiguration) => (
        <Link href={href("functions", fn.FunctionName ?? "")}>{fn.FunctionName}</Link>
      ),
    },
    {
      id: "runtime",
      header: t.functions.runtime,
      cell: (fn: FunctionConfiguration) => fn.Runtime ?? "-",
    },
    {
      id: "handler",
      header: t.functions.handler,
      cell: (fn: FunctionConfiguration) => fn.Handler ?? "-",
    },
    {
      id: "modified",
      header: t.functions.modified,
      cell: (fn: FunctionConfiguration) => fn.LastModified ?? "-",
    },
    {
      id: "actions",
      header: t.common.actions,
      cell: (fn: FunctionConfiguration) => (
        <DeleteButton
          inline
          what={fn.FunctionName ?? ""}
          warning={t.functions.deleteWarning}
          calls={[call(deleteFunction, { FunctionName: fn.FunctionName ?? "" })]}
          onDone={reload}
        />
      ),
    },
  ];
}
