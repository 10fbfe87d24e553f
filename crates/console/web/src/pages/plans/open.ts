// Which dialog of the page is open.
import type { UsagePlan } from "../../generated/apigateway";

export type Open =
  | { kind: "key" }
  /** A new plan, or one that is changed. */
  | { kind: "plan"; plan: UsagePlan | undefined }
  | { kind: "attach"; plan: UsagePlan };

export interface DialogProps {
  onDismiss: () => void;
  onDone: () => void;
}
