// A place for files that are dropped, or chosen.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type DragEvent, type ReactNode, useRef, useState } from "react";

interface Words {
  help: string;
  choose: string;
}

/** A text file: a document, or a template. */
export function DropText(
  props: Words & { accept: string; onText: (text: string) => void },
): ReactNode {
  const take = (file: File | undefined): void => {
    void file?.text().then(props.onText);
  };
  const drop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    if (file === undefined) {
      // A document that is dragged from another page comes as its text.
      props.onText(event.dataTransfer.getData("text/plain"));
    }
    take(file);
  };
  return (
    <DropZone
      {...props}
      many={false}
      onDrop={drop}
      onChosen={([file]) => take(file)}
    />
  );
}

/** Files of any kind. */
export function DropFiles(props: Words & { onFiles: (files: File[]) => void }): ReactNode {
  const drop = (event: DragEvent): void => {
    // The page below takes files, too.
    event.stopPropagation();
    props.onFiles(Array.from(event.dataTransfer.files));
  };
  return <DropZone {...props} accept="" many onDrop={drop} onChosen={props.onFiles} />;
}

function DropZone(
  props: Words & {
    accept: string;
    many: boolean;
    onDrop: (event: DragEvent) => void;
    onChosen: (files: File[]) => void;
  },
): ReactNode {
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
        setOver(false);
        props.onDrop(event);
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
        multiple={props.many}
        hidden
        aria-label={props.choose}
        accept={props.accept}
        onChange={(event) => props.onChosen(Array.from(event.target.files ?? []))}
      />
    </div>
  );
}
