// Files that become objects, each under its own name.
import Box from "@cloudscape-design/components/box";
import { type ReactNode, useEffect, useState } from "react";
import { call, type Call } from "../../aws/operation";
import { putObject } from "../../generated/s3";
import { CallDialog } from "../../parts/call-dialog";
import { DropFiles } from "../../parts/drop-zone";
import { Problem } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { t } from "../../text/en";

export function UploadDialog(props: {
  bucket: string;
  prefix: string;
  /** What was dropped on the page already. */
  files: File[];
  onDismiss: () => void;
  onDone: () => void;
}): ReactNode {
  const { bucket, prefix } = props;
  const [files, setFiles] = useState(props.files);
  const [calls, setCalls] = useState<Call[]>();
  const [error, setError] = useState<Error>();
  const notify = useNotify();
  useEffect(() => {
    let current = true;
    setCalls(undefined);
    setError(undefined);
    Promise.all(files.map((file) => putting(bucket, prefix, file)))
      .then((made) => {
        if (current && made.length > 0) {
          setCalls(made);
        }
      })
      .catch(() => {
        // The browser reads no folder that is dropped, nor a file that is gone meanwhile.
        if (current) {
          setError(new Error(t.buckets.unreadable));
        }
      });
    return () => {
      current = false;
    };
  }, [bucket, prefix, files]);
  return (
    <CallDialog
      title={t.buckets.uploadTitle(`${bucket}/${prefix}`)}
      confirm={t.buckets.upload}
      calls={calls}
      onDismiss={props.onDismiss}
      onDone={() => {
        notify({ type: "success", content: t.buckets.uploaded(files.length) });
        props.onDone();
      }}
    >
      <DropFiles help={t.buckets.drop} choose={t.buckets.choose} onFiles={setFiles} />
      {error !== undefined && <Problem error={error} />}
      {files.length > 0 && (
        <Box>
          {t.buckets.chosen(files.length)}
          <ul>
            {files.map((file) => (
              <li key={file.name} className="breaks">
                {prefix}
                {file.name} ({t.common.bytes(file.size)})
              </li>
            ))}
          </ul>
        </Box>
      )}
    </CallDialog>
  );
}

async function putting(Bucket: string, prefix: string, file: File): Promise<Call> {
  return call(putObject, {
    Bucket,
    Key: prefix + file.name,
    Body: new Uint8Array(await file.arrayBuffer()),
    ...(file.type === "" ? {} : { ContentType: file.type }),
  });
}
