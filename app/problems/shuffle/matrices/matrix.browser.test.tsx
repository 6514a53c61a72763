import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { formatLink, valueAt } from '../../../../engine/scenario/scenario.ts';
import { find, findAll, focusByKeys, idle, mount, text } from '../../../shell/mount.test.tsx';
import { CORNERS } from '../../../storage/lectures/shipped/corners.ts';
import { ProblemPage } from '../../kit/Page.tsx';
import { CHOSEN } from '../../kit/state/view-state.ts';
import { SHUFFLE, shuffleOf } from '../shuffle-info.ts';

const page = (
  <main>
    <ProblemPage />
  </main>
);
/** All pictures, and what the theory says. */
const ALL = '&forecast=1&pictures=all';
const open = (preset: string, more = '') =>
  mount(page, `${formatLink(presetScenario('shuffle', preset))}${more}${ALL}`);
const openLink = (more: string) => mount(page, `#v=1&problem=shuffle&${more}${ALL}`);

function point(id: string, type: string, x: number, y: number): void {
  const element = find(`[data-testid="${id}"]`);
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = { clientX: left + x * width, clientY: top + y * height };
  element.dispatchEvent(new PointerEvent(type, { ...at, pointerId: 1, button: 0, bubbles: true }));
}

const choose = (value: string) => userEvent.selectOptions(find('[data-testid="more-choice"]'), value);

test('keys read the same entry of both matrices, by the numbers that the engine gave', async () => {
  const { session, seek } = await open('ramp-wins', '&k=60');
  await idle();
  await expect
    .poll(() => text('probe-matrix-left'))
    .toBe('Nearest permutation: 2314, cost 32. Point at an entry to read it.');
  expect(text('probe-matrix-right')).toContain('2134, cost 26.');
  focusByKeys(find('[data-testid="matrix-left"]'));
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  const told = () => SHUFFLE.now(session.store.getState(), 'matrices')!;
  const exact = (side: 'left' | 'right') => `M ${Number(told()[side].matrix[1]!.toPrecision(3))}:`;
  await expect.poll(() => text('probe-matrix-left')).toContain('node 1 of A with 2 of B');
  expect(text('probe-matrix-left')).toContain(
    `${exact('left')} node 1 of A with 2 of B, in the nearest permutation, in a best one.`,
  );
  expect(text('probe-matrix-right')).toContain(exact('right'));
  expect(find('[data-testid="probe-matrix-left"]').getAttribute('aria-live')).toBe('polite');
  expect(find('[data-testid="probe-matrix-right"]').getAttribute('aria-live')).toBe('off');
  // The keys did not step the run.
  expect(session.store.getState().k).toBe(60);
  const before = text('probe-matrix-left');
  await seek(20);
  await expect.poll(() => text('probe-matrix-left')).not.toBe(before);
  expect(text('probe-matrix-left')).toContain(exact('left'));
  await userEvent.keyboard('{End}');
  await expect.poll(() => text('probe-matrix-right')).toContain('node 4 of A with 4 of B');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => text('probe-matrix-right')).toMatch(/Point at an entry/);
});

test('columns stand by the best permutation on both sides, where one is known', async () => {
  const { session } = await open('ramp-wins');
  await idle();
  find<HTMLInputElement>('[data-testid="sort"]').click();
  focusByKeys(find('[data-testid="matrix-right"]'));
  // 2431 is best: read along its diagonal.
  expect(shuffleOf(session.store.getState())!.best!.permutations[0]).toEqual([1, 3, 2, 0]);
  const diagonal = [
    'node 1 of A with 2 of B',
    'node 2 of A with 4 of B',
    'node 3 of A with 3 of B',
    'node 4 of A with 1 of B',
  ];
  await userEvent.keyboard('{Home}');
  for (const [k, place] of diagonal.entries()) {
    if (k > 0) await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    await expect.poll(() => text('probe-matrix-right')).toContain(place);
    expect(text('probe-matrix-left')).toMatch(/in a best one/);
  }
});

test('a tie is told as a tie, with its costs', async () => {
  const { session } = await open('nothing-to-round', '&k=560');
  await idle();
  await expect
    .poll(() => text('probe-matrix-left'))
    .toContain('A tie: permutations of cost 6 to 10 are equally near.');
  expect(text('probe-matrix-right')).toMatch(/^Nearest permutation: /);
  focusByKeys(find('[data-testid="matrix-left"]'));
  const { tied } = SHUFFLE.now(session.store.getState(), 'matrices')!.left;
  await userEvent.keyboard(`{Home}${'{ArrowRight}'.repeat(tied[0]! % 4)}`);
  await expect.poll(() => text('probe-matrix-left')).toMatch(/in a tied permutation/);
});

test('the two triangles are read corner by corner, and M itself', async () => {
  const { session } = await openLink('shape=all&k=3');
  await idle();
  await expect
    .poll(() => text('probe-triangles-left'))
    .toMatch(/M − J\/3 is exactly the sum of the two points/);
  focusByKeys(find('[data-testid="triangles-right"]'));
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  const { right } = SHUFFLE.now(session.store.getState(), 'matrices')!;
  const along = (3 * right.planes!.even[1]).toPrecision(3);
  await expect
    .poll(() => text('probe-triangles-right'))
    .toContain(`231 (1→2, 2→3, 3→1): cost 24, the best. It agrees with M in ${Number(along)} of 3`);
  expect(text('probe-triangles-right')).toMatch(/it is a trap, as now\.$/);
  await userEvent.keyboard('{End}');
  await expect.poll(() => text('probe-triangles-left')).toMatch(/^M = \[.* \| .* \| .*\]\. The points are/);
  const label = find('[data-testid="triangles-left"] canvas[role="img"]').getAttribute('aria-label') ?? '';
  expect(label).toContain('123 80, 231 24, 312 40, 132 24, 213 32, 321 88');
});

test('a click, a drag and keys set lambda on the axis of rest points', async () => {
  const { session } = await open('wrong-corner');
  await idle();
  const share = () => Number(valueAt(session.store.getState().scenario, 'lambda'));
  const slider = find('[data-testid="levels"]');
  await expect
    .poll(() => text('probe-levels'))
    .toBe(
      'No corner holds descent below λ = 0.0584 L; above 0.178 L every one does (proved). At this λ, one of the three does.',
    );
  expect(share()).toBe(0.1);
  await expect
    .poll(() => slider.getAttribute('aria-valuetext') ?? '')
    .toMatch(/^λ 0\.1 L: trap 231 \(24\); minimum between corners at E /);
  focusByKeys(slider);
  await userEvent.keyboard('{ArrowRight}');
  expect(share()).toBeGreaterThan(0.1);
  await userEvent.keyboard('{PageUp}');
  expect(share()).toBeCloseTo(1.02 * (28.3333 / 234.072), 3);
  await idle();
  await expect.poll(() => text('probe-levels')).toMatch(/At this λ, two of the three do\.$/);
  await userEvent.keyboard('{PageUp}');
  await idle();
  await expect.poll(() => text('probe-levels')).toMatch(/At this λ, all three do\.$/);
  await expect
    .poll(() => slider.getAttribute('aria-valuetext') ?? '')
    .toContain('traps 231 (24), 312 (40), 123 (80)');
  await userEvent.keyboard('{Home}');
  expect(share()).toBe(0);
  // One gesture is undone at once.
  slider.setPointerCapture = () => undefined;
  slider.hasPointerCapture = () => true;
  point('levels', 'pointerdown', 0.5, 0.5);
  const first = share();
  point('levels', 'pointermove', 0.6, 0.5);
  expect(share()).toBeGreaterThan(first);
  session.undo();
  expect(share()).toBe(0);
  slider.hasPointerCapture = () => false;
  point('levels', 'pointermove', 0.4, 0.5);
  expect(share()).toBe(0);
  await expect.poll(() => text('probe-levels')).toMatch(/^λ 0\.\d+ L: /);
});

test('the costs of all permutations are read one after another; beyond n = 8 nobody claims a best', async () => {
  const { session, open: openOther } = await open('ramp-wins', '&k=60');
  await idle();
  await expect
    .poll(() => text('probe-costs'))
    .toBe('The lowest cost is 16, proved by listing all 24. At this λ 8 of them are traps.');
  focusByKeys(find('[data-testid="costs"]'));
  await userEvent.keyboard('{Home}');
  await expect
    .poll(() => text('probe-costs'))
    .toBe('Cost 16: 1 of 24 permutations (2431), the best, 1 a trap at this λ.');
  const { costs } = shuffleOf(session.store.getState())!;
  const told = find('[data-testid="costs"] canvas[role="img"]').getAttribute('aria-label') ?? '';
  expect(told).toContain('rounds to 32; the penalised one');
  await userEvent.keyboard('{End}');
  await expect.poll(() => text('probe-costs')).toContain(`Cost ${Math.max(...costs)}: `);
  await openOther(`#v=1&problem=shuffle&graphs=weighted&n=9&shape=all${ALL}`);
  await expect
    .poll(() => text('probe-costs'))
    .toBe(
      'With n = 9 the 362,880 permutations are too many to list, so the best is not known. None costs less than the line (proved).',
    );
  expect(find('#title-more').textContent).toBe('The costs of 362,880 permutations: not listed');
  expect(findAll('[data-testid="sort"]')).toHaveLength(0);
});

test('many starts stand in the same place by choice, on both shapes', async () => {
  await open('wrong-corner');
  await idle();
  await choose('tally');
  await expect.poll(() => findAll('[data-testid="tally"]').length).toBe(1);
  expect(findAll('[data-testid="levels"]')).toHaveLength(0);
  await choose('levels');
  await expect.poll(() => findAll('[data-testid="levels"]').length).toBe(1);
});

test('while a scene of a lecture asks, neither the axis of lambda nor the costs answer', async () => {
  const { session, open: openLink, seek } = await mount(page, '');
  // With the third picture, which the shipped scenes leave out.
  const ask = async ({ scenario }: { scenario: string }, bookmark: number) => {
    await openLink(scenario);
    const scene = { title: '', sentence: '', notes: '', question: '', scenario, bookmark, guess: false };
    session.setLecture({ title: 'A lecture', scenes: [scene] });
    // A lecture begins with the graphs.
    CHOSEN.set(session.store, scenario === CORNERS.slowly.scenario ? 'costs' : 'levels');
  };
  await ask(CORNERS.between, 20);
  const valueText = () => find('[data-testid="levels"]').getAttribute('aria-valuetext');
  await expect.poll(valueText).toBe('λ 0.1 L');
  expect(text('probe-levels')).toBe('');
  await seek(20);
  await expect.poll(() => text('probe-levels')).toMatch(/^No corner holds descent below/);
  await ask(CORNERS.slowly, 200);
  await expect.poll(() => text('probe-costs')).toBe('All 24 are listed.');
  expect(findAll('[data-testid="sort"]')).toHaveLength(0);
});
