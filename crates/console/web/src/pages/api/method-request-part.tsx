// Method request: who may call, whether with a key, and what is checked before anything else.
import Checkbox from "@cloudscape-design/components/checkbox";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Button from "@cloudscape-design/components/button";
import Select from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { perform, send } from "../../aws/send";
import { unchanged } from "../../domain/conflict";
import { getMethod, type Method, type PatchOperation, updateMethod } from "../../generated/apigateway";
import { Cli } from "../../parts/cli";
import { useDoing } from "../../parts/doing";
import { Problem } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { t } from "../../text/en";
import { authorizationOf, authorizerOptions, chosenAuthorization } from "./authorization";
import type { MethodProps } from "./method";

const NONE = "";

export function MethodRequestPart(props: MethodProps): ReactNode {
  const { api, reload, located } = props;
  const { method } = located;
  const [authorizer, setAuthorizer] = useState(chosenAuthorization(method));
  const [withKey, setWithKey] = useState(method.apiKeyRequired === true);
  const [validator, setValidator] = useState(method.requestValidatorId ?? NONE);
  const { busy, error, run } = useDoing();
  const notify = useNotify();
  const options = authorizerOptions(api);
  const validators = [
    { value: NONE, label: t.methods.noValidator },
    ...api.validators.map(({ id = "", name }) => ({ value: id, label: name ?? id })),
  ];
  const patchOperations: PatchOperation[] = [];
  if (authorizer !== chosenAuthorization(method)) {
    const now = authorizationOf(api, authorizer);
    patchOperations.push({ op: "replace", path: "/authorizationType", value: now.authorizationType });
    if (now.authorizerId !== undefined) {
      patchOperations.push({ op: "replace", path: "/authorizerId", value: now.authorizerId });
    }
  }
  if (withKey !== (method.apiKeyRequired === true)) {
    patchOperations.push({ op: "replace", path: "/apiKeyRequired", value: String(withKey) });
  }
  if (validator !== (method.requestValidatorId ?? NONE)) {
    patchOperations.push({ op: "replace", path: "/requestValidatorId", value: validator });
  }
  const where = {
    restApiId: api.id,
    resourceId: located.resource.id ?? "",
    httpMethod: located.verb,
  };
  const calls =
    patchOperations.length === 0 ? [] : [call(updateMethod, { ...where, patchOperations })];
  const save = (): Promise<void> =>
    run(async () => {
      await unchanged(async () => asked(await send(getMethod, where)), asked(method));
      for (const one of calls) {
        await perform(one);
      }
      notify({ type: "success", content: t.methods.saved });
      reload();
    });
  return (
    <Container
      header={
        <Header
          variant="h3"
          actions={
            <Button
              variant="primary"
              loading={busy}
              disabled={calls.length === 0}
              onClick={() => void save()}
              data-testid="save-method"
            >
              {t.common.save}
            </Button>
          }
        >
          {t.picture.methodRequest}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <FormField label={t.methods.authorization}>
          <Select
            selectedOption={options.find((option) => option.value === authorizer) ?? null}
            options={options}
            onChange={({ detail }) => setAuthorizer(detail.selectedOption.value ?? "NONE")}
          />
        </FormField>
        <FormField label={t.methods.validator}>
          <Select
            selectedOption={validators.find((option) => option.value === validator) ?? null}
            options={validators}
            onChange={({ detail }) => setValidator(detail.selectedOption.value ?? NONE)}
          />
        </FormField>
        <Checkbox checked={withKey} onChange={({ detail }) => setWithKey(detail.checked)}>
          {t.methods.keyRequired}
        </Checkbox>
        {error !== undefined && <Problem error={error} retry={reload} />}
        <Cli calls={calls} />
      </SpaceBetween>
    </Container>
  );
}

/** What this form changes; the integration is another's. */
function asked(method: Method) {
  const { authorizationType, authorizerId, apiKeyRequired = false, requestValidatorId } = method;
  return { authorizationType, authorizerId, apiKeyRequired, requestValidatorId };
}
