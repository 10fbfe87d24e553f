// Managed policies of the account: each version is a whole document.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { unchanged } from "../../domain/conflict";
import { readDefault, readPolicies } from "../../domain/iam";
import { invokePolicy, json } from "../../domain/roles";
import { createPolicy, createPolicyVersion, deletePolicy, type Policy } from "../../generated/iam";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import { Listing } from "../../parts/listing";
import { useLoad } from "../../parts/load";
import { t } from "../../text/en";
import { PolicyEditor } from "./policy-editor";

export function PoliciesTab(props: { open: string | undefined }): ReactNode {
  const policies = useLoad(readPolicies, [props.open]);
  const [editing, setEditing] = useState<Policy | "new">();
  const close = () => setEditing(undefined);
  const done = () => (close(), policies.reload());
  return (
    <>
      <Listing
        as="part"
        title={t.iam.policies}
        loaded={policies}
        textOf={(policy) => policy.PolicyName ?? ""}
        trackBy="Arn"
        columns={columns(setEditing, policies.reload)}
        actions={
          <Button variant="primary" onClick={() => setEditing("new")}>
            {t.iam.createPolicy}
          </Button>
        }
        empty={
          <Empty
            title={t.iam.noPolicies}
            next={t.iam.noPoliciesNext}
            command="aws iam create-policy --policy-name invoke --policy-document file://policy.json"
          />
        }
      />
      {editing === "new" && <CreatePolicy onDismiss={close} onDone={done} />}
      {editing !== undefined && editing !== "new" && (
        <EditPolicy policy={editing} onDismiss={close} onDone={done} />
      )}
    </>
  );
}

function columns(edit: (policy: Policy) => void, reload: () => void) {
  return [
    {
      id: "name",
      header: t.apis.name,
      isRowHeader: true,
      cell: (policy: Policy) => policy.PolicyName,
    },
    {
      id: "version",
      header: t.versions.version,
      cell: (policy: Policy) => policy.DefaultVersionId,
    },
    {
      id: "attached",
      header: t.iam.attached,
      cell: (policy: Policy) => policy.AttachmentCount,
    },
    {
      id: "actions",
      header: t.common.actions,
      cell: (policy: Policy) => (
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            variant="inline-link"
            ariaLabel={`${t.common.edit}: ${policy.PolicyName}`}
            onClick={() => edit(policy)}
          >
            {t.common.edit}
          </Button>
          <DeleteButton
            inline
            what={policy.PolicyName ?? ""}
            calls={[call(deletePolicy, { PolicyArn: policy.Arn ?? "" })]}
            onDone={reload}
          />
        </SpaceBetween>
      ),
    },
  ];
}

interface DialogProps {
  onDismiss: () => void;
  onDone: () => void;
}

function CreatePolicy(props: DialogProps): ReactNode {
  const [name, setName] = useState("");
  const [text, setText] = useState(json(invokePolicy(["*"])));
  const input = { PolicyName: name, PolicyDocument: text };
  return (
    <CallDialog
      size="large"
      title={t.iam.createPolicy}
      confirm={t.iam.createPolicy}
      calls={name === "" ? undefined : [call(createPolicy, input)]}
      {...props}
    >
      <FormField label={t.apis.name}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <PolicyEditor value={text} onChange={setText} kind="identity" label={t.iam.document} />
    </CallDialog>
  );
}

function EditPolicy(props: DialogProps & { policy: Policy }): ReactNode {
  const { policy, onDismiss, onDone } = props;
  const arn = policy.Arn ?? "";
  const before = useLoad(() => readDefault(arn), [arn]);
  const [text, setText] = useState<string>();
  const shown = text ?? before.data ?? "";
  const input = { PolicyArn: arn, PolicyDocument: shown, SetAsDefault: true };
  return (
    <CallDialog
      size="large"
      title={policy.PolicyName ?? ""}
      confirm={t.iam.newVersion}
      calls={
        text === undefined || text === before.data ? undefined : [call(createPolicyVersion, input)]
      }
      ensure={() => unchanged(() => readDefault(arn), before.data ?? "")}
      onDismiss={onDismiss}
      onDone={onDone}
    >
      <PolicyEditor value={shown} onChange={setText} kind="identity" label={t.iam.document} />
    </CallDialog>
  );
}
