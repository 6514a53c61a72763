import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatShare } from '../app/i18n/format.ts';
import { formatAtMost, formatTimesAtLeast } from '../app/i18n/format-bound.ts';
import { ALWAYS } from '../app/storage/lectures/shipped/always.ts';
import { OF_SCENES } from '../app/storage/lectures/shipped/computed-numbers.ts';
import { SHIPPED_IDS } from '../app/storage/lectures/shipped/ids.ts';
import { CATALOG, type ProblemId } from '../engine/catalog.ts';
import type { DescendingSide, Instance } from '../engine/contract.ts';
import { TOLERANCE } from '../engine/ensemble/audit.ts';
import { BOX, ENSEMBLE_PARAMS } from '../engine/ensemble/ensemble-params.ts';
import { prepareRun } from '../engine/ensemble/run-ensemble.ts';
import { MOST_BASIN_SIZE, MOST_NUMBERS, MOST_STEPS } from '../engine/export/kinds.ts';
import { DEFAULT_STEPS, MOST_EMBEDDED, MOST_FEATURES, MOST_WORK } from '../engine/export/write-python.ts';
import { findFacts } from '../engine/facts/scenario-facts.ts';
import frozen from '../engine/fixtures/frozen-links.json';
import { MOST_BASIN_STEPS } from '../engine/landscapes/basins.ts';
import { RESTARTS } from '../engine/landscapes/minimum.ts';
import { PLANE_STEPS } from '../engine/landscapes/plane-search.ts';
import { describePlane } from '../engine/landscapes/plane-structure.ts';
import { MAX_SAMPLES, PLANE_DIRECT } from '../engine/limits.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { MAX_DIMENSION } from '../engine/problems/one-neuron/card.ts';
import { MOST_ROUNDS } from '../engine/problems/two-layer/program/exact-solver.ts';
import { sideSettings } from '../engine/run/create-run.ts';
import { createDescent } from '../engine/run/descent.ts';
import { RUN_PARAMS } from '../engine/run/run-params.ts';
import { pairOf, sidesOf } from '../engine/run/sides.ts';
import { sizesOf } from '../engine/run/sizes-of.ts';
import { CRITERIA } from '../engine/run/status.ts';
import { createScenario, presetScenario } from '../engine/scenario/create-scenario.ts';
import { parseLink } from '../engine/scenario/scenario.ts';
import { VIEW_PARAMS } from '../engine/scenario/view-params.ts';
import { measured } from '../scripts/measured.ts';
import { MOST_RUNS } from '../workers/pool-limits.ts';

/**
 * Computable numbers of README.md and of pages in this folder: each sentence is built here from computed numbers and must occur there.
 * bench.md and reliability.md report single measurements; docs/engine.md and docs/lectures.md have own tests.
 */
const flat = (file: string) =>
  readFileSync(join(import.meta.dirname, '..', file), 'utf8').replace(/\s+/g, ' ');
const README = flat('README.md');
const FEATURES = flat('docs/features.md');
const count = (value: number) => value.toLocaleString('en');
const WORDS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
];

/** The only README sentences with numbers (#). */
const COMPUTED = [
  "in # % of # random runs with # weights, # samples and unit starts there is a step at which the relaxation's iterate is farther away (measured)",
  'in # of # runs with # weights, # samples and noise # (measured)',
  'of # random instances of # samples in the plane # % have a valley of positive loss, of those of # samples # % (measured)',
  'at noise # outside the ReLU # % of the instances of # samples have more than one (measured)',
  '“at most # % above the best possible”',
  '“Spurious: at least # times the best network of this width (proved)”',
];
const NUMBER = /\d(?:[\d,.]*\d)?/g;

function expectTold(sentence: string): void {
  expect(README).toContain(sentence);
  const pattern = sentence.replace(NUMBER, '#');
  if (pattern !== sentence) expect(COMPUTED).toContain(pattern);
}

const oneNeuron = await loadProblem('one-neuron');

const BLOCK = 100;
const firstsOf = (runs: number) => Array.from({ length: runs / BLOCK }, (_, i) => BLOCK * i);

/** Counts instances for which `is` holds, with seeds first + 1, first + 2, ... of data, plant and start. */
function countOf(first: number, given: Record<string, number>, is: (instance: Instance) => boolean): number {
  const { values } = createScenario('one-neuron', { features: 'gauss', ...given });
  let found = 0;
  for (let seed = first + 1; seed <= first + BLOCK; seed++)
    if (is(oneNeuron.prepare({ ...values, seed, pseed: seed, sseed: seed }, null))) found++;
  return found;
}

const sumOf = (counts: Iterable<number>) => [...counts].reduce((sum, one) => sum + one, 0);

describe('README: what is measured is what is computed', () => {
  it('runs with a step at which the relaxation is farther away', async () => {
    const [runs, n, d] = [2000, 25, 10];
    const { values } = createScenario('one-neuron', { features: 'gauss', n, d });
    const ensemble = { ...values, startlaw: 'unit' } as unknown as Parameters<typeof prepareRun>[2];
    const isBehind = (run: number) => {
      const instance = prepareRun(oneNeuron, values, ensemble, null, run);
      const settings = sideSettings(instance, values as never);
      const sides = sidesOf(instance);
      const descentOf = (name: 'left' | 'right') => {
        const side = sides[name] as DescendingSide;
        return createDescent(side, side.landscape.follow(), settings[name], sizesOf(instance));
      };
      const [left, right] = [descentOf('left'), descentOf('right')];
      // Plain descent's distance on g never grows: within the tolerance it stays.
      for (let k = 0; k <= 2000 && !(right.distance <= TOLERANCE); k++) {
        left.take(k);
        right.take(k);
        if (right.distance - left.distance > TOLERANCE) return true;
      }
      return false;
    };
    const blocks = await measured(
      'readme-farther',
      firstsOf(runs),
      (first) => Array.from({ length: BLOCK }, (_, i) => first + i).filter(isBehind).length,
      2,
    );
    const behind = sumOf(blocks.values());
    expectTold(
      `in ${formatShare(behind / runs)} of ${count(runs)} random runs with ${d} weights, ${n} samples and unit starts there is a step at which the relaxation's iterate is farther away (measured)`,
    );
  });

  it('runs that end farther away with noise outside', () => {
    // A lecture's numbers are NumPy's; its test checks the engine.
    const { scenario, numbers } = OF_SCENES['always/noiseOutside']!;
    expect(scenario).toBe(ALWAYS.noiseOutside.scenario);
    const [runs, share] = [numbers['runs.count'], numbers['runs.notFartherShare']] as [number, number];
    const notFarther = Math.round(runs * share);
    const found = findFacts(oneNeuron, parseLink(scenario).scenario.values, ['d', 'n', 'noise']);
    expectTold(
      `in ${runs - notFarther} of ${runs} runs with ${found.d} weights, ${found.n} samples and noise ${found.noise} (measured)`,
    );
  });

  it('valleys without noise, strict minima with it', async () => {
    const runs = 2500;
    const hasValley = (instance: Instance) =>
      describePlane(pairOf(instance))!.left.valleys.some(({ loss }) => loss > CRITERIA.global);
    const hasSeveral = (instance: Instance) =>
      describePlane(pairOf(instance))!.left.minima.filter(({ strict }) => strict).length > 1;
    const blocks = await measured(
      'readme-valleys',
      firstsOf(runs),
      (first) => ({
        few: countOf(first, { n: 5 }, hasValley),
        more: countOf(first, { n: 10 }, hasValley),
        noisy: countOf(first, { n: 10, noise: 0.5 }, hasSeveral),
      }),
      2,
    );
    const share = (kind: 'few' | 'more' | 'noisy') =>
      formatShare(sumOf([...blocks.values()].map((block) => block[kind])) / runs);
    expectTold(
      `of ${count(runs)} random instances of 5 samples in the plane ${share('few')} have a valley of positive loss, of those of 10 samples ${share('more')} (measured)`,
    );
    expectTold(
      `at noise 0.5 outside the ReLU ${share('noisy')} of the instances of 10 samples have more than one (measured)`,
    );
  });

  it('verdicts of two layers that it quotes', async () => {
    const twoLayer = await loadProblem('two-layer');
    const above = (preset: string, fact: string) =>
      findFacts(twoLayer, presetScenario('two-layer', preset).values, [fact])[fact]!;
    expectTold(
      `“at most ${formatAtMost(above('recovers', 'left.above@1000')).replace('\u00A0', ' ')} above the best possible”`,
    );
    const stuck = formatTimesAtLeast(above('stuck', 'left.aboveKnown'));
    expectTold(`“Spurious: at least ${stuck} times the best network of this width (proved)”`);
  });
});

describe('README: no figure is told by hand', () => {
  it('every number of its two sections of claims is one of those above', () => {
    const section = (title: string) => new RegExp(`## ${title} (.*?)(?= ## |$)`).exec(README)![1]!;
    let left = section('What you can do with it') + section('What is proved and what was measured');
    left = left.replace(/`[^`]*`|!\[.*?\]\(.*?\)|\]\(.*?\)/g, '').replaceAll('Pilanci & Ergen 2020', '');
    for (const pattern of COMPUTED) {
      const parts = pattern.split('#').map((part) => part.replace(/[()]/g, '\\$&'));
      left = left.replace(new RegExp(parts.join(NUMBER.source)), '');
    }
    expect(left.match(/\S*\d\S*/g) ?? []).toEqual([]);
    expect(README).toContain(`${WORDS[SHIPPED_IDS.length]} lectures`);
  });
});

describe('docs/features.md: what there is is what is counted', () => {
  const presetsOf = (id: ProblemId) => `; ${CATALOG[id].presets.length} presets.`;
  const upper = (word: string) => word[0]!.toUpperCase() + word.slice(1);
  it.each([
    `beside its convex relaxation${presetsOf('one-neuron')}`,
    `with a certified lower bound${presetsOf('two-layer')}`,
    `beside its convex program${presetsOf('lift')}`,
    `Up to ${count(MAX_SAMPLES)} samples or ${MAX_DIMENSION} weights`,
    `${upper(WORDS[RUN_PARAMS.rule.options.length]!)} update rules`,
    `${upper(WORDS[SHIPPED_IDS.length]!)} ship`,
    `${count(VIEW_PARAMS.k.max)} steps; of a long run`,
    `Ensembles of up to ${count(MOST_RUNS)} runs`,
    `the bits of ${frozen.links.length} links are frozen`,
  ])('%s', (sentence) => {
    expect(FEATURES).toContain(sentence);
  });
});

describe('docs: bounds and criteria are those of the code', () => {
  const { runs } = ENSEMBLE_PARAMS;
  it.each([
    ['ensembles.md', `A page keeps at most ${count(MOST_RUNS)} runs`],
    ['ensembles.md', `with the tolerance (${TOLERANCE.toExponential().replace('-', '−')})`],
    ['ensembles.md', `until its loss is at most ${CRITERIA.global.toExponential().replace('-', '−')}`],
    ['sweep.md', `runs in each cell, ${runs.min} to ${count(runs.max)}`],
    ['sweep.md', `each weight uniformly from -${BOX} to ${BOX}`],
    ['sweep.md', `farther from the star than the left (by more than ${TOLERANCE.toExponential()})`],
    ['export.md', `at most ${count(MOST_STEPS)}; “keep one step`],
    ['export.md', `A file holds at most ${count(MOST_NUMBERS)} numbers`],
    ['export.md', `a cell, to ${MOST_BASIN_SIZE} x ${MOST_BASIN_SIZE}`],
    ['export.md', `From the start it takes ${DEFAULT_STEPS} steps`],
    ['export.md', `Own data is in the script up to ${count(MOST_EMBEDDED)} numbers`],
    [
      'export.md',
      `more than ${count(MOST_FEATURES)} numbers of data, or of more than ${MOST_WORK.toExponential().replace('+', '')} products`,
    ],
    ['export.md', `d = 2 to ${count(PLANE_DIRECT)} samples`],
    ['replay.md', `the gap is at most ${CRITERIA.gap.toExponential()}`],
    ['../engine/README.md', `${count(MOST_BASIN_STEPS)} steps at most`],
    ['../engine/README.md', `and ${RESTARTS} seeded starts`],
    ['../engine/README.md', `${count(PLANE_STEPS)} steps, and lays the plane`],
    ['../engine/README.md', `does not close in ${MOST_ROUNDS} rounds`],
  ])('%s: %s', (file, sentence) => {
    expect(flat(`docs/${file}`)).toContain(sentence);
  });
});
