/** For tests of explanations: a problem's subjects and stages, and laws that every explanation obeys. */
// biome-ignore-all lint/style/noRestrictedImports: it runs the engine for tests, and is no part of the page.
import { expect } from 'vitest';
import { CATALOG, type ProblemId } from '../../../../engine/catalog.ts';
import type { Instance, OwnData, SideName } from '../../../../engine/contract.ts';
import type { Values } from '../../../../engine/params.ts';
import type { Problem } from '../../../../engine/problem.ts';
import type { RunValues } from '../../../../engine/run/create-run.ts';
import { createScenario, presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { createUpdateWalk } from '../../../../engine/update/read-update.ts';
import type { Update } from '../../../../workers/protocol.ts';
import { createTranslate, dynamicKey, type MessageKey } from '../../../i18n/messages.ts';
import type { Explanation, SideStage, Subject, Topic } from '../../../session/explanation.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';

const t = createTranslate('en');
const word = t as (key: MessageKey) => string;

/** Texts of words by key, as `words.en.ts` exports them. */
type WordTable = Readonly<Record<string, unknown>>;

/** Explanation of one problem at any scenario and step. */
export function explainedOf<U extends Update, I extends Instance>(
  id: ProblemId,
  explanation: Partial<Explanation<U>>,
  problem: Problem<I>,
) {
  type Told = Subject<U> & { readonly update: U };
  // Its parts take instances of a subtype.
  const { prepare, parts } = problem as unknown as Problem;
  const given = (values: Values) => createScenario(id, values).values;
  const topicsOf = (of: Subject<U>) => explanation.topics!(of) as readonly Topic[];
  const topicOf = (of: Subject<U>, topic: string) => topicsOf(of).find((one) => one.id === topic);

  function stageAt(of: Told, side: SideName, stage: Stage, say = t): SideStage {
    const walk = explanation.walk!;
    if (!('ofSide' in walk)) throw new Error('expected stages of a side; got none');
    return walk.ofSide(of, side, stage, say);
  }

  return {
    given,
    preset: (preset: string, more: Values = {}) => given({ ...presetScenario(id, preset).values, ...more }),
    /** Every preset, for `it.each`. */
    presets: () =>
      CATALOG[id].presets.map((one): [string, Values] => [one.id, presetScenario(id, one.id).values]),
    /** Returns the explanation's subject at a step. */
    subjectAt(values: Values, k: number, own: OwnData | null = null): Told {
      const instance = prepare(values, own);
      const walk = createUpdateWalk(instance, values as Values & RunValues, parts);
      const at = { left: k, right: k };
      while (!walk.approach(at, 50));
      const [opened, update] = [{ info: instance.info }, walk.read(at)];
      return { opened, scenario: { problem: id, values }, update } as unknown as Told;
    },
    stageAt,
    topicsOf,
    texOf: (of: Subject<U>, topic: string) =>
      topicOf(of, topic)!
        .lines.map(({ tex }) => tex ?? '')
        .join('\n'),
    saysOf: (of: Subject<U>, topic: string) => topicOf(of, topic)?.lines.map(({ say }) => say) ?? [],

    /**
     * Law: topics have titles, distinct lines of finite numbers whose sentences have words and a standing (definitions have none), and
     * point at marks, which have words. `blank` matches a formula that lacks a number.
     */
    expectTopics(of: Subject<U>, definitions: readonly string[], blank = /NaN|undefined|Infinity/) {
      const topics = topicsOf(of);
      for (const topic of topics) {
        expect(topic).not.toBeTypeOf('string');
        const { id: name, lines } = topic;
        expect(word(dynamicKey('explain.topic', name)), name).not.toBe('');
        expect(new Set(lines.map(({ say, tex }) => `${say} ${tex}`)).size).toBe(lines.length);
        for (const { say, tex, standing } of lines) {
          expect(tex ?? '').not.toMatch(blank);
          if (!say) continue;
          expect(standing, say).toEqual(definitions.includes(say) ? undefined : expect.any(String));
          expect(word(say), say).not.toBe('');
        }
      }
      const marks = explanation.marks!(of as Told, []);
      const names = marks.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      const pointed = topics.flatMap(({ lines }) =>
        lines.flatMap(({ tex }) => Array.from(tex?.matchAll(/mark=([\w-]+)/g) ?? [], ([, mark]) => mark!)),
      );
      expect(pointed.filter((mark) => !names.includes(mark))).toEqual([]);
      for (const { name, tex, words } of marks) {
        expect(tex ?? word(dynamicKey('explain.symbol', name))).toBeTruthy();
        expect(word(words!)).not.toBe('');
      }
    },

    /** Law: a stage has words in both languages, and a table whose names have words. Returns it; a side that has ended has no title. */
    expectStage(
      of: Told,
      side: SideName,
      stage: Stage,
      { shortest = 7, never = /undefined|NaN/ } = {},
    ): SideStage {
      const told = stageAt(of, side, stage);
      for (const said of [told.say, stageAt(of, side, stage, createTranslate('zh')).say]) {
        expect(said.length).toBeGreaterThanOrEqual(shortest);
        expect(said).not.toMatch(never);
      }
      if (!told.title) return told;
      expect(word(told.title), told.title).not.toBe('');
      if (!told.table) return told;
      const { of: kind, columns, rows } = told.table;
      expect(word(dynamicKey('explain.rows', kind))).not.toBe('');
      for (const column of columns) expect(word(dynamicKey('explain.column', column)), column).not.toBe('');
      for (const { name, cells, off } of rows) {
        expect(cells).toHaveLength(columns.length);
        if (kind === 'quantity') expect(word(dynamicKey('explain.row', String(name)))).not.toBe('');
        if (off) expect(word(dynamicKey('explain.offRow', kind))).not.toBe('');
      }
      return told;
    },

    /** Law: the numbers of a step have words, and there are more than `few` of them per side. */
    expectNumbers(update: U, few: number) {
      for (const side of ['left', 'right'] as const) {
        const cells = { ...explanation.terms!(update, side), ...explanation.results!(update, side) };
        for (const [name, cell] of Object.entries(cells))
          if (cell) expect(word(dynamicKey('explain.step', name)), name).not.toBe('');
        expect(Object.keys(cells).length).toBeGreaterThan(few);
      }
    },

    /** Law: sentences quote presets and `others` by their titles, more than `few` times per language. `foreign` keys quote something else. */
    expectQuotes(
      tables: Readonly<Record<'en' | 'zh', WordTable>>,
      foreign: RegExp,
      few: number,
      others: readonly MessageKey[] = [],
    ) {
      for (const language of ['en', 'zh'] as const) {
        const said = createTranslate(language) as (key: MessageKey) => string;
        const titles = [
          ...CATALOG[id].presets.map((one) => said(dynamicKey('preset', one.id, 'title'))),
          ...others.map(said),
        ];
        const quoted = Object.entries(tables[language])
          .filter(([key]) => key.startsWith('explain.say.') && !foreign.test(key))
          .flatMap(([, text]) => Array.from(String(text).matchAll(/“([^”]+)”/g), ([, title]) => title!));
        expect(quoted.length).toBeGreaterThan(few);
        expect(quoted.filter((title) => !titles.includes(title))).toEqual([]);
      }
    },
  };
}
