// One role: its trust, its policies, and what they allow.
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call, type Call } from "../../aws/operation";
import { unchanged } from "../../domain/conflict";
import { readRole, type RoleWithPolicies } from "../../domain/iam";
import { json, trustOf } from "../../domain/roles";
import {
  attachRolePolicy,
  deleteRole,
  deleteRolePolicy,
  detachRolePolicy,
  putRolePolicy,
  updateAssumeRolePolicy,
} from "../../generated/iam";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Code } from "../../parts/editor";
import { Show, useLoad } from "../../parts/load";
import { go, href } from "../../router";
import { t } from "../../text/en";
import { Did } from "./doings";
import { HeldPolicies } from "./held-policies";
import { Limits } from "./limits";
import { PolicyEditor } from "./policy-editor";
import { Simulation } from "./simulation";

export function RolePanel(props: { name: string }): ReactNode {
  const { name } = props;
  const role = useLoad(() => readRole(name), [name]);
  return (
    <Show loaded={role}>
      {(read) => (
        <ContentLayout
          breadcrumbs={
            <BreadcrumbGroup
              ariaLabel={t.frame.breadcrumbs}
              items={[
                { text: t.iam.roles, href: href("iam", "roles") },
                { text: name, href: href("iam", "roles", name) },
              ]}
            />
          }
          header={
            <Header
              variant="h1"
              description={<span className="breaks">{read.role.Arn}</span>}
              actions={
                <DeleteButton
                  what={name}
                  warning={t.iam.deleteRoleWarning}
                  calls={deleting(read)}
                  onDone={() => go("iam", "roles")}
                />
              }
            >
              <span className="breaks">{name}</span>
            </Header>
          }
        >
          <SpaceBetween size="l">
            <Trust read={read} reload={role.reload} />
            <Limits boundary={read.role.PermissionsBoundary?.PermissionsBoundaryArn} />
            <HeldPolicies
              policies={read.policies}
              read={async () => (await readRole(name)).policies}
              reload={role.reload}
              command={t.iam.rolePolicyCommand(name)}
              put={(PolicyName, PolicyDocument) =>
                call(putRolePolicy, { RoleName: name, PolicyName, PolicyDocument })
              }
              attach={(PolicyArn) => call(attachRolePolicy, { RoleName: name, PolicyArn })}
              remove={(policy) => removing(name, policy)}
            />
            <Did arn={read.role.Arn ?? ""} />
            <Simulation arn={read.role.Arn ?? ""} />
          </SpaceBetween>
        </ContentLayout>
      )}
    </Show>
  );
}

function removing(name: string, policy: { name: string; arn: string | undefined }): Call {
  return policy.arn === undefined
    ? call(deleteRolePolicy, { RoleName: name, PolicyName: policy.name })
    : call(detachRolePolicy, { RoleName: name, PolicyArn: policy.arn });
}

/** IAM deletes a role only after its policies. */
function deleting(read: RoleWithPolicies): Call[] {
  const name = read.role.RoleName ?? "";
  return [
    ...read.policies.map((policy) => removing(name, policy)),
    call(deleteRole, { RoleName: name }),
  ];
}

function Trust(props: { read: RoleWithPolicies; reload: () => void }): ReactNode {
  const { read, reload } = props;
  const now = json(trustOf(read.role));
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(now);
  const input = { RoleName: read.role.RoleName ?? "", PolicyDocument: text };
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={<Button onClick={() => setOpen(true)}>{t.common.edit}</Button>}
        >
          {t.permission.trustPolicy}
        </Header>
      }
    >
      <Code text={now} language="json" label={t.permission.trustPolicy} />
      {open && (
        <CallDialog
          size="large"
          title={t.permission.trustPolicy}
          confirm={t.common.save}
          calls={text === now ? undefined : [call(updateAssumeRolePolicy, input)]}
          ensure={() =>
            unchanged(async () => json(trustOf((await readRole(input.RoleName)).role)), now)
          }
          onDismiss={() => setOpen(false)}
          onDone={() => (setOpen(false), reload())}
        >
          <PolicyEditor
            value={text}
            onChange={setText}
            kind="trust"
            label={t.permission.trustPolicy}
          />
        </CallDialog>
      )}
    </Container>
  );
}
