import { describe, expect, it } from 'vitest';
import { findFacts } from '../../../../engine/facts/scenario-facts.ts';
import { loadProblem } from '../../../../engine/problems/index.ts';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { ALWAYS } from './always.ts';
import { OPTIMAL } from './optimal.ts';
import type { SceneSettings } from './shipped-lecture.ts';
import { STUCK } from './stuck.ts';
import { words as always } from './words/always.en.ts';
import { words as alwaysZh } from './words/always.zh.ts';
import { words as optimal } from './words/optimal.en.ts';
import { words as optimalZh } from './words/optimal.zh.ts';
import { words as stuck } from './words/stuck.en.ts';
import { words as stuckZh } from './words/stuck.zh.ts';

/**
 * The sentence that a scene shows from its bookmark on stays while both sides come to their ends: it must be true at both. What the
 * words claim of ends and arrivals is asked of the engine, and nothing that the end has answered is still asked.
 */

const LECTURES = [
  ['stuck', STUCK, stuck, stuckZh],
  ['always', ALWAYS, always, alwaysZh],
  ['optimal', OPTIMAL, optimal, optimalZh],
] as const;

const SCENES = LECTURES.flatMap(([name, settings, en, zh]) =>
  Object.entries(settings as SceneSettings<string>).map(([scene, setting]) => {
    const afterOf = (words: { readonly scenes: object }) =>
      (words.scenes as Record<string, { readonly after?: string }>)[scene]!.after ?? '';
    return { name: `${name}, ${scene}`, setting, after: afterOf(en), chinese: afterOf(zh) };
  }),
).filter(({ after }) => after !== '');

/** What a claim in the words needs of the engine: 1 for an arrival, 0 for none. */
const CLAIMS: readonly [RegExp, Readonly<Record<string, number>>][] = [
  [/right side (?:arrives|arrived) at step|It arrived at step \{\{right/, { 'right.arrived': 1 }],
  [/Both arrive|the left at step \{\{left\.within/, { 'left.arrived': 1, 'right.arrived': 1 }],
  [/left (?:side )?rests|it rests \{\{left\.distance|left side never moved/, { 'left.arrived': 0 }],
];

describe('the sentence of a shipped scene is true at its bookmark and at its end', () => {
  it.each(SCENES)('$name', async ({ setting, after, chinese }) => {
    expect(after).not.toMatch(/play on|only slow|press play/i);
    expect(chinese).not.toMatch(/继续播放|只是慢|按下播放/);
    const { problem, values } = parseLink(setting.scenario).scenario;
    const claimed = CLAIMS.filter(([words]) => words.test(after)).map(([, needed]) => needed);
    if (claimed.length === 0) return;
    const names = ['end', ...claimed.flatMap((needed) => Object.keys(needed))];
    const found = findFacts(await loadProblem(problem), values, names);
    for (const needed of claimed)
      for (const [fact, value] of Object.entries(needed))
        expect(found[fact], `${fact}: ${after}`).toBe(value);
    // A bookmark is passed on the way to the end, so that both are shown.
    if (setting.bookmark !== null && Number.isFinite(found.end!))
      expect(setting.bookmark).toBeLessThanOrEqual(found.end!);
  });
});
