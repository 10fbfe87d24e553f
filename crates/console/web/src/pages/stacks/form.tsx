// What a stack is asked for: its template is read by the server while one types, which says which
// parameters and which consent it needs.
import Alert from "@cloudscape-design/components/alert";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useEffect, useState } from "react";
import { asFailure } from "../../aws/failure";
import { send } from "../../aws/send";
import {
  type CreateStackInput,
  type Parameter,
  validateTemplate,
  type ValidateTemplateOutput,
} from "../../generated/cloudformation";
import { DropText } from "../../parts/drop-zone";
import { Editor } from "../../parts/editor";
import { wordsOf } from "../../parts/load";
import { Status } from "../../parts/status";
import { t } from "../../text/en";
import { Findings } from "./findings";

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

export type Asked = Pick<CreateStackInput, "TemplateBody" | "Parameters" | "Capabilities">;

export interface StackForm {
  fields: ReactNode;
  /** None while something is missing. */
  asked: Asked | undefined;
}

/** `known` are the parameters of a stack that is changed: what is not typed anew stays. */
export function useStackForm(template: string, known: ReadonlyArray<Parameter>): StackForm {
  const [text, setText] = useState(template);
  const [values, setValues] = useState<Record<string, string>>({});
  const [agreed, setAgreed] = useState(false);
  const validated = useValidation(text);
  const found = validated?.text === text ? validated.found : undefined;
  const capabilities = found?.Capabilities ?? [];
  const parameters = found?.Parameters ?? [];
  const before = new Map(known.map((one) => [one.ParameterKey, one.ParameterValue]));
  const given = parameters.flatMap(({ ParameterKey = "" }): Parameter[] => {
    const value = values[ParameterKey];
    if (value !== undefined) {
      return [{ ParameterKey, ParameterValue: value }];
    }
    return before.has(ParameterKey) ? [{ ParameterKey, UsePreviousValue: true }] : [];
  });
  const whole = found !== undefined && (capabilities.length === 0 || agreed);
  const asked: Asked = {
    TemplateBody: text,
    ...(given.length === 0 ? {} : { Parameters: given }),
    ...(capabilities.length === 0 ? {} : { Capabilities: capabilities }),
  };
  const fields = (
    <SpaceBetween size="m">
      <DropText
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
      {found !== undefined && (
        <Findings
          text={text}
          parameters={Object.fromEntries(
            parameters.flatMap(({ ParameterKey = "", DefaultValue }) => {
              const value = values[ParameterKey] ?? before.get(ParameterKey) ?? DefaultValue;
              return value === undefined ? [] : [[ParameterKey, value]];
            }),
          )}
        />
      )}
      {parameters.map((parameter) => {
        const key = parameter.ParameterKey ?? "";
        return (
          <FormField key={key} label={key} description={parameter.Description}>
            <Input
              value={values[key] ?? before.get(key) ?? parameter.DefaultValue ?? ""}
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
    </SpaceBetween>
  );
  return { fields, asked: whole ? asked : undefined };
}

function Verdict(props: { validated: Validated }): ReactNode {
  const { error } = props.validated;
  return error === undefined ? (
    <Status type="success">{t.stacks.valid}</Status>
  ) : (
    <Status type="error">{wordsOf(error)}</Status>
  );
}
