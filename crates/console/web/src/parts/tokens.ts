// Splits a text into coloured parts: enough of each language to read it well, and never wrong about
// the text itself, since the parts put together are the text.

export type Language = "json" | "velocity" | "python" | "javascript" | "text";
export interface Token {
  kind: "plain" | "string" | "number" | "word" | "comment" | "reference";
  text: string;
}

const RULES: Record<Language, RegExp> = {
  text: /(?!)/g,
  json: /(?<string>"(?:[^"\\\n]|\\.)*")|(?<number>-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b)|(?<word>\b(?:true|false|null)\b)/g,
  velocity:
    /(?<comment>##[^\n]*|#\*[\s\S]*?\*#)|(?<word>#\{?(?:set|if|elseif|else|end|foreach|break|stop)\}?)|(?<reference>\$!?\{?[A-Za-z_][\w.-]*\}?)|(?<string>"(?:[^"\\\n]|\\.)*"|'[^'\n]*')|(?<number>\b\d+\b)/g,
  python:
    /(?<comment>#[^\n]*)|(?<string>"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>\b(?:def|return|if|elif|else|for|in|not|and|or|import|from|as|class|with|try|except|raise|finally|while|lambda|None|True|False|pass|async|await)\b)/g,
  javascript:
    /(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<string>`(?:[^`\\]|\\.)*`|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>\b(?:const|let|var|function|return|if|else|for|of|in|new|class|import|export|from|async|await|throw|try|catch|finally|while|null|undefined|true|false)\b)/g,
};

/** Longer texts are shown plain: colours must not make typing slow. */
const MOST_COLOURED = 60_000;

export function tokens(text: string, language: Language): Token[] {
  if (text.length > MOST_COLOURED) {
    return [{ kind: "plain", text }];
  }
  const found: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(RULES[language])) {
    if (match.index > at) {
      found.push({ kind: "plain", text: text.slice(at, match.index) });
    }
    const named = Object.entries(match.groups ?? {}).find(([, value]) => value !== undefined);
    found.push({ kind: (named?.[0] ?? "plain") as Token["kind"], text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < text.length) {
    found.push({ kind: "plain", text: text.slice(at) });
  }
  return found;
}
