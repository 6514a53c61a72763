import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../../engine/scenario/scenario.ts';
import { button, find, findAll, focusByKeys, idle, mount, text } from '../../shell/mount.test.tsx';
import { PlaybackBar } from '../../ui/PlaybackBar.tsx';
import { ProblemPage } from '../kit/Page.tsx';
import { POINTED } from './outputs-facts.ts';

const open = (preset: string, more = '') =>
  mount(
    <>
      <main>
        <ProblemPage />
      </main>
      <PlaybackBar />
    </>,
    `${formatLink(presetScenario('vector-output', preset))}${more}`,
  );

const shareOf = (words: string) => Number(/= (\d+\.\d+) β/.exec(words)![1]);

test('the circle reads a direction by keyboard, with the three numbers of its sector', async () => {
  const { session } = await open('pie', '&k=3');
  await button('Circle of directions').click();
  await idle();
  const circle = find('[data-testid="directions"]');
  focusByKeys(circle);
  const words = () => text('probe-directions');
  await expect.poll(words).toMatch(/^0\.0°.*\na \S+ [≥<] 0 {2}c \S+ [≥<] 0 {2}b \+ √\(a·c\) \S+ [≥<] 0 /);
  const first = words();
  await userEvent.keyboard('{ArrowLeft}{ArrowUp}');
  await expect.poll(words).toMatch(/^2\.0°[^\n]*\na /);
  await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await expect.poll(words).toMatch(/^347\.0°[^\n]*\na /);
  expect(words()).not.toBe(first);
  expect(find('[data-testid="probe-directions"]').getAttribute('aria-live')).toBe('polite');
  // The largest eta exceeds all others.
  const here = shareOf(words());
  await userEvent.keyboard('{End}');
  await expect.poll(() => shareOf(words())).toBeGreaterThan(here);
  const highest = shareOf(words());
  for (let turn = 0; turn < 3; turn++) {
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}');
    await idle();
    expect(shareOf(words())).toBeLessThanOrEqual(highest);
  }
  // The circle took the keys.
  expect(session.store.getState().k).toBe(3);
  await userEvent.keyboard('{Escape}');
  await expect.poll(words).toMatch(/^Point at a direction/);
});

test('the numbers of a sector follow the step: before the first round some direction exceeds beta', async () => {
  // Until Play the first screen has the idea in its place.
  const { seek } = await open('pie', '&pictures=all');
  await button('Circle of directions').click();
  await idle();
  focusByKeys(find('[data-testid="directions"]'));
  await userEvent.keyboard('{End}');
  const words = () => text('probe-directions');
  await expect.poll(words).toContain('some direction in this sector exceeds β');
  const before = shareOf(words());
  expect(before).toBeGreaterThan(1);
  await seek(2);
  await expect.poll(() => shareOf(words())).toBeLessThan(before);
});

test('a pin on the map of lines is read by keyboard, and its line shows among the classes', async () => {
  const { session } = await open('spiral', '&k=5');
  await button('Map of lines').click();
  await idle();
  const pins = find('[data-testid="pins"]');
  focusByKeys(pins);
  await userEvent.keyboard('{ArrowRight}');
  const words = () => text('probe-pins');
  await expect.poll(words).toMatch(/^neuron 1 of \d+ /);
  const line = () => POINTED.of(session.store.getState());
  const first = line();
  expect(first).toHaveLength(3);
  // The offset is the line's distance from the origin.
  const offset = Number(/offset (−?[\d.]+)/.exec(words())![1]!.replace('−', '-'));
  expect(offset).toBeCloseTo(-first![2]! / Math.hypot(first![0]!, first![1]!), 3);
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(words).toMatch(/^neuron 2 of/);
  expect(line()).not.toEqual(first);
  await userEvent.keyboard('{Escape}');
  await expect.poll(line).toBeNull();
});

test('every kind of data has its pictures, told in words', async () => {
  const { open: change } = await open('pie');
  const labels = () => findAll('main [role="img"]').map((one) => one.getAttribute('aria-label') ?? '');
  await expect
    .poll(labels)
    .toContainEqual(expect.stringMatching(/^descent: the class of the largest output.*accuracy/));
  await change(`${formatLink(presetScenario('vector-output', 'curve'))}&k=2`);
  await expect.poll(labels).toContainEqual(expect.stringContaining('polygons in their plane'));
  await expect.poll(labels).toContainEqual(expect.stringMatching(/^The circle of directions.*times β/));
  await change(`${formatLink(presetScenario('vector-output', 'words-forgets'))}&k=2`);
  await expect
    .poll(labels)
    .toContainEqual(expect.stringMatching(/how much of each class.*forgotten by the optimum/));
  expect(text('verdict-left')).toMatch(/^Still moving/);
});

for (const preset of ['pie', 'words', 'curve'] as const)
  test(`before Play the first screen has an idea, and neither a floor nor an optimum: ${preset}`, async () => {
    const { open: openLink } = await open(preset);
    const said = () =>
      [document.body.textContent, ...findAll('[aria-label]').map((one) => one.ariaLabel)].join('\n');
    expect(['left', 'right'].map((side) => text(`verdict-${side}`))).toEqual(['Ready.', 'Ready.']);
    expect(said()).not.toMatch(/floor|proved lower|best possible|at the optimum\./i);
    expect(findAll('[data-testid="gap"]')).toEqual([]);
    // An empty picture says what it will show.
    const about = find('[data-testid="right"] .about').textContent;
    expect(about.includes('will appear here')).toBe(preset === 'pie');
    await expect.poll(() => findAll('[data-testid="idea"]').length).toBe(1);
    expect(findAll('[data-testid^="idea-"]')).toHaveLength(preset === 'pie' ? 2 : 0);
    await openLink(`${formatLink(presetScenario('vector-output', preset))}&forecast=1`);
    await expect.poll(said).toMatch(/floor/i);
    expect(findAll('[data-testid="gap"]')).toHaveLength(1);
  });
