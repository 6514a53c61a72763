import '../../ui/notices/notice-words.en.ts';
import { type ProblemId, scenarioParams } from '../../../engine/catalog.ts';
import { type Axis, placesOf, RATIO } from '../../../engine/ensemble/axes.ts';
import {
  type DRAWN,
  drawnAmong,
  hasStartLaws,
  type START_LAWS,
} from '../../../engine/ensemble/ensemble-params.ts';
import { type Sweep, sweepValues } from '../../../engine/ensemble/sweep.ts';
import type { EnsembleFailure, EnsembleSummary } from '../../../workers/protocol.ts';
import { formatNumberShort, formatPercent } from '../../i18n/format.ts';
import { percent } from '../../i18n/format-tenth.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import { type AimName, viewOf } from '../../session/view.ts';
import { choiceKey } from '../../ui/fields/ParamControl.tsx';
import type { Prefix } from './job/finished-prefix.ts';

export const runWords = ({ scenario: { problem } }: Sweep) => viewOf({ openedProblem: problem }).runs;

export const aimOf = (sweep: Sweep) => runWords(sweep).aim(sweep.scenario.values);

/** Writes a criterion: a relative gap in per cent, without a break. */
export const withinWords = (aim: AimName, within: number): string =>
  aim === 'gap'
    ? formatPercent(formatNumberShort(100 * within)).replaceAll(' ', '\u00A0')
    : formatNumberShort(within);

/** Names what is drawn for each run. */
export function drawnWord(problem: ProblemId, name: keyof typeof DRAWN, t: Translate): string {
  const { drawnPlant } = viewOf({ openedProblem: problem }).runs;
  return t(`ensemble.drawn.${name === 'plant' ? (drawnPlant ?? name) : name}`);
}

export function criterionWords(sweep: Sweep, t: Translate): string {
  const { within, limit, startlaw, vary } = sweep.ensemble;
  const said = t(`ensemble.criterion.${aimOf(sweep)}`, { within: withinWords(aimOf(sweep), within), limit });
  const specs = scenarioParams(sweep.scenario.problem);
  const names = drawnAmong(specs, sweep.scenario.values, vary);
  if (names.length === 0) return `${said} ${t('ensemble.nothingDrawn')}`;
  const drawn = names.map((name) => drawnWord(sweep.scenario.problem, name, t)).join(', ');
  return `${said} ${t('ensemble.law', { law: hasStartLaws(specs) ? lawWord(startlaw, t) : null, drawn })}`;
}

/** Describes the counted runs: all, the first ones, or a shard's. */
export function ofWords({ from, count, hasGaps }: Prefix, runs: number, t: Translate): string {
  if (count === runs) return t('ensemble.all', { count });
  if (hasGaps) return t('ensemble.some', { count, of: runs });
  return from === 0 ? t('ensemble.first', { count }) : t('ensemble.prefix', { from, to: from + count - 1 });
}

export function lawWord(law: (typeof START_LAWS)[number], t: Translate): string {
  return t(`choice.startlaw.${law}`);
}

export const sideNames = (sweep: Sweep, t: Translate) => runWords(sweep).sides(sweep.scenario, t);

/** Names a cell: "n/d = 2, d = 10 (n = 20)". A ratio's n is rounded and clamped. */
export function placeWords(sweep: Sweep, cell: number, t: Translate): string {
  const { axes, scenario } = sweep;
  const { problem } = scenario;
  const place = (name: string, value: string) => t('ensemble.place', { name, value });
  const places = placesOf(axes, cell)
    .map((value, i) => {
      const { key } = axes[i]!;
      return place(axisWord(key, t, problem), placeNames({ key, at: [value] }, t, problem)[0]!);
    })
    .join(', ');
  if (!axes.some(({ key }) => key === RATIO)) return places;
  const n = place('n', formatNumberShort(sweepValues(sweep, cell).n as number));
  return t('ensemble.places.of', { places, n });
}

/** Names an axis; n and d keep their letters. */
export function axisWord(key: string, t: Translate, problem: ProblemId): string {
  if (key === RATIO) return 'n/d';
  return key === 'n' || key === 'd'
    ? key
    : t(dynamicKey('param', scenarioParams(problem)[key]?.called ?? key));
}

export function placeNames({ key, at }: Axis, t: Translate, problem: ProblemId): string[] {
  const spec = scenarioParams(problem)[key];
  if (spec?.kind !== 'choice') return at.map((value) => formatNumberShort(value));
  return at.map((place) => t(choiceKey(key, spec, spec.options[place]!)));
}

export function axesWords({ axes, scenario }: Sweep, t: Translate): string {
  const [x, y] = axes.map(({ key }) => axisWord(key, t, scenario.problem));
  return t('ensemble.axes', { x: x!, y: y ?? null, cells: axes.map(({ at }) => at.length) });
}

export function failureWords(failure: EnsembleFailure, t: Translate): string {
  return 'failure' in failure ? t('notice', failure.failure) : failure.trouble;
}

/** Compares the left's share with its proved bound, with the reason; empty without a bound. */
export function mostWords(
  { left: { arrived } }: EnsembleSummary,
  most: number | null,
  sweep: Sweep,
  t: Translate,
): string[] {
  if (most === null) return [];
  const why = runWords(sweep).most;
  return [t('ensemble.most', { most, measured: arrived.runs / arrived.of }), ...(why ? [t(why)] : [])];
}

/** Describes the claim's measurement, tolerance and law of the starts. */
export function auditWords(
  { kept }: NonNullable<EnsembleSummary['audit']>,
  { ensemble: { startlaw, limit } }: Sweep,
  t: Translate,
): string {
  return t('ensemble.audit.measured', {
    kept: kept.runs,
    of: kept.of,
    share: percent(kept.runs / kept.of),
    ...kept.interval,
    law: lawWord(startlaw, t),
    limit,
  });
}
