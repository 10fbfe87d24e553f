// Buckets of S3: the list, and a new one.
import Button from "@cloudscape-design/components/button";
import Link from "@cloudscape-design/components/link";
import { type ReactNode, useState } from "react";
import { call } from "../aws/operation";
import { bucketIn, readBuckets } from "../domain/buckets";
import { type Bucket, createBucket, deleteBucket } from "../generated/s3";
import { DeleteButton } from "../parts/delete-button";
import { Empty } from "../parts/empty";
import { Listing } from "../parts/listing";
import { useLoad } from "../parts/load";
import { NameDialog } from "../parts/name-dialog";
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
  const [open, setOpen] = useState(false);
  return (
    <>
      <Listing
        as="page"
        title={t.buckets.title}
        loaded={buckets}
        textOf={(bucket) => bucket.Name ?? ""}
        trackBy="Name"
        columns={columns(buckets.reload)}
        actions={
          <Button variant="primary" onClick={() => setOpen(true)} data-testid="create-bucket">
            {t.buckets.create}
          </Button>
        }
        empty={
          <Empty
            title={t.buckets.none}
            next={t.buckets.noneNext}
            command={t.buckets.createCommand}
          />
        }
      />
      {open && (
        <NameDialog
          title={t.buckets.create}
          help={t.buckets.nameHelp}
          callsOf={(name) => [call(createBucket, bucketIn(name))]}
          onDismiss={() => setOpen(false)}
          onDone={(name) => go("buckets", name)}
        />
      )}
    </>
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
