// A small editor: a text area over its own coloured text.
import { type ReactNode, useMemo } from "react";
import { type Language, tokens } from "./tokens";

export function Editor(props: {
  value: string;
  onChange?: (value: string) => void;
  language: Language;
  label: string;
  rows?: number;
  id?: string;
}): ReactNode {
  const { value, onChange, language, label, rows = 12 } = props;
  return (
    <div className="editor" style={{ height: `${rows * 1.5 + 1}em` }}>
      <div className="editor-inner">
        <Coloured text={`${value}\n`} language={language} />
        <textarea
          {...(props.id === undefined ? {} : { id: props.id })}
          aria-label={label}
          value={value}
          readOnly={onChange === undefined}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => onChange?.(event.target.value)}
        />
      </div>
    </div>
  );
}

function Coloured(props: { text: string; language: Language }): ReactNode {
  const parts = useMemo(() => tokens(props.text, props.language), [props.text, props.language]);
  let at = 0;
  return (
    <pre aria-hidden="true">
      {parts.map((part) => {
        at += part.text.length;
        return part.kind === "plain" ? (
          part.text
        ) : (
          <span key={at} className={`token-${part.kind}`}>
            {part.text}
          </span>
        );
      })}
    </pre>
  );
}

/** A text that is only read, such as a policy. */
export function Code(props: { text: string; language: Language; label: string }): ReactNode {
  const parts = useMemo(() => tokens(props.text, props.language), [props.text, props.language]);
  let at = 0;
  return (
    <pre className="code" tabIndex={0} role="region" aria-label={props.label}>
      {parts.map((part) => {
        at += part.text.length;
        return (
          <span key={at} className={`token-${part.kind}`}>
            {part.text}
          </span>
        );
      })}
    </pre>
  );
}
