// Export of a stage as Swagger or OpenAPI. Permissions are never in it, and the dialog says so.
import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Modal from "@cloudscape-design/components/modal";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import type { Api } from "../../domain/api";
import { getExport } from "../../generated/apigateway";
import { Cli } from "../../parts/cli";
import { download } from "../../parts/download";
import { Code } from "../../parts/editor";
import { Show, useLoad } from "../../parts/load";
import { t } from "../../text/en";

const KINDS = [
  { value: "swagger", label: "Swagger 2.0" },
  { value: "oas30", label: "OpenAPI 3.0" },
];

export function ExportDialog(props: { api: Api; onDismiss: () => void }): ReactNode {
  const { api } = props;
  const stages = api.stages.map(({ stageName = "" }) => ({ value: stageName, label: stageName }));
  const [stage, setStage] = useState(stages[0]);
  const [kind, setKind] = useState(KINDS[0]);
  const input = {
    restApiId: api.id,
    stageName: stage?.value ?? "",
    exportType: kind?.value ?? "",
    parameters: { extensions: "integrations,authorizers" },
    accepts: "application/json",
  };
  const text = useLoad(async () => {
    const answer = await send(getExport, input);
    return JSON.stringify(JSON.parse(String(answer.body ?? "{}")), undefined, 2);
  }, [input]);
  const name = `${api.id}-${input.stageName}-${input.exportType}.json`;
  return (
    <Modal
      visible
      size="large"
      header={t.exports.title}
      closeAriaLabel={t.common.close}
      onDismiss={props.onDismiss}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={props.onDismiss}>
              {t.common.close}
            </Button>
            <Button
              variant="primary"
              disabled={text.data === undefined}
              onClick={() => download(name, text.data ?? "", "application/json")}
            >
              {t.exports.download}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <div className="halves">
          <FormField label={t.deploy.stage}>
            <Select
              selectedOption={stage ?? null}
              options={stages}
              onChange={({ detail }) =>
                setStage(stages.find((one) => one.value === detail.selectedOption.value))
              }
            />
          </FormField>
          <FormField label={t.exports.kind}>
            <Select
              selectedOption={kind ?? null}
              options={KINDS}
              onChange={({ detail }) =>
                setKind(KINDS.find((one) => one.value === detail.selectedOption.value))
              }
            />
          </FormField>
        </div>
        <Alert type="info">{t.exports.noGrants}</Alert>
        <Show loaded={text}>
          {(json) => (
            <>
              <DragOut name={name} text={json} />
              <Code text={json} language="json" label={name} />
            </>
          )}
        </Show>
        <Cli calls={[call(getExport, input)]} />
      </SpaceBetween>
    </Modal>
  );
}

/** A file that can be dragged to a folder, or into the import of another console. */
function DragOut(props: { name: string; text: string }): ReactNode {
  const { name, text } = props;
  return (
    <div
      className="dropzone"
      draggable
      data-testid="drag-out"
      onDragStart={(event) => {
        const address = `data:application/json,${encodeURIComponent(text)}`;
        // What Chromium makes a file of; other browsers drag the text.
        event.dataTransfer.setData("DownloadURL", `application/json:${name}:${address}`);
        event.dataTransfer.setData("text/plain", text);
        event.dataTransfer.effectAllowed = "copy";
      }}
    >
      {t.exports.drag(name)}
    </div>
  );
}
