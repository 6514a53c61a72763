import { describe, expect, test } from 'vitest';
import type { Values } from '../../../../engine/params.ts';
import { createScenario } from '../../../../engine/scenario/create-scenario.ts';
import { MAX_FRAGMENT, parseLink } from '../../../../engine/scenario/scenario.ts';
import { type AppState, createAppStore } from '../../../session/store.ts';
import { CHAT_CUTS, CHAT_REFUSES, fate, longestValue } from './link-length.ts';
import { chosenLink, type LinkChoices, type LinkSection, partsOf } from './link-parts.ts';
import { carriesNotes, omittedParts } from './omitted-parts.ts';

const BASE = createAppStore().getState();
const ALL: LinkChoices = { from: 'step', without: new Set() };

const stateOf = (values: Values, more: Partial<AppState> = {}): AppState => ({
  ...BASE,
  scenario: createScenario('one-neuron', values),
  ...more,
});
const without = (...parts: LinkSection[]): LinkChoices => ({ from: 'step', without: new Set(parts) });

const SET = {
  n: 9,
  speed: 50,
  view: [-1, 1, -2, 2],
  rays: true,
  theme: 'dark',
  lang: 'zh',
  hide: 'c',
  keysoff: 'r',
  lecture: 'stuck',
  scene: 3,
};

describe('the chosen link', () => {
  test('carries everything at the step that is shown, or on its way', () => {
    const link = chosenLink(stateOf(SET, { k: 40 }), ALL);
    expect(parseLink(link)).toEqual({
      scenario: createScenario('one-neuron', { ...SET, k: 40 }),
      notices: [],
    });
    expect(chosenLink(stateOf(SET, { k: 40, target: 60 }), ALL)).toContain('k=60');
  });

  test('from the start carries no step, whatever the scenario was opened at', () => {
    const link = chosenLink(stateOf({ ...SET, k: 12 }, { k: 40 }), { ...ALL, from: 'start' });
    expect(parseLink(link).scenario.values.k).toBe(0);
  });

  test.each([
    ['map', ['view', 'rays']],
    ['page', ['theme', 'lang']],
    ['limits', ['hide', 'keysoff']],
    ['lecture', ['lecture', 'scene']],
  ] as const)('without %s leaves out %j and nothing else', (part, keys) => {
    const { values } = parseLink(chosenLink(stateOf(SET), without(part))).scenario;
    const rest = Object.fromEntries(
      Object.entries(SET).filter(([key]) => !(keys as readonly string[]).includes(key)),
    );
    expect(values).toEqual(createScenario('one-neuron', rest).values);
  });

  test('never shows a page as one within another', () => {
    expect(chosenLink(stateOf({ embed: true, panels: 'maps' }), ALL)).toBe('#v=1&problem=one-neuron');
  });

  test('offers only the parts that there are', () => {
    expect(partsOf(stateOf(SET))).toEqual(['map', 'page', 'limits', 'lecture']);
    expect(partsOf(stateOf({ n: 9, speed: 50 }))).toEqual([]);
    expect(partsOf(stateOf({ profile: 'projector' }))).toEqual(['page']);
  });
});

describe('what a link leaves out', () => {
  const whats = (state: AppState, choices = ALL) => omittedParts(state, choices).map(({ what }) => what);

  test('of a fresh page is only what no link holds', () => {
    expect(omittedParts(stateOf({}), ALL)).toEqual([{ what: 'rest' }]);
  });

  test('is counted from what the page has now', () => {
    const guesses = { left: [[1, 2]], right: [] } as const;
    const state = stateOf({ solid: true }, { frontier: 120, undoable: 3, guesses, tone: true, laser: true });
    expect(omittedParts(state, ALL)).toEqual([
      { what: 'steps', steps: 120 },
      { what: 'undo', changes: 3 },
      { what: 'guess' },
      { what: 'presenting' },
      { what: 'tone' },
      { what: 'camera' },
      { what: 'rest' },
    ]);
  });

  test('is the own data that did not fit, first of all; not data that rides along or ships', () => {
    expect(whats(stateOf({ features: 'csv', data: '' }, { frontier: 5 }))).toEqual(['data', 'steps', 'rest']);
    expect(whats(stateOf({ features: 'csv', data: 'trap' }))).toEqual(['rest']);
    expect(whats(stateOf({ features: 'csv', data: 'z.AAAA' }))).toEqual(['rest']);
    expect(whats(stateOf({ features: 'gauss', data: '' }))).toEqual(['rest']);
  });

  test('is a lecture that only this browser stores, unless it is left out by choice', () => {
    const state = stateOf({ lecture: 'my.abc', scene: 2 });
    expect(whats(state)).toEqual(['stored-lecture', 'rest']);
    expect(whats(state, without('lecture'))).toEqual(['lecture', 'rest']);
    expect(whats(stateOf({ lecture: 'stuck' }))).toEqual(['rest']);
  });

  test('is what was chosen; then the angle of 3-D goes with its view', () => {
    expect(whats(stateOf({ solid: true, theme: 'dark' }), without('map', 'page'))).toEqual([
      'map',
      'page',
      'rest',
    ]);
  });

  test('is not the notes of a lecture that rides along', () => {
    expect(carriesNotes(stateOf({ lecture: 'z.AAAA' }), ALL)).toBe(true);
    expect(carriesNotes(stateOf({ lecture: 'z.AAAA' }), without('lecture'))).toBe(false);
    expect(carriesNotes(stateOf({ lecture: 'stuck' }), ALL)).toBe(false);
  });
});

describe('the length of a link', () => {
  const link = (length: number) => 'x'.repeat(length);

  test('is fine, cut by some, cut by most, or more than is read', () => {
    expect(fate(link(CHAT_CUTS), '#')).toBe('fine');
    expect(fate(link(CHAT_CUTS + 1), '#')).toBe('some-cut');
    expect(fate(link(CHAT_REFUSES), '#')).toBe('some-cut');
    expect(fate(link(CHAT_REFUSES + 1), '#')).toBe('most-cut');
    const longest = `#v=1&data=${'a'.repeat(MAX_FRAGMENT - 9)}`;
    expect(fate(longest, longest)).toBe('most-cut');
    expect(parseLink(longest).notices.map(({ code }) => code)).not.toContain('too-long');
    expect(fate(`${longest}a`, `${longest}a`)).toBe('unread');
    expect(parseLink(`${longest}a`).notices.map(({ code }) => code)).toContain('too-long');
  });

  test('is owed to one value where that is most of it', () => {
    expect(longestValue(`#v=1&problem=one-neuron&data=z.${'A'.repeat(98)}&n=9`)).toEqual({
      key: 'data',
      characters: 100,
    });
    expect(longestValue(`#${Array.from({ length: 20 }, (_, i) => `k${i}=123456`).join('&')}`)).toBeNull();
  });
});
