import type { SideName } from '../../../engine/contract.ts';
import type { NetworkInfo, Update } from '../../../workers/protocol.ts';
import type { MarkName } from '../../session/extra-marks.ts';
import type { AppState } from '../../session/store.ts';
import type { FormulaFacts, RuleFacts } from './formula-facts.ts';

/** What the formulae depend on, as the page is set now; null before a run is open. */
export function formulaFacts(
  { opened, scenario }: Pick<AppState, 'opened' | 'scenario'>,
  update: Update | null,
): FormulaFacts | null {
  const { values, problem } = scenario;
  // What was opened last may be of another problem than what is asked for now.
  if (!opened || (opened.network !== null) !== (problem === 'two-layer')) return null;
  const network = opened.network;
  const rule = (side: SideName): RuleFacts => ({
    rule: opened.settings[side].rule,
    step: opened.settings[side].step,
    c: Number((opened.settings[side].step * (opened.smoothness || 1)).toPrecision(12)),
    given: (side === 'right' && values.unlock ? values.rstep : values.step) !== null,
  });
  const rules = { left: rule('left'), right: rule('right') };
  return {
    problem,
    smoothness: opened.smoothness,
    rules,
    same: rules.left.rule === rules.right.rule && rules.left.step === rules.right.step,
    momentum: values.momentum,
    beta1: values.beta1,
    beta2: values.beta2,
    batch: values.batch,
    leak: values.leak ?? 0,
    blend: values.blend ?? 1,
    noise:
      values.features === 'csv' && !opened.planted
        ? 'unknown'
        : opened.planted
          ? 'none'
          : values.noisein
            ? 'inside'
            : 'outside',
    hasPlant: opened.plant !== null,
    planted: opened.planted,
    negative: (update?.told?.negative ?? 0) > 0,
    population: opened.samples.count === Number.POSITIVE_INFINITY,
    standardised: opened.standardised,
    solved: network?.solved ?? false,
    trained: network?.trained ?? true,
    constant: network?.constant ?? false,
    program: network?.program ?? 'exact',
  };
}

/** Only directions of the plane have a circle. */
function networkMarks({ columns, teacher, program }: NetworkInfo, update: Update | null): MarkName[] {
  if (columns !== 2) return [];
  const marks: MarkName[] = ['left', 'right'];
  if (teacher) marks.push('plant');
  marks.push('slope-left');
  if (program !== 'sampled') marks.push('band');
  if (update?.left?.network?.on.includes(0)) marks.push('dead');
  return marks;
}

/** The marks that the present pictures have. */
export function marksOf(
  { opened, scenario }: Pick<AppState, 'opened' | 'scenario'>,
  update: Update | null,
): MarkName[] {
  if (!opened) return [];
  if (opened.network) return networkMarks(opened.network, update);
  const marks: MarkName[] = [];
  if (opened.dimension > 1) {
    marks.push('left', 'right');
    if (opened.plant) marks.push('plant');
    marks.push('start', 'slope-left', 'slope-right');
    if (scenario.problem === 'one-neuron') marks.push('difference');
  }
  const inputs = opened.samples.dimension - (opened.samples.hasOnes ? 1 : 0);
  if (update?.told && inputs <= 2 && scenario.problem === 'one-neuron') marks.push('samples', 'dead');
  return marks;
}
