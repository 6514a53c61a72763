import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SideName } from '../../../engine/contract.ts';
import { spread } from '../../../scripts/tier.mjs';
import { button, find, findAll, idle, pixels, text } from '../../shell/mount.test.tsx';
import { expectMarks } from './expect-marks.test.tsx';
import { open, openStep, overlay, SIDES, step, symbol, tab, term, walk } from './explained.test.tsx';

const OPENING = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3';

const data = () => find<HTMLCanvasElement>('[data-testid="data"] .plate canvas');

test('the numbers of this step are the page’s, digit for digit', async () => {
  const { digits, seek } = await openStep(`${OPENING}&k=3`);
  for (const k of [3, 20]) {
    await seek(k);
    expect(step()).toBe(String(k));
    const next = {} as Record<SideName, { weights: number[]; loss: number[] }>;
    for (const side of SIDES) {
      const { iterate, loss } = digits(side);
      expect(term('weights', side)).toEqual(iterate);
      expect(term('before', side)).toEqual([loss]);
      expect(term(`loss.${side}`, side)).toEqual([loss]);
      next[side] = { weights: term('next', side), loss: term('after', side) };
      expect(text(`term-before-${side}`)).toBe(loss.toFixed(5));
      expect(text(`loss-${side}`)).toContain(loss.toPrecision(3));
    }
    await seek(k + 1);
    for (const side of SIDES) {
      const { iterate, loss } = digits(side);
      expect(next[side]).toEqual({ weights: iterate, loss: [loss] });
    }
  }
  expect(term('pull', 'left')[0]).toBeGreaterThan(0);
});

test('a rule’s next weights are the run’s', async () => {
  const { digits, seek, open: show } = await openStep(OPENING);
  for (const rule of spread(['heavyball', 'nesterov', 'adam', 'sgd'], 2)) {
    await show(`${OPENING}&rule=${rule}&k=9`);
    expect(step()).toBe('9');
    const next = term('next', 'right');
    await seek(10);
    expect(next, rule).toEqual(digits('right').iterate);
  }
});

test('w* lights the star, pointed at or focused, and the picture comes back', async () => {
  const { onClose } = await open(`${OPENING}&k=3`);
  const star = symbol('plant');
  const pictures = () => [overlay('left'), overlay('right'), data()].map((one) => pixels(one));
  const [plain, plainRight, plainData] = pictures();
  const left = () => pixels(overlay('left'));

  await star.hover();
  await expect.poll(() => left() !== plain).toBe(true);
  await expect.poll(() => pixels(data()) !== plainData).toBe(true);
  await page.getByRole('heading', { name: 'Explanation' }).hover();
  await expect.poll(() => left() === plain).toBe(true);
  await expect.poll(() => pixels(data()) === plainData).toBe(true);

  // By keyboard, from the previous symbol.
  (symbol('right').element() as HTMLElement).focus();
  await userEvent.keyboard('{Tab}');
  await expect.element(star).toHaveFocus();
  await expect.poll(() => pixels(overlay('right')) !== plainRight).toBe(true);
  await expect.poll(() => left() !== plain).toBe(true);
  const lit = left();
  await userEvent.keyboard('{Enter}');
  await expect.element(star).toHaveAttribute('aria-pressed', 'true');
  await userEvent.keyboard('{Tab}{Shift>}{Tab}{/Shift}{Enter}');
  await expect.element(star).toHaveAttribute('aria-pressed', 'false');
  (tab('Mathematics').element() as HTMLElement).focus();
  await expect.poll(() => left() === plain).toBe(true);

  // In a formula, too.
  await userEvent.hover(find('#explain-part [data-mark="plant"]'));
  await expect.poll(() => left() === lit).toBe(true);
  await button('Close').click();
  expect(onClose).toHaveBeenCalled();
});

test('each symbol has a mark of its own', async () => {
  await open(`${OPENING}&k=2`);
  await expectMarks(
    ['left', 'right', 'plant', 'start', 'slope-left', 'slope-right', 'difference', 'samples', 'dead'],
    () => pixels(overlay('left'), data()),
  );
});

test('an update is walked by keyboard, and the picture comes back', async () => {
  const { session, digits, seek, onClose } = await openStep(`${OPENING}&k=2`);
  const k = () => session.store.getState().k;
  const picture = () => pixels(overlay('left'), data());
  const plain = picture();
  await walk();
  expect(text('stage')).toBe('1 of 5: forward');
  await expect.element(page.getByRole('heading', { name: 'Walk one update' })).toHaveFocus();
  const seen = new Set([plain]);
  for (const words of [
    '2 of 5: residuals',
    '3 of 5: which samples are off',
    '4 of 5: gradient',
    '5 of 5: step',
  ]) {
    await expect.poll(() => seen.has(picture())).toBe(false);
    await idle();
    seen.add(picture());
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => text('stage')).toBe(words);
    // The walk takes the key; the run does not.
    expect(k()).toBe(2);
  }
  await userEvent.keyboard('{ArrowLeft}');
  await expect.poll(() => text('stage')).toBe('4 of 5: gradient');
  await userEvent.keyboard('{ArrowRight}');
  const next = term('next', 'left');
  await userEvent.keyboard('{ArrowRight}');
  await expect.poll(() => text('stage')).toBe('1 of 5: forward');
  await expect.poll(k).toBe(3);
  expect(digits('left').iterate).toEqual(next);
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByTestId('stage')).not.toBeInTheDocument();
  await expect.element(button('Walk one update')).toHaveFocus();
  await seek(2);
  expect(picture() === plain).toBe(true);
  // The next Escape closes the drawer.
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalled();
});

test('who is off pulls nothing on the left and by its label on the right', async () => {
  await openStep(`${OPENING}&k=0`);
  await button('Walk one update').click();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.poll(() => text('stage')).toBe('3 of 5: which samples are off');
  // The last sample, x = 1 and y = 1.2, is off at the start.
  expect(findAll('[data-testid="walk"] tr').at(-1)!.textContent).toMatch(
    /^81\.2000off−1\.30000\.0000off−1\.3000−1\.2000$/,
  );
});

test('large data shows some of its samples, and the page says so', async () => {
  await openStep('#v=1&n=5000&k=2');
  await button('Walk one update').click();
  await expect.element(page.getByTestId('walk')).toHaveTextContent('40 of 5,000 samples are shown');
  expect(page.getByTestId('walk').getByRole('row').elements().length - 2).toBe(40);
});

test('the lift is walked on both sides, each in its own words', async () => {
  const { digits, seek } = await openStep('#v=1&problem=lift&start=1.5,0.25&k=3');
  const next = term('next', 'right');
  await button('Walk one update').click();
  await expect.poll(() => text('stage')).toBe('1 of 5: forward');
  expect(text('stage-right')).toContain('right: output');
  for (const title of [
    'right: residual',
    'right: which variables are at the bound',
    'right: gradient',
    'right: step and projection',
  ]) {
    await userEvent.keyboard('{ArrowRight}');
    await expect.poll(() => text('stage-right')).toContain(title);
  }
  const cells = findAll('[data-testid="numbers-right"] tbody td:last-child');
  expect(cells.map((cell) => Number(cell.dataset.value))).toEqual(next);
  await seek(4);
  expect(digits('right').iterate).toEqual(next);
  await tab('Mathematics').click();
  await expect.element(page.getByTestId('topic-lift')).toBeVisible();
});

test('a game is walked round by round, each side by its own rule, and its marks light up', async () => {
  const link = '#v=1&problem=gan&level=plane&versus=rule&rule=alternating&rule2=extragradient&k=3';
  const { session, digits } = await openStep(link);
  const picture = () => pixels(overlay('left'), overlay('right'));
  const plain = picture();
  const next = { left: term('gameNextW', 'left'), right: term('gameNextW', 'right') };
  expect(term('gameMse', 'left')).toEqual([digits('left').loss]);
  await symbol('saddle').hover();
  await expect.poll(() => picture() !== plain).toBe(true);
  await page.getByRole('heading', { name: 'Explanation' }).hover();
  await expect.poll(() => picture() === plain).toBe(true);
  await walk();
  const titles = [
    ['1 of 4: where both players are', 'left: where both are', 'right: where both are'],
    ['2 of 4: the discriminator', 'left: d moves first', 'right: look ahead'],
    ['3 of 4: the generator', 'left: it answers the new d', 'right: its gradient ahead'],
    ['4 of 4: after the round', 'left: the generator moves last', 'right: from the old point'],
  ] as const;
  const seen = new Set([plain]);
  for (const [stage, left, right] of titles) {
    await expect.poll(() => text('stage')).toBe(stage);
    expect(text('stage-left')).toContain(left);
    expect(text('stage-right')).toContain(right);
    await expect.poll(() => seen.has(picture())).toBe(false);
    await idle();
    seen.add(picture());
    if (stage !== titles[3][0]) await userEvent.keyboard('{ArrowRight}');
  }
  await userEvent.keyboard('{ArrowRight}');
  await idle();
  expect(session.store.getState().k).toBe(4);
  for (const side of SIDES) expect(digits(side).iterate.slice(0, 1)).toEqual(next[side]);
  await tab('Mathematics').click();
  await expect.element(page.getByTestId('topic-gameRotation')).toBeVisible();
  expect(findAll('[data-testid="topic-rule"]')).toEqual([]);
});

test('infinitely many samples have their formulae, and a walk without samples', async () => {
  await open('#v=1&n=inf&plant=1,0.2&start=-1.6,0.3&k=2');
  await expect.element(page.getByTestId('topic-population')).toBeVisible();
  await tab('This step').click();
  await button('Walk one update').click();
  await expect.poll(() => text('stage')).toBe('1 of 2: gradient');
});

test('sources are plain text with links that ask for nothing by themselves', async () => {
  await open(OPENING);
  performance.clearResourceTimings();
  await tab('Sources').click();
  const links = page.getByRole('complementary').getByRole('link');
  await expect.poll(() => links.elements().length).toBe(16);
  for (const link of links.elements()) {
    expect(link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(link.getAttribute('target')).toBe('_blank');
  }
  await expect.element(page.getByText('We had only the abstract').first()).toBeVisible();
  await idle();
  expect(performance.getEntriesByType('resource')).toEqual([]);
});
