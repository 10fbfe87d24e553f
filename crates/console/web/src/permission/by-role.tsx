// The grant as a role that API Gateway becomes: chosen or made, with its trust and its policy shown.
import Box from "@cloudscape-design/components/box";
import FormField from "@cloudscape-design/components/form-field";
import Input from "@cloudscape-design/components/input";
import Select, { type SelectProps } from "@cloudscape-design/components/select";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useMemo, useState } from "react";
import type { Call } from "../aws/operation";
import { roleArn } from "../domain/arns";
import type { Row } from "../domain/gate";
import {
  allowing,
  creating,
  extendingTrust,
  GATEWAY,
  invokePolicy,
  json,
  readRoles,
  trustDocument,
  trustingToo,
  trustOf,
  trusts,
} from "../domain/roles";
import type { Role } from "../generated/iam";
import { Diff } from "../parts/diff";
import { type Loaded, Show, useLoad } from "../parts/load";
import { mayInvoke } from "../portcullis";
import { Status } from "../parts/status";
import { t } from "../text/en";

const NEW = "new";

export interface RoleChoice {
  roles: Loaded<Role[]>;
  functions: string[];
  chosen: string;
  choose: (role: string) => void;
  name: string;
  setName: (name: string) => void;
  role: Role | undefined;
  /** Whether the role may invoke every function already. */
  allowed: Loaded<boolean>;
  arn: string | undefined;
  calls: Call[] | undefined;
}

export function useRoleChoice(rows: Row[]): RoleChoice {
  const functions = useMemo(
    () => rows.filter((row) => row.stages.length > 0).map((row) => row.function),
    [rows],
  );
  const roles = useLoad(readRoles, []);
  const [chosen, choose] = useState(NEW);
  const [name, setName] = useState("api-gateway-invokes");
  const role = roles.data?.find((one) => one.RoleName === chosen);
  const allowed = useLoad(async () => {
    if (role?.Arn === undefined) {
      return false;
    }
    const arn = role.Arn;
    const answers = await mayInvoke(functions.map((fn) => ({ function: fn, roleArn: arn })));
    return answers.every((answer) => answer.allowed);
  }, [role?.Arn, functions]);
  const calls = useMemo(
    () => callsFor(chosen, name, role, functions, allowed),
    [chosen, name, role, functions, allowed],
  );
  const arn = chosen === NEW ? roleArn(name) : role?.Arn;
  return { roles, functions, chosen, choose, name, setName, role, allowed, arn, calls };
}

function callsFor(
  chosen: string,
  name: string,
  role: Role | undefined,
  functions: string[],
  allowed: Loaded<boolean>,
): Call[] | undefined {
  if (functions.length === 0) {
    return undefined;
  }
  if (chosen === NEW) {
    return /^[\w+=,.@-]{1,64}$/.test(name) ? creating(name, functions) : undefined;
  }
  if (role === undefined || allowed.data === undefined || allowed.loading) {
    return undefined;
  }
  if (allowed.data) {
    return [];
  }
  const trust = trusts(role, GATEWAY) ? [] : [extendingTrust(role)];
  return [...trust, allowing(role.RoleName ?? "", functions)];
}

export function ByRole(props: { choice: RoleChoice }): ReactNode {
  const { choice } = props;
  return (
    <Show loaded={choice.roles}>
      {(roles) => (
        <SpaceBetween size="m">
          <Box color="text-body-secondary">{t.permission.roleIntro}</Box>
          <FormField label={t.permission.role}>
            <Select
              selectedOption={optionOf(choice.chosen, choice.role)}
              options={[
                { value: NEW, label: t.permission.newRole },
                ...roles.map((role) => optionOf(role.RoleName ?? "", role)),
              ]}
              filteringType="auto"
              onChange={({ detail }) => choice.choose(detail.selectedOption.value ?? NEW)}
              ariaLabel={t.permission.role}
            />
          </FormField>
          {choice.chosen === NEW ? <NewRole choice={choice} /> : <KnownRole choice={choice} />}
        </SpaceBetween>
      )}
    </Show>
  );
}

function optionOf(name: string, role: Role | undefined): SelectProps.Option {
  if (role === undefined) {
    return { value: NEW, label: t.permission.newRole };
  }
  const trusting = trusts(role, GATEWAY);
  return {
    value: name,
    label: name,
    description: trusting ? t.permission.trustsGateway : t.permission.trustsNotGateway,
  };
}

function NewRole(props: { choice: RoleChoice }): ReactNode {
  const { choice } = props;
  return (
    <SpaceBetween size="s">
      <FormField label={t.permission.roleName}>
        <Input
          value={choice.name}
          ariaLabel={t.permission.roleName}
          onChange={({ detail }) => choice.setName(detail.value)}
        />
      </FormField>
      <Box variant="awsui-key-label">{t.permission.trustPolicy}</Box>
      <Diff before="" after={json(trustDocument(GATEWAY))} label={t.permission.trustPolicy} />
      <Box variant="awsui-key-label">{t.permission.invokePolicy}</Box>
      <Diff before="" after={json(invokePolicy(choice.functions))} label={t.permission.invokePolicy} />
    </SpaceBetween>
  );
}

function KnownRole(props: { choice: RoleChoice }): ReactNode {
  const { choice } = props;
  const { role } = choice;
  if (role === undefined) {
    return undefined;
  }
  const trust = json(trustOf(role));
  const changes = choice.allowed.data === false;
  return (
    <SpaceBetween size="s">
      {choice.allowed.data === true && (
        <Status type="success">{t.permission.roleSuffices}</Status>
      )}
      <Box variant="awsui-key-label">{t.permission.trustPolicy}</Box>
      <Diff
        before={trust}
        after={trusts(role, GATEWAY) ? trust : json(trustingToo(role))}
        label={t.permission.trustPolicy}
      />
      {changes && (
        <>
          <Box variant="awsui-key-label">{t.permission.invokePolicy}</Box>
          <Diff
            before=""
            after={json(invokePolicy(choice.functions))}
            label={t.permission.invokePolicy}
          />
        </>
      )}
    </SpaceBetween>
  );
}
