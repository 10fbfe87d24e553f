// One group: who is in it, and what that allows them.
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call, type Call } from "../../aws/operation";
import { readGroup, readGroupPolicies } from "../../domain/groups";
import { type HeldPolicy, readUsers } from "../../domain/iam";
import {
  addUserToGroup,
  attachGroupPolicy,
  deleteGroup,
  deleteGroupPolicy,
  detachGroupPolicy,
  putGroupPolicy,
  removeUserFromGroup,
  type User,
} from "../../generated/iam";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import { Show, useLoad } from "../../parts/load";
import { useSearch } from "../../parts/search";
import Table from "../../parts/table";
import { go, href } from "../../router";
import { t } from "../../text/en";
import { HeldPolicies } from "./held-policies";
import { JoinDialog } from "./join";

export function GroupPanel(props: { name: string }): ReactNode {
  const GroupName = props.name;
  const loaded = useLoad(() => readGroup(GroupName), [GroupName]);
  const removing = (policy: HeldPolicy): Call =>
    policy.arn === undefined
      ? call(deleteGroupPolicy, { GroupName, PolicyName: policy.name })
      : call(detachGroupPolicy, { GroupName, PolicyArn: policy.arn });
  return (
    <Show loaded={loaded}>
      {({ group, members, policies }) => (
        <ContentLayout
          breadcrumbs={
            <BreadcrumbGroup
              ariaLabel={t.frame.breadcrumbs}
              items={[
                { text: t.groups.title, href: href("iam", "groups") },
                { text: GroupName, href: href("iam", "groups", GroupName) },
              ]}
            />
          }
          header={
            <Header
              variant="h1"
              description={group.Arn}
              actions={
                <DeleteButton
                  what={GroupName}
                  warning={t.groups.deleteWarning}
                  calls={[
                    ...members.map(({ UserName = "" }) =>
                      call(removeUserFromGroup, { GroupName, UserName }),
                    ),
                    ...policies.map(removing),
                    call(deleteGroup, { GroupName }),
                  ]}
                  onDone={() => go("iam", "groups")}
                />
              }
            >
              {GroupName}
            </Header>
          }
        >
          <SpaceBetween size="l">
            <Members group={GroupName} members={members} reload={loaded.reload} />
            <HeldPolicies
              policies={policies}
              read={() => readGroupPolicies(GroupName)}
              reload={loaded.reload}
              command={t.groups.policyCommand(GroupName)}
              put={(PolicyName, PolicyDocument) =>
                call(putGroupPolicy, { GroupName, PolicyName, PolicyDocument })
              }
              attach={(PolicyArn) => call(attachGroupPolicy, { GroupName, PolicyArn })}
              remove={removing}
            />
          </SpaceBetween>
        </ContentLayout>
      )}
    </Show>
  );
}

function Members(props: { group: string; members: User[]; reload: () => void }): ReactNode {
  const { group, members, reload } = props;
  const search = useSearch(members, (user) => user.UserName ?? "");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Table
        header={
          <Header
            variant="h2"
            counter={`(${members.length})`}
            actions={<Button onClick={() => setOpen(true)}>{t.groups.add}</Button>}
          >
            {t.groups.members}
          </Header>
        }
        items={search.shown}
        filter={search.field}
        ariaLabels={{ tableLabel: t.groups.members }}
        empty={search.none(
          <Empty
            title={t.groups.noMembers}
            next={t.groups.noMembersNext}
            command={`aws iam add-user-to-group --group-name ${group} --user-name ann`}
          />,
        )}
        columnDefinitions={[
          {
            id: "name",
            header: t.groups.user,
            isRowHeader: true,
            cell: ({ UserName = "" }) => (
              <Link href={href("iam", "users", UserName)}>{UserName}</Link>
            ),
          },
          { id: "arn", header: "ARN", cell: (user) => <span className="breaks">{user.Arn}</span> },
          {
            id: "actions",
            header: t.common.actions,
            cell: ({ UserName = "" }) => (
              <DeleteButton
                inline
                what={UserName}
                label={t.groups.leave}
                title={t.groups.leaveTitle(UserName, group)}
                warning={t.groups.leaveQuestion}
                done={t.groups.left(UserName)}
                calls={[call(removeUserFromGroup, { GroupName: group, UserName })]}
                onDone={reload}
              />
            ),
          },
        ]}
      />
      {open && (
        <JoinDialog
          title={t.groups.addTitle(group)}
          confirm={t.groups.add}
          label={t.groups.user}
          read={async () => {
            const users = (await readUsers()).map((user) => user.UserName ?? "");
            return users.filter((name) => !members.some((one) => one.UserName === name));
          }}
          joining={(UserName) => call(addUserToGroup, { GroupName: group, UserName })}
          onDismiss={() => setOpen(false)}
          onDone={() => (setOpen(false), reload())}
        />
      )}
    </>
  );
}
