// All items of a list that comes in pages.
import type { Operation } from "./operation";
import { send } from "./send";

/** More pages than any list of the console has: a server that never ends is no reason to hang. */
const MOST_PAGES = 200;

export async function all<Input extends object, Output, Item>(
  operation: Operation<Input, Output>,
  input: NoInfer<Input>,
  token: { from: keyof Output; to: keyof Input },
  items: (page: Output) => Item[] | undefined,
): Promise<Item[]> {
  const found: Item[] = [];
  let ask: Input = input;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await send(operation, ask);
    found.push(...(items(answer) ?? []));
    const next = answer[token.from];
    if (next === undefined || next === null || next === "") {
      break;
    }
    ask = { ...input, [token.to]: next };
  }
  return found;
}
