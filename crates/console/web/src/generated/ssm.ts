// Written by `cargo xtask codegen`. Do not edit.
// What the console calls of ssm, as crates/wire describes it.
import type { Operation } from "../aws/operation";

export interface DeleteParameterRequest {
  Name: string;
}

export interface DeleteParameterResult {
}

export interface DescribeParametersRequest {
  Filters?: Array<ParametersFilter>;
  ParameterFilters?: Array<ParameterStringFilter>;
  MaxResults?: number;
  NextToken?: string;
  Shared?: boolean;
}

export interface DescribeParametersResult {
  Parameters?: Array<ParameterMetadata>;
  NextToken?: string;
}

export interface GetParameterHistoryRequest {
  Name: string;
  WithDecryption?: boolean;
  MaxResults?: number;
  NextToken?: string;
}

export interface GetParameterHistoryResult {
  Parameters?: Array<ParameterHistory>;
  NextToken?: string;
}

export interface GetParameterRequest {
  Name: string;
  WithDecryption?: boolean;
}

export interface GetParameterResult {
  Parameter?: Parameter;
}

export interface Parameter {
  Name?: string;
  Type?: "String" | "StringList" | "SecureString";
  Value?: string;
  Version?: number;
  Selector?: string;
  SourceResult?: string;
  LastModifiedDate?: number;
  ARN?: string;
  DataType?: string;
}

export interface ParameterHistory {
  Name?: string;
  Type?: "String" | "StringList" | "SecureString";
  KeyId?: string;
  LastModifiedDate?: number;
  LastModifiedUser?: string;
  Description?: string;
  Value?: string;
  AllowedPattern?: string;
  Version?: number;
  Labels?: Array<string>;
  Tier?: "Standard" | "Advanced" | "Intelligent-Tiering";
  Policies?: Array<ParameterInlinePolicy>;
  DataType?: string;
}

export interface ParameterInlinePolicy {
  PolicyText?: string;
  PolicyType?: string;
  PolicyStatus?: string;
}

export interface ParameterMetadata {
  Name?: string;
  ARN?: string;
  Type?: "String" | "StringList" | "SecureString";
  KeyId?: string;
  LastModifiedDate?: number;
  LastModifiedUser?: string;
  Description?: string;
  AllowedPattern?: string;
  Version?: number;
  Tier?: "Standard" | "Advanced" | "Intelligent-Tiering";
  Policies?: Array<ParameterInlinePolicy>;
  DataType?: string;
}

export interface ParameterStringFilter {
  Key: string;
  Option?: string;
  Values?: Array<string>;
}

export interface ParametersFilter {
  Key: "Name" | "Type" | "KeyId";
  Values: Array<string>;
}

export interface PutParameterRequest {
  Name: string;
  Description?: string;
  Value: string;
  Type?: "String" | "StringList" | "SecureString";
  KeyId?: string;
  Overwrite?: boolean;
  AllowedPattern?: string;
  Tags?: Array<Tag>;
  Tier?: "Standard" | "Advanced" | "Intelligent-Tiering";
  Policies?: string;
  DataType?: string;
}

export interface PutParameterResult {
  Version?: number;
  Tier?: "Standard" | "Advanced" | "Intelligent-Tiering";
}

export interface Tag {
  Key: string;
  Value: string;
}

export const deleteParameter: Operation<DeleteParameterRequest, DeleteParameterResult> = {
  service: "ssm",
  name: "DeleteParameter",
  method: "POST",
  uri: "/",
  target: "AmazonSSM.DeleteParameter",
};

export const describeParameters: Operation<DescribeParametersRequest, DescribeParametersResult> = {
  service: "ssm",
  name: "DescribeParameters",
  method: "POST",
  uri: "/",
  target: "AmazonSSM.DescribeParameters",
};

export const getParameter: Operation<GetParameterRequest, GetParameterResult> = {
  service: "ssm",
  name: "GetParameter",
  method: "POST",
  uri: "/",
  target: "AmazonSSM.GetParameter",
};

export const getParameterHistory: Operation<GetParameterHistoryRequest, GetParameterHistoryResult> = {
  service: "ssm",
  name: "GetParameterHistory",
  method: "POST",
  uri: "/",
  target: "AmazonSSM.GetParameterHistory",
};

export const putParameter: Operation<PutParameterRequest, PutParameterResult> = {
  service: "ssm",
  name: "PutParameter",
  method: "POST",
  uri: "/",
  target: "AmazonSSM.PutParameter",
};
