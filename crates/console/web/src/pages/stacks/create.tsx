// A new stack: its template is read by the server while one types, which says what it asks for.
import Alert from "@cloudscape-design/components/alert";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import { type ReactNode, useEffect, useState } from "react";
import { asFailure } from "../../aws/failure";
import { call } from "../../aws/operation";
import { send } from "../../aws/send";
import {
  createStack,
  validateTemplate,
  type ValidateTemplateOutput,
} from "../../generated/cloudformation";
import { CallDialog } from "../../parts/call-dialog";
import { DropFile } from "../../parts/drop-file";
import { Editor } from "../../parts/editor";
import { wordsOf } from "../../parts/load";
import { Status } from "../../parts/status";
import { t } from "../../text/en";

const PAUSE_MILLIS = 400;

interface Validated {
  text: string;
  found: ValidateTemplateOutput | undefined;
  error: Error | undefined;
}

function useValidation(text: string): Validated | undefined {
  const [validated, setValidated] = useState<Validated>();
  useEffect(() => {
    let current = true;
    if (text.trim() === "") {
      setValidated(undefined);
      return;
    }
    const settle = (found: ValidateTemplateOutput | undefined, error: Error | undefined) => {
      if (current) {
        setValidated({ text, found, error });
      }
    };
    const timer = setTimeout(() => {
      send(validateTemplate, { TemplateBody: text })
        .then((found) => settle(found, undefined))
        .catch((caught: unknown) => settle(undefined, asFailure(caught)));
    }, PAUSE_MILLIS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text]);
  return validated;
}

export function CreateStack(props: {
  onDismiss: () => void;
  onDone: (name: string) => void;
}): ReactNode {
  const [name, setName] = useState("");
  const [text, setText] = useState("");
  const [values, setValues] = useState<Record<string, string>>({});
  const [agreed, setAgreed] = useState(false);
  const validated = useValidation(text);
  const found = validated?.text === text ? validated.found : undefined;
  const capabilities = found?.Capabilities ?? [];
  const parameters = found?.Parameters ?? [];
  const given = parameters
    .map(({ ParameterKey = "" }) => ({ ParameterKey, ParameterValue: values[ParameterKey] }))
    .filter((one) => one.ParameterValue !== undefined);
  const whole =
    name.trim() !== "" && found !== undefined && (capabilities.length === 0 || agreed);
  const input = {
    StackName: name.trim(),
    TemplateBody: text,
    ...(given.length === 0
      ? {}
      : {
          Parameters: given.map((one) => ({
            ParameterKey: one.ParameterKey,
            ParameterValue: one.ParameterValue ?? "",
          })),
        }),
    ...(capabilities.length === 0 ? {} : { Capabilities: capabilities }),
  };
  return (
    <CallDialog
      size="large"
      title={t.stacks.create}
      confirm={t.stacks.create}
      calls={whole ? [call(createStack, input)] : undefined}
      onDismiss={props.onDismiss}
      onDone={() => props.onDone(name.trim())}
    >
      <FormField label={t.apis.name}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value)} />
      </FormField>
      <DropFile
        help={t.stacks.drop}
        choose={t.imports.choose}
        accept=".json,.yaml,.yml,.template"
        onText={setText}
      />
      <FormField label={t.stacks.templateText} stretch>
        <Editor
          value={text}
          onChange={setText}
          language="json"
          label={t.stacks.templateText}
          rows={14}
        />
      </FormField>
      <div aria-live="polite" data-testid="template-verdict">
        {text.trim() !== "" &&
          (validated?.text === text ? <Verdict validated={validated} /> : t.lint.reading)}
      </div>
      {parameters.map((parameter) => {
        const key = parameter.ParameterKey ?? "";
        return (
          <FormField key={key} label={key} description={parameter.Description}>
            <Input
              value={values[key] ?? parameter.DefaultValue ?? ""}
              type={parameter.NoEcho === true ? "password" : "text"}
              onChange={({ detail }) => setValues({ ...values, [key]: detail.value })}
            />
          </FormField>
        );
      })}
      {capabilities.length > 0 && (
        <Alert type="warning" header={found?.CapabilitiesReason ?? ""}>
          <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
            {t.stacks.agree(capabilities.join(", "))}
          </Checkbox>
        </Alert>
      )}
    </CallDialog>
  );
}

function Verdict(props: { validated: Validated }): ReactNode {
  const { error } = props.validated;
  return error === undefined ? (
    <Status type="success">{t.stacks.valid}</Status>
  ) : (
    <Status type="error">{wordsOf(error)}</Status>
  );
}
