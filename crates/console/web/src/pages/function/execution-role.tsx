// The execution role: what the function could do with it, and what it did.
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
import { CouldInvoke, Did } from "../iam/doings";
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
          <Empty
            title={t.role.missing(name)}
            next={t.role.missingNext}
            command={t.role.createCommand(name)}
          />
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
              <Header variant="h3">{t.permission.trustPolicy}</Header>
              <Code text={json(trustOf(read.role))} language="json" label={t.permission.trustPolicy} />
            </Container>
            <div data-testid="could-and-did">
              <SpaceBetween size="m">
                <Container header={<Header variant="h2">{t.role.could}</Header>}>
                  <SpaceBetween size="m">
                    {read.policies.length === 0 && t.role.nothing}
                    {read.role.PermissionsBoundary !== undefined &&
                      t.role.within(read.role.PermissionsBoundary.PermissionsBoundaryArn ?? "")}
                    {read.policies.map((policy) => (
                      <div key={policy.arn ?? policy.name}>
                        <Header variant="h3" description={policy.arn ?? t.iam.inline}>
                          {policy.name}
                        </Header>
                        <Code text={policy.document} language="json" label={policy.name} />
                      </div>
                    ))}
                    <CouldInvoke arn={arn} />
                  </SpaceBetween>
                </Container>
                <Did arn={arn} />
              </SpaceBetween>
            </div>
            <Simulation arn={arn} />
          </SpaceBetween>
        )
      }
    </Show>
  );
}
