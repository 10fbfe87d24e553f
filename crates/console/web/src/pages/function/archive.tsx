// Code as a zip file, or as a folder that becomes one.
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useRef, useState } from "react";
import { zip } from "../../parts/zip";
import { t } from "../../text/en";

export interface Archive {
  name: string;
  data: Uint8Array<ArrayBuffer>;
}

export function ArchiveField(props: {
  archive: Archive | undefined;
  onChange: (archive: Archive) => void;
}): ReactNode {
  const { archive, onChange } = props;
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const takeFile = async (chosen: File | undefined): Promise<void> => {
    if (chosen !== undefined) {
      onChange({ name: chosen.name, data: new Uint8Array(await chosen.arrayBuffer()) });
    }
  };
  const takeFolder = async (chosen: FileList | null): Promise<void> => {
    const files = await Promise.all(
      Array.from(chosen ?? [], async (one) => ({
        // The folder itself is no part of the archive.
        name: one.webkitRelativePath.split("/").slice(1).join("/"),
        data: new Uint8Array(await one.arrayBuffer()),
      })),
    );
    if (files.length > 0) {
      onChange({ name: t.functions.files(files.length), data: zip(files) });
    }
  };
  const takeDropped = async (dropped: DataTransfer): Promise<void> => {
    // The list is gone once the event is over.
    const [entry, file] = [dropped.items[0]?.webkitGetAsEntry(), dropped.files[0]];
    if (isDirectory(entry)) {
      const files = await filesBelow(entry, "");
      onChange({ name: t.functions.files(files.length), data: zip(files) });
    } else {
      await takeFile(file);
    }
  };
  return (
    <div
      data-testid="archive-drop"
      className={over ? "dropzone over" : "dropzone"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void takeDropped(event.dataTransfer);
      }}
    >
      <SpaceBetween size="xs">
        <Box>
          {archive === undefined
            ? t.functions.dropZip
            : t.functions.chosen(archive.name, archive.data.length)}
        </Box>
        <SpaceBetween direction="horizontal" size="xs">
          <Button formAction="none" onClick={() => file.current?.click()}>
            {t.functions.chooseZip}
          </Button>
          <Button formAction="none" onClick={() => folder.current?.click()}>
            {t.functions.chooseFolder}
          </Button>
        </SpaceBetween>
      </SpaceBetween>
      <input
        ref={file}
        type="file"
        hidden
        accept=".zip"
        aria-label={t.functions.chooseZip}
        onChange={(event) => void takeFile(event.target.files?.[0])}
      />
      <input
        ref={(input) => {
          folder.current = input;
          input?.setAttribute("webkitdirectory", "");
        }}
        type="file"
        hidden
        multiple
        aria-label={t.functions.chooseFolder}
        onChange={(event) => void takeFolder(event.target.files)}
      />
    </div>
  );
}

interface Packed {
  name: string;
  data: Uint8Array<ArrayBuffer>;
}

function isDirectory(entry: FileSystemEntry | null | undefined): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory === true;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

async function filesBelow(directory: FileSystemDirectoryEntry, path: string): Promise<Packed[]> {
  const reader = directory.createReader();
  const found: Packed[] = [];
  for (;;) {
    // A reader gives some at a time, and at the end none.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) {
      return found;
    }
    for (const entry of some) {
      const name = `${path}${entry.name}`;
      if (isDirectory(entry)) {
        found.push(...(await filesBelow(entry, `${name}/`)));
      } else if (isFile(entry)) {
        const file = await new Promise<File>((resolve, reject) => {
          entry.file(resolve, reject);
        });
        found.push({ name, data: new Uint8Array(await file.arrayBuffer()) });
      }
    }
  }
}
