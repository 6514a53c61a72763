import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SideName } from '../../../../engine/contract.ts';
import { onMap, weightsAt } from '../../../../engine/landscapes/triangle.ts';
import type { DisplayList } from '../../../charts/display-list.ts';
import { createPlane } from '../../../charts/geometry.ts';
import { marksOf } from '../../../charts/marks/find-marks.ts';
import { createComposer } from '../../../figure/compose.ts';
import { figureStyle } from '../../../figure/draw-style.ts';
import { readSnapshot } from '../../../figure/read-snapshot.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import type { Session } from '../../../session/session.ts';
import { shownView } from '../../../session/store.ts';
import { countColours, find, findAll, idle, mount, text } from '../../../shell/mount.test.tsx';
import { Question } from '../../../shell/Question.tsx';
import { ProblemPage } from '../../kit/Page.tsx';

const START = '&start=0.2,0.6,0.2';
const open = (more = '') =>
  mount(
    <main>
      <Question />
      <ProblemPage />
    </main>,
    `#v=1&problem=shuffle${more}&forecast=1&pictures=all`,
  );

async function drawn(session: Session, part: SideName | 'cost' | 'more'): Promise<DisplayList> {
  const compose = createComposer({
    ...{ part, width: 420, drawStyle: figureStyle(1, true), background: null, caption: null },
    t: createTranslate('en'),
  });
  return compose(await readSnapshot(session, session.store.getState().k)).list;
}

const textsOf = (list: DisplayList): string[] =>
  list.flatMap((mark) =>
    mark.kind === 'text'
      ? [mark.text]
      : mark.kind === 'group' || mark.kind === 'clip'
        ? textsOf(mark.marks)
        : [],
  );

const pointsOf = (list: DisplayList, role: 'traps' | 'rests' | 'match' | 'star') =>
  marksOf(list, 'symbols', role).reduce((count, { points }) => count + points.length / 2, 0);

const told = (side: SideName) =>
  findAll(`[data-testid="field-${side}"] [role="img"]`)
    .map((one) => one.getAttribute('aria-label') ?? '')
    .join(' ');

test('two maps say what is compared, with the cost at each corner and what holds descent', async () => {
  await open(START);
  for (const id of ['field-left', 'field-right']) expect(find(`[data-testid="${id}"]`)).toBeTruthy();
  const titles = findAll('main section h2').map((heading) => heading.textContent);
  expect(titles.slice(0, 2)).toEqual(['Relax, then round', 'Penalise, λ = 0.1 L']);
  await expect.poll(() => told('left')).toContain('1→2, 2→3, 3→1, cost 24;');
  await expect.poll(() => told('right')).toContain('1→2, 2→3, 3→1, cost 24; 1→3, 2→1, 3→2, cost 40');
  expect(told('right')).toContain('At this λ 231 is a strict minimum');
  expect(told('right')).toContain('All stationary points: 2 minima, 1 saddle, 0 maxima.');
});

test('corners light up as traps while the knob is turned, one after another', async () => {
  const { session } = await open(START);
  const traps: number[] = [];
  for (const lambda of [0, 0.05, 0.1, 0.15, 0.2]) {
    session.change({ lambda });
    await idle();
    const list = await drawn(session, 'right');
    traps.push(pointsOf(list, 'traps'));
    expect(pointsOf(await drawn(session, 'left'), 'traps')).toBe(0);
  }
  // Thresholds .0584, .1210, .1780 L.
  expect(traps).toEqual([0, 0, 1, 2, 3]);
});

test('both knobs stand beside each other: lambda from 0 to L, the ramp from at once to 2,000 steps', async () => {
  const { session } = await open(START);
  const [lambda, ramp] = findAll<HTMLInputElement>('.knob input');
  expect(findAll('.knob b').map((name) => name.textContent)).toEqual(['λ', 'ramp']);
  const reach = async (input: HTMLInputElement, key: string) => {
    input.focus();
    await userEvent.keyboard(`{${key}}`);
    await idle();
    const { lambda: share, ramp: steps } = session.store.getState().scenario.values;
    return [share, steps];
  };
  expect(await reach(lambda!, 'End')).toEqual([1, 0]);
  expect(await reach(lambda!, 'Home')).toEqual([0, 0]);
  expect(await reach(ramp!, 'End')).toEqual([0, 2000]);
});

test('the left is rounded along a dashed line to its nearest corner', async () => {
  const { session } = await open(`${START}&k=400`);
  await expect.poll(() => text('verdict-left')).toContain('Rounds to 1→3, 2→1, 3→2 at cost 40.');
  const list = await drawn(session, 'left');
  expect(marksOf(list, 'path', 'rounding').flatMap(({ lines }) => lines)).toHaveLength(1);
  expect(pointsOf(list, 'match')).toBe(1);
  expect(marksOf(await drawn(session, 'right'), 'path', 'rounding')).toHaveLength(0);
});

test('in a tie lines lead to both corners, and neither is preferred', async () => {
  const { session } = await open('&start=0.5,0,0.5');
  await expect
    .poll(() => text('verdict-left'))
    .toContain('Permutations of different costs are equally near.');
  const both = await drawn(session, 'left');
  expect(marksOf(both, 'path', 'rounding').flatMap(({ lines }) => lines)).toHaveLength(2);
  expect(pointsOf(both, 'match')).toBe(2);
});

test('two constant graphs that differ: three panels with finite numbers, and maps without lines', async () => {
  const { session } = await open('&A=1,1,1,1,1,1&B=2,2,2,2,2,2');
  for (const picture of findAll<HTMLCanvasElement>('main section canvas'))
    expect(countColours(picture)).toBeGreaterThan(1);
  expect(findAll('main section h2')).toHaveLength(3);
  const plane = createPlane(shownView(session.store.getState()), landscapeRect(420, 420, 1));
  const linesOf = async (side: SideName) => {
    const list = await drawn(session, side);
    const paths = (['iso-line', 'iso-line-under'] as const).flatMap((role) => marksOf(list, 'path', role));
    return paths.flatMap(({ lines }) =>
      lines.flatMap((line) =>
        Array.from({ length: line.length / 2 }, (_, i) =>
          plane.toData(line[2 * i]!, line[2 * i + 1]!),
        ).filter(([x, y]) => Math.min(...weightsAt(x, y)) > 1e-3),
      ),
    );
  };
  // E is constant; the right's lines are the penalty's.
  expect(await linesOf('left')).toEqual([]);
  expect((await linesOf('right')).length).toBeGreaterThan(20);
  const labels = textsOf(await drawn(session, 'more'));
  expect(labels.filter((label) => /^[\d.]+$/.test(label)).length).toBeGreaterThan(3);
  expect(labels.join('\n')).not.toMatch(/NaN|Infinity|undefined/);
});

test('a click on either map starts both sides there, in thousandths', async () => {
  const { session } = await open(START);
  for (const side of ['left', 'right'] as const) {
    const surface = page.getByTestId(side).getByRole('application');
    const { width, height } = surface.element().getBoundingClientRect();
    const plane = createPlane(shownView(session.store.getState()), landscapeRect(width, height, 1));
    const [x, y] = plane.toPixel(...onMap(0.3, side === 'left' ? 0.5 : 0.2));
    await userEvent.click(surface, { position: { x, y } });
    await idle();
    const start = session.store.getState().scenario.values.start as number[];
    expect(start[1]).toBeCloseTo(0.3, 1);
    expect(start[2]).toBeCloseTo(side === 'left' ? 0.5 : 0.2, 1);
    for (const weight of start) expect(1000 * weight).toBeCloseTo(Math.round(1000 * weight), 9);
    expect(start.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  }
});

test('basins are coloured on demand, with the share of starts beside each rest point', async () => {
  const { session, link } = await open(`${START}&lambda=0.2`);
  expect(told('right')).not.toContain('Of evenly spaced starts');
  await userEvent.click(page.getByRole('button', { name: 'Basins' }).nth(1));
  await idle();
  expect(link()).toContain('ground=basins');
  await expect.poll(() => told('right')).toContain('Of evenly spaced starts');
  const shares = [...told('right').matchAll(/([\d.]+) % to /g)].map(([, share]) => Number(share));
  expect(shares).toHaveLength(3);
  expect(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 100)).toBeLessThan(2);
  const list = JSON.stringify(await drawn(session, 'right'));
  for (const share of shares) expect(list).toContain(`${share} %`);
  expect(JSON.stringify(await drawn(session, 'left'))).toContain('100 %');
});

test('the label says that the triangle is a part, and its button leads to all six from the same start', async () => {
  const { session } = await open(START);
  expect(find('.all-six').textContent).toContain('Only the three cyclic permutations can be reached here.');
  await userEvent.click(page.getByRole('button', { name: 'All six' }));
  await idle();
  const { values } = session.store.getState().scenario;
  expect([values.shape, values.start]).toEqual(['all', [0.2, 0.6, 0.2, 0.2, 0.2, 0.6, 0.6, 0.2, 0.2]]);
  expect(findAll('.all-six')).toHaveLength(0);
  session.undo();
  await idle();
  expect(session.store.getState().scenario.values.shape).toBe('triangle');
});

test('where the shape is locked the label stands without a button', async () => {
  await open(`${START}&lock=shape`);
  expect(find('.all-six').textContent).toContain('Only the three');
  expect(findAll('.all-six button')).toHaveLength(0);
});

test('before Play each map shows what its side descends on, also in a scene, and follows the knob', async () => {
  const { session } = await open(START);
  const lines = async (side: SideName) =>
    marksOf(await drawn(session, side), 'path', 'iso-line').map((mark) => mark.lines);
  session.change({ forecast: false });
  await idle();
  const [cost, own] = [await lines('left'), await lines('right')];
  expect(own).not.toEqual(cost);
  expect(marksOf(await drawn(session, 'right'), 'path', 'iso-line-under')).toEqual([]);
  session.change({ lambda: 0.2 });
  await idle();
  expect([await lines('left'), await lines('right')]).not.toEqual([cost, own]);
  expect(await lines('left')).toEqual(cost);
  const scene = { title: '', question: '?', sentence: '', notes: '', guess: false };
  session.store.setState({
    lecture: { title: '', scenes: [{ ...scene, scenario: '#v=1&problem=shuffle', bookmark: 5 }] },
  });
  await idle();
  const shown = await lines('right');
  session.change({ lambda: 0.1 });
  await idle();
  expect(await lines('right')).not.toEqual(shown);
  expect(await lines('right')).toEqual(own);
  expect(await lines('left')).toEqual(cost);
});

test('the button of basins is there once they answer nothing', async () => {
  const { session, seek } = await open(START);
  session.change({ forecast: false });
  await idle();
  const buttons = () => findAll('.regions').length;
  expect(buttons()).toBe(0);
  await seek(400);
  expect(buttons()).toBe(2);
  await seek(0);
  expect(buttons()).toBe(0);
  session.change({ forecast: true });
  await idle();
  expect(buttons()).toBe(2);
});

test('while a scene of a lecture asks, nothing tells where the sides end', async () => {
  const { session } = await open(`${START}&lambda=0.2&ground=basins`);
  await expect.poll(() => told('right')).toContain('strict minim');
  const scene = { title: '', question: '?', sentence: '', notes: '', guess: false };
  session.change({ forecast: false });
  session.store.setState({
    lecture: { title: '', scenes: [{ ...scene, scenario: '#v=1&problem=shuffle', bookmark: 5 }] },
  });
  for (const side of ['left', 'right'] as const) {
    const list = await drawn(session, side);
    expect([pointsOf(list, 'traps'), pointsOf(list, 'rests'), pointsOf(list, 'star')]).toEqual([0, 0, 0]);
    expect(JSON.stringify(list)).not.toMatch(/trap|best| %/);
    await expect.poll(() => told(side)).not.toMatch(/strict|stationary points|Of evenly/);
  }
});

test('the costs stand above the proved bound, and the best is a line', async () => {
  const { session } = await open(`${START}&k=400`);
  await expect.poll(() => text('verdict-right')).toContain('Ends at');
  const readings = () => findAll('.curve canvas').map((one) => one.getAttribute('aria-label') ?? '');
  await expect.poll(() => readings().join(' ')).toContain('The best permutation within reach costs 24.');
  expect(readings().join(' ')).not.toContain('logarithmic');
  const list = await drawn(session, 'cost');
  expect(marksOf(list, 'hatch', 'bound')).toHaveLength(1);
  expect(marksOf(list, 'path', 'criterion')).toHaveLength(1);
  expect(JSON.stringify(list)).toContain('best 24');
});
