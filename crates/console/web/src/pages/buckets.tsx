// Buckets of S3: the list, and a new one.
import Button from "@cloudscape-design/components/button";
import FormField from "@cloudscape-design/components/form-field";
import Header from "@cloudscape-design/components/header";
import Input from "@cloudscape-design/components/input";
import Link from "@cloudscape-design/components/link";
import { type ReactNode, useState } from "react";
import { call } from "../aws/operation";
import { bucketIn, readBuckets } from "../domain/buckets";
import { type Bucket, createBucket, deleteBucket } from "../generated/s3";
import { CallDialog } from "../parts/call-dialog";
import { DeleteButton } from "../parts/delete-button";
import { Empty } from "../parts/empty";
import { Show, useLoad } from "../parts/load";
import { useSearch } from "../parts/search";
import Table from "../parts/table";
import { iso } from "../parts/time";
import { go, href } from "../router";
import { t } from "../text/en";
import { BucketPanel } from "./buckets/bucket";

export default function BucketsPage(props: {
  name: string | undefined;
  prefix: string | undefined;
}): ReactNode {
  const { name, prefix = "" } = props;
  return name === undefined ? <List /> : <BucketPanel key={`${name} ${prefix}`} name={name} prefix={prefix} />;
}

function List(): ReactNode {
  const buckets = useLoad(readBuckets, []);
  const search = useSearch(buckets.data ?? [], (bucket) => bucket.Name ?? "");
  const [open, setOpen] = useState(false);
  return (
    <Show loaded={buckets}>
      {(list) => (
        <>
          <Table
            variant="full-page"
            header={
              <Header
                variant="h1"
                counter={`(${list.length})`}
                actions={
                  <Button variant="primary" onClick={() => setOpen(true)} data-testid="create-bucket">
                    {t.buckets.create}
                  </Button>
                }
              >
                {t.buckets.title}
              </Header>
            }
            items={search.shown}
            filter={search.field}
            trackBy="Name"
            ariaLabels={{ tableLabel: t.buckets.title }}
            empty={search.none(
              <Empty
                title={t.buckets.none}
                next={t.buckets.noneNext}
                command={t.buckets.createCommand}
              />,
            )}
            columnDefinitions={columns(buckets.reload)}
          />
          {open && <CreateBucket onDismiss={() => setOpen(false)} />}
        </>
      )}
    </Show>
  );
}

function columns(reload: () => void) {
  return [
    {
      id: "name",
      header: t.apis.name,
      isRowHeader: true,
      cell: ({ Name = "" }: Bucket) => <Link href={href("buckets", Name)}>{Name}</Link>,
    },
    {
      id: "created",
      header: t.common.created,
      cell: (bucket: Bucket) => iso(bucket.CreationDate),
    },
    {
      id: "actions",
      header: t.common.actions,
      cell: ({ Name = "" }: Bucket) => (
        <DeleteButton
          inline
          what={Name}
          warning={t.buckets.deleteWarning}
          calls={[call(deleteBucket, { Bucket: Name })]}
          onDone={reload}
        />
      ),
    },
  ];
}

function CreateBucket(props: { onDismiss: () => void }): ReactNode {
  const [name, setName] = useState("");
  return (
    <CallDialog
      title={t.buckets.create}
      confirm={t.buckets.create}
      calls={name === "" ? undefined : [call(createBucket, bucketIn(name))]}
      onDismiss={props.onDismiss}
      onDone={() => go("buckets", name)}
    >
      <FormField label={t.apis.name} description={t.buckets.nameHelp}>
        <Input value={name} autoFocus onChange={({ detail }) => setName(detail.value.trim())} />
      </FormField>
    </CallDialog>
  );
}
