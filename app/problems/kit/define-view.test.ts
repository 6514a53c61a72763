import { expect, test } from 'vitest';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { Opened } from '../../../workers/protocol.ts';
import { createTranslate } from '../../i18n/messages.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { Session } from '../../session/session.ts';
import { type AppState, createAppStore } from '../../session/store.ts';
import type { Curve } from '../../session/view.ts';
import { linesCurve } from './curve/lines.ts';
import { defineView, type Follower } from './define-view.ts';

const t = createTranslate('en');

interface Few {
  readonly kind: 'few';
  readonly count: number;
}
interface Many {
  readonly kind: 'many';
}

const log: string[] = [];
const engine = {} as EngineClient;

/** Logs its calls; its reading names what it has seen. */
const follower = (name: string): Follower => ({
  bind() {
    log.push(`${name} begins`);
    return () => log.push(`${name} ends`);
  },
  async read(_, { store }) {
    const before = store.getState().readings;
    return { readings: { ...before, [name]: { landscape: 0, step: null, value: Object.keys(before) } } };
  },
});

const curve = (title: string): Curve =>
  linesCurve({ name: 'cost', series: 'loss', title: () => title, rectOf, draw });
const rectOf = () => ({ x: 0, y: 0, width: 1, height: 1 });
const draw = () => [];

const VIEW = defineView<{ few: Few; many: Many }>({
  levels: {
    few: {
      title: ({ opened }, side) => `${opened.info.count} on the ${side}`,
      about: (_, panel) => `few ${panel}`,
      note: ({ store }, side) => `${side} at ${store.getState().k}`,
      curves: [curve('of few')],
      followers: [follower('few')],
    },
    many: {
      title: (_, side) => `many on the ${side}`,
      readout: (number) => `${number} of many`,
      curves: [curve('of many')],
      followers: [follower('many')],
    },
  },
  levelOf: ({ kind }) => kind,
  followers: [follower('both')],
  figureTitle: (name) => `Figure of ${name}`,
  shared: { readout: (number) => `${number} shared`, wordy: true },
});

const stateOf = (info: Few | Many | null): AppState => ({
  ...createAppStore().getState(),
  opened: info && ({ info } as Opened),
  k: 7,
});
const snapshotOf = (info: Few | Many | null) =>
  ({ store: { getState: () => stateOf(info) }, trajectories: {} }) as Snapshot;
const FEW: Few = { kind: 'few', count: 3 };
const MANY: Many = { kind: 'many' };

test('each member is that of the open level, by whichever argument has the scenario', () => {
  expect(VIEW.title(stateOf(FEW), 'left', t)).toBe('3 on the left');
  expect(VIEW.title(stateOf(MANY), 'left', t)).toBe('many on the left');
  expect(VIEW.note!(snapshotOf(FEW), 'right', t)).toBe('right at 7');
  expect(VIEW.readout('2', t, stateOf(MANY))).toBe('2 of many');
  expect(VIEW.curves.map((of) => [of.title(stateOf(FEW), t), of.title(stateOf(MANY), t)])).toEqual([
    ['of few', 'of many'],
  ]);
});

test('a member that a level leaves out is shared, or nothing', () => {
  expect(VIEW.readout('2', t, stateOf(FEW))).toBe('2 shared');
  expect(VIEW.about!(stateOf(MANY), 'left', t)).toBe('');
  expect(VIEW.note!(snapshotOf(MANY), 'left', t)).toBe('');
  expect(VIEW.wordy).toBe(true);
  // No level has a knob: the page reserves no room for one.
  expect(VIEW.knob).toBeUndefined();
});

test('before a scenario is open nothing is said', () => {
  expect(VIEW.title(stateOf(null), 'left', t)).toBe('');
  expect(VIEW.about!(stateOf(null), 'left', t)).toBe('');
  expect(VIEW.note!(snapshotOf(null), 'left', t)).toBe('');
  expect(VIEW.panels(stateOf(null))).toEqual([]);
});

test('all followers are bound; the open level’s read, each after and on top of those before', async () => {
  const end = VIEW.bind!({} as Session);
  end();
  expect(log).toEqual(['few begins', 'many begins', 'both begins', 'few ends', 'many ends', 'both ends']);
  const { readings = {} } = await VIEW.read!(engine, snapshotOf(MANY));
  expect(Object.entries(readings).map(([name, { value }]) => [name, value])).toEqual([
    ['many', []],
    ['both', ['many']],
  ]);
});

test('a figure exports each curve alone', () => {
  expect(VIEW.figure!.alone!.map(({ name, title }) => [name, title(t)])).toEqual([
    ['cost', 'Figure of cost'],
  ]);
});
