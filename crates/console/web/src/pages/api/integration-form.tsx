// The fields of an integration, for a new method and for one that is changed.
import Autosuggest from "@cloudscape-design/components/autosuggest";
import Checkbox from "@cloudscape-design/components/checkbox";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { readFunctions } from "../../domain/functions";
import type { Form, Kind } from "../../domain/integration";
import { readRoles } from "../../domain/roles";
import { useLoad } from "../../parts/load";
import { t } from "../../text/en";

const KINDS: Array<{ value: Kind; label: string; description: string }> = [
  { value: "lambda", label: t.integration.lambda, description: t.integration.lambdaHelp },
  { value: "http", label: t.integration.http, description: t.integration.httpHelp },
  { value: "mock", label: t.integration.mock, description: t.integration.mockHelp },
  { value: "aws", label: t.integration.aws, description: t.integration.awsHelp },
];
const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"];

export function IntegrationForm(props: {
  form: Form;
  onChange: (form: Form) => void;
}): ReactNode {
  const { form, onChange } = props;
  const set = (part: Partial<Form>) => onChange({ ...form, ...part });
  return (
    <SpaceBetween size="m">
      <FormField label={t.integration.kind}>
        <Select
          selectedOption={KINDS.find((kind) => kind.value === form.kind) ?? null}
          options={KINDS}
          onChange={({ detail }) => set({ kind: detail.selectedOption.value as Kind })}
        />
      </FormField>
      {(form.kind === "lambda" || form.kind === "http") && (
        <Checkbox
          checked={form.proxy}
          description={t.integration.proxyHelp}
          onChange={({ detail }) => set({ proxy: detail.checked })}
        >
          {t.integration.proxy}
        </Checkbox>
      )}
      {form.kind === "lambda" && <FunctionField value={form.fn} onChange={(fn) => set({ fn })} />}
      {(form.kind === "http" || form.kind === "aws") && (
        <>
          <FormField label={t.integration.uri}>
            <Input value={form.uri} onChange={({ detail }) => set({ uri: detail.value })} />
          </FormField>
          <FormField label={t.integration.httpMethod}>
            <Select
              selectedOption={{ value: form.httpMethod, label: form.httpMethod }}
              options={VERBS.map((verb) => ({ value: verb, label: verb }))}
              onChange={({ detail }) => set({ httpMethod: detail.selectedOption.value ?? "GET" })}
            />
          </FormField>
        </>
      )}
      {form.kind !== "mock" && form.kind !== "http" && (
        <RoleField value={form.role} onChange={(role) => set({ role })} />
      )}
      {form.kind !== "mock" && (
        <FormField label={t.integration.timeout}>
          <Input
            type="number"
            value={form.timeout}
            onChange={({ detail }) => set({ timeout: detail.value })}
          />
        </FormField>
      )}
    </SpaceBetween>
  );
}

/** A function by name or ARN; an alias or a stage variable may be in it. */
export function FunctionField(props: {
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const functions = useLoad(readFunctions, []);
  const options = (functions.data ?? []).map((fn) => ({
    value: fn.FunctionArn ?? "",
    label: fn.FunctionName ?? "",
    description: fn.FunctionArn ?? "",
  }));
  return (
    <FormField label={t.integration.function} description={t.integration.functionHelp}>
      <Autosuggest
        value={props.value}
        options={options}
        onChange={({ detail }) => props.onChange(detail.value)}
        enteredTextLabel={(text) => t.common.use(text)}
        clearAriaLabel={t.common.clear}
        statusType={functions.loading ? "loading" : "finished"}
        loadingText={t.common.loading}
        empty={t.functions.none}
        ariaLabel={t.integration.function}
      />
    </FormField>
  );
}

export function RoleField(props: {
  value: string;
  onChange: (value: string) => void;
}): ReactNode {
  const roles = useLoad(readRoles, []);
  const options = (roles.data ?? []).map((role) => ({
    value: role.Arn ?? "",
    label: role.RoleName ?? "",
    description: role.Arn ?? "",
  }));
  return (
    <FormField label={t.integration.role} description={t.integration.roleHelp}>
      <Autosuggest
        value={props.value}
        options={options}
        placeholder={t.integration.noRole}
        onChange={({ detail }) => props.onChange(detail.value)}
        enteredTextLabel={(text) => t.common.use(text)}
        clearAriaLabel={t.common.clear}
        empty={t.iam.noRoles}
        ariaLabel={t.integration.role}
      />
    </FormField>
  );
}
