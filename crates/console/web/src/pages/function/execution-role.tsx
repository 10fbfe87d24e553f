// The execution role: what the function could do with it, as its policies say.
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { isMissing } from "../../aws/failure";
import { lastPart } from "../../domain/arns";
import { readRole, type RoleWithPolicies } from "../../domain/iam";
import { json, trustOf } from "../../domain/roles";
import { Code } from "../../parts/editor";
import { Empty } from "../../parts/empty";
import { Show, useLoad } from "../../parts/load";
import { href } from "../../router";
import { t } from "../../text/en";
import { Simulation } from "../iam/simulation";
import type { FunctionProps } from "../function";

export function ExecutionRoleTab(props: FunctionProps): ReactNode {
  const arn = props.fn.Configuration?.Role ?? "";
  const name = lastPart(arn);
  const role = useLoad(async (): Promise<RoleWithPolicies | "missing"> => {
    try {
      return await readRole(name);
    } catch (error) {
      if (isMissing(error)) {
        return "missing";
      }
      throw error;
    }
  }, [name]);
  return (
    <Show loaded={role}>
      {(read) =>
        read === "missing" ? (
          <Empty title={t.role.missing(name)} next={t.role.missingNext} />
        ) : (
          <SpaceBetween size="m">
            <Container
              header={
                <Header variant="h2" description={<span className="breaks">{arn}</span>}>
                  <Link href={href("iam", "roles", name)} fontSize="heading-m">
                    {name}
                  </Link>
                </Header>
              }
            >
              <SpaceBetween size="m">
                <Header variant="h3">{t.permission.trustPolicy}</Header>
                <Code
                  text={json(trustOf(read.role))}
                  language="json"
                  label={t.permission.trustPolicy}
                />
                <Header variant="h3">{t.role.could}</Header>
                {read.policies.map((policy) => (
                  <div key={policy.name}>
                    <Header variant="h3">{policy.name}</Header>
                    <Code text={policy.document} language="json" label={policy.name} />
                  </div>
                ))}
              </SpaceBetween>
            </Container>
            <Simulation arn={arn} />
          </SpaceBetween>
        )
      }
    </Show>
  );
}
