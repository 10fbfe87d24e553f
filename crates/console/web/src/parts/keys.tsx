// The keyboard: one key, one thing, unless somebody is typing.
import Modal from "@cloudscape-design/components/modal";
import { type ReactNode, useEffect, useRef } from "react";
import { t } from "../text/en";

export type Keys = Partial<Record<"/" | "j" | "k" | "r" | "?" | "Enter", () => void>>;

export function useKeys(keys: Keys): void {
  const held = useRef(keys);
  useEffect(() => {
    held.current = keys;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) {
        return;
      }
      const act = held.current[event.key as keyof Keys];
      if (act !== undefined) {
        event.preventDefault();
        act();
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, button, a, [role=dialog], [contenteditable=true]") !==
      null &&
    !target.matches("[data-keys]")
  );
}

export function KeyHelp(props: { onDismiss: () => void }): ReactNode {
  return (
    <Modal
      visible
      header={t.keys.title}
      closeAriaLabel={t.common.close}
      onDismiss={props.onDismiss}
    >
      <dl>
        {t.keys.list.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
