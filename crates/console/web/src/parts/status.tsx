// A status in words: long ones break between words, not within.
import StatusIndicator, {
  type StatusIndicatorProps,
} from "@cloudscape-design/components/status-indicator";
import type { ReactNode } from "react";

export function Status(props: { type: StatusIndicatorProps.Type; children: ReactNode }): ReactNode {
  return (
    <StatusIndicator type={props.type}>
      <span className="words">{props.children}</span>
    </StatusIndicator>
  );
}
