// The sequence of a request as a picture: lanes, arrows, times.
import type { ReactNode } from "react";
import { took } from "../../parts/time";
import type { Entry, LaneName, Step } from "../../portcullis";
import { t } from "../../text/en";

const LANES: LaneName[] = ["client", "gateway", "authorizer", "policy", "backend", "logs"];
const LEFT = 80;
const LANE = 150;
const ROW = 34;
const TOP = 44;
/** Of a letter, and what a picture has beside its lanes for the words of its steps. */
const LETTER = 6.7;
const LEAST = 1100;

export function Sequence(props: { entry: Entry }): ReactNode {
  const { steps } = props.entry;
  const used = LANES.filter((lane) => steps.some((step) => step.from === lane || step.to === lane));
  const x = (lane: LaneName) => LEFT + 60 + used.indexOf(lane) * LANE;
  const height = TOP + steps.length * ROW + 20;
  const width = Math.max(LEFT + used.length * LANE + 200, LEAST);
  return (
    <svg className="sequence" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.request.sequence}>
      {used.map((lane) => (
        <g key={lane}>
          <line x1={x(lane)} y1={TOP - 10} x2={x(lane)} y2={height} />
          <rect x={x(lane) - 50} y={8} width={100} height={24} rx={5} />
          <text x={x(lane)} y={24} textAnchor="middle" fontWeight="700">
            {t.request.lanes[lane]}
          </text>
        </g>
      ))}
      {steps.map((step, index) => (
        // Steps have no other identity than their place.
        // oxlint-disable-next-line react/no-array-index-key
        <Arrow key={index} step={step} y={TOP + index * ROW + 20} from={x(step.from)} to={x(step.to)} width={width} />
      ))}
    </svg>
  );
}

function Arrow(props: {
  step: Step;
  y: number;
  from: number;
  to: number;
  width: number;
}): ReactNode {
  const { step, y, from, to } = props;
  const words = step.text.split("\n")[0] ?? "";
  const room = Math.floor((props.width - Math.min(from, to) - 10) / LETTER);
  const text = words.length > room ? `${words.slice(0, room - 1)}…` : words;
  const mark = step.mark === "plain" ? "" : step.mark;
  const alone = from === to;
  const left = Math.min(from, to);
  const point = to > from ? to - 7 : to + 7;
  return (
    <g>
      <text className="soft" x={4} y={y + 4}>
        {took(step.at_micros)}
      </text>
      {alone ? (
        <circle className={mark} cx={from} cy={y} r={4} />
      ) : (
        <>
          <line className={mark} x1={from} y1={y} x2={to} y2={y} />
          <path className={mark} d={`M ${point} ${y - 4} L ${to} ${y} L ${point} ${y + 4}`} />
        </>
      )}
      <text x={alone ? from + 10 : left + 10} y={alone ? y + 4 : y - 5}>
        <title>{words}</title>
        {text}
      </text>
    </g>
  );
}
