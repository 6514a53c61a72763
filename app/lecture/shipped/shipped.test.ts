import { describe, expect, it, vi } from 'vitest';
import { findFacts } from '../../../engine/facts/scenario-facts.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { LANGUAGE_NAMES } from '../../../engine/scenario/languages.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { setNumberLanguage } from '../../messages/format.ts';
import { factsIn, fillWords, type NamedSteps, unknownIn } from '../fill-words.ts';
import type { Scene } from '../lecture.ts';
import { SHIPPED_IDS } from './ids.ts';
import { loadShipped } from './load-shipped.ts';

// Whole grids of descents are run: a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

const LECTURES = await Promise.all(
  SHIPPED_IDS.flatMap((id) =>
    LANGUAGE_NAMES.map(async (language) => ({ id, language, lecture: await loadShipped(id, language) })),
  ),
);
const SCENES = LECTURES.flatMap(({ id, language, lecture }) =>
  lecture.scenes.map((scene, k) => [`${id} ${k + 1} ${language}`, scene, language] as const),
);

const textsOf = ({ title, question, sentence, notes }: Scene) => [title, question, sentence, notes];

function stepsOf({ scenario, bookmark }: Scene): NamedSteps {
  return { mark: bookmark, now: parseLink(scenario).scenario.values.k as number };
}

async function factsOf(scene: Scene, names: readonly string[]) {
  const { problem, values } = parseLink(scene.scenario).scenario;
  return findFacts(await loadProblem(problem), values, names);
}

/** Words of notes in Latin letters; of Chinese, characters. */
function wordsIn(text: string, language: string): number {
  return language === 'zh' ? (text.match(/\p{Script=Han}/gu) ?? []).length / 1.6 : text.split(/\s+/).length;
}

describe('the lectures that ship', () => {
  it('have six to nine scenes, the same in every language', () => {
    for (const { id, lecture } of LECTURES) {
      expect(lecture.scenes.length, id).toBeGreaterThanOrEqual(6);
      expect(lecture.scenes.length, id).toBeLessThanOrEqual(9);
      const english = LECTURES.find((other) => other.id === id && other.language === 'en')!.lecture;
      expect(lecture.scenes.map(({ scenario }) => scenario)).toEqual(
        english.scenes.map(({ scenario }) => scenario),
      );
      expect(lecture.scenes[0]!.guess || id === 'optimal').toBe(true);
    }
  });

  it.each(SCENES)('%s: its link is taken as it stands', (_, { scenario }) => {
    expect(parseLink(scenario).notices).toEqual([]);
    expect(scenario).not.toMatch(/lecture=|theme=|profile=|lang=/);
  });

  it.each(SCENES)('%s: says all four things, in few words', (_, scene, language) => {
    for (const text of textsOf(scene)) expect(text).not.toBe('');
    expect(wordsIn(scene.notes, language)).toBeGreaterThanOrEqual(60);
    expect(wordsIn(scene.notes, language)).toBeLessThanOrEqual(150);
    expect(scene.question.length).toBeLessThanOrEqual(64);
  });

  it.each(SCENES)('%s: types no number', (_, scene) => {
    for (const text of textsOf(scene)) expect(text.replace(/\{\{.*?\}\}/g, '')).not.toMatch(/\d/);
  });

  it.each(SCENES)('%s: every number is known and there', async (_, scene, language) => {
    setNumberLanguage(language);
    const texts = textsOf(scene);
    const steps = stepsOf(scene);
    expect(unknownIn(texts, steps)).toEqual([]);
    const names = factsIn(texts, steps);
    const facts = await factsOf(scene, names);
    for (const name of names) expect(facts[name], name).toSatisfy(Number.isFinite);
    const sentence = fillWords(scene.sentence, facts, steps);
    expect(sentence).not.toMatch(/[…–{}]/);
    expect(sentence.length, sentence).toBeLessThanOrEqual(200);
    setNumberLanguage('en');
  });

  it.each(SCENES)('%s: its bookmark lies ahead, within the run', async (_, scene) => {
    const { mark, now } = stepsOf(scene);
    if (mark === null) return;
    expect(mark).toBeGreaterThan(now);
    const { [`left.loss@${mark}`]: loss, end } = await factsOf(scene, [`left.loss@${mark}`, 'end']);
    expect(loss).toSatisfy(Number.isFinite);
    if (Number.isFinite(end)) expect(mark).toBeLessThanOrEqual(end!);
  });
});
