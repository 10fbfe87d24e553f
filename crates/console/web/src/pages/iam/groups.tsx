// Groups: the list, and a new one.
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { readGroups } from "../../domain/groups";
import { createGroup, type Group } from "../../generated/iam";
import { Empty } from "../../parts/empty";
import { Listing } from "../../parts/listing";
import { useLoad } from "../../parts/load";
import { NameDialog } from "../../parts/name-dialog";
import { go, href } from "../../router";
import { t } from "../../text/en";

export function GroupsTab(): ReactNode {
  const groups = useLoad(readGroups, []);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Listing
        as="part"
        title={t.groups.title}
        loaded={groups}
        textOf={(group) => group.GroupName ?? ""}
        trackBy="GroupName"
        columns={COLUMNS}
        actions={
          <Button variant="primary" onClick={() => setOpen(true)}>
            {t.groups.create}
          </Button>
        }
        empty={
          <Empty
            title={t.groups.none}
            next={t.groups.noneNext}
            command="aws iam create-group --group-name developers"
          />
        }
      />
      {open && (
        <NameDialog
          title={t.groups.create}
          callsOf={(name) => [call(createGroup, { GroupName: name })]}
          onDismiss={() => setOpen(false)}
          onDone={(name) => go("iam", "groups", name)}
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
    cell: ({ GroupName = "" }: Group) => (
      <Link href={href("iam", "groups", GroupName)}>{GroupName}</Link>
    ),
  },
  { id: "arn", header: "ARN", cell: (group: Group) => group.Arn },
  { id: "created", header: t.common.created, cell: (group: Group) => group.CreateDate },
];
