// CloudFormation stacks: the list, and a new one from a template.
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import Toggle from "@cloudscape-design/components/toggle";
import { type ReactNode, useState } from "react";
import { call } from "../aws/operation";
import { isMoving, type Listed, readDeleted, readStacks } from "../domain/stacks";
import { deleteStack } from "../generated/cloudformation";
import { DeleteButton } from "../parts/delete-button";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { useLoad } from "../parts/load";
import { useTick } from "../parts/tick";
import { go, href } from "../router";
import { t } from "../text/en";
import { CreateStack } from "./stacks/create";
import { StackPanel } from "./stacks/stack";
import { StackStatus } from "./stacks/status";

export default function StacksPage(props: {
  name: string | undefined;
  tab: string | undefined;
}): ReactNode {
  return props.name === undefined ? <List /> : <StackPanel name={props.name} tab={props.tab} />;
}

function List(): ReactNode {
  const [deleted, setDeleted] = useState(false);
  const [open, setOpen] = useState(false);
  const stacks = useLoad(
    async () => [...(await readStacks()), ...(deleted ? await readDeleted() : [])],
    [deleted],
  );
  useTick(stacks.data?.some((stack) => isMoving(stack.status)) === true, stacks.reload);
  const actions = (
    <SpaceBetween direction="horizontal" size="xs" alignItems="center">
      <Toggle checked={deleted} onChange={({ detail }) => setDeleted(detail.checked)}>
        {t.stacks.deleted}
      </Toggle>
      <Button iconName="refresh" ariaLabel={t.common.reload} onClick={stacks.reload} />
      <Button variant="primary" onClick={() => setOpen(true)} data-testid="create-stack">
        {t.stacks.create}
      </Button>
    </SpaceBetween>
  );
  return (
    <>
      <Listing
        as="page"
        title={t.stacks.title}
        loaded={stacks}
        textOf={(stack) => `${stack.name} ${stack.status}`}
        trackBy="id"
        columns={columns(stacks.reload)}
        wrapLines
        actions={actions}
        empty={
          <Empty title={t.stacks.none} next={t.stacks.noneNext} command={t.stacks.createCommand} />
        }
      />
      {open && (
        <CreateStack
          onDismiss={() => setOpen(false)}
          onDone={(name) => (setOpen(false), go("stacks", name))}
        />
      )}
    </>
  );
}

function columns(reload: () => void) {
  return [
    {
      id: "name",
      header: t.apis.name,
      isRowHeader: true,
      cell: (stack: Listed) => <Link href={href("stacks", keyOf(stack))}>{stack.name}</Link>,
    },
    {
      id: "status",
      header: t.iam.status,
      cell: (stack: Listed) => <StackStatus status={stack.status} />,
    },
    { id: "reason", header: t.stacks.reason, cell: (stack: Listed) => stack.reason ?? "-" },
    {
      id: "created",
      header: t.common.created,
      cell: (stack: Listed) => new Date(stack.created ?? 0).toLocaleString(),
    },
    {
      id: "actions",
      header: t.common.actions,
      cell: (stack: Listed) =>
        stack.status === "DELETE_COMPLETE" ? (
          "-"
        ) : (
          <DeleteButton
            inline
            what={stack.name}
            warning={t.stacks.deleteWarning}
            done={t.stacks.deleting(stack.name)}
            calls={[call(deleteStack, { StackName: stack.name })]}
            onDone={reload}
          />
        ),
    },
  ];
}

/** A deleted stack has its id only: its name may be another's by now. */
function keyOf(stack: Listed): string {
  return stack.status === "DELETE_COMPLETE" ? stack.id : stack.name;
}
