// Buckets and objects of S3 as the pages read them.
import { Failure } from "../aws/failure";
import { all } from "../aws/pages";
import { send } from "../aws/send";
import {
  type Bucket,
  type CreateBucketRequest,
  getBucketPolicy,
  getObject,
  listBuckets,
  listObjectsV2,
} from "../generated/s3";
import { region } from "../session";

export function readBuckets(): Promise<Bucket[]> {
  const token = { from: "ContinuationToken", to: "ContinuationToken" } as const;
  return all(listBuckets, {}, token, (page) => page.Buckets);
}

/** S3 wants to be told any region but its first. */
export function bucketIn(name: string): CreateBucketRequest {
  const here = region();
  return here === "us-east-1"
    ? { Bucket: name }
    : {
        Bucket: name,
        CreateBucketConfiguration: { LocationConstraint: here } as NonNullable<
          CreateBucketRequest["CreateBucketConfiguration"]
        >,
      };
}

/** What is shown on a line: an object, or all that begins alike. */
export interface Line {
  key: string;
  folder: boolean;
  size: number | undefined;
  modified: string | undefined;
}

export interface Listing {
  lines: Line[];
  /** Where to go on, where there is more. */
  next: string | undefined;
}

export async function readObjects(bucket: string, prefix: string, from?: string): Promise<Listing> {
  const page = await send(listObjectsV2, {
    Bucket: bucket,
    Delimiter: "/",
    ...(prefix === "" ? {} : { Prefix: prefix }),
    ...(from === undefined ? {} : { ContinuationToken: from }),
  });
  const folders = (page.CommonPrefixes ?? []).map(({ Prefix: key = "" }) => ({
    key,
    folder: true,
    size: undefined,
    modified: undefined,
  }));
  const objects = (page.Contents ?? []).map((one) => ({
    key: one.Key ?? "",
    folder: false,
    size: one.Size,
    modified: one.LastModified,
  }));
  return { lines: [...folders, ...objects], next: page.NextContinuationToken };
}

export async function readBucketPolicy(Bucket: string): Promise<string | undefined> {
  try {
    const { Policy = "" } = await send(getBucketPolicy, { Bucket });
    const text = typeof Policy === "string" ? Policy : new TextDecoder().decode(Policy as Uint8Array);
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch (error) {
    if (error instanceof Failure && error.code === "NoSuchBucketPolicy") {
      return undefined;
    }
    throw error;
  }
}

export async function readObject(Bucket: string, Key: string): Promise<Blob> {
  const { Body, ContentType = "application/octet-stream" } = await send(getObject, { Bucket, Key });
  return new Blob([new Uint8Array(Body as Uint8Array)], { type: ContentType });
}

/** The last part of a key, as a file is named. */
export function nameOf(key: string): string {
  return key.split("/").findLast((part) => part !== "") ?? key;
}
