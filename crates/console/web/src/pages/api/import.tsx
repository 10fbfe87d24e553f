// Import of Swagger and OpenAPI: a file is dropped or chosen, and the server's warnings are shown.
import Alert from "@cloudscape-design/components/alert";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import RadioGroup from "@cloudscape-design/components/radio-group";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { importRestApi, putRestApi, type RestApi } from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { DropText } from "../../parts/drop-zone";
import { Editor } from "../../parts/editor";
import { useNotify } from "../../parts/notify";
import { t } from "../../text/en";

export function ImportDialog(props: {
  /** None imports a new API. */
  api: string | undefined;
  /** What was dropped on the page already. */
  document?: string;
  onDismiss: () => void;
  onDone: (id: string) => void;
}): ReactNode {
  const { api } = props;
  const [body, setBody] = useState(props.document ?? "");
  const [mode, setMode] = useState<"merge" | "overwrite">("merge");
  const [strict, setStrict] = useState(false);
  const [imported, setImported] = useState<RestApi>();
  const notify = useNotify();
  const finish = (answer: RestApi): void => {
    notify({ type: "success", content: t.imports.done(answer.name ?? "") });
    props.onDone(answer.id ?? "");
  };
  if (imported !== undefined) {
    return (
      <CallDialog
        title={t.imports.warnings}
        confirm={t.common.goOn}
        calls={[]}
        onDismiss={() => finish(imported)}
        onDone={() => finish(imported)}
      >
        <Alert type="warning" header={t.imports.warningsHelp}>
          <ul>
            {imported.warnings?.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Alert>
      </CallDialog>
    );
  }
  const chosen =
    api === undefined
      ? call(importRestApi, { body, failOnWarnings: strict })
      : call(putRestApi, { restApiId: api, mode, body, failOnWarnings: strict });
  return (
    <CallDialog
      size="large"
      title={t.imports.title}
      confirm={t.imports.confirm}
      calls={body.trim() === "" ? undefined : [chosen]}
      onDismiss={props.onDismiss}
      onDone={([answer]) => {
        const made = answer as RestApi;
        if ((made.warnings ?? []).length > 0) {
          setImported(made);
        } else {
          finish(made);
        }
      }}
    >
      <DropText
        help={t.imports.drop}
        choose={t.imports.choose}
        accept=".json,.yaml,.yml"
        onText={setBody}
      />
      <FormField label={t.imports.document} stretch>
        <Editor value={body} onChange={setBody} language="json" label={t.imports.document} rows={14} />
      </FormField>
      {api !== undefined && (
        <RadioGroup
          ariaLabel={t.imports.mode}
          value={mode}
          onChange={({ detail }) => setMode(detail.value as typeof mode)}
          items={[
            { value: "merge", label: t.imports.merge },
            { value: "overwrite", label: t.imports.overwrite },
          ]}
        />
      )}
      <Checkbox checked={strict} onChange={({ detail }) => setStrict(detail.checked)}>
        {t.imports.failOnWarnings}
      </Checkbox>
    </CallDialog>
  );
}
