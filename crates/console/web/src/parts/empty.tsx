// Nothing is there yet: the next step, and the command that does the same.
import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";
import { Shell } from "./cli";

export function Empty(props: {
  title: string;
  next: string;
  command?: string;
  action?: ReactNode;
}): ReactNode {
  return (
    <div className="empty" data-testid="empty">
      <SpaceBetween size="s">
        <Box variant="strong">{props.title}</Box>
        <Box variant="p" color="text-body-secondary">
          {props.next}
        </Box>
        {props.action}
        {props.command !== undefined && <Shell text={props.command} open />}
      </SpaceBetween>
    </div>
  );
}
