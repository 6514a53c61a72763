import { expect, test, vi } from 'vitest';
import { commands, page, userEvent } from 'vitest/browser';
import { CATALOG } from '../../../engine/catalog.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../../engine/scenario/scenario.ts';
import { OwnDataDialog } from '../../features/scenario/OwnDataDialog.tsx';
import { ScenarioDrawer } from '../../features/scenario/ScenarioDrawer.tsx';
import {
  button,
  countColours,
  find,
  findAll,
  idle,
  type Mounted,
  mount,
  pixels,
  text,
} from '../../shell/mount.test.tsx';
import { Notices } from '../../ui/Notices.tsx';
import { PlaybackBar } from '../../ui/PlaybackBar.tsx';
import { ProblemPage } from '../Page.tsx';

const linkOf = (preset: string) => formatLink(presetScenario('two-layer', preset));
const SIDES = ['left', 'right'] as const;

/** The page of the problem, with what moves it. */
const open = (link: string, drawer?: React.ReactNode) =>
  mount(
    <>
      <main>
        <Notices onOwnData={() => undefined} />
        <ProblemPage />
      </main>
      <PlaybackBar />
      {drawer}
    </>,
    link,
  );

/** A picture by how its words begin. */
const drawing = (words: string) => page.getByRole('img', { name: new RegExp(`^${words}`) });
const canvas = (words: string) => drawing(words).element() as HTMLCanvasElement;
const LANDSCAPE = 'The objective over the two first-layer weights of neuron';
const CIRCLE = 'The circle of directions';
const verdict = (side: string) => text(`verdict-${side}`);
const heading = (side: string) => find(`[data-testid="${side}"] h2`).textContent;
const criterion = (side: string) => find(`[data-testid="${side}"] .criterion`).textContent;
const neuron = page.getByRole('spinbutton', { name: 'Neuron shown' });

/** The neurons of a flat network that are not padding. */
function neuronsOf(network: readonly number[], columns: number): { w: number[]; alpha: number }[] {
  const count = network.length / (columns + 1);
  return Array.from({ length: count }, (_, j) => ({
    w: network.slice(j * columns, (j + 1) * columns),
    alpha: network[count * columns + j]!,
  })).filter(({ w, alpha }) => alpha !== 0 || w.some((value) => value !== 0));
}

for (const { id } of CATALOG['two-layer'].presets)
  test(`a preset of two layers opens from its link with the replay’s digits: ${id}`, async () => {
    const link = `${linkOf(id)}&k=25`;
    const same = await commands.replayNetworks(link, 25);
    const { digits } = await open(link);
    expect(digits('left').loss).toBe(same.left.losses[25]);
    for (const side of SIDES) {
      const { k, iterate, loss } = digits(side);
      expect(k).toBe(same[side].losses.length - 1);
      expect(loss).toBe(same[side].losses[k]);
      // Behind the neurons of a program with free biases stands its constant.
      const network = id === 'five-points' ? iterate.slice(0, -1) : iterate;
      expect(neuronsOf(network, 2)).toEqual(same[side].neurons);
      expect(same[side].neurons.length).toBeGreaterThan(0);
    }
    await expect.element(page.getByRole('status', { name: 'Not taken as it came' })).not.toBeInTheDocument();
  });
