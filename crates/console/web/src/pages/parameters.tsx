// Parameters of Systems Manager: the list, and a new one.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import Select from "@cloudscape-design/components/select";
import Textarea from "@cloudscape-design/components/textarea";
import { type ReactNode, useState } from "react";
import { call } from "../aws/operation";
import { readParameters } from "../domain/parameters";
import {
  deleteParameter,
  type ParameterMetadata,
  putParameter,
  type PutParameterRequest,
} from "../generated/ssm";
import { CallDialog } from "../parts/call-dialog";
import { DeleteButton } from "../parts/delete-button";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { useLoad } from "../parts/load";
import { moment } from "../parts/time";
import { go, href } from "../router";
import { t } from "../text/en";
import { ParameterPanel } from "./parameters/parameter";

const TYPES = ["String", "StringList", "SecureString"] as const;

export default function ParametersPage(props: { name: string | undefined }): ReactNode {
  return props.name === undefined ? <List /> : <ParameterPanel name={props.name} />;
}

function List(): ReactNode {
  const parameters = useLoad(readParameters, []);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Listing
        as="page"
        title={t.parameters.title}
        loaded={parameters}
        textOf={(one) => `${one.Name} ${one.Type}`}
        trackBy="Name"
        columns={columns(parameters.reload)}
        wrapLines
        actions={
          <Button variant="primary" onClick={() => setOpen(true)} data-testid="create-parameter">
            {t.parameters.create}
          </Button>
        }
        empty={
          <Empty
            title={t.parameters.none}
            next={t.parameters.noneNext}
            command={t.parameters.createCommand}
          />
        }
      />
      {open && <CreateParameter onDismiss={() => setOpen(false)} />}
    </>
  );
}

function columns(reload: () => void) {
  return [
    {
      id: "name",
      header: t.apis.name,
      isRowHeader: true,
      cell: ({ Name = "" }: ParameterMetadata) => (
        <Link href={href("parameters", Name)}>{Name}</Link>
      ),
    },
    { id: "type", header: t.parameters.type, cell: (one: ParameterMetadata) => one.Type },
    { id: "version", header: t.parameters.version, cell: (one: ParameterMetadata) => one.Version },
    {
      id: "modified",
      header: t.parameters.modified,
      cell: (one: ParameterMetadata) => moment(one.LastModifiedDate),
    },
    {
      id: "actions",
      header: t.common.actions,
      cell: ({ Name = "" }: ParameterMetadata) => (
        <DeleteButton
          inline
          what={Name}
          warning={t.parameters.deleteWarning}
          calls={[call(deleteParameter, { Name })]}
          onDone={reload}
        />
      ),
    },
  ];
}

function CreateParameter(props: { onDismiss: () => void }): ReactNode {
  const [name, setName] = useState("");
  const [type, setType] = useState<(typeof TYPES)[number]>("String");
  const [value, setValue] = useState("");
  const [description, setDescription] = useState("");
  const input: PutParameterRequest = {
    Name: name,
    Type: type,
    Value: value,
    ...(description === "" ? {} : { Description: description }),
  };
  return (
    <CallDialog
      title={t.parameters.create}
      confirm={t.parameters.create}
      calls={name === "" || value === "" ? undefined : [call(putParameter, input)]}
      onDismiss={props.onDismiss}
      onDone={() => go("parameters", name)}
    >
      <FormField label={t.apis.name} description={t.parameters.nameHelp}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value.trim())} />
      </FormField>
      <FormField label={t.parameters.type}>
        <Select
          selectedOption={{ value: type, label: type }}
          options={TYPES.map((one) => ({ value: one, label: one }))}
          onChange={({ detail }) =>
            setType(TYPES.find((one) => one === detail.selectedOption.value) ?? "String")
          }
        />
      </FormField>
      <FormField label={t.parameters.value}>
        {type === "SecureString" ? (
          <Input
            type="password"
            value={value}
            onChange={({ detail }) => setValue(detail.value)}
          />
        ) : (
          <Textarea value={value} rows={3} onChange={({ detail }) => setValue(detail.value)} />
        )}
      </FormField>
      <FormField label={t.parameters.description}>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
    </CallDialog>
  );
}
