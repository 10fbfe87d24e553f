// Functions: the list, and a new one from an editor, a zip file or a folder.
import Button from "@cloudscape-design/components/button";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../aws/operation";
import { compare } from "../domain/api";
import { readFunctions } from "../domain/functions";
import { deleteFunction, type FunctionConfiguration } from "../generated/lambda";
import { DeleteButton } from "../parts/delete-button";
import { Empty } from "../parts/empty";
import { Show, useLoad } from "../parts/load";
import { useSearch } from "../parts/search";
import Table from "../parts/table";
import { href } from "../router";
import { t } from "../text/en";
import { CreateFunction } from "./function/create";

export default function FunctionsPage(): ReactNode {
  const functions = useLoad(readFunctions, []);
  const search = useSearch(functions.data ?? [], (fn) => `${fn.FunctionName} ${fn.Runtime ?? ""}`);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Show loaded={functions}>
        {(list) => (
          <Table
            variant="full-page"
            header={
              <Header
                variant="h1"
                counter={`(${list.length})`}
                actions={
                  <SpaceBetween direction="horizontal" size="xs">
                    <Button
                      iconName="refresh"
                      ariaLabel={t.common.reload}
                      onClick={functions.reload}
                    />
                    <Button
                      variant="primary"
                      onClick={() => setOpen(true)}
                      data-testid="create-function"
                    >
                      {t.functions.create}
                    </Button>
                  </SpaceBetween>
                }
              >
                {t.functions.title}
              </Header>
            }
            items={search.shown.toSorted((a, b) => compare(a.FunctionName, b.FunctionName))}
            filter={search.field}
            trackBy="FunctionArn"
            ariaLabels={{ tableLabel: t.functions.title }}
            columnDefinitions={columns(functions.reload)}
            empty={search.none(
              <Empty
                title={t.functions.none}
                next={t.functions.noneNext}
                command={t.functions.createCommand}
              />,
            )}
          />
        )}
      </Show>
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
