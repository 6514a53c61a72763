import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EnsembleDrawer } from '../../../features/ensemble/EnsembleDrawer.tsx';
import { button, find, focusByKeys, idle, mount, text } from '../../../shell/mount.test.tsx';
import { ProblemPage } from '../../kit/Page.tsx';

const open = (link: string) =>
  mount(
    <main>
      <ProblemPage />
    </main>,
    `#v=1&problem=gan&pictures=all&m=5&dz=2${link}`,
  );

const played = page.getByTestId('widths-played');

test('how often: where nothing is drawn the drawer says so and runs nothing', async () => {
  await mount(<EnsembleDrawer onClose={() => undefined} />, '#v=1&problem=gan&level=plane');
  await expect.element(page.getByText(/Nothing is drawn at random here/)).toBeVisible();
  await expect.element(page.getByTestId('ensemble-run')).not.toBeInTheDocument();
});

test('the sweep is run and read by keyboard and as a table, stays while widths change, and another seed has none', async () => {
  const { session } = await open('&n=5&c=2');
  await button('How much width is enough?').click();
  await expect.poll(() => text('probe-widths')).toMatch(/^The exact law\./);
  await button('Run the sweep').click();
  await expect.element(played).toHaveTextContent('720 of 720 games');
  focusByKeys(find('[data-testid="widths"]'));
  await userEvent.keyboard('{End}');
  await expect.poll(() => text('probe-widths')).toMatch(/^k = 100: of 40 games 100.0?\s% reachable/);
  await userEvent.keyboard('{Home}{ArrowRight}');
  await expect
    .poll(() => text('probe-widths'))
    .toMatch(/^k = 2: of 40 games 0\.0\s% reachable .* 0\.0\s% arrived/);
  expect(find('[data-testid="probe-widths"]').getAttribute('aria-live')).toBe('polite');
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => text('probe-widths')).toMatch(/^Half of the games/);
  expect(session.store.getState().k).toBe(0);

  await button('Width sweep as a table').click();
  const table = page.getByTestId('sweep-table');
  await expect.element(table.getByRole('row').nth(18)).toHaveTextContent(/^100/);
  await userEvent.keyboard('{Escape}');
  await expect.element(table).not.toBeInTheDocument();

  session.change({ width: 9 });
  await idle();
  await expect.element(played).toHaveTextContent('720 of 720 games');
  session.change({ seed: 12 });
  await expect.element(played).not.toBeInTheDocument();
  await expect.element(button('Run the sweep')).toBeVisible();
});

test('a sweep that is stopped keeps the games that have ended, and goes away with its game', async () => {
  const { session } = await open('&n=200');
  await button('How much width is enough?').click();
  await button('Run the sweep').click();
  await expect.element(played).toHaveTextContent(/of 720 games/);
  await button('Stop').click();
  await expect.element(button('Run it again')).toBeVisible();
  await button('Run it again').click();
  await expect.element(button('Stop')).toBeVisible();
  session.change({ seed: 12 });
  await expect.element(button('Run the sweep')).toBeVisible();
});
