// Users: the list, and a new one.
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { readUsers } from "../../domain/iam";
import { createUser, type User } from "../../generated/iam";
import { Empty } from "../../parts/empty";
import { Listing } from "../../parts/listing";
import { useLoad } from "../../parts/load";
import { NameDialog } from "../../parts/name-dialog";
import { go, href } from "../../router";
import { t } from "../../text/en";

export function UsersTab(): ReactNode {
  const users = useLoad(readUsers, []);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Listing
        as="part"
        title={t.iam.users}
        loaded={users}
        textOf={(user) => user.UserName ?? ""}
        trackBy="UserName"
        columns={COLUMNS}
        actions={
          <Button variant="primary" onClick={() => setOpen(true)}>
            {t.iam.createUser}
          </Button>
        }
        empty={
          <Empty
            title={t.iam.noUsers}
            next={t.iam.noUsersNext}
            command="aws iam create-user --user-name ann"
          />
        }
      />
      {open && (
        <NameDialog
          title={t.iam.createUser}
          callsOf={(name) => [call(createUser, { UserName: name })]}
          onDismiss={() => setOpen(false)}
          onDone={(name) => go("iam", "users", name)}
        />
      )}
    </>
  );
}

const COLUMNS = [
  {
    id: "name",
    header: t.apis.name,
    isRowHeader: true,
    cell: ({ UserName = "" }: User) => <Link href={href("iam", "users", UserName)}>{UserName}</Link>,
  },
  { id: "arn", header: "ARN", cell: (user: User) => user.Arn },
  { id: "created", header: t.common.created, cell: (user: User) => user.CreateDate },
];
