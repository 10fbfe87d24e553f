// What was done, said at the top of the page.
import type { FlashbarProps } from "@cloudscape-design/components/flashbar";
import { createContext, useContext } from "react";

export interface Note {
  type: FlashbarProps.Type;
  header?: string;
  content: string;
}

export const Notify = createContext<(note: Note) => void>(() => undefined);

export function useNotify(): (note: Note) => void {
  return useContext(Notify);
}
