import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { wilson } from '../../../../engine/kernels/wilson.ts';
import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { axisText, clipped, type Drawing, outline, plotRect } from '../../../charts/frame.ts';
import type { Rect } from '../../../charts/geometry.ts';
import { type KeyEntry, stretch } from '../../../charts/marks/key-marks.ts';
import { formatCount, formatPower } from '../../../charts/number-label.ts';
import { type Chart, drawChart, keyHeight, upright } from '../../kit/chart.ts';
import type { WidthFacts } from './facts.ts';

export interface WidthsInput extends Drawing {
  readonly m: number;
  /** By ascending width. */
  readonly facts: readonly WidthFacts[];
  readonly exact: readonly number[];
  /** Index into `facts`; null for none. */
  readonly pointed: number | null;
  readonly names: Readonly<Record<(typeof NAMED)[number] | 'width' | 'shares' | 'mse', string>>;
}

/** Keys of `gan.widths`. */
export const NAMED = ['exact', 'reachable', 'determined', 'arrived', 'final', 'floor', 'turn'] as const;

/** Labelled widths, in multiples of m. */
const SAID = [0.2, 0.5, 1, 2, 4, 8, 20];

/** Base-10 exponent of the lower end of the mse axis, to which mse are clamped. */
const LEAST = -12;

type Scale = ScaleContinuousNumeric<number, number>;

/** Height at scale 1 below which only shares are drawn. */
const LOW = 240;

function layout(input: WidthsInput) {
  const { width, height, scale, names } = input;
  const entries = entriesOf(input);
  const head = (part: 'shares' | 'mse') => keyHeight(input, names[part], entries[part], 12);
  const foot = 24 * scale;
  const isLow = height < LOW * scale;
  const tall = Math.max(2, height - head('shares') - foot - (isLow ? 0 : head('mse'))) / (isLow ? 1 : 2);
  const rect = (top: number): Rect => ({
    ...plotRect({ width, height }, { left: 52 * scale, right: 14 * scale, top, bottom: 0 }),
    height: tall,
  });
  const shares = rect(head('shares'));
  const mse = isLow ? null : rect(height - foot - tall);
  return { entries, shares, mse, headOfMse: shares.y + tall };
}

function scaleOf({ facts }: Pick<WidthsInput, 'facts'>, rect: Rect): Scale {
  const ends = [facts[0]?.width ?? 1, facts.at(-1)?.width ?? 10] as const;
  return scaleLog([ends[0] * 0.87, ends[1] * 1.15], [rect.x, rect.x + rect.width]);
}

export function widthAt(input: WidthsInput, px: number): number {
  const x = scaleOf(input, layout(input).shares);
  const away = input.facts.map(({ width }) => Math.abs(x(width) - px));
  return away.indexOf(Math.min(...away));
}

function strokesOf({ palette, scale }: Drawing) {
  return {
    exact: { color: palette.ink, width: 2 * scale, dash: [2 * scale, 4 * scale], cap: 'butt' as const },
    arrived: penStroke(palette.leftPath, 2 * scale),
    floor: { color: palette.ink, width: 1.6 * scale, dash: [6 * scale, 4 * scale], cap: 'butt' as const },
    fine: { color: palette.ink, width: 1.2 * scale, cap: 'butt' as const },
  };
}

function entriesOf(input: WidthsInput): Record<'shares' | 'mse', KeyEntry[]> {
  const { palette, scale, names } = input;
  const strokes = strokesOf(input);
  const at = (x: number, y: number) => [x + 8 * scale, y];
  const line = (label: string, color: string, stroke: (typeof strokes)[keyof typeof strokes]) => ({
    label,
    color,
    sign: stretch(16 * scale, [stroke]),
  });
  const shares: KeyEntry[] = [
    line(names.exact, palette.ink, strokes.exact),
    {
      label: names.reachable,
      color: palette.ink,
      sign: (x, y) => symbolsMark('ring', at(x, y), 7 * scale, { strokes: [strokes.fine] }),
    },
    {
      label: names.determined,
      color: palette.plantInk,
      sign: (x, y) => symbolsMark('diamond', at(x, y), 7 * scale, { fill: palette.plantInk }),
    },
    line(names.arrived, palette.leftText, strokes.arrived),
  ];
  return {
    shares,
    mse: [
      line(names.final, palette.leftText, strokes.arrived),
      line(names.floor, palette.ink, strokes.floor),
    ],
  };
}

/** Draws shares of games that can and do match the mean, and their mse. */
export function drawWidths(input: WidthsInput): DisplayList {
  const { scale, facts, names, m, width } = input;
  const { entries, shares, mse, headOfMse } = layout(input);
  const x = scaleOf(input, shares);
  const columns = {
    ticks: facts
      .filter((fact) => SAID.includes(fact.width / m))
      .map((fact) => ({ label: formatCount(fact.width), at: x(fact.width) })),
    to: width,
    name: { text: names.width, x: 5 * scale, below: 13 },
  };
  const above = { text: names.shares, y: 12 * scale };
  const below = { text: names.mse, y: headOfMse + 12 * scale };
  return [
    outline(input),
    ...drawChart(input, {
      ...{ rect: shares, title: above, key: entries.shares, ...(!mse && { x: columns }) },
      ...shareParts(input, shares, x),
    }),
    ...(mse
      ? drawChart(input, {
          ...{ rect: mse, title: below, key: entries.mse, x: columns, hasBase: true },
          ...mseParts(input, mse, x),
        })
      : []),
  ];
}

/** Draws lines at width 2m and at the read width. */
function uprights(input: WidthsInput, rect: Rect, x: Scale): Mark[] {
  const { palette, scale, m, pointed, facts } = input;
  const turn = x(2 * m);
  return [
    pathMark(
      [[turn, rect.y, turn, rect.y + rect.height]],
      [{ color: palette.muted, width: 1.4 * scale, dash: [4 * scale, 3 * scale], cap: 'butt' }],
    ),
    ...(pointed === null || !facts[pointed] ? [] : [upright(input, rect, x(facts[pointed].width), 'hover')]),
  ];
}

function shareParts(input: WidthsInput, rect: Rect, x: Scale): Pick<Chart, 'y' | 'layers'> {
  const { scale, palette, names, m } = input;
  const strokes = strokesOf(input);
  const y = scaleLinear([0, 1], [rect.y + rect.height, rect.y]);
  const played = input.facts.filter(({ games }) => games > 0);
  const at = (by: number, of: (fact: WidthFacts) => number) =>
    played.flatMap((fact) => [x(fact.width) + by * scale, y(of(fact) / fact.games)]);
  const [determined, reachable] = [at(3, (fact) => fact.determined), at(-3, (fact) => fact.reachable)];
  const exact = input.exact.map((value, i) => (i % 2 === 0 ? x(value) : y(value)));
  const arrived = at(0, (fact) => fact.arrived);
  // Band between the law and the games that arrived.
  const law = played.flatMap(({ width, exact: share }) => [x(width), y(share)]);
  const back: number[] = [];
  for (let i = law.length - 2; i >= 0; i -= 2) back.push(law[i]!, law[i + 1]!);
  const whiskers = played.map(({ width, reachable, games }) => {
    const { low, high } = wilson(reachable, games);
    return [x(width) - 3 * scale, y(low), x(width) - 3 * scale, y(high)];
  });
  const band = { fill: palette.leftPath, closed: true, opacity: 0.14, role: 'band' } as const;
  const halo = { color: palette.paper, width: 2.5 * scale };
  const marks = clipped(
    rect,
    [
      ...uprights(input, rect, x),
      ...(played.length > 1 ? [pathMark([[...arrived, ...back]], [], band)] : []),
      pathMark([exact], [strokes.exact], { role: 'bound' }),
      symbolsMark('diamond', determined, 7 * scale, { fill: palette.plantInk }),
      pathMark(whiskers, [strokes.fine]),
      symbolsMark('ring', reachable, 7 * scale, { fill: palette.paper, strokes: [strokes.fine] }),
      pathMark([arrived], [strokes.arrived], { role: 'curve-left' }),
      symbolsMark('dot', arrived, 6 * scale, { fill: palette.leftPath }),
    ],
    6 * scale,
  );
  // Free space is left of its line, above the law.
  const turn = axisText(input, names.turn, x(2 * m) - 5 * scale, rect.y + 9 * scale, 'end');
  return {
    y: { ticks: [0, 0.5, 1].map((share) => ({ label: `${100 * share} %`, at: y(share) })) },
    layers: () => [marks, { ...turn, halo }],
  };
}

function mseParts(input: WidthsInput, rect: Rect, x: Scale): Pick<Chart, 'y' | 'layers'> {
  const { scale, palette, facts } = input;
  const strokes = strokesOf(input);
  const finite = facts.flatMap(({ finals }) => finals.filter(Number.isFinite));
  const top = Math.ceil(Math.log10(Math.max(10, ...finite)));
  const log = scaleLinear([LEAST, top], [rect.y + rect.height, rect.y]);
  const y = (mse: number) => log(Math.max(LEAST, Math.min(top, Math.log10(mse))));
  const every = 3 * Math.max(1, Math.ceil((18 * scale * (top - LEAST)) / (3 * rect.height)));
  const rows = [];
  for (let power = LEAST; power <= top; power += every)
    rows.push({ label: `${power === LEAST ? '≤' : ''}${formatPower(power)}`, at: log(power) });
  const dots = facts.flatMap(({ width, finals }) =>
    finals.flatMap((mse) => (Number.isFinite(mse) ? [x(width), y(mse)] : [])),
  );
  const gone = facts.flatMap(({ width, finals }) =>
    finals.includes(Number.POSITIVE_INFINITY) ? [x(width), log(top)] : [],
  );
  const line = (of: (fact: WidthFacts) => number) =>
    facts.flatMap((fact) => (fact.games > 0 ? [x(fact.width), y(of(fact))] : []));
  const medians = line(({ final }) => final);
  const marks = clipped(
    rect,
    [
      ...uprights(input, rect, x),
      symbolsMark('dot', dots, 4 * scale, { fill: palette.leftPath, opacity: 0.35 }),
      symbolsMark('cross', gone, 8 * scale, { strokes: [penStroke(palette.leftPath, 2 * scale)] }),
      pathMark([line(({ floor }) => floor)], [strokes.floor], { role: 'bound' }),
      pathMark([medians], [strokes.arrived], { role: 'curve-left' }),
      symbolsMark('dot', medians, 6 * scale, { fill: palette.leftPath }),
    ],
    6 * scale,
  );
  return { y: { ticks: rows }, layers: () => [marks] };
}
