// Users: the list, and a new one.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { readUsers } from "../../domain/iam";
import { createUser, type User } from "../../generated/iam";
import { CallDialog } from "../../parts/call-dialog";
import { Empty } from "../../parts/empty";
import { Show, useLoad } from "../../parts/load";
import { useSearch } from "../../parts/search";
import Table from "../../parts/table";
import { go, href } from "../../router";
import { t } from "../../text/en";

export function UsersTab(): ReactNode {
  const users = useLoad(readUsers, []);
  const search = useSearch(users.data ?? [], (user) => user.UserName ?? "");
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  return (
    <Show loaded={users}>
      {(list) => (
        <>
          <Table
            header={
              <Header
                variant="h2"
                counter={`(${list.length})`}
                actions={
                  <Button variant="primary" onClick={() => setOpen(true)}>
                    {t.iam.createUser}
                  </Button>
                }
              >
                {t.iam.users}
              </Header>
            }
            items={search.shown}
            filter={search.field}
            ariaLabels={{ tableLabel: t.iam.users }}
            empty={search.none(
              <Empty
                title={t.iam.noUsers}
                next={t.iam.noUsersNext}
                command="aws iam create-user --user-name ann"
              />,
            )}
            columnDefinitions={[
              {
                id: "name",
                header: t.apis.name,
                isRowHeader: true,
                cell: (user: User) => (
                  <Link href={href("iam", "users", user.UserName ?? "")}>{user.UserName}</Link>
                ),
              },
              { id: "arn", header: "ARN", cell: (user: User) => user.Arn },
              { id: "created", header: t.common.created, cell: (user: User) => user.CreateDate },
            ]}
          />
          {open && (
            <CallDialog
              title={t.iam.createUser}
              confirm={t.iam.createUser}
              calls={name === "" ? undefined : [call(createUser, { UserName: name })]}
              onDismiss={() => setOpen(false)}
              onDone={() => go("iam", "users", name)}
            >
              <FormField label={t.apis.name}>
                <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
              </FormField>
            </CallDialog>
          )}
        </>
      )}
    </Show>
  );
}
