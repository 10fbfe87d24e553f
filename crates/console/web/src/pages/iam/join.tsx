// A user joins a group: asked from either side.
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { type ReactNode, useState } from "react";
import type { Call } from "../../aws/operation";
import { CallDialog } from "../../parts/call-dialog";
import { Show, useLoad } from "../../parts/load";
import { t } from "../../text/en";

export function JoinDialog(props: {
  title: string;
  confirm: string;
  label: string;
  /** The names that there are to choose from. */
  read: () => Promise<string[]>;
  joining: (name: string) => Call;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const names = useLoad(props.read, []);
  const [name, setName] = useState<string>();
  return (
    <CallDialog
      title={props.title}
      confirm={props.confirm}
      calls={name === undefined ? undefined : [props.joining(name)]}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <Show loaded={names}>
        {(list) => (
          <FormField label={props.label}>
            <Select
              selectedOption={name === undefined ? null : { value: name, label: name }}
              options={list.map((one) => ({ value: one, label: one }))}
              filteringType="auto"
              filteringAriaLabel={t.common.search}
              placeholder={props.label}
              empty={<Box>{t.common.nothingLeft}</Box>}
              onChange={({ detail }) => setName(detail.selectedOption.value)}
            />
          </FormField>
        )}
      </Show>
    </CallDialog>
  );
}
