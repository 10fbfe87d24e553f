// The map as a graph: APIs, what in them invokes, the role it invokes in, the function.
import type { ReactNode } from "react";
import { lastPart, shortName } from "../../domain/arns";
import type { Edge, Verdict } from "../../domain/map";
import { href } from "../../router";
import { t } from "../../text/en";

interface Node {
  id: string;
  label: string;
  href: string;
  column: number;
  row: number;
}

interface Line {
  from: string;
  to: string;
  /** None between an API and what is part of it. */
  verdict: Verdict | undefined;
}

const COLUMN = 250;
const ROW = 44;
const WIDTH = 190;
const HEIGHT = 30;
const LONGEST = 26;

export function Graph(props: { edges: Edge[] }): ReactNode {
  const { nodes, lines } = layout(props.edges);
  const rows = Math.max(...nodes.map((node) => node.row)) + 1;
  const at = new Map(nodes.map((node) => [node.id, node]));
  return (
    <div className="map scroll" tabIndex={0} role="region" aria-label={t.map.graph}>
      <svg viewBox={`0 0 ${COLUMN * 3 + WIDTH + 20} ${rows * ROW + 40}`}>
        {[t.map.api, t.map.from, t.map.role, t.integration.function].map((title, column) => (
          <text key={title} x={column * COLUMN + 10} y={20} fontWeight="700">
            {title}
          </text>
        ))}
        {lines.map((line) => {
          const [from, to] = [at.get(line.from), at.get(line.to)];
          return (
            from !== undefined &&
            to !== undefined && (
              <path
                key={`${line.from} ${line.to}`}
                className={classOf(line.verdict)}
                d={curve(from, to)}
              />
            )
          );
        })}
        {nodes.map((node) => (
          <a key={node.id} href={node.href} aria-label={node.label}>
            <title>{node.label}</title>
            <rect className="node" rx={6} x={x(node)} y={y(node)} width={WIDTH} height={HEIGHT} />
            <text x={x(node) + 8} y={y(node) + 20}>
              {node.label.length > LONGEST ? `${node.label.slice(0, LONGEST - 1)}…` : node.label}
            </text>
          </a>
        ))}
      </svg>
    </div>
  );
}

function x(node: Node): number {
  return node.column * COLUMN + 10;
}

function y(node: Node): number {
  return node.row * ROW + 32;
}

function curve(from: Node, to: Node): string {
  const [x1, y1] = [x(from) + WIDTH, y(from) + HEIGHT / 2];
  const [x2, y2] = [x(to), y(to) + HEIGHT / 2];
  const middle = (x1 + x2) / 2;
  return `M ${x1} ${y1} C ${middle} ${y1}, ${middle} ${y2}, ${x2} ${y2}`;
}

function classOf(verdict: Verdict | undefined): string {
  switch (verdict) {
    case "allowed":
      return "edge";
    case "refused":
      return "edge missing";
    case "unsure":
      return "edge unsure";
    case undefined:
      return "edge part";
  }
}

/** Of what is drawn as one line, the worst. */
function worse(one: Verdict | undefined, other: Verdict | undefined): Verdict | undefined {
  const order = [undefined, "allowed", "unsure", "refused"] as const;
  return order[Math.max(order.indexOf(one), order.indexOf(other))];
}

function layout(edges: Edge[]): { nodes: Node[]; lines: Line[] } {
  const nodes = new Map<string, Node>();
  const rows = [0, 0, 0, 0];
  const lines = new Map<string, Line>();
  const node = (column: number, key: string, label: string, to: string): string => {
    const id = `${column} ${key}`;
    if (!nodes.has(id)) {
      const row = rows[column] ?? 0;
      rows[column] = row + 1;
      nodes.set(id, { id, label, href: to, column, row });
    }
    return id;
  };
  const line = (from: string, to: string, verdict: Verdict | undefined): void => {
    const key = `${from} ${to}`;
    const known = lines.get(key);
    lines.set(key, { from, to, verdict: worse(verdict, known?.verdict) });
  };
  for (const edge of edges) {
    const api = node(0, edge.api.id, edge.api.name, href("apis", edge.api.id));
    const from = node(1, edge.href + edge.label, edge.label, edge.href);
    const fn = node(
      3,
      edge.function,
      shortName(edge.function),
      href("functions", shortName(edge.function).split(":")[0] ?? "", "permissions"),
    );
    line(api, from, undefined);
    if (edge.role === undefined) {
      line(from, fn, edge.verdict);
    } else {
      const name = lastPart(edge.role);
      const role = node(2, edge.role, name, href("iam", "roles", name));
      line(from, role, edge.verdict);
      line(role, fn, edge.verdict);
    }
  }
  return { nodes: [...nodes.values()], lines: [...lines.values()] };
}
