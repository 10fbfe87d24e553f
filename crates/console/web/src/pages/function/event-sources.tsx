// Event sources: queues whose messages the function is given.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { all } from "../../aws/pages";
import {
  createEventSourceMapping,
  deleteEventSourceMapping,
  type EventSourceMappingConfiguration,
  listEventSourceMappings,
  updateEventSourceMapping,
} from "../../generated/lambda";
import { CallDialog } from "../../parts/call-dialog";
import { DeleteButton } from "../../parts/delete-button";
import { Empty } from "../../parts/empty";
import { Listing } from "../../parts/listing";
import { useLoad } from "../../parts/load";
import { t } from "../../text/en";
import type { FunctionProps } from "../function";

const MARKER = { from: "NextMarker", to: "Marker" } as const;

export function EventSourcesTab(props: FunctionProps): ReactNode {
  const { fn } = props;
  const [open, setOpen] = useState(false);
  const sources = useLoad(
    () =>
      all(
        listEventSourceMappings,
        { FunctionName: fn.name },
        MARKER,
        (page) => page.EventSourceMappings,
      ),
    [fn.name],
  );
  const actions = (
    <SpaceBetween direction="horizontal" size="xs">
      <Button iconName="refresh" ariaLabel={t.common.reload} onClick={sources.reload} />
      <Button onClick={() => setOpen(true)}>{t.sources.create}</Button>
    </SpaceBetween>
  );
  return (
    <>
      <Listing
        as="part"
        title={t.sources.title}
        loaded={sources}
        textOf={(one) => one.EventSourceArn ?? ""}
        trackBy="UUID"
        columns={columns(sources.reload)}
        wrapLines
        actions={actions}
        empty={
          <Empty
            title={t.sources.none}
            next={t.sources.noneNext}
            command={t.sources.createCommand(fn.name)}
          />
        }
      />
      {open && (
        <CreateSource
          name={fn.name}
          onDismiss={() => setOpen(false)}
          onDone={() => (setOpen(false), sources.reload())}
        />
      )}
    </>
  );
}

function columns(reload: () => void) {
  return [
    {
      id: "source",
      header: t.sources.source,
      isRowHeader: true,
      cell: (one: EventSourceMappingConfiguration) => (
        <span className="breaks">{one.EventSourceArn}</span>
      ),
    },
    {
      id: "batch",
      header: t.sources.batch,
      cell: (one: EventSourceMappingConfiguration) => one.BatchSize ?? "-",
    },
    {
      id: "state",
      header: t.iam.status,
      cell: (one: EventSourceMappingConfiguration) => one.State ?? "-",
    },
    {
      id: "last",
      header: t.sources.last,
      cell: (one: EventSourceMappingConfiguration) => one.LastProcessingResult ?? "-",
    },
    {
      id: "actions",
      header: t.common.actions,
      cell: (one: EventSourceMappingConfiguration) => <Actions source={one} reload={reload} />,
    },
  ];
}

function Actions(props: {
  source: EventSourceMappingConfiguration;
  reload: () => void;
}): ReactNode {
  const { source, reload } = props;
  const UUID = source.UUID ?? "";
  const what = source.EventSourceArn ?? UUID;
  const off = source.State === "Disabled" || source.State === "Disabling";
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <DeleteButton
        inline
        label={off ? t.plans.enable : t.plans.disable}
        what={what}
        title={t.plans.switch(what, off)}
        done={t.plans.switched(what, off)}
        warning={off ? t.sources.enableHelp : t.sources.disableHelp}
        calls={[call(updateEventSourceMapping, { UUID, Enabled: off })]}
        onDone={reload}
      />
      <DeleteButton
        inline
        what={what}
        calls={[call(deleteEventSourceMapping, { UUID })]}
        onDone={reload}
      />
    </SpaceBetween>
  );
}

function CreateSource(props: {
  name: string;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const [arn, setArn] = useState("");
  const [batch, setBatch] = useState("10");
  const input = {
    FunctionName: props.name,
    EventSourceArn: arn.trim(),
    BatchSize: Number(batch),
  };
  return (
    <CallDialog
      title={t.sources.create}
      confirm={t.sources.create}
      calls={arn.trim().startsWith("arn:") ? [call(createEventSourceMapping, input)] : undefined}
      onDismiss={props.onDismiss}
      onDone={props.onDone}
    >
      <FormField label={t.sources.arn} description={t.sources.arnHelp}>
        <Input value={arn} autoFocus onChange={({ detail }) => setArn(detail.value)} />
      </FormField>
      <FormField label={t.sources.batch}>
        <Input type="number" value={batch} onChange={({ detail }) => setBatch(detail.value)} />
      </FormField>
    </CallDialog>
  );
}
