import type { SideName } from '../../../../engine/contract.ts';
import { axisKeys, RATIO } from '../../../../engine/ensemble/axes.ts';
import type { Sweep } from '../../../../engine/ensemble/sweep.ts';
import { namesOf, type ParamSpecs, type Values } from '../../../../engine/params.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import type { ExactLine } from '../../../../workers/protocol.ts';
import type { ExactLaw } from '../../../session/view.ts';
import { runWords } from '../ensemble-words.ts';
import { areCounted, type Filled, finishedPrefix } from '../job/finished-prefix.ts';

/** Levels of the exact curve, main one first. */
export const LEVELS = [0.5, 0.05, 0.95] as const;

/** Runs and arrivals per cell, of its finished prefix; in audits also runs in which the right was never behind (`kept`). */
export interface CellCounts {
  readonly done: Int32Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly kept: Int32Array;
  /** Ties (`Aim.series`). */
  readonly ties: Readonly<Record<SideName, Int32Array>>;
}

export function countCells(filled: Filled): CellCounts {
  const { sweep } = filled.runs;
  const { runs } = sweep.ensemble;
  const counts = {
    done: new Int32Array(sweep.cells),
    left: new Int32Array(sweep.cells),
    right: new Int32Array(sweep.cells),
    kept: new Int32Array(sweep.cells),
    ties: { left: new Int32Array(sweep.cells), right: new Int32Array(sweep.cells) },
  };
  if (areCounted(filled.runs)) {
    const total = (of: Iterable<number>) => [...of].reduce((sum, one) => sum + one, 0);
    for (const [cell, of] of filled.runs.cells.entries()) {
      counts.done[cell] = of.runs;
      for (const side of SIDES) {
        counts[side][cell] = total(of[side].arrived);
        counts.ties[side][cell] = total(of[side].ties);
      }
      if (of.audit) counts.kept[cell] = of.runs - total(of.audit.firsts.values());
    }
    return counts;
  }
  const { columns } = filled.runs;
  for (let cell = 0; cell < sweep.cells; cell++) {
    const { from, count } = finishedPrefix(filled, cell);
    counts.done[cell] = count;
    for (let i = cell * runs + from; i < cell * runs + from + count; i++) {
      for (const side of SIDES) {
        if (columns[side].arrivals[i]! >= 0) counts[side][cell]!++;
        else if (Number.isNaN(columns[side].aways[i]!)) counts.ties[side][cell]!++;
      }
      if (columns.audit.behindAt[i]! < 0) counts.kept[cell]!++;
    }
  }
  return counts;
}

export type PanelName = 'left' | 'right' | 'difference' | 'kept';

/** Returns a diagram's panels; audits add the last. */
export function panelsOf(sweep: Sweep): readonly PanelName[] {
  const audited = sweep.ensemble.audit && runWords(sweep).isOfSamples;
  return audited ? ['left', 'right', 'difference', 'kept'] : ['left', 'right', 'difference'];
}

/** Returns a panel's value per cell. A cell without runs takes its coarser neighbour's value or NaN. */
export function panelValues(counts: CellCounts, columns: number, panel: PanelName): Float64Array {
  const { done, left, right } = counts;
  const share = (cell: number) => {
    if (done[cell] === 0) return Number.NaN;
    if (panel === 'difference') return (right[cell]! - left[cell]!) / done[cell]!;
    return counts[panel][cell]! / done[cell]!;
  };
  return Float64Array.from(done, (_, cell) => {
    const column = cell % columns;
    const row = (cell - column) / columns;
    for (let stride = 1; stride <= 8; stride *= 2) {
      const found = share((row - (row % stride)) * columns + column - (column % stride));
      if (!Number.isNaN(found)) return found;
    }
    return Number.NaN;
  });
}

/** Returns the largest absolute difference; 1 if all are 0. */
export function largestDifference(differences: Float64Array): number {
  let most = 0;
  for (const value of differences) if (Math.abs(value) > most) most = Math.abs(value);
  return most || 1;
}

const isAscending = (places: readonly number[]) =>
  places.every((place, i) => i === 0 || place > places[i - 1]!);

/** Returns the exact law for the sweep's two parameters, or null. Requires ascending numbers; a ratio sets n. */
export function exactLaw(sweep: Sweep): ExactLaw | null {
  const { ensemble, axes, scenario } = sweep;
  const law = runWords(sweep).exact;
  const keys = axes.map(({ key }) => (key === RATIO ? 'n' : key));
  const isOf =
    law &&
    axes.length === 2 &&
    axes.every(({ at }) => isAscending(at)) &&
    keys.includes(law.trials) &&
    keys.includes(law.successes) &&
    law.holds(scenario.values, namesOf(ensemble.vary));
  return isOf ? law : null;
}

/** Returns the law's lines, computed at the values of its successes. */
export async function exactDrawn(sweep: Sweep, law: ExactLaw, engine: EngineClient) {
  const successes = sweep.axes.find(({ key }) => key === law.successes)!.at;
  const lines = await engine.ensemble.exactLines(successes, LEVELS);
  return lines.map((line) => ({ points: exactPoints(sweep, law, line), strong: line.level === LEVELS[0] }));
}

/** Converts a line to flat cell coordinates within the diagram. */
export function exactPoints({ axes }: Sweep, law: ExactLaw, line: ExactLine): number[] {
  const [x, y] = axes as [Sweep['axes'][number], Sweep['axes'][number]];
  const along = x.key === law.successes ? x : y;
  const across = along === x ? y : x;
  const points: number[] = [];
  along.at.forEach((successes, i) => {
    const ratio = line.ratios[i]!;
    const at = placeAmong(across.at, across.key === RATIO ? ratio : ratio * successes);
    if (at === null) return;
    if (along === x) points.push(i, at);
    else points.push(at, i);
  });
  return points;
}

/** Returns a value's fractional index among ascending places; null for NaN or over half a place outside. */
export function placeAmong(places: readonly number[], value: number): number | null {
  if (Number.isNaN(value) || places.length < 2) return null;
  let i = 0;
  while (i < places.length - 2 && places[i + 1]! < value) i++;
  const at = i + (value - places[i]!) / (places[i + 1]! - places[i]!);
  return at >= -0.5 && at <= places.length - 0.5 ? at : null;
}

/** Axis pairs for a first diagram; the first available wins. */
const FIRST_PAIRS = [
  ['neurons', 'beta'],
  [RATIO, 'd'],
  ['y', 'beta'],
  ['width', 'm'],
  ['c', 'blend'],
] as const;

export function firstAxes(specs: ParamSpecs, values: Values) {
  const keys = axisKeys(specs, values);
  const pair = FIRST_PAIRS.find((names) => names.every((key) => keys.includes(key)));
  if (!pair) return null;
  const [xkey, ykey] = pair;
  return { xkey, xat: firstPlaces(xkey, specs, values), ykey, yat: firstPlaces(ykey, specs, values) };
}

export function firstPlaces(key: string, specs: ParamSpecs, values: Values): number[] {
  if (key === RATIO) return [1, 1.5, 2, 2.5, 3, 3.5, 4];
  if (key === 'd') return [2, 4, 6, 8, 10, 15, 20];
  const spec = specs[key];
  if (spec?.kind === 'choice') return [...spec.options.keys()];
  if (!spec || (spec.kind !== 'integer' && spec.kind !== 'number')) return [];
  const now = values[key] as number;
  if (spec.kind === 'integer')
    return [
      ...new Set([0.25, 0.5, 0.75, 1, 1.5, 2, 3].map((times) => Math.round(times * Math.max(4, now)))),
    ].filter((place) => place >= spec.min && place <= spec.max);
  if (key === 'c' || key === 'rc') return [0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.9];
  const end = Math.min(spec.max, spec.min + Math.max(1, now - spec.min));
  return Array.from({ length: 7 }, (_, i) => spec.min + (i * (end - spec.min)) / 6).map((place) =>
    Math.min(spec.max, Math.max(spec.min, Number(place.toPrecision(3)))),
  );
}
