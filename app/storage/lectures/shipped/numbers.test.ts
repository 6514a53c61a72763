import '../../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import { findFacts } from '../../../../engine/facts/scenario-facts.ts';
import { loadProblem } from '../../../../engine/problems/index.ts';
import { LANGUAGE_NAMES } from '../../../../engine/scenario/languages.ts';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { factsIn, fillWords, namedSteps } from '../../../features/lecture/fill-words.ts';
import { nameMarks } from '../../../features/lecture/named-marks.ts';
import { setNumberLanguage } from '../../../i18n/format.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { loadShipped } from '../find-lecture.ts';
import { ALWAYS } from './always.ts';
import { isAsComputed, OF_SCENES } from './computed-numbers.ts';
import { CORNERS } from './corners.ts';
import { HILLS } from './hills.ts';
import { SHIPPED_IDS } from './ids.ts';
import { MEETINGS } from './meetings.ts';
import { OPTIMAL } from './optimal.ts';
import { OUTPUTS } from './outputs.ts';
import { PLAYERS } from './players.ts';
import { PRICE } from './price.ts';
import { STUCK } from './stuck.ts';

/** Compares every number in shipped sentences with NumPy's. */
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

describe('every number of the shipped lectures is NumPy’s', () => {
  it.each(SCENES)('$key', async ({ key, told }) => {
    const scene = told[0]!;
    const expected = OF_SCENES[key];
    // If this fails after a change of the scene, update the script.
    expect([expected?.scenario, expected?.bookmark]).toEqual([scene.scenario, scene.bookmark]);
    const { problem, values } = parseLink(scene.scenario).scenario;
    const steps = namedSteps(scene);
    const texts = told.flatMap(({ title, question, sentence, after = '', end = '', notes, moment = '' }) => [
      title,
      question,
      sentence,
      after,
      end,
      notes,
      moment,
    ]);
    const names = factsIn(texts, steps);
    const found = findFacts(await loadProblem(problem), values, names);
    expect(names.filter((name) => expected!.numbers[name] === undefined)).toEqual([]);
    expect(Object.keys(expected!.numbers).filter((name) => !names.includes(name))).toEqual([]);
    const wrong = names.filter((name) => !isAsComputed(found[name]!, expected!.numbers[name]!));
    expect(wrong.map((name) => [name, found[name], expected!.numbers[name]])).toEqual([]);
    for (const name of names) expect(found[name], name).toSatisfy(Number.isFinite);
    // Filled sentences are complete and short.
    for (const [i, { sentence, after = '', end = '' }] of told.entries()) {
      const language = LANGUAGE_NAMES[i]!;
      setNumberLanguage(language);
      for (const text of [sentence, after, end]) {
        const filled = nameMarks(fillWords(text, found, steps), createTranslate(language));
        expect(filled).not.toMatch(/[…–{}]/);
        expect(filled.length, filled).toBeLessThanOrEqual(text === end ? 80 : 170);
      }
    }
    setNumberLanguage('en');
  });

  it('and of no other scene', () => {
    expect(Object.keys(OF_SCENES).sort()).toEqual(SCENES.map(({ key }) => key).sort());
  });
});
