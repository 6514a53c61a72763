import { beforeAll, describe, expect, it } from 'vitest';
import { createEnsembleRuns } from '../../../../engine/ensemble/run-ensemble.ts';
import { scenarioSweep, sweepValues } from '../../../../engine/ensemble/sweep.ts';
import reference from '../../../../engine/fixtures/federated-sweeps.json' with { type: 'json' };
import type { Values } from '../../../../engine/params.ts';
import type { FedValues } from '../../../../engine/problems/federated/card.ts';
import { problem } from '../../../../engine/problems/federated/problem.ts';
import { sweepSeeds } from '../../../../engine/problems/federated/seed-sweep.ts';
import type { NetworkInfo, SweepTold } from '../../../../engine/problems/federated/types.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { adjusted } from '../../../../engine/scenario/scenario.ts';
import { findAll } from '../../../../engine/search.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { answerWords } from '../../../features/ensemble/answer.ts';
import { firstPlaces } from '../../../features/ensemble/diagram/diagram.ts';
import { refined } from '../../../features/ensemble/diagram/refine.ts';
import { criterionWords, placeWords, sideNames } from '../../../features/ensemble/ensemble-words.ts';
import '../../../i18n/all-words.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { loadView } from '../../../session/view.ts';
import '../../index.ts';
import { offersOf, SWEEPS, type SweepName } from '../offers.ts';
import { askedOf, type KnownSweep, sweepKey } from './asked.ts';
import { collapseOf, dealFacts, fitOf, gapFacts, narrowFacts, ratioFacts, shuffledAhead } from './facts.ts';
import { shownSweep } from './pictures.ts';
import { drawSweep, partAt } from './plot.ts';

const t = createTranslate('en');
beforeAll(() => loadView('federated'));

const valuesOf = (set: Values) => createScenario('federated', { level: 'network', ...set }).values;
const infoOf = (set: Values) => problem.prepare(valuesOf(set), null).info as NetworkInfo;

const sweeps = new Map<string, KnownSweep>();

/** A sweep to its end, once for all tests. */
function ran(name: SweepName, set: Values = {}): KnownSweep {
  const key = JSON.stringify([name, set]);
  const known = sweeps.get(key) ?? run(name, set);
  sweeps.set(key, known);
  return known;
}

function run(name: SweepName, set: Values): KnownSweep {
  const asked = askedOf(name, infoOf(set));
  const { seed } = valuesOf(set);
  return {
    from: seed as number,
    asked,
    told: findAll(sweepSeeds(valuesOf(set) as unknown as FedValues, asked)),
  };
}

describe('what a sweep came to', () => {
  it('gap against width: medians, ends and the fitted slope are those of the reference', () => {
    const { asked, told } = ran('gap', { seed: 40 });
    const facts = gapFacts(asked, told);
    for (const { m, median, low, high } of facts) {
      const known = reference.gapAgainstWidth.values.find((row) => row.m === m && row.paired)!;
      for (const [own, value] of [[median, known.median], [low, known.low], [high, known.high]]) // biome-ignore format: pairs
        expect(Math.abs(own! - value!), `m = ${m}`).toBeLessThan(1e-9);
    }
    expect(fitOf(facts)!.slope).toBeCloseTo(reference.gapAgainstWidth.slopes.true, 9);
    expect(facts[0]!.ahead.of).toBe(12);
    expect(facts[0]!.ahead.runs).toBeGreaterThan(9);
  });

  it('rounds times K/N: curves of the same ratio end near each other, but not where K eta lam is large', () => {
    const { asked, told } = ran('ratio');
    const facts = ratioFacts(asked, told);
    const [one, half, five] = collapseOf(facts);
    expect([one!.ratio, half!.ratio, five!.ratio]).toEqual([1, 0.5, 5]);
    expect(half!.apart).toBeLessThan(one!.apart);
    expect(one!.apart).toBeLessThan(1.5);
    expect(five!.apart).toBeGreaterThan(3);
    for (const { local, reach } of facts) expect(reach).toBeCloseTo(local / 4, 12);
    // The reference is seed 1 alone: the first of each point's runs.
    for (const [p, { clients, local }] of facts.entries()) {
      const known = reference.dependsOnKoverN.find(({ N, K }) => N === clients && K === local)!;
      expect(Math.abs(told.left[p * 12 * 61 + 60]! / known.network! - 1)).toBeLessThan(1e-6);
    }
  });

  it('sorted against shuffled: the same eta; shuffled is ahead early, and no more after 50 rounds', () => {
    const { asked, told } = ran('deal');
    const [sorted, shuffled] = dealFacts(asked, told);
    expect(shuffled!.eta).toBe(sorted!.eta);
    expect(shuffled!.longer).toBeCloseTo(2.2, 1);
    const ahead = shuffledAhead(asked, told);
    expect(ahead.map(({ round, runs }) => [round, runs])).toEqual([[1, 12], [5, 12], [10, 12], [50, 3]]); // biome-ignore format: pairs
    expect(told.left[1]).toBeCloseTo(1.602, 3);
    expect(sorted!.losses).toHaveLength(51);
  });

  it('too narrow: rests are least squares at K = 1, no lower for any K, and 0 where the width suffices', () => {
    const { asked, told } = ran('narrow', { labels: 'square' });
    const facts = narrowFacts(asked, told);
    for (const { m, rests, least } of facts) {
      expect(rests.map(({ local }) => local)).toEqual([1, 2, 5, 20, 100]);
      expect(Math.abs(rests[0]!.median - least)).toBeLessThan(1e-9);
      for (const rest of rests) expect(rest.median).toBeGreaterThanOrEqual(least - 1e-9);
      if (m === 64) expect(rests.map(({ high }) => high)).toEqual([0, 0, 0, 0, 0]);
    }
    expect(facts.map(({ unfit }) => unfit.runs)).toEqual([12, 12, 10, 0]);
    expect(facts[0]!.networks.map(({ local, rounds }) => [local, rounds])).toEqual([[1, 2500], [5, 500], [25, 100]]); // biome-ignore format: pairs
  });

  it('is known of the runs that have ended alone', () => {
    const { asked, told } = ran('gap', { n: 4, m: 16, local: 1 });
    const part: SweepTold = { ...told, done: 9 };
    expect(gapFacts(asked, part).map(({ gaps }) => gaps.length)).toEqual([2, 2, 1, 1, 1, 1, 1]);
    expect(gapFacts(asked, null)[0]).toMatchObject({ gaps: [], median: Number.NaN });
    expect(fitOf(gapFacts(asked, null))).toBeNull();
  });

  it('a power law is fitted exactly', () => {
    const fit = fitOf([2, 8, 32].map((m) => ({ m, median: 3 * m ** -0.75 })))!;
    expect(fit.slope).toBeCloseTo(-0.75, 12);
    expect(fit.factor).toBeCloseTo(3, 12);
  });
});

describe('what is asked', () => {
  it('can be had of every size of data: no more clients than samples', () => {
    for (const n of [2, 3, 12, 200])
      for (const name of SWEEPS) {
        const asked = askedOf(name, { samples: n });
        const values = valuesOf({ n, clients: Math.min(n, 3) }) as unknown as FedValues;
        expect(() => sweepSeeds(values, asked), `${name}, n = ${n}`).not.toThrow();
      }
  });

  it('is another sweep where the samples or what its points leave as it is are others', () => {
    const key = (name: SweepName, set: Values) =>
      sweepKey(name, { scenario: createScenario('federated', { level: 'network', ...set }), own: null });
    const same: Record<SweepName, Values> = {
      gap: { m: 16 },
      ratio: { clients: 4, local: 9, c: 0.1 },
      deal: { split: 'shuffled' },
      narrow: { m: 4, local: 2 },
    };
    for (const name of SWEEPS) {
      expect(key(name, same[name]), name).toBe(key(name, {}));
      for (const other of [{ seed: 3 }, { n: 9 }, { labels: 'square' }, { server: 0.5 }])
        expect(key(name, other), name).not.toBe(key(name, {}));
    }
    expect(key('gap', { local: 6 })).not.toBe(key('gap', {}));
    expect(key('ratio', { m: 64 })).not.toBe(key('ratio', {}));
  });
});

describe('its picture', () => {
  const info = infoOf({});
  const all = SWEEPS.map((name) => [name, ran(name, name === 'narrow' ? { labels: 'square' } : {})] as const);
  const draw = (
    name: SweepName,
    known: KnownSweep | null,
    width: number,
    height: number,
    pointed: number | null,
    scale = 1,
  ) => {
    const { picture } = shownSweep(name, info, known, t);
    const input = { width, height, scale, palette: PALETTES.light, ...picture };
    return { input, list: drawSweep({ ...input, pointed }) };
  };

  it.each([
    [320, 330, 1],
    [400, 270, 1],
    [900, 600, 1.4],
  ])('lies within %i x %i, before it is run too', (width, height, scale) => {
    for (const [name, known] of all)
      for (const told of [known, null])
        for (const mark of draw(name, told, width, height, 0, scale).list)
          if (mark.kind === 'text') {
            expect(mark.x, `${name}: ${mark.text}`).toBeGreaterThanOrEqual(0);
            expect(mark.x, `${name}: ${mark.text}`).toBeLessThanOrEqual(width);
            expect(mark.y, `${name}: ${mark.text}`).toBeGreaterThanOrEqual(0);
            expect(mark.y, `${name}: ${mark.text}`).toBeLessThanOrEqual(height);
          }
  });

  it('finds the part at a pixel: a width, a round, a curve', () => {
    const [, gaps] = all[0]!;
    const { input, list } = draw('gap', gaps, 400, 300, 3);
    const hair = marksOf(list, 'path', 'hover')[0]!.lines[0]!;
    expect(partAt(input, hair[0]!, 150)).toBe(3);
    expect(partAt(input, 0, 150)).toBe(0);
    // Every curve can be read, also one that is 0 throughout.
    for (const name of ['ratio', 'narrow'] as const) {
      const { input: curves } = draw(name, all.find(([one]) => one === name)![1], 400, 300, null);
      const found = new Set<number | null>();
      for (let x = 40; x < 400; x += 7) for (let y = 20; y < 300; y += 5) found.add(partAt(curves, x, y));
      expect([...found].sort()).toEqual(curves.parts.map((_, i) => i));
    }
  });

  it('names at the ends of curves never lie on each other', () => {
    const { list } = draw('narrow', all[3]![1], 400, 270, null);
    const names = list.flatMap((mark) => (mark.kind === 'text' && /^m = \d+$/.test(mark.text) ? [mark] : []));
    expect(names).toHaveLength(8);
    for (const [i, a] of names.entries())
      for (const b of names.slice(i + 1))
        if (a.x === b.x) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(12.9);
  });

  it('every part is read, before it is run too, and the table has all of them', () => {
    for (const [name, known] of all)
      for (const language of ['en', 'zh']) {
        const say = createTranslate(language);
        for (const told of [known, null]) {
          const shown = shownSweep(name, info, told, say);
          for (let part = 0; part < shown.picture.parts.length; part++) {
            expect(shown.read(part)).not.toMatch(/NaN|undefined|Infinity/);
            expect(shown.read(part).length).toBeGreaterThan(3);
          }
          expect(shown.hint).not.toMatch(/NaN|undefined|Infinity/);
          for (const row of shown.rows()) expect(row).toHaveLength(shown.head.length);
        }
        expect(shownSweep(name, info, known, say).hint).not.toBe(shownSweep(name, info, null, say).hint);
      }
  });

  it('says so where the gap grows, where nothing can be told, and of a fit that rounding leaves', () => {
    const gap = all.find(([one]) => one === 'gap')![1];
    const { points, seeds } = gap.asked;
    const told = { ...gap.told, gaps: gap.told.gaps.slice() };
    for (const [p, { set }] of points.entries())
      told.gaps.fill(set.m! / 1e4, 2 * p * seeds, 2 * (p + 1) * seeds);
    expect(shownSweep('gap', info, { ...gap, told }, t).hint).toMatch(/^The gap grows like m\^1\.00 here/);
    const narrow = all.find(([one]) => one === 'narrow')![1];
    const lost = { ...narrow.told, rests: narrow.told.rests.map(() => Number.NaN) };
    expect(shownSweep('narrow', info, { ...narrow, told: lost }, t).read(0)).not.toContain('NaN');
    const fits = { ...narrow.told, leasts: narrow.told.leasts.map(() => 1e-26) };
    expect(shownSweep('narrow', info, { ...narrow, told: fits }, t).read(0)).toContain('cannot fit in 0 of');
  });

  it('draws what is 0 at the lower edge of a logarithmic axis, and nothing of what was lost', () => {
    const gap = all.find(([one]) => one === 'gap')![1];
    for (const value of [0, Number.POSITIVE_INFINITY]) {
      const told = { ...gap.told, gaps: gap.told.gaps.map((own, i) => (i < 24 ? value : own)) };
      const { list } = draw('gap', { ...gap, told }, 400, 300, 0);
      const numbers = JSON.stringify(list);
      // JSON has no other numbers: these would be null.
      expect(numbers).not.toContain('null');
    }
  });

  it('says what was measured', () => {
    const hint = (name: SweepName, bare = false) =>
      shownSweep(name, info, all.find(([one]) => one === name)![1], t, bare).hint;
    expect(hint('gap')).toMatch(
      /^The gap falls like m\^−0\.73 here \(seeds 1 to 12; measured\).*ahead in 12 of 12 runs at m = 16 \(95 % interval 75/,
    );
    expect(hint('gap', true)).not.toContain('ahead');
    expect(hint('deal')).toMatch(
      /2\.2 times as long\. After 1, 5, 10, 50 rounds .* in 12, 12, 12, 3 of 12 runs/,
    );
    expect(hint('narrow')).toMatch(
      /after 2,500 local steps each, ends higher with K = 25 than with K = 1 in \d+ of 12 runs \(95 % interval .*; seeds 1 to 12; measured\)/,
    );
    expect(hint('ratio')).toMatch(/factor of 1\.38 at K\/N = 1, 1\.12 at K\/N = 0\.5, 4\.66 at K\/N = 5/);
  });
});

describe('how often', () => {
  const offered = (set: Values) => {
    const scenario = createScenario('federated', set);
    const info = problem.prepare(scenario.values, null).info;
    return offersOf({ scenario, opened: { info } as never }).map(({ name, values }) => ({
      name,
      sweep: scenarioSweep(
        adjusted({ ...scenario, values: { ...scenario.values, ...values } } as never).scenario,
      ),
    }));
  };

  it('ready diagrams can be run as they stand, of whatever is shown', () => {
    const shown = [
      {},
      { level: 'network' },
      { level: 'network', n: 3, labels: 'square', split: 'shuffled' },
    ] as Values[];
    for (const set of shown)
      for (const { name, sweep } of offered(set)) {
        expect(t(name), name).not.toBe('');
        expect(sweep.axes.length).toBeGreaterThan(0);
        for (let cell = 0; cell < sweep.cells; cell++) {
          const runs = createEnsembleRuns(
            problem,
            sweepValues(sweep, cell),
            { ...sweep.ensemble, limit: 1 },
            null,
            0,
            1,
          );
          while (runs.step());
          expect(runs.done, `${name}, cell ${cell}`).toBe(1);
        }
      }
    expect(
      offered({ level: 'network', measure: 'gap' }).map(({ sweep }) => sweep.scenario.values.measure),
    ).toEqual(['gap', 'loss', 'loss']);
    expect(offered({ level: 'network' }).map(({ name }) => name)).toEqual([
      'fed.offer.gap',
      'fed.offer.ratio',
      'fed.offer.deal',
    ]);
  });

  it('what cannot be answered is not offered: named clients dealt anew, a network that is dead at its start', () => {
    const scenario = createScenario('federated', { level: 'network' });
    const names = (more: Partial<NetworkInfo>) => {
      const info = { ...infoOf({}), ...more };
      return offersOf({ scenario, opened: { info } as never }).map(({ name }) => name);
    };
    expect(names({ names: ['a', 'b', 'c'] })).toEqual(['fed.offer.gap']);
    expect(names({ top: 0 })).toEqual([]);
  });

  it('K over N and sorted or shuffled have one eta: a quarter of 1/lam_max(H), and that which is shown', () => {
    const [, ratio, deal] = offered({ level: 'network' });
    expect(ratio!.sweep.scenario.values.step).toBe(0.145);
    expect(deal!.sweep.scenario.values.step).toBe(0.349);
    expect(reference.dependsOnKoverN[0]!.localStep).toBeCloseTo(0.145, 3);
  });

  it('says the measure, the places of a choice and the sides in words', () => {
    const sweep = (set: Values) => scenarioSweep(createScenario('federated', { runs: 10, ...set }));
    const network = { level: 'network', within: 0.05, limit: 30 };
    const gap = sweep({ ...network, measure: 'gap' });
    expect(criterionWords(gap, t)).toMatch(/gap .* stays within 0\.05 through all 30 rounds/);
    const four = { arrived: { runs: 4 }, ties: { runs: 0 }, missed: { moving: 6 } } as never;
    const told = answerWords(gap, 0, 'between', { runs: 10, left: four, right: four }, t);
    expect(told.headline.replaceAll('\u00A0', ' ')).toBe(
      'In 10 random problems the network stayed within 0.05 of its linearisation in 40 % (right, the same gap: 40 %).',
    );
    expect(told.outcomes.map((words) => words.replaceAll('\u00A0', ' '))).toEqual([
      'Met the criterion: left 40.0 % (16.8 % to 68.7 %), right 40.0 % (16.8 % to 68.7 %).',
      'Still moving: left 60.0 % (31.3 % to 83.2 %), right 60.0 % (31.3 % to 83.2 %).',
    ]);
    expect(sideNames(gap, t).right).toBe('The same gap');
    expect(criterionWords(sweep(network), t)).toMatch(/loss falls to 0\.05 or less in at most 30 rounds/);
    expect(criterionWords(sweep({ quad: 'drawn' }), t)).toMatch(/within 0\.01 of the minimum/);
    const deal = sweep({ ...network, xkey: 'split', xat: [0, 1] });
    expect(placeWords(deal, 1, t)).toBe('How the data is dealt = shuffled: in turn');
    expect(sideNames(sweep({ quad: 'drawn', xkey: 'versus', xat: [0, 2] }), t).right).toBe('Its counterpart');
    expect(refined(deal, 'cells')).toBeNull();
    expect(firstPlaces('split', problem.card.params, {})).toEqual([0, 1]);
  });
});
