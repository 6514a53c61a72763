import { expect, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { SideName } from '../../../engine/contract.ts';
import { ProblemPage } from '../../problems/kit/Page.tsx';
import { button, find, findAll, idle, mount, pixels } from '../../shell/mount.test.tsx';
import { ExplainDrawer } from './ExplainDrawer.tsx';

export const SIDES = ['left', 'right'] as const;

export const tab = (name: string | RegExp) => page.getByRole('tab', { name });
export const symbol = (mark: string) => page.getByTestId(`symbol-${mark}`);
export const step = () => find('[data-testid="this-step"]').dataset.k;

export async function open(link: string) {
  const onClose = vi.fn();
  const mounted = await mount(
    <>
      <main>
        <ProblemPage />
      </main>
      <ExplainDrawer onClose={onClose} />
    </>,
    link,
    {
      close() {
        onClose();
        return true;
      },
    },
  );
  await expect.poll(() => findAll('.katex').length).toBeGreaterThan(0);
  return { ...mounted, onClose };
}

export async function openStep(link: string) {
  const mounted = await open(link);
  await tab(/^This (step|round)$/).click();
  await idle();
  return mounted;
}

/** Returns all digits of a term. */
export const term = (name: string, side: SideName) =>
  JSON.parse(find(`[data-testid="term-${name}-${side}"]`).dataset.value!) as number[];

/** Returns the pixels of all pictures of the page. */
export const picture = () => pixels(...findAll<HTMLCanvasElement>('main canvas'));
/** Returns the pixels of one side's pictures. */
export const pictureOf = (side: SideName) =>
  pixels(...findAll<HTMLCanvasElement>(`[data-testid="${side}"] canvas`));

/** Returns the canvas over a map's ground. */
export const overlay = (side: SideName) => findAll(`[data-testid="${side}"] canvas`)[1] as HTMLCanvasElement;

export async function walk(): Promise<void> {
  (button('Walk one update').element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
}
