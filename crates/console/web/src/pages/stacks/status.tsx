// The status of a stack or of one of its resources.
import type { StatusIndicatorProps } from "@cloudscape-design/components/status-indicator";
import type { ReactNode } from "react";
import { Status } from "../../parts/status";

export function StackStatus(props: { status: string | undefined }): ReactNode {
  const { status = "-" } = props;
  return <Status type={kindOf(status)}>{status}</Status>;
}

function kindOf(status: string): StatusIndicatorProps.Type {
  if (status.endsWith("_FAILED")) {
    return "error";
  }
  if (status.endsWith("_IN_PROGRESS")) {
    return "in-progress";
  }
  // What was rolled back is whole, but not what somebody wanted.
  return status.includes("ROLLBACK") ? "warning" : status === "DELETE_COMPLETE" ? "stopped" : "success";
}
