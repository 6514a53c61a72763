import './words.en.ts';
import './network.css';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import type { Panel } from '../../../session/view.ts';
import { readPanel } from '../../kit/panel.tsx';
import { networkOf } from '../federated-info.ts';
import { describeKernel } from './describe-kernel.ts';
import { createKernel, kernelFacts, kernelWords } from './kernel-drawing.ts';
import { entryAt } from './kernel-plot.ts';

type Entry = readonly [row: number, column: number];

const MOVES: Readonly<Record<string, Entry>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const samplesOf = ({ store }: Snapshot): number => networkOf(store.getState())?.samples ?? 0;

const kernel = readPanel<Entry>({
  name: 'kernel',
  className: 'read-below',
  title: (_, t) => t('fed.kernel.title'),
  label: (_, t) => t('aria.fed.kernel'),
  surface: (_, t) => t('aria.fed.kernel.surface'),
  picture: createKernel,
  tell: describeKernel,
  has: ([row, column], snapshot) => Math.max(row, column) < samplesOf(snapshot),
  say(entry, { store }, t) {
    const info = networkOf(store.getState());
    return info ? kernelWords(info, entry, t) : '';
  },
  hint({ store }, t) {
    const info = networkOf(store.getState());
    return info ? t('fed.kernel.hint', kernelFacts(info)) : '';
  },
  pick: ([x, y], { size, drawStyle }, snapshot) =>
    entryAt({ ...size, scale: drawStyle.scale, image: { n: samplesOf(snapshot) } }, x, y),
  next({ key }, entry, _, snapshot) {
    const last = samplesOf(snapshot) - 1;
    const held = (at: number) => Math.max(0, Math.min(last, at));
    const way = MOVES[key];
    if (key === 'Home' || (way && !entry)) return [0, 0];
    if (key === 'End') return [last, last];
    return way && entry ? [held(entry[0] + way[0]), held(entry[1] + way[1])] : undefined;
  },
  narrow: 1,
});

export const THIRDS: Readonly<Record<'kernel', Panel>> = { kernel };
