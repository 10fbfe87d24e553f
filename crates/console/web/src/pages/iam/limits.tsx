// What else has a say beside the policies that are listed: groups allow more, a boundary less.
import Container from "@cloudscape-design/components/container";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import type { ReactNode } from "react";
import { t } from "../../text/en";

export function Limits(props: { boundary: string | undefined; groups?: string[] }): ReactNode {
  const { boundary, groups } = props;
  return (
    <Container>
      <KeyValuePairs
        columns={2}
        items={[
          {
            label: t.iam.boundary,
            value: <span className="breaks">{boundary ?? t.iam.noBoundary}</span>,
          },
          ...(groups === undefined
            ? []
            : [{ label: t.iam.groups, value: groups.join(", ") || t.iam.noGroups }]),
        ]}
      />
    </Container>
  );
}
