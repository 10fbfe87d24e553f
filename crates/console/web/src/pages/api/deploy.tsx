// Deploys an API to a stage that is there, or to a new one.
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import type { Api } from "../../domain/api";
import { createDeployment } from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { useNotify } from "../../parts/notify";
import { t } from "../../text/en";

const NEW = "";

export function DeployDialog(props: {
  api: Api;
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { api } = props;
  const stages = api.stages.map((stage) => stage.stageName ?? "");
  const [chosen, setChosen] = useState(stages[0] ?? NEW);
  const [name, setName] = useState("");
  const [description, setDescription] = useState("");
  const notify = useNotify();
  const stageName = chosen === NEW ? name.trim() : chosen;
  const input = {
    restApiId: api.id,
    stageName,
    ...(description === "" ? {} : { description }),
  };
  const options = [...stages.map((stage) => ({ value: stage, label: stage })), newStage];
  return (
    <CallDialog
      title={t.deploy.title}
      confirm={t.deploy.confirm}
      calls={stageName === "" ? undefined : [call(createDeployment, input)]}
      onDismiss={props.onDismiss}
      onDone={() => {
        notify({ type: "success", content: t.deploy.done(stageName) });
        props.onDone();
      }}
    >
      <FormField label={t.deploy.stage}>
        <Select
          selectedOption={options.find((option) => option.value === chosen) ?? newStage}
          options={options}
          onChange={({ detail }) => setChosen(detail.selectedOption.value ?? NEW)}
        />
      </FormField>
      {chosen === NEW && (
        <FormField label={t.deploy.newName}>
          <Input value={name} onChange={({ detail }) => setName(detail.value)} />
        </FormField>
      )}
      <FormField label={t.apis.description}>
        <Input value={description} onChange={({ detail }) => setDescription(detail.value)} />
      </FormField>
    </CallDialog>
  );
}

const newStage = { value: NEW, label: t.deploy.newStage };
