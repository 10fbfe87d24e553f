// A new method with its integration, and the grant that it asks for.
import FormField from "@cloudscape-design/components/form-field";
import Select from "@cloudscape-design/components/select";
import { type ReactNode, useState } from "react";
import { call, type Call } from "../../aws/operation";
import type { Api } from "../../domain/api";
import { BLANK, isWhole, putting, uriOf } from "../../domain/integration";
import {
  putIntegrationResponse,
  putMethod,
  putMethodResponse,
  type Resource,
} from "../../generated/apigateway";
import { CallDialog } from "../../parts/call-dialog";
import { useNotify } from "../../parts/notify";
import { useGate } from "../../permission/use-gate";
import { t } from "../../text/en";
import { authorizerOptions, authorizationOf } from "./authorization";
import { IntegrationForm } from "./integration-form";

const VERBS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "ANY"];

export function CreateMethod(props: {
  api: Api;
  resource: Resource;
  onDismiss: () => void;
  onDone: (verb: string) => void;
}): ReactNode {
  const { api, resource } = props;
  const free = VERBS.filter((verb) => resource.resourceMethods?.[verb] === undefined);
  const [verb, setVerb] = useState(free[0] ?? "GET");
  const [authorizer, setAuthorizer] = useState("NONE");
  const [form, setForm] = useState(BLANK);
  const notify = useNotify();
  const gate = useGate();
  const where = { restApiId: api.id, resourceId: resource.id ?? "", httpMethod: verb };
  const options = authorizerOptions(api);
  const saves = (role: string | undefined): Call[] => [
    call(putMethod, { ...where, ...authorizationOf(api, authorizer) }),
    putting(where, form, role),
    ...(form.proxy && form.kind !== "mock"
      ? []
      : [
          call(putMethodResponse, { ...where, statusCode: "200" }),
          call(putIntegrationResponse, {
            ...where,
            statusCode: "200",
            responseTemplates: { "application/json": "" },
          }),
        ]),
  ];
  const role = form.role.trim();
  return (
    <>
      <CallDialog
        size="large"
        title={t.methods.createOn(resource.path ?? "/")}
        confirm={t.methods.create}
        calls={isWhole(form) ? saves(undefined) : undefined}
        onDismiss={props.onDismiss}
        onDone={() => undefined}
        instead={async () => {
          const answers = await gate.save({
            origin: { kind: "method", api: api.id, method: verb, path: resource.path ?? "/" },
            uri: form.kind === "lambda" ? uriOf(form) : undefined,
            credentials: role === "" ? undefined : role,
            stages: api.stages,
            saves,
          });
          if (answers !== undefined) {
            notify({ type: "success", content: t.methods.created(verb, resource.path ?? "/") });
            props.onDone(verb);
          }
        }}
      >
        <FormField label={t.methods.verb}>
          <Select
            selectedOption={{ value: verb, label: verb }}
            options={free.map((one) => ({ value: one, label: one }))}
            onChange={({ detail }) => setVerb(detail.selectedOption.value ?? "GET")}
          />
        </FormField>
        <FormField label={t.methods.authorization}>
          <Select
            selectedOption={options.find((option) => option.value === authorizer) ?? null}
            options={options}
            onChange={({ detail }) => setAuthorizer(detail.selectedOption.value ?? "NONE")}
          />
        </FormField>
        <IntegrationForm form={form} onChange={setForm} />
      </CallDialog>
      {gate.dialog}
    </>
  );
}
