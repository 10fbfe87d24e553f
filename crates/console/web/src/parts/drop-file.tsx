// A place for a text file that is dropped, or chosen.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type DragEvent, type ReactNode, useRef, useState } from "react";

export function DropFile(props: {
  help: string;
  choose: string;
  accept: string;
  onText: (text: string) => void;
}): ReactNode {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (file: File | undefined): void => {
    void file?.text().then(props.onText);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file === undefined) {
      // A document that is dragged from another page comes as its text.
      props.onText(event.dataTransfer.getData("text/plain"));
    }
    take(file);
  };
  return (
    <div
      className={over ? "dropzone over" : "dropzone"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
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
        hidden
        aria-label={props.choose}
        accept={props.accept}
        onChange={(event) => take(event.target.files?.[0])}
      />
    </div>
  );
}
