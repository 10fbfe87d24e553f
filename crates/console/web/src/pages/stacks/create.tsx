// A new stack.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { createStack } from "../../generated/cloudformation";
import { CallDialog } from "../../parts/call-dialog";
import { t } from "../../text/en";
import { useStackForm } from "./form";

export function CreateStack(props: {
  onDismiss: () => void;
  onDone: (name: string) => void;
}): ReactNode {
  const [name, setName] = useState("");
  const { fields, asked } = useStackForm("", []);
  const StackName = name.trim();
  return (
    <CallDialog
      size="large"
      title={t.stacks.create}
      confirm={t.stacks.create}
      calls={
        StackName === "" || asked === undefined
          ? undefined
          : [call(createStack, { StackName, ...asked })]
      }
      onDismiss={props.onDismiss}
      onDone={() => props.onDone(StackName)}
    >
      <FormField label={t.apis.name}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      {fields}
    </CallDialog>
  );
}
