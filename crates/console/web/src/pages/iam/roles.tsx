// Roles: the list, and a new one with its trust.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import Select from "@cloudscape-design/components/select";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { json, readRoles, trustDocument, trustOf } from "../../domain/roles";
import { createRole, type Role } from "../../generated/iam";
import { CallDialog } from "../../parts/call-dialog";
import { Empty } from "../../parts/empty";
import { Listing } from "../../parts/listing";
import { useLoad } from "../../parts/load";
import { go, href } from "../../router";
import { t } from "../../text/en";
import { PolicyEditor } from "./policy-editor";

const SERVICES = ["apigateway.amazonaws.com", "lambda.amazonaws.com"];

export function RolesTab(): ReactNode {
  const roles = useLoad(readRoles, []);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Listing
        as="part"
        title={t.iam.roles}
        loaded={roles}
        textOf={(role) => role.RoleName ?? ""}
        trackBy="RoleName"
        columns={COLUMNS}
        actions={
          <Button variant="primary" onClick={() => setOpen(true)}>
            {t.iam.createRole}
          </Button>
        }
        empty={
          <Empty
            title={t.iam.noRoles}
            next={t.iam.noRolesNext}
            command="aws iam create-role --role-name api-gateway-invokes --assume-role-policy-document file://trust.json"
          />
        }
      />
      {open && <CreateRole onDismiss={() => setOpen(false)} />}
    </>
  );
}

const COLUMNS = [
  {
    id: "name",
    header: t.apis.name,
    isRowHeader: true,
    cell: ({ RoleName = "" }: Role) => <Link href={href("iam", "roles", RoleName)}>{RoleName}</Link>,
  },
  { id: "trusts", header: t.iam.trusts, cell: trusted },
  { id: "created", header: t.common.created, cell: (role: Role) => role.CreateDate },
];

function trusted(role: Role): string {
  const { Statement: statements = [] } = trustOf(role);
  const all = Array.isArray(statements) ? statements : [statements];
  const names = all.flatMap((one: { Principal?: unknown }) =>
    typeof one.Principal === "string" ? [one.Principal] : Object.values(one.Principal ?? {}).flat(),
  );
  return names.join(", ");
}

function CreateRole(props: { onDismiss: () => void }): ReactNode {
  const [name, setName] = useState("");
  const [trust, setTrust] = useState(json(trustDocument(SERVICES[0] ?? "")));
  const input = { RoleName: name, AssumeRolePolicyDocument: trust };
  return (
    <CallDialog
      size="large"
      title={t.iam.createRole}
      confirm={t.iam.createRole}
      calls={name === "" ? undefined : [call(createRole, input)]}
      onDismiss={props.onDismiss}
      onDone={() => go("iam", "roles", name)}
    >
      <FormField label={t.apis.name}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <FormField label={t.iam.trusts}>
        <Select
          selectedOption={null}
          placeholder={t.iam.chooseService}
          options={SERVICES.map((service) => ({ value: service, label: service }))}
          onChange={({ detail }) =>
            setTrust(json(trustDocument(detail.selectedOption.value ?? "")))
          }
        />
      </FormField>
      <FormField label={t.permission.trustPolicy} stretch>
        <PolicyEditor
          value={trust}
          onChange={setTrust}
          kind="trust"
          label={t.permission.trustPolicy}
        />
      </FormField>
    </CallDialog>
  );
}
