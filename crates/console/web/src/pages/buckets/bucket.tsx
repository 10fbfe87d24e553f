// One bucket, or what begins alike in it: files are dropped on it, downloaded and deleted.
import BreadcrumbGroup from "@cloudscape-design/components/breadcrumb-group";
import Button from "@cloudscape-design/components/button";
import ContentLayout from "@cloudscape-design/components/content-layout";
import ExpandableSection from "@cloudscape-design/components/expandable-section";
import Header from "@cloudscape-design/components/header";
import Link from "@cloudscape-design/components/link";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { type ReactNode, useState } from "react";
import { asFailure } from "../../aws/failure";
import { call } from "../../aws/operation";
import {
  type Line,
  type Listing,
  nameOf,
  readBucketPolicy,
  readObject,
  readObjects,
} from "../../domain/buckets";
import { deleteBucket, deleteObject } from "../../generated/s3";
import { DeleteButton } from "../../parts/delete-button";
import { downloadBlob } from "../../parts/download";
import { Code } from "../../parts/editor";
import { Empty } from "../../parts/empty";
import { Problem, Show, useLoad } from "../../parts/load";
import { useSearch } from "../../parts/search";
import Table from "../../parts/table";
import { iso } from "../../parts/time";
import { go, href } from "../../router";
import { t } from "../../text/en";
import { UploadDialog } from "./upload";

export function BucketPanel(props: { name: string; prefix: string }): ReactNode {
  const { name, prefix } = props;
  const first = useLoad(() => readObjects(name, prefix), [name, prefix]);
  const [further, setFurther] = useState<Listing>();
  const [files, setFiles] = useState<File[]>();
  const [error, setError] = useState<Error>();
  const reload = (): void => (setFurther(undefined), first.reload());
  const lines = [...(first.data?.lines ?? []), ...(further?.lines ?? [])];
  const next = further === undefined ? first.data?.next : further.next;
  const attempt = (work: Promise<void>): void => {
    setError(undefined);
    work.catch((caught: unknown) => setError(asFailure(caught)));
  };
  const more = async (): Promise<void> => {
    const page = await readObjects(name, prefix, next);
    setFurther({ lines: [...(further?.lines ?? []), ...page.lines], next: page.next });
  };
  const save = async (key: string): Promise<void> => {
    downloadBlob(nameOf(key), await readObject(name, key));
  };
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        setFiles(Array.from(event.dataTransfer.files));
      }}
    >
      <ContentLayout
        breadcrumbs={<Crumbs name={name} prefix={prefix} />}
        header={
          <Header
            variant="h1"
            actions={
              <SpaceBetween direction="horizontal" size="xs">
                <Button iconName="refresh" ariaLabel={t.common.reload} onClick={reload} />
                {prefix === "" && (
                  <DeleteButton
                    what={name}
                    warning={t.buckets.deleteWarning}
                    calls={[call(deleteBucket, { Bucket: name })]}
                    onDone={() => go("buckets")}
                  />
                )}
                <Button variant="primary" onClick={() => setFiles([])} data-testid="upload">
                  {t.buckets.upload}
                </Button>
              </SpaceBetween>
            }
          >
            {prefix === "" ? name : `${name}/${prefix}`}
          </Header>
        }
      >
        <SpaceBetween size="l">
          {error !== undefined && <Problem error={error} />}
          <Show loaded={first}>
            {() => (
              <Objects
                bucket={name}
                prefix={prefix}
                lines={lines}
                reload={reload}
                download={(key) => attempt(save(key))}
                more={next === undefined ? undefined : () => attempt(more())}
              />
            )}
          </Show>
          {prefix === "" && <Policy bucket={name} />}
        </SpaceBetween>
      </ContentLayout>
      {files !== undefined && (
        <UploadDialog
          bucket={name}
          prefix={prefix}
          files={files}
          onDismiss={() => setFiles(undefined)}
          onDone={() => (setFiles(undefined), reload())}
        />
      )}
    </div>
  );
}

/** Each part of a prefix leads to what begins with it. */
function Crumbs(props: { name: string; prefix: string }): ReactNode {
  const { name, prefix } = props;
  const parts = prefix.split("/").slice(0, -1);
  const folders = parts.map((text, at) => ({
    text,
    href: href("buckets", name, `${parts.slice(0, at + 1).join("/")}/`),
  }));
  return (
    <BreadcrumbGroup
      ariaLabel={t.frame.breadcrumbs}
      items={[
        { text: t.buckets.title, href: href("buckets") },
        { text: name, href: href("buckets", name) },
        ...folders,
      ]}
    />
  );
}

function Objects(props: {
  bucket: string;
  prefix: string;
  lines: Line[];
  reload: () => void;
  download: (key: string) => void;
  more: (() => void) | undefined;
}): ReactNode {
  const { bucket, prefix, lines } = props;
  const search = useSearch(lines, (line) => line.key);
  return (
    <Table
      header={
        <Header variant="h2" counter={`(${lines.length}${props.more === undefined ? "" : "+"})`}>
          {t.buckets.objects}
        </Header>
      }
      items={search.shown}
      filter={search.field}
      trackBy="key"
      wrapLines
      ariaLabels={{ tableLabel: t.buckets.objects }}
      empty={search.none(
        <Empty
          title={t.buckets.empty}
          next={t.buckets.emptyNext}
          command={t.buckets.uploadCommand(prefix === "" ? bucket : `${bucket}/${prefix.slice(0, -1)}`)}
        />,
      )}
      {...(props.more === undefined
        ? {}
        : { footer: <Button onClick={props.more}>{t.buckets.more}</Button> })}
      columnDefinitions={[
        {
          id: "key",
          header: t.buckets.key,
          isRowHeader: true,
          cell: (line) =>
            line.folder ? (
              <Link href={href("buckets", bucket, line.key)}>{line.key.slice(prefix.length)}</Link>
            ) : (
              <span className="breaks">{line.key.slice(prefix.length)}</span>
            ),
        },
        {
          id: "size",
          header: t.buckets.size,
          cell: (line) => (line.folder ? t.buckets.folder : t.common.bytes(line.size ?? 0)),
        },
        { id: "modified", header: t.buckets.modified, cell: (line) => iso(line.modified) },
        {
          id: "actions",
          header: t.common.actions,
          cell: (line) =>
            line.folder ? (
              "-"
            ) : (
              <SpaceBetween direction="horizontal" size="s">
                <Button
                  variant="inline-link"
                  ariaLabel={`${t.buckets.download}: ${line.key}`}
                  onClick={() => props.download(line.key)}
                >
                  {t.buckets.download}
                </Button>
                <DeleteButton
                  inline
                  what={line.key}
                  calls={[call(deleteObject, { Bucket: bucket, Key: line.key })]}
                  onDone={props.reload}
                />
              </SpaceBetween>
            ),
        },
      ]}
    />
  );
}

function Policy(props: { bucket: string }): ReactNode {
  const policy = useLoad(() => readBucketPolicy(props.bucket).then((text) => ({ text })), [props.bucket]);
  return (
    <ExpandableSection variant="container" headerText={t.buckets.policy}>
      <Show loaded={policy}>
        {({ text }) =>
          text === undefined ? (
            t.buckets.noPolicy
          ) : (
            <Code text={text} language="json" label={t.buckets.policy} />
          )
        }
      </Show>
    </ExpandableSection>
  );
}
