// A stack that is changed: what would change is shown, by a change set, before anything does.
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { unchanged } from "../../domain/conflict";
import { previewOf, readStack, type WholeStack } from "../../domain/stacks";
import { type ResourceChange, updateStack } from "../../generated/cloudformation";
import { CallDialog } from "../../parts/call-dialog";
import { useDoing } from "../../parts/doing";
import { Problem } from "../../parts/load";
import Table from "../../parts/table";
import { t } from "../../text/en";
import { type Asked, useStackForm } from "./form";

export function UpdateStack(props: {
  read: WholeStack;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { read } = props;
  const StackName = read.stack.StackName ?? "";
  const { fields, asked } = useStackForm(read.template, read.stack.Parameters ?? []);
  return (
    <CallDialog
      size="large"
      title={t.stacks.update(StackName)}
      confirm={t.stacks.updateNow}
      calls={asked === undefined ? undefined : [call(updateStack, { StackName, ...asked })]}
      ensure={() => unchanged(async () => (await readStack(StackName)).template, read.template)}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      {fields}
      {asked !== undefined && <Preview name={StackName} asked={asked} />}
    </CallDialog>
  );
}

function Preview(props: { name: string; asked: Asked }): ReactNode {
  const { busy, error, run } = useDoing();
  const [changes, setChanges] = useState<ResourceChange[]>();
  const preview = (): Promise<void> =>
    run(async () => {
      setChanges(await previewOf(props.name, props.asked));
    });
  return (
    <SpaceBetween size="s">
      <Button
        loading={busy}
        formAction="none"
        onClick={() => void preview()}
        data-testid="preview-changes"
      >
        {t.stacks.preview}
      </Button>
      {error !== undefined && <Problem error={error} />}
      {changes !== undefined && (
        <div data-testid="changes">
          <Table
            variant="embedded"
            items={changes}
            ariaLabels={{ tableLabel: t.stacks.changes }}
            empty={t.stacks.noChanges}
            columnDefinitions={[
              { id: "action", header: t.simulation.action, cell: (one) => one.Action },
              {
                id: "logical",
                header: t.stacks.logical,
                isRowHeader: true,
                cell: (one) => one.LogicalResourceId,
              },
              { id: "type", header: t.authorizers.type, cell: (one) => one.ResourceType },
              {
                id: "replacement",
                header: t.stacks.replacement,
                cell: (one) => one.Replacement ?? "-",
              },
            ]}
          />
        </div>
      )}
    </SpaceBetween>
  );
}
