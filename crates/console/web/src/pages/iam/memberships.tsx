// The groups of a user: what each is allowed, the user is.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { readGroups } from "../../domain/groups";
import { addUserToGroup, removeUserFromGroup } from "../../generated/iam";
import { DeleteButton } from "../../parts/delete-button";
import { href } from "../../router";
import { t } from "../../text/en";
import { JoinDialog } from "./join";

export function Memberships(props: {
  user: string;
  groups: string[];
  reload: () => void;
}): ReactNode {
  const { user, groups, reload } = props;
  const [open, setOpen] = useState(false);
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${groups.length})`}
          actions={<Button onClick={() => setOpen(true)}>{t.groups.join}</Button>}
        >
          {t.groups.title}
        </Header>
      }
    >
      {groups.length === 0 ? (
        <Box color="text-body-secondary">{t.iam.noGroups}</Box>
      ) : (
        <SpaceBetween size="xs">
          {groups.map((group) => (
            <SpaceBetween key={group} direction="horizontal" size="s">
              <Link href={href("iam", "groups", group)}>{group}</Link>
              <DeleteButton
                inline
                what={group}
                label={t.groups.leave}
                title={t.groups.leaveTitle(user, group)}
                warning={t.groups.leaveQuestion}
                done={t.groups.left(user)}
                calls={[call(removeUserFromGroup, { GroupName: group, UserName: user })]}
                onDone={reload}
              />
            </SpaceBetween>
          ))}
        </SpaceBetween>
      )}
      {open && (
        <JoinDialog
          title={t.groups.joinTitle(user)}
          confirm={t.groups.join}
          label={t.groups.group}
          read={async () => {
            const names = (await readGroups()).map((group) => group.GroupName ?? "");
            return names.filter((name) => !groups.includes(name));
          }}
          joining={(GroupName) => call(addUserToGroup, { GroupName, UserName: user })}
          onDismiss={() => setOpen(false)}
          onDone={() => (setOpen(false), reload())}
        />
      )}
    </Container>
  );
}
