// IAM: roles, users, groups and policies, with an editor that checks while one types.
import ContentLayout from "@cloudscape-design/components/content-layout";
import Header from "@cloudscape-design/components/header";
import Tabs from "@cloudscape-design/components/tabs";
import type { ReactNode } from "react";
import { go } from "../router";
import { t } from "../text/en";
import { GroupPanel } from "./iam/group";
import { GroupsTab } from "./iam/groups";
import { PoliciesTab } from "./iam/policies";
import { RolePanel } from "./iam/role";
import { RolesTab } from "./iam/roles";
import { UserPanel } from "./iam/user";
import { UsersTab } from "./iam/users";

export default function IamPage(props: {
  kind: string | undefined;
  name: string | undefined;
}): ReactNode {
  const { kind = "roles", name } = props;
  if (kind === "roles" && name !== undefined) {
    return <RolePanel name={name} />;
  }
  if (kind === "users" && name !== undefined) {
    return <UserPanel name={name} />;
  }
  if (kind === "groups" && name !== undefined) {
    return <GroupPanel name={name} />;
  }
  return (
    <ContentLayout header={<Header variant="h1">{t.iam.title}</Header>}>
      <Tabs
        i18nStrings={t.frame.tabs}
        activeTabId={kind}
        onChange={({ detail }) => go("iam", detail.activeTabId)}
        tabs={[
          { id: "roles", label: t.iam.roles, content: <RolesTab /> },
          { id: "users", label: t.iam.users, content: <UsersTab /> },
          { id: "groups", label: t.groups.title, content: <GroupsTab /> },
          { id: "policies", label: t.iam.policies, content: <PoliciesTab open={name} /> },
        ]}
      />
    </ContentLayout>
  );
}
