// Written by `cargo xtask codegen`. Do not edit.
// What the console calls of logs, as crates/wire describes it.
import type { Operation } from "../aws/operation";

export interface DeleteLogGroupRequest {
  logGroupName: string;
}

export interface DescribeLogGroupsRequest {
  accountIdentifiers?: Array<string>;
  logGroupNamePrefix?: string;
  logGroupNamePattern?: string;
  nextToken?: string;
  limit?: number;
  includeLinkedAccounts?: boolean;
  logGroupClass?: "STANDARD" | "INFREQUENT_ACCESS" | "DELIVERY" | "ESSENTIALS";
  logGroupIdentifiers?: Array<string>;
}

export interface DescribeLogGroupsResponse {
  logGroups?: Array<LogGroup>;
  nextToken?: string;
}

export interface DescribeLogStreamsRequest {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamNamePrefix?: string;
  orderBy?: "LogStreamName" | "LastEventTime";
  descending?: boolean;
  nextToken?: string;
  limit?: number;
}

export interface DescribeLogStreamsResponse {
  logStreams?: Array<LogStream>;
  nextToken?: string;
}

export interface FilterLogEventsRequest {
  logGroupName?: string;
  logGroupIdentifier?: string;
  logStreamNames?: Array<string>;
  logStreamNamePrefix?: string;
  startTime?: number;
  endTime?: number;
  filterPattern?: string;
  nextToken?: string;
  limit?: number;
  startFromHead?: boolean;
  interleaved?: boolean;
  unmask?: boolean;
}

export interface FilterLogEventsResponse {
  events?: Array<FilteredLogEvent>;
  searchedLogStreams?: Array<SearchedLogStream>;
  nextToken?: string;
}

export interface FilteredLogEvent {
  logStreamName?: string;
  timestamp?: number;
  message?: string;
  ingestionTime?: number;
  eventId?: string;
}

export interface LogGroup {
  logGroupName?: string;
  creationTime?: number;
  retentionInDays?: number;
  metricFilterCount?: number;
  arn?: string;
  storedBytes?: number;
  kmsKeyId?: string;
  dataProtectionStatus?: "ACTIVATED" | "DELETED" | "ARCHIVED" | "DISABLED";
  inheritedProperties?: Array<"ACCOUNT_DATA_PROTECTION">;
  logGroupClass?: "STANDARD" | "INFREQUENT_ACCESS" | "DELIVERY" | "ESSENTIALS";
  logGroupArn?: string;
  deletionProtectionEnabled?: boolean;
  bearerTokenAuthenticationEnabled?: boolean;
  retentionPolicyName?: string;
}

export interface LogStream {
  logStreamName?: string;
  creationTime?: number;
  firstEventTimestamp?: number;
  lastEventTimestamp?: number;
  lastIngestionTime?: number;
  uploadSequenceToken?: string;
  arn?: string;
  storedBytes?: number;
}

export interface SearchedLogStream {
  logStreamName?: string;
  searchedCompletely?: boolean;
}

export const deleteLogGroup: Operation<DeleteLogGroupRequest, Record<string, never>> = {
  service: "logs",
  name: "DeleteLogGroup",
  method: "POST",
  uri: "/",
  target: "Logs_20140328.DeleteLogGroup",
};

export const describeLogGroups: Operation<DescribeLogGroupsRequest, DescribeLogGroupsResponse> = {
  service: "logs",
  name: "DescribeLogGroups",
  method: "POST",
  uri: "/",
  target: "Logs_20140328.DescribeLogGroups",
};

export const describeLogStreams: Operation<DescribeLogStreamsRequest, DescribeLogStreamsResponse> = {
  service: "logs",
  name: "DescribeLogStreams",
  method: "POST",
  uri: "/",
  target: "Logs_20140328.DescribeLogStreams",
};

export const filterLogEvents: Operation<FilterLogEventsRequest, FilterLogEventsResponse> = {
  service: "logs",
  name: "FilterLogEvents",
  method: "POST",
  uri: "/",
  target: "Logs_20140328.FilterLogEvents",
};
