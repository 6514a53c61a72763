import type { Page } from '@playwright/test';
import { factsIn, fillWords } from '../app/features/lecture/fill-words.ts';
import { setNumberLanguage } from '../app/i18n/format.ts';
import type { Lecture, Scene } from '../app/session/lecture.ts';
import { loadShipped } from '../app/storage/lectures/find-lecture.ts';
import { SHIPPED_IDS } from '../app/storage/lectures/shipped/ids.ts';
import { findFacts } from '../engine/facts/scenario-facts.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { LANGUAGES, type Language } from '../engine/scenario/languages.ts';
import { parseLink } from '../engine/scenario/scenario.ts';
import { expect, test } from './test.ts';

/** The texts of a scene with the numbers that the engine computes here, in Node. */
async function filled(scene: Scene, language: Language): Promise<string[]> {
  const { problem, values } = parseLink(scene.scenario).scenario;
  const texts = [scene.question, scene.sentence, scene.notes];
  const steps = { mark: scene.bookmark, now: values.k as number };
  const facts = findFacts(await loadProblem(problem), values, factsIn(texts, steps));
  setNumberLanguage(LANGUAGES[language].tag);
  return texts.map((text) => fillWords(text, facts, steps));
}

const filledText = async (scene: Scene, text: string) =>
  (await filled({ ...scene, sentence: text }, 'en'))[1]!;

const words = (page: Page) => page.locator('.scene-words');
const stepOf = ({ scenario }: Scene) => String(parseLink(scenario).scenario.values.k);

async function expectScene(page: Page, lecture: Lecture, k: number, language: Language): Promise<void> {
  const scene = lecture.scenes[k]!;
  const [question, sentence, notes] = await filled(scene, language);
  await expect(words(page).getByRole('heading', { level: 2 })).toHaveText(question!);
  await expect(page.getByTestId('step')).toHaveText(stepOf(scene));
  // The numbers may take a moment: other engines of the page are busy with pictures.
  await expect(words(page).locator('.sentence')).toHaveText(sentence!);
  await expect(page.locator('.notes')).toContainText(notes!.trim());
}

for (const id of SHIPPED_IDS)
  test(`${id}: walked to its end, every number is the engine’s`, async ({ explorer, page }) => {
    const lecture = await loadShipped(id, 'en');
    await page.goto(`/#v=1&lecture=${id}`);
    await explorer.ready();
    await page.getByRole('button', { name: 'Speaker notes' }).click();
    for (let k = 0; k < lecture.scenes.length; k++) {
      if (k > 0) await page.keyboard.press('PageDown');
      await expectScene(page, lecture, k, 'en');
      await expect(explorer.notices).toHaveCount(0);
    }
    await page.keyboard.press('PageDown');
    await expectScene(page, lecture, lecture.scenes.length - 1, 'en');
    await page.keyboard.press('PageUp');
    await expectScene(page, lecture, lecture.scenes.length - 2, 'en');
  });

for (const id of SHIPPED_IDS)
  test(`${id}: each scene asks first, and tells its end when it is there`, async ({ explorer, page }) => {
    const lecture = await loadShipped(id, 'en');
    await page.goto(`/#v=1&lecture=${id}`);
    await explorer.ready();
    for (const [k, scene] of lecture.scenes.entries()) {
      if (k > 0) await page.keyboard.press('PageDown');
      const heading = words(page).getByRole('heading', { level: 2 });
      await expect(heading).toHaveText(scene.question);
      await expect(explorer.step).toHaveText(stepOf(scene));
      if (scene.bookmark !== null) {
        await page.keyboard.press('m');
        await expect(explorer.step).toHaveText(String(scene.bookmark));
      } else {
        await explorer.setSpeed(1000);
        await explorer.play.click();
        await expect(heading).toHaveText(await filledText(scene, scene.end!));
      }
      if (scene.after !== undefined)
        await expect(words(page).locator('.sentence')).toHaveText(await filledText(scene, scene.after));
      // Back at the start it asks again.
      await page.keyboard.press('Home');
      await expect(words(page).locator('.sentence')).toHaveText((await filled(scene, 'en'))[1]!);
    }
  });

test('the numbers in a sentence are those that the panels show when the run has ended', async ({
  explorer,
  page,
}) => {
  const [scene] = (await loadShipped('stuck', 'en')).scenes;
  const { problem, values } = parseLink(scene!.scenario).scenario;
  const facts = findFacts(await loadProblem(problem), values, [
    'end',
    'left.loss',
    'left.distance',
    'right.within',
  ]);
  await page.goto('/#v=1&lecture=stuck');
  await explorer.ready();
  await explorer.play.click();
  await expect(explorer.step).toHaveText(String(scene!.bookmark));
  await explorer.play.click();
  await expect(explorer.step).toHaveText(String(facts.end));
  const { loss } = await explorer.digits('left');
  expect(loss).toBe(facts['left.loss']);
  await expect(explorer.verdict('right')).toContainText(`step ${facts['right.within']}`);
});

test('a scene’s words are in the language of the page, and follow it', async ({ explorer, page }) => {
  await page.goto('/#v=1&lecture=stuck&lang=zh');
  const [question, sentence] = await filled((await loadShipped('stuck', 'zh')).scenes[0]!, 'zh');
  await expect(words(page).getByRole('heading', { level: 2 })).toHaveText(question!);
  await expect(words(page).locator('.sentence')).toHaveText(sentence!);
  expect(explorer.complaints).toEqual([]);
});
