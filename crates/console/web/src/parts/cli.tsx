// "Copy as AWS CLI": every action says which commands do the same.
import CopyToClipboard from "@cloudscape-design/components/copy-to-clipboard";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import type { ReactNode } from "react";
import { commands } from "../aws/cli";
import type { Call } from "../aws/operation";
import { t } from "../text/en";

export function Cli(props: {
  calls: ReadonlyArray<Call>;
  open?: boolean;
  title?: string;
}): ReactNode {
  if (props.calls.length === 0) {
    return undefined;
  }
  return (
    <Shell
      text={commands(props.calls)}
      open={props.open ?? false}
      title={props.title ?? t.cli.title}
    />
  );
}

/** Commands that can be pasted. */
export function Shell(props: { text: string; open?: boolean; title?: string }): ReactNode {
  return (
    <ExpandableSection
      headerText={props.title ?? t.cli.title}
      defaultExpanded={props.open ?? false}
      data-testid="cli"
    >
      <div className="shell">
        <pre tabIndex={0}>{props.text}</pre>
        <CopyToClipboard
          variant="icon"
          textToCopy={props.text}
          copyButtonAriaLabel={t.cli.copy}
          copySuccessText={t.cli.copied}
          copyErrorText={t.cli.notCopied}
        />
      </div>
    </ExpandableSection>
  );
}

export function CopyCli(props: { calls: ReadonlyArray<Call> }): ReactNode {
  return (
    <CopyToClipboard
      variant="inline"
      textToDisplay={t.cli.copyShort}
      textToCopy={commands(props.calls)}
      copyButtonAriaLabel={t.cli.copy}
      copySuccessText={t.cli.copied}
      copyErrorText={t.cli.notCopied}
    />
  );
}
