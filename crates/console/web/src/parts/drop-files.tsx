// A place for files of any kind that are dropped, or chosen.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useRef, useState } from "react";

export function DropFiles(props: {
  help: string;
  choose: string;
  onFiles: (files: File[]) => void;
}): ReactNode {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div
      className={over ? "dropzone over" : "dropzone"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        // The page below takes files, too.
        event.stopPropagation();
        setOver(false);
        props.onFiles(Array.from(event.dataTransfer.files));
      }}
      data-testid="dropzone"
    >
      <SpaceBetween size="xs">
        <Box>{props.help}</Box>
        <Button formAction="none" onClick={() => input.current?.click()}>
          {props.choose}
        </Button>
      </SpaceBetween>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={props.choose}
        onChange={(event) => props.onFiles(Array.from(event.target.files ?? []))}
      />
    </div>
  );
}
