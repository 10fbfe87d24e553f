// One user: access keys, policies, and what they allow.
import Alert from "@cloudscape-design/components/alert";
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { quoted } from "../../aws/cli";
import { asFailure } from "../../aws/failure";
import { call, type Call } from "../../aws/operation";
import { send } from "../../aws/send";
import { type HeldPolicy, readUserPolicies } from "../../domain/iam";
import {
  type AccessKey,
  attachUserPolicy,
  createAccessKey,
  deleteAccessKey,
  deleteUser,
  deleteUserPolicy,
  detachUserPolicy,
  getUser,
  listAccessKeys,
  listGroupsForUser,
  putUserPolicy,
  removeUserFromGroup,
} from "../../generated/iam";
import { Cli, Shell } from "../../parts/cli";
import { DeleteButton } from "../../parts/delete-button";
import { Problem, Show, useLoad } from "../../parts/load";
import Table from "../../parts/table";
import { go, href } from "../../router";
import { t } from "../../text/en";
import { Did } from "./doings";
import { HeldPolicies } from "./held-policies";
import { Limits } from "./limits";
import { Memberships } from "./memberships";
import { Simulation } from "./simulation";

async function read(name: string) {
  const [found, policies, keys, groups] = await Promise.all([
    send(getUser, { UserName: name }),
    readUserPolicies(name),
    send(listAccessKeys, { UserName: name }),
    send(listGroupsForUser, { UserName: name }),
  ]);
  return {
    user: found.User ?? {},
    policies,
    keys: keys.AccessKeyMetadata ?? [],
    groups: (groups.Groups ?? []).map((group) => group.GroupName ?? ""),
  };
}

export function UserPanel(props: { name: string }): ReactNode {
  const UserName = props.name;
  const loaded = useLoad(() => read(UserName), [UserName]);
  const [made, setMade] = useState<AccessKey>();
  const [error, setError] = useState<Error>();
  const removing = (policy: HeldPolicy): Call =>
    policy.arn === undefined
      ? call(deleteUserPolicy, { UserName, PolicyName: policy.name })
      : call(detachUserPolicy, { UserName, PolicyArn: policy.arn });
  const makeKey = async (): Promise<void> => {
    try {
      const answer = await send(createAccessKey, { UserName });
      setMade(answer.AccessKey);
      loaded.reload();
    } catch (caught) {
      setError(asFailure(caught));
    }
  };
  return (
    <Show loaded={loaded}>
      {({ user, policies, keys, groups }) => (
        <ContentLayout
          breadcrumbs={
            <BreadcrumbGroup
              ariaLabel={t.frame.breadcrumbs}
              items={[
                { text: t.iam.users, href: href("iam", "users") },
                { text: UserName, href: href("iam", "users", UserName) },
              ]}
            />
          }
          header={
            <Header
              variant="h1"
              description={user.Arn}
              actions={
                <DeleteButton
                  what={UserName}
                  warning={t.iam.deleteUserWarning}
                  calls={[
                    ...keys.map(({ AccessKeyId = "" }) =>
                      call(deleteAccessKey, { UserName, AccessKeyId }),
                    ),
                    ...policies.map(removing),
                    ...groups.map((GroupName) => call(removeUserFromGroup, { GroupName, UserName })),
                    call(deleteUser, { UserName }),
                  ]}
                  onDone={() => go("iam", "users")}
                />
              }
            >
              {UserName}
            </Header>
          }
        >
          <SpaceBetween size="l">
            {error !== undefined && <Problem error={error} />}
            {made !== undefined && (
              <Alert type="warning" header={t.iam.keyOnce} dismissible dismissAriaLabel={t.common.dismiss} onDismiss={() => setMade(undefined)}>
                <Shell
                  open
                  title={t.cli.title}
                  text={[
                    `export AWS_ACCESS_KEY_ID=${quoted(made.AccessKeyId ?? "")}`,
                    `export AWS_SECRET_ACCESS_KEY=${quoted(made.SecretAccessKey ?? "")}`,
                  ].join("\n")}
                />
              </Alert>
            )}
            <Table
              header={
                <Header
                  variant="h2"
                  actions={<Button onClick={() => void makeKey()}>{t.iam.createKey}</Button>}
                >
                  {t.iam.keys}
                </Header>
              }
              footer={<Cli calls={[call(createAccessKey, { UserName })]} />}
              items={keys}
              ariaLabels={{ tableLabel: t.iam.keys }}
              empty={t.iam.noKeys}
              columnDefinitions={[
                {
                  id: "id",
                  header: t.apis.id,
                  isRowHeader: true,
                  cell: (key) => key.AccessKeyId,
                },
                { id: "status", header: t.iam.status, cell: (key) => key.Status },
                {
                  id: "actions",
                  header: t.common.actions,
                  cell: ({ AccessKeyId = "" }) => (
                    <DeleteButton
                      inline
                      what={AccessKeyId}
                      calls={[call(deleteAccessKey, { UserName, AccessKeyId })]}
                      onDone={loaded.reload}
                    />
                  ),
                },
              ]}
            />
            <Memberships user={UserName} groups={groups} reload={loaded.reload} />
            <Limits boundary={user.PermissionsBoundary?.PermissionsBoundaryArn} />
            <HeldPolicies
              policies={policies}
              read={() => readUserPolicies(UserName)}
              reload={loaded.reload}
              command={t.iam.userPolicyCommand(UserName)}
              put={(PolicyName, PolicyDocument) =>
                call(putUserPolicy, { UserName, PolicyName, PolicyDocument })
              }
              attach={(PolicyArn) => call(attachUserPolicy, { UserName, PolicyArn })}
              remove={removing}
            />
            <Did arn={user.Arn ?? ""} />
            <Simulation arn={user.Arn ?? ""} />
          </SpaceBetween>
        </ContentLayout>
      )}
    </Show>
  );
}
