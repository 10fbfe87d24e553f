// The texts of logs.
import { plural } from "./numbers";

export const logs = {
  logs: {
    title: "Logs",
    none: "There is no log group yet",
    noneNext: "A function that runs writes to /aws/lambda/NAME, if its role may write logs.",
    group: "Log group",
    stream: "Log stream",
    streams: "Log streams",
    last: "Last event",
    live: "Live",
    filter: "Filter pattern",
    apply: "Apply",
    noEvents: "No events",
    noEventsNext: "Nothing was logged yet, or nothing matches the filter.",
    tailCommand: (group: string) => `aws logs tail ${group} --follow`,
    count: (count: number) => plural(count, "event"),
  },
};
