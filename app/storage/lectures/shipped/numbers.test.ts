import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFacts } from '../../../../engine/facts/scenario-facts.ts';
import recomputed from '../../../../engine/fixtures/lecture-numbers.json';
import { loadProblem } from '../../../../engine/problems/index.ts';
import { LANGUAGE_NAMES } from '../../../../engine/scenario/languages.ts';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { factsIn } from '../../../features/lecture/fill-words.ts';
import { loadShipped } from '../find-lecture.ts';
import { ALWAYS } from './always.ts';
import { CORNERS } from './corners.ts';
import { HILLS } from './hills.ts';
import { SHIPPED_IDS } from './ids.ts';
import { MEETINGS } from './meetings.ts';
import { OPTIMAL } from './optimal.ts';
import { OUTPUTS } from './outputs.ts';
import { PLAYERS } from './players.ts';
import { PRICE } from './price.ts';
import { STUCK } from './stuck.ts';

/**
 * Every number that a sentence of the shipped lectures shows, against NumPy's (`engine/fixtures/make_lecture_numbers.py`): its own
 * loops, exact fractions where ties decide, its own solver of the convex program. Counts and steps agree to the unit, others to 1e-8.
 */

type Recomputed = number | { readonly atMost: number };
interface SceneNumbers {
  readonly scenario: string;
  readonly bookmark: number | null;
  readonly numbers: Readonly<Record<string, Recomputed>>;
}

const OF_SCENES = recomputed.scenes as unknown as Readonly<Record<string, SceneNumbers>>;
const SETTINGS = {
  hills: HILLS,
  stuck: STUCK,
  always: ALWAYS,
  optimal: OPTIMAL,
  outputs: OUTPUTS,
  players: PLAYERS,
  meetings: MEETINGS,
  corners: CORNERS,
  price: PRICE,
};

const SCENES = (
  await Promise.all(
    SHIPPED_IDS.map(async (id) => {
      const lectures = await Promise.all(LANGUAGE_NAMES.map((language) => loadShipped(id, language)));
      return Object.keys(SETTINGS[id]).map((name, k) => ({
        key: `${id}/${name}`,
        told: lectures.map(({ scenes }) => scenes[k]!),
      }));
    }),
  )
).flat();

function isAsComputed(found: number, expected: Recomputed): boolean {
  if (typeof expected === 'object') return Math.abs(found) <= expected.atMost;
  if (Number.isInteger(expected)) return found === expected;
  return Math.abs(found - expected) <= 1e-8 * Math.max(1e-3, Math.abs(expected));
}

describe('every number of the shipped lectures is NumPy’s', () => {
  it.each(SCENES)('$key', async ({ key, told }) => {
    const scene = told[0]!;
    const expected = OF_SCENES[key];
    // Made for this link: change the script with the scene.
    expect([expected?.scenario, expected?.bookmark]).toEqual([scene.scenario, scene.bookmark]);
    const { problem, values } = parseLink(scene.scenario).scenario;
    const steps = { mark: scene.bookmark, now: values.k as number };
    const texts = told.flatMap(({ question, sentence, after = '', end = '', notes }) => [
      question,
      sentence,
      after,
      end,
      notes,
    ]);
    const names = factsIn(texts, steps);
    const found = findFacts(await loadProblem(problem), values, names);
    expect(names.filter((name) => expected!.numbers[name] === undefined)).toEqual([]);
    expect(Object.keys(expected!.numbers).filter((name) => !names.includes(name))).toEqual([]);
    const wrong = names.filter((name) => !isAsComputed(found[name]!, expected!.numbers[name]!));
    expect(wrong.map((name) => [name, found[name], expected!.numbers[name]])).toEqual([]);
  });

  it('and of no other scene', () => {
    expect(Object.keys(OF_SCENES).sort()).toEqual(SCENES.map(({ key }) => key).sort());
  });
});

/** Without NumPy the file that is committed is all there is. */
const hasNumPy = spawnSync('python3', ['-c', 'import numpy']).status === 0;

describe.skipIf(!hasNumPy)('NumPy, where there is one,', () => {
  it('writes the numbers that are committed again', { timeout: 600_000 }, () => {
    const out = join(mkdtempSync(join(tmpdir(), 'lecture-numbers-')), 'out.json');
    const { status, stderr } = spawnSync('python3', ['engine/fixtures/make_lecture_numbers.py', out]);
    expect(status, String(stderr)).toBe(0);
    const { scenes } = JSON.parse(readFileSync(out, 'utf8')) as typeof recomputed;
    for (const [key, { numbers }] of Object.entries(scenes as unknown as typeof OF_SCENES))
      for (const [name, value] of Object.entries(numbers)) {
        const committed = OF_SCENES[key]?.numbers[name];
        if (typeof value === 'object') expect(committed, `${key} ${name}`).toHaveProperty('atMost');
        else expect(isAsComputed(value, committed!), `${key} ${name}: ${value}`).toBe(true);
      }
  });
});
