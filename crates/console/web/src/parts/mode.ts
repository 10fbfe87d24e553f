// Light or dark: what was chosen, else what the system prefers.

export type Mode = "light" | "dark";

const KEY = "portcullis-mode";

export function rememberedMode(): Mode {
  const kept = localStorage.getItem(KEY);
  if (kept === "light" || kept === "dark") {
    return kept;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

export function chooseMode(mode: Mode): void {
  localStorage.setItem(KEY, mode);
  applyMode(mode);
}

export function applyMode(mode: Mode): void {
  document.body.classList.toggle("awsui-dark-mode", mode === "dark");
}
