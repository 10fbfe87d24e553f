// The code: what is there, and what takes its place.
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import KeyValuePairs from "@cloudscape-design/components/key-value-pairs";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { call } from "../../aws/operation";
import { perform } from "../../aws/send";
import { bytes } from "../../aws/sign";
import { updated } from "../../domain/functions";
import { RUNTIMES } from "../../domain/runtimes";
import { updateFunctionCode } from "../../generated/lambda";
import { Cli } from "../../parts/cli";
import { useDoing } from "../../parts/doing";
import { useDraft } from "../../parts/draft";
import { Editor } from "../../parts/editor";
import { Problem, useLoad } from "../../parts/load";
import { useNotify } from "../../parts/notify";
import { unzipOne } from "../../parts/unzip";
import { zip } from "../../parts/zip";
import { t } from "../../text/en";
import type { FunctionProps } from "../function";
import { type Archive, ArchiveField } from "./archive";

export function CodeTab(props: FunctionProps): ReactNode {
  const { fn, reload } = props;
  const configuration = fn.Configuration ?? {};
  const runtime = RUNTIMES.find((one) => one.name === configuration.Runtime);
  const source = useLoad(() => unzipOne(fn.Code?.Location), [configuration.CodeSha256]);
  const [text, setText] = useDraft(`code ${fn.arn}`);
  const [archive, setArchive] = useState<Archive>();
  const { busy, error, run } = useDoing();
  const notify = useNotify();
  const file = source.data?.name ?? runtime?.file ?? "index.py";
  const edited = text !== undefined && text !== source.data?.text;
  const data = edited ? zip([{ name: file, data: bytes(text) }]) : archive?.data;
  const calls =
    data === undefined
      ? []
      : [
          call(updateFunctionCode, {
            FunctionName: fn.name,
            ZipFile: data,
            // Somebody else's newer code is not overwritten.
            ...(configuration.RevisionId === undefined
              ? {}
              : { RevisionId: configuration.RevisionId }),
          }),
        ];
  const save = (): Promise<void> =>
    run(async () => {
      for (const one of calls) {
        await perform(one);
      }
      await updated(fn.name);
      notify({ type: "success", content: t.functions.codeSaved });
      setText(undefined);
      setArchive(undefined);
      reload();
    });
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            <Button
              variant="primary"
              loading={busy}
              disabled={calls.length === 0}
              onClick={() => void save()}
              data-testid="save-code"
            >
              {t.functions.deploy}
            </Button>
          }
        >
          {t.functions.code}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={4}
          items={[
            { label: t.functions.runtime, value: configuration.Runtime ?? "-" },
            { label: t.functions.handler, value: configuration.Handler ?? "-" },
            { label: t.functions.size, value: t.functions.bytes(configuration.CodeSize ?? 0) },
            { label: t.functions.modified, value: configuration.LastModified ?? "-" },
          ]}
        />
        {source.data !== undefined && (
          <FormField label={file} stretch>
            <Editor
              value={text ?? source.data.text}
              onChange={setText}
              language={runtime?.language ?? "text"}
              label={t.functions.code}
              rows={18}
            />
          </FormField>
        )}
        <ArchiveField archive={archive} onChange={setArchive} />
        {error !== undefined && <Problem error={error} retry={reload} />}
        <Cli calls={calls} />
      </SpaceBetween>
    </Container>
  );
}
