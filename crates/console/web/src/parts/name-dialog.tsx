// Something new that has a name, and needs nothing else.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { type ComponentProps, type ReactNode, useState } from "react";
import { t } from "../text/en";
import { CallDialog } from "./call-dialog";

type Calls = ComponentProps<typeof CallDialog>["calls"];

export function NameDialog(props: {
  title: string;
  help?: string;
  callsOf: (name: string) => Calls;
  onDismiss: () => void;
  onDone: (name: string) => void;
}): ReactNode {
  const [name, setName] = useState("");
  return (
    <CallDialog
      title={props.title}
      confirm={props.title}
      calls={name === "" ? undefined : props.callsOf(name)}
      onDismiss={props.onDismiss}
      onDone={() => props.onDone(name)}
    >
      <FormField label={t.apis.name} description={props.help}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value.trim())} />
      </FormField>
    </CallDialog>
  );
}
