// Groups: the list, and a new one.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { readGroups } from "../../domain/groups";
import { createGroup, type Group } from "../../generated/iam";
import { CallDialog } from "../../parts/call-dialog";
import { Empty } from "../../parts/empty";
import { Show, useLoad } from "../../parts/load";
import { useSearch } from "../../parts/search";
import Table from "../../parts/table";
import { go, href } from "../../router";
import { t } from "../../text/en";

export function GroupsTab(): ReactNode {
  const groups = useLoad(readGroups, []);
  const search = useSearch(groups.data ?? [], (group) => group.GroupName ?? "");
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  return (
    <Show loaded={groups}>
      {(list) => (
        <>
          <Table
            header={
              <Header
                variant="h2"
                counter={`(${list.length})`}
                actions={
                  <Button variant="primary" onClick={() => setOpen(true)}>
                    {t.groups.create}
                  </Button>
                }
              >
                {t.groups.title}
              </Header>
            }
            items={search.shown}
            filter={search.field}
            ariaLabels={{ tableLabel: t.groups.title }}
            empty={search.none(
              <Empty
                title={t.groups.none}
                next={t.groups.noneNext}
                command="aws iam create-group --group-name developers"
              />,
            )}
            columnDefinitions={[
              {
                id: "name",
                header: t.apis.name,
                isRowHeader: true,
                cell: ({ GroupName = "" }: Group) => (
                  <Link href={href("iam", "groups", GroupName)}>{GroupName}</Link>
                ),
              },
              { id: "arn", header: "ARN", cell: (group: Group) => group.Arn },
              { id: "created", header: t.common.created, cell: (group: Group) => group.CreateDate },
            ]}
          />
          {open && (
            <CallDialog
              title={t.groups.create}
              confirm={t.groups.create}
              calls={name === "" ? undefined : [call(createGroup, { GroupName: name })]}
              onDismiss={() => setOpen(false)}
              onDone={() => go("iam", "groups", name)}
            >
              <FormField label={t.apis.name}>
                <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value.trim())} />
              </FormField>
            </CallDialog>
          )}
        </>
      )}
    </Show>
  );
}
