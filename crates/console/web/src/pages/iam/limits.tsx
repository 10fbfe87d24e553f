// What else has a say beside the policies that are listed: a boundary allows less.
import Container from "@cloudscape-design/components/container";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import type { ReactNode } from "react";
import { t } from "../../text/en";

export function Limits(props: { boundary: string | undefined }): ReactNode {
  return (
    <Container>
      <KeyValuePairs
        items={[
          {
            label: t.iam.boundary,
            value: <span className="breaks">{props.boundary ?? t.iam.noBoundary}</span>,
          },
        ]}
      />
    </Container>
  );
}
