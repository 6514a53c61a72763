import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { TallyTold } from '../../../../engine/problems/shuffle/types.ts';
import { EnsembleDrawer } from '../../../features/ensemble/EnsembleDrawer.tsx';
import type { Session } from '../../../session/session.ts';
import {
  button,
  createHeldSession,
  find,
  focusByKeys,
  idle,
  mount,
  text,
} from '../../../shell/mount.test.tsx';
import { ProblemPage } from '../../kit/Page.tsx';

const open = async (link: string, session?: Session) => {
  const mounted = await mount(
    <main>
      <ProblemPage />
    </main>,
    `#v=1&problem=shuffle${link}&forecast=1&pictures=all`,
    { ...(session && { session }) },
  );
  await page.getByTestId('more-choice').selectOptions('tally');
  return mounted;
};
const played = page.getByTestId('tally-played');
const read = () => text('probe-tally').replaceAll('\u00A0', ' ');

test('both sides run from many starts, are read by keyboard and as a table', async () => {
  const { session } = await open('&start=0.2,0.6,0.2');
  await expect.poll(read).toMatch(/^Both sides from 20 random starts/);
  await button('Run many starts').click();
  await expect.element(played).toHaveTextContent('40 runs');
  focusByKeys(find('[data-testid="tally"]'));
  await userEvent.keyboard('{Home}');
  await expect
    .poll(read)
    .toMatch(
      /^Relaxed and rounded: a best permutation in 0 of 20 \(95 % interval 0\.0 % to 16\.1 %\), another in 20/,
    );
  await userEvent.keyboard('{ArrowRight}');
  await expect
    .poll(read)
    .toMatch(/^Penalised: a best permutation in (\d+) of 20 .* without rounding: \1; still/);
  expect(find('[data-testid="probe-tally"]').getAttribute('aria-live')).toBe('polite');
  await userEvent.keyboard('{Escape}');
  expect(session.store.getState().k).toBe(0);

  await button('Many starts as a table').click();
  const table = page.getByTestId('sweep-table');
  await expect.element(table.getByRole('row').nth(1)).toHaveTextContent(/^relaxed, rounded200/);
  await expect.element(table.getByRole('row').nth(2)).toHaveTextContent(/^penalised20/);
  await userEvent.keyboard('{Escape}');
  await expect.element(table).not.toBeInTheDocument();
});

test('a tally is of its scenario and its number of starts; where it begins changes nothing', async () => {
  const { session, link } = await open('&lambda=0.3');
  await button('Run many starts').click();
  await expect.element(played).toHaveTextContent('40 runs');
  session.change({ start: [1, 0, 0] });
  await idle();
  await expect.element(played).toHaveTextContent('40 runs');
  await page.getByLabelText('Starts', { exact: true }).selectOptions('50');
  await expect.element(played).not.toBeInTheDocument();
  expect(link()).toContain('starts=50');
  await button('Run many starts').click();
  await expect.element(played).toHaveTextContent('100 runs');
  session.change({ lambda: 0.5 });
  await expect.element(played).not.toBeInTheDocument();
});

test('beyond n = 8 the lowest cost that was found counts, and nobody knows whether it is best', async () => {
  await open('&graphs=copy&noise=0&n=9&shape=all&starts=2&lambda=0.3');
  await expect
    .poll(read)
    .toMatch(/the lowest cost that any run found counts; nobody knows whether it is the best/);
  await button('Run many starts').click();
  await expect.element(played).toHaveTextContent('4 runs');
  await expect.poll(read).toMatch(/counts, here .*; nobody knows/);
  focusByKeys(find('[data-testid="tally"]'));
  await userEvent.keyboard('{Home}');
  await expect.poll(read).toMatch(/^Relaxed and rounded: the lowest cost found in 2 of 2/);
});

test('how often: one click runs a diagram that is ready, with ties apart', async () => {
  const { link } = await mount(
    <EnsembleDrawer onClose={() => undefined} />,
    '#v=1&problem=shuffle&graphs=simple&n=4&shape=all&runs=10&xkey=lambda&xat=0.1,0.3',
    { session: createHeldSession() },
  );
  await page.getByTestId('ready-shuffle.offer.nodes').click();
  await expect.poll(link).toMatch(/graphs=weighted.*xkey=n&xat=3,4,5,6/);
});

test('another scenario ends a tally that runs, and so does a click; what was found stays', async () => {
  const isSome = ({ done }: TallyTold) => done > 0;
  const { session } = await open('&starts=1000&ramp=2000', createHeldSession('tally', isSome));
  await button('Run many starts').click();
  await expect.element(page.getByTestId('tally-stop')).toBeVisible();
  await expect.element(played).toHaveTextContent(/^[1-9]\d* of 2,000 runs$/);
  session.change({ lambda: 0.2 });
  await expect.element(page.getByTestId('tally-run')).toBeVisible();
  await expect.element(played).not.toBeInTheDocument();
  await button('Run many starts').click();
  await expect.element(played).toHaveTextContent(/^[1-9]\d* of 2,000 runs$/);
  await page.getByTestId('tally-stop').click();
  await expect.element(button('Run again')).toBeVisible();
  await expect.element(played).toHaveTextContent(/^[1-9]\d* of 2,000 runs$/);
});
