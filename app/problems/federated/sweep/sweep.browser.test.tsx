import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { spread } from '../../../../scripts/tier.mjs';
import { EnsembleDrawer } from '../../../features/ensemble/EnsembleDrawer.tsx';
import { HOW_OFTEN } from '../../../session/view.ts';
import { button, find, focusByKeys, idle, mount, text } from '../../../shell/mount.test.tsx';
import { ProblemPage } from '../../kit/Page.tsx';

const open = (link: string) =>
  mount(
    <main>
      <ProblemPage />
    </main>,
    `#v=1&problem=federated&level=network${link}&forecast=1&pictures=all`,
  );

const choose = (name: string) => page.getByTestId('more-choice').selectOptions(name);
const played = (name: string) => page.getByTestId(`sweep-${name}-played`);

test('the gap is swept and read by keyboard and as a table, stays while the width changes, and another seed has none', async () => {
  const { session } = await open('');
  await choose('gap');
  await expect.poll(() => text('probe-sweep-gap')).toMatch(/^How far the network gets/);
  await button('Run the sweep').click();
  await expect.element(played('gap')).toHaveTextContent('84 of 84 runs');
  await expect.poll(() => text('probe-sweep-gap')).toMatch(/falls like m\^−0\.7\d here \(seeds 1 to 12/);
  focusByKeys(find('[data-testid="sweep-gap"]'));
  await userEvent.keyboard('{End}');
  await expect
    .poll(() => text('probe-sweep-gap'))
    .toMatch(/^m = 1,024: largest gap in 30 rounds 0\.01\d+ \(/);
  await userEvent.keyboard('{Home}{ArrowRight}');
  await expect.poll(() => text('probe-sweep-gap')).toMatch(/^m = 32: .* in \d+ of 12 runs \(95 % interval/);
  expect(find('[data-testid="probe-sweep-gap"]').getAttribute('aria-live')).toBe('polite');
  await userEvent.keyboard('{Escape}');
  expect(session.store.getState().k).toBe(0);

  await button('Sweep as a table').click();
  const table = page.getByTestId('sweep-table');
  await expect.element(table.getByRole('row').nth(7)).toHaveTextContent(/^1,024/);
  await userEvent.keyboard('{Escape}');
  await expect.element(table).not.toBeInTheDocument();

  session.change({ m: 64 });
  await idle();
  await expect.element(played('gap')).toHaveTextContent('84 of 84 runs');
  session.change({ seed: 12 });
  await expect.element(played('gap')).not.toBeInTheDocument();
});

test('each other sweep is run, stopped and run again', async () => {
  const { session } = await open('&n=6&m=16');
  for (const name of spread(['ratio', 'deal', 'narrow'], 2)) {
    await choose(name);
    await page.getByTestId(`sweep-${name}-run`).click();
    await expect.element(played(name)).toHaveTextContent(/(\d+) of \1 runs/);
  }
  await choose('gap');
  // Seconds, so that it does not end before it is stopped.
  session.change({ n: 12, local: 20 });
  await idle();
  await page.getByTestId('sweep-gap-run').click();
  await page.getByTestId('sweep-gap-stop').click();
  await expect.element(page.getByTestId('sweep-gap-run')).toBeVisible();
});

test('a sweep leads to the ensembles with its axes', async () => {
  const { link } = await open('');
  let wanted = 0;
  const count = () => wanted++;
  addEventListener(HOW_OFTEN, count);
  try {
    for (const [name, axes] of [
      ['gap', /measure=gap.*limit=30.*xkey=m/],
      ['ratio', /step=0\.145.*xkey=local.*ykey=clients/],
      ['deal', /xkey=split&xat=0,1/],
    ] as const) {
      await choose(name);
      await page.getByTestId(`sweep-${name}-often`).click();
      await expect.poll(link).toMatch(axes);
    }
    expect(wanted).toBe(3);
  } finally {
    removeEventListener(HOW_OFTEN, count);
  }
});

test('how often: a link with axes opens at its diagram, and one click runs another that is ready', async () => {
  const { link } = await mount(
    <EnsembleDrawer onClose={() => undefined} />,
    '#v=1&problem=federated&level=network&measure=gap&xkey=m&xat=16,64&runs=10',
  );
  await expect
    .element(page.getByRole('tab', { name: 'Phase diagram' }))
    .toHaveAttribute('aria-selected', 'true');
  await page.getByTestId('ready-fed.offer.deal').click();
  await expect.poll(link).toMatch(/xkey=split&xat=0,1/);
  await expect.poll(link).not.toContain('measure=gap');
  // Offers after all runs have ended.
  await expect.element(page.getByTestId('ensemble-refine-runs')).toBeVisible();
  await page.getByText('All cells as a table').click();
  await expect
    .element(page.getByRole('button', { name: /^How the data is dealt = shuffled: in turn: left/ }))
    .toBeVisible();
  await page.getByTestId('ensemble-form').click();
  await expect.element(page.getByLabelText('Runs are measured by')).toHaveValue('loss');
});
