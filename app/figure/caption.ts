import '../problems/one-neuron/words.en.ts';
import './words.en.ts';
import '../ui/fields/param-words.en.ts';
import '../pictures/alt-words.en.ts';

import { scenarioParams } from '../../engine/catalog.ts';
import type { SideName } from '../../engine/contract.ts';
import { isSetName } from '../../engine/data/set-names.ts';
import {
  defaultOf,
  formatParam,
  type ParamSpec,
  type ParamValue,
  sameValue,
  shapesRun,
} from '../../engine/params.ts';
import { valueAt } from '../../engine/scenario/scenario.ts';
import { formatCount, formatNumberShort, formatFour as short } from '../i18n/format.ts';
import { dynamicKey, type Translate } from '../i18n/messages.ts';
import { BUILD } from '../session/build.ts';
import type { Snapshot } from '../session/picture/snapshot.ts';
import { presetOf } from '../session/scenario/preset-of.ts';
import { problemName } from '../session/scenario/problem-name.ts';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';
import { verdictWords } from './compose.ts';

/** Keys named even at defaults: they identify the data. */
export const ALWAYS = ['seed', 'n', 'd'];

/** Keys that the line of the step covers with actual numbers, if an optimizer moves a side. */
const OF_THE_STEP = ['rule', 'c', 'step', 'rrule', 'rc', 'rstep'];

/** Longest value in characters; own data are in the link. */
const LONGEST = 60;

/** Longest printed link in characters. */
const LONGEST_LINK = 700;

export function scenarioTitle({ scenario }: Pick<AppState, 'scenario'>, t: Translate): string {
  const preset = presetOf(scenario);
  return preset
    ? t(dynamicKey('preset', preset, 'title'))
    : t('figure.captionProblem', { problem: problemName(scenario.problem, t) });
}

function valueWords(name: string, spec: ParamSpec, value: ParamValue, t: Translate): string {
  if (spec.kind === 'choice')
    return (
      t(dynamicKey('choice', name === 'rrule' ? 'rule' : (spec.called ?? name), value as string)) ||
      String(value)
    );
  if (spec.kind === 'flag') return t(value ? 'class.on' : 'class.off');
  // Packed data are unreadable; the link contains them.
  if (name === 'data') return isSetName(value) ? String(value) : t('data.own');
  if (value === Number.POSITIVE_INFINITY) return '∞';
  if (typeof value === 'number')
    return Number.isInteger(value) ? formatCount(value) : formatNumberShort(value);
  if (Array.isArray(value)) return vectorWords(value as readonly number[]);
  const text = formatParam(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** Vector entries written out. */
const MOST_NUMBERS = 6;

function vectorWords(values: readonly number[]): string {
  const told = values.slice(0, MOST_NUMBERS).map((value) => formatNumberShort(value));
  return `(${[...told, ...(values.length > MOST_NUMBERS ? ['…'] : [])].join(', ')})`;
}

/** Keys named even at their defaults, and keys never named. */
export interface ParamChoice {
  readonly always: readonly string[];
  readonly leftOut: readonly string[];
}

/** Chooses a caption's keys. If each side has its own loss, includes the model, both losses and their update rules. */
function captionChoice({ scenario, opened }: AppState, isStepTold: boolean): ParamChoice {
  const isOwn = opened?.dimension === 0;
  const matters = Object.entries(scenarioParams(scenario.problem)).filter(
    ([, { kind, group }]) =>
      kind === 'choice' || (kind !== 'flag' && (group === 'loss' || group === 'descent')),
  );
  // A given step length replaces c.
  const told = isStepTold ? OF_THE_STEP : valueAt(scenario, 'step') ? ['c'] : [];
  return { always: [...ALWAYS, ...(isOwn ? matters.map(([name]) => name) : [])], leftOut: told };
}

/** Names the parameters that differ from their defaults and those in `always`, without display settings. */
export function paramWords(
  state: Pick<AppState, 'scenario' | 'opened'>,
  t: Translate,
  { always, leftOut }: ParamChoice,
): string[] {
  const { problem, values } = state.scenario;
  const specs = scenarioParams(problem);
  const words: string[] = [];
  for (const [name, spec] of Object.entries(specs)) {
    const value = valueAt(state.scenario, name);
    if (!shapesRun(spec) || leftOut.includes(name) || value === undefined || value === null) continue;
    if (spec.when && !spec.when(values)) continue;
    if (!always.includes(name) && sameValue(value, defaultOf(spec, values))) continue;
    words.push(
      t('figure.captionParam', {
        name: t(dynamicKey('param', spec.called ?? name)),
        value: valueWords(name, spec, value, t),
      }),
    );
  }
  return [...words, ...ownCounts(state, t)];
}

/** Counts own data's samples and weights, which no parameter does. */
function ownCounts({ scenario, opened }: Pick<AppState, 'scenario' | 'opened'>, t: Translate): string[] {
  if (scenario.values.features !== 'csv' || !opened?.samples.count) return [];
  return (
    [
      ['param.n', opened.samples.count],
      ['param.d', opened.samples.dimension],
    ] as const
  ).map(([key, value]) => t('figure.captionParam', { name: t(key), value: formatCount(value) }));
}

/** Describes rule and step of each optimized side, once if both agree. */
export function stepsTaken({ opened }: AppState, t: Translate): { side: SideName; words: string }[] {
  const taken = (['left', 'right'] as const).flatMap((side) => {
    if (!opened || opened.sides[side].iterates) return [];
    const { rule, step, stepUnit } = opened.sides[side];
    const c = short(step * (stepUnit || 1));
    const words = t('figure.captionStep', { rule: t(dynamicKey('choice.rule', rule)), step: short(step), c });
    return [{ side, words }];
  });
  return taken[0]?.words === taken[1]?.words ? taken.slice(0, 1) : taken;
}

/** Returns one sentence of parameters and steps, or none. */
export function madeBy(state: AppState, t: Translate): string[] {
  const taken = stepsTaken(state, t);
  const steps = taken.map(({ side, words }) =>
    taken.length === 1
      ? t('figure.captionParam', { name: t('param.rule'), value: words })
      : t('figure.captionSide', { side: viewOf(state).title(state, side, t), words }),
  );
  const params = [...paramWords(state, t, captionChoice(state, taken.length > 0)), ...steps];
  return params.length > 0 ? [t('figure.captionParams', { params })] : [];
}

/**
 * Returns a caption's paragraphs: title, parameters, both sides' states, link to the same digits, build. `tooLong` replaces a link too
 * long to print: files contain it, paper does not.
 */
export function captionOf(
  snapshot: Snapshot,
  link: string,
  t: Translate,
  tooLong: 'figure.longLink' | 'figure.longLinkOnPaper' = 'figure.longLink',
): string[] {
  const state = snapshot.store.getState();
  const { scenario, k } = state;
  const { features, data } = scenario.values;
  const verdicts = (['left', 'right'] as const).map((side) =>
    t('figure.captionSide', {
      side: viewOf(state).title(state, side, t),
      words: verdictWords(snapshot, side, t),
    }),
  );
  return [
    t('figure.captionTitle', { title: scenarioTitle(state, t), k }),
    t('alt.whole', { parts: [...madeBy(state, t), ...verdicts] }),
    ...(features === 'csv' && data === '' ? [t('figure.captionNoData')] : []),
    sourceWords(link, t, tooLong),
  ];
}

export function sourceWords(
  link: string,
  t: Translate,
  tooLong: 'figure.longLink' | 'figure.longLinkOnPaper' = 'figure.longLink',
  most = LONGEST_LINK,
): string {
  return `${t('figure.captionBuild', BUILD)} ${link.length <= most ? link : t(tooLong)}`;
}

/** Returns a file name of scenario, panel, step; letters, digits and hyphens, no extension. */
export function fileName({ scenario, k }: Pick<AppState, 'scenario' | 'k'>, part: string): string {
  return ['twin-descent', presetOf(scenario) ?? scenario.problem, part, `k${k}`].join('-');
}
