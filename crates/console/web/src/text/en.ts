// Every English text of the console: a file for each group of pages.
import { apis } from "./en/apis";
import { frame } from "./en/frame";
import { functions } from "./en/functions";
import { iam } from "./en/iam";
import { logs } from "./en/logs";
import { methods } from "./en/methods";
import { permissions } from "./en/permissions";
import { plans } from "./en/plans";
import { requests } from "./en/requests";
import { stacks } from "./en/stacks";
import { start } from "./en/start";
import { stores } from "./en/stores";

export const t = {
  ...frame,
  ...start,
  ...apis,
  ...methods,
  ...permissions,
  ...plans,
  ...functions,
  ...iam,
  ...stacks,
  ...stores,
  ...requests,
  ...logs,
};
