import '../../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../../engine/contract.ts';
import { recordRun } from '../../../../engine/facts/recorded-run.ts';
import { loadProblem } from '../../../../engine/problems/index.ts';
import { runValues } from '../../../../engine/run/run-values.ts';
import { factSpec } from '../../../../engine/scenario/fact-names.ts';
import { LANGUAGE_NAMES } from '../../../../engine/scenario/languages.ts';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { measured } from '../../../../scripts/measured.ts';
import { withMarkWords } from '../../../features/lecture/named-marks.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { ALWAYS } from './always.ts';
import { OF_SCENES } from './computed-numbers.ts';
import { CORNERS } from './corners.ts';
import { HILLS } from './hills.ts';
import { MEETINGS } from './meetings.ts';
import { OPTIMAL } from './optimal.ts';
import { OUTPUTS } from './outputs.ts';
import { PLAYERS } from './players.ts';
import { PRICE } from './price.ts';
import type { SceneSettings } from './shipped-lecture.ts';
import { STUCK } from './stuck.ts';
import { words as always } from './words/always.en.ts';
import { words as alwaysZh } from './words/always.zh.ts';
import { words as corners } from './words/corners.en.ts';
import { words as cornersZh } from './words/corners.zh.ts';
import { words as hills } from './words/hills.en.ts';
import { words as hillsZh } from './words/hills.zh.ts';
import { words as meetings } from './words/meetings.en.ts';
import { words as meetingsZh } from './words/meetings.zh.ts';
import { words as optimal } from './words/optimal.en.ts';
import { words as optimalZh } from './words/optimal.zh.ts';
import { words as outputs } from './words/outputs.en.ts';
import { words as outputsZh } from './words/outputs.zh.ts';
import { words as players } from './words/players.en.ts';
import { words as playersZh } from './words/players.zh.ts';
import { words as price } from './words/price.en.ts';
import { words as priceZh } from './words/price.zh.ts';
import { words as stuck } from './words/stuck.en.ts';
import { words as stuckZh } from './words/stuck.zh.ts';

/**
 * Plays each shipped scene to its end (`npm test` repeats a sample) and compares its words' claims with both statuses. The words are the
 * end line and, without a bookmark, the text for afterwards.
 */

const LECTURES = [
  ['hills', HILLS, hills, hillsZh],
  // Longest runs: neither first nor last, which are always repeated.
  ['price', PRICE, price, priceZh],
  ['stuck', STUCK, stuck, stuckZh],
  ['always', ALWAYS, always, alwaysZh],
  ['optimal', OPTIMAL, optimal, optimalZh],
  ['outputs', OUTPUTS, outputs, outputsZh],
  ['players', PLAYERS, players, playersZh],
  ['meetings', MEETINGS, meetings, meetingsZh],
  ['corners', CORNERS, corners, cornersZh],
] as const;

interface Said {
  readonly after?: string;
  readonly end?: string;
  readonly moment?: string;
}

const pick = ({ after, end, moment }: Said) => ({ after, end, moment }) as Said;

const SCENES = LECTURES.flatMap(([lecture, settings, ...languages]) =>
  Object.entries(settings as SceneSettings<string>).map(([scene, setting]) => ({
    name: `${lecture}, ${scene}`,
    setting,
    said: languages.map(({ scenes }, i) =>
      withMarkWords(pick((scenes as Record<string, Said>)[scene]!), createTranslate(LANGUAGE_NAMES[i]!)),
    ),
  })),
);

/** Claims about sides and statuses that make them true. */
const CLAIMS: readonly [words: RegExp, sides: readonly ('left' | 'right')[], statuses: readonly string[]][] =
  [
    [/Both reached|both sides reached|两边都到达/i, ['left', 'right'], ['reached']],
    [/Left: (?:dead|never moved)/, ['left'], ['dead']],
    [/Without it: dead/, ['left'], ['dead']],
    [/左边：(?:一步没动|已死亡)|不加：已死亡/, ['left'], ['dead']],
    [/Left: stuck|左边：卡/, ['left'], ['dead', 'stationary']],
    [
      /Right: (?:reached it|at the star|every ball reached|all \{\{crowd\.right\}\} at the star)/,
      ['right'],
      ['reached'],
    ],
    [/With \{\{blend\|share\}\} of the penalty: at the star/, ['right'], ['reached']],
    [
      /右边：(?:第 \S+ 步到达|\S+ 步到达|一步到达|所有小球都到达|到达星标|\S+ 个全在星标)/,
      ['right'],
      ['reached'],
    ],
    [/加 \S+ 的惩罚项：第/, ['right'], ['reached']],
    [/Left: after \{\{left\.within\}\}|左边：\{\{left\.within\}\} 步/, ['left'], ['reached']],
    [/Right: a perfect fit|右边：完美的拟合/, ['right'], ['global', 'reached']],
    [/ends closer|更近|the same minimum|最小值相同/, ['left', 'right'], ['stationary']],
    [/Descent[^.]* stopped|Descent: stopped|下降(?:：停|停在|在第 \S+ 步停下)/, ['left'], ['stationary']],
    [/Left: stops|左边：停下/, ['left'], ['rest']],
    [/Left: rounds to|左边：取整为/, ['left'], ['rounds']],
    [/Left: a tie|左边：平局/, ['left'], ['tie']],
    [/Right: on the best permutation|右边：站在最优排列上/, ['right'], ['best']],
    [/Left: at the best permutation|左边：到达最优排列/, ['left'], ['best']],
    [
      /Right: on (?:a permutation that is not the best|the same permutation)|右边：站在(?:一个并非最优|同一个)/,
      ['right'],
      ['permutation'],
    ],
    [/Right: between two corners|右边：停在两个角之间/, ['right'], ['between']],
    [/Left: the image is destroyed|左边：图像被毁掉了/, ['left'], ['diverged']],
    [/Left: stopped(?= in one|, one)|左边：静止|nothing proved|没有任何证明/, ['left'], ['stationary']],
    [
      /Right: settled|右边：(?:已)?稳定|Right: \S+ dB, certified|右边：\S+ dB，有证明/,
      ['right'],
      ['settled'],
    ],
    [/Right: at the minimum|右边：到达最[优小]点/, ['right'], ['global']],
    [
      /Both (?:are at the minimum|fit every sample)|两边都(?:在最[优小]点|拟合了每个样本)/,
      ['left', 'right'],
      ['global'],
    ],
    [/Program: (?:[^.]*, )?optimal|凸规划：(?:F = \S+，)?最优/, ['right'], ['optimal']],
  ];

const ARRIVED = ['reached', 'global', 'optimal', 'best'];
const RESTING = [
  ...ARRIVED,
  'dead',
  'stationary',
  'rest',
  'rounds',
  'tie',
  'between',
  'permutation',
  'settled',
];

/** Words about a state and statuses that make them true. */
const STATES: readonly [words: RegExp, statuses: readonly string[]][] = [
  [
    /\b(?:rests|at rest|comes to rest|came to rest|stops|stopped|stands|stuck)\b|停在|停下|静止(?!点)|站在|卡在/gi,
    RESTING,
  ],
  [/\b(?:stands )?on (?:a|the best|the same) permutation|站在[^，。]*排列/gi, ['best', 'permutation']],
  [/\b(?:reached|arrived|arrives|at the star)\b|到达/gi, ARRIVED],
  [/\bdead\b|死亡/gi, ['dead']],
  [/\boptimal\b|(?<=[：，])最优(?=[，。])/gi, ['optimal']],
  [/\bsettled\b|稳定/gi, ['settled']],
  [/\bswings\b|来回|摆动/gi, ['cycles']],
];

/** Matches words before a non-claim: future, conditional or nearly. */
const NOT_YET =
  /\b(?:all but|would|will|can|cannot|may|might|not|never) (?:\w+ )?$|[会将若能不未](?:[^，。：；]*)$|几乎$/;

/** Names of sides; a clause refers to the last before it. */
const NAMED: readonly [name: RegExp, sides: readonly SideName[]][] = [
  [/\bboth\b|两边/gi, ['left', 'right']],
  [/\bleft\b|descent|\bwithout (?:it|the penalty)|左|下降|没有惩罚项|不加/gi, ['left']],
  [
    /\bright\b|\bprogram\b|\bwith it|\bof the penalty|右|规划|(?<!没)有惩罚项|加[^，。]*的惩罚项/gi,
    ['right'],
  ],
];

function sidesNamed(text: string): readonly SideName[] {
  let [found, from]: [readonly SideName[], number] = [[], -1];
  for (const [name, sides] of NAMED)
    for (const { index } of text.matchAll(name)) if (index > from) [found, from] = [sides, index];
  return found;
}

/** Lists false claims at the scene's bookmark or end. */
function falseIn(text: string, name: string, statuses: Statuses, bookmark: number | null): string[] {
  const { numbers } = OF_SCENES[name.replace(', ', '/')]!;
  const wrong: string[] = [];
  for (const sentence of text.split(/(?<=[.!?;])\s+|(?<=[。？！；])/)) {
    const told = sentence.replace(/\{\{.*?\}\}/g, '#');
    // About many runs, or a question.
    const isOfMany = /\{\{(?:runs|tally|crowd)\.|[?？]$/.test(sentence);
    for (const [words, allowed] of isOfMany ? [] : STATES)
      for (const { 0: word, index } of told.matchAll(words)) {
        const before = told.slice(0, index);
        if (NOT_YET.test(before)) continue;
        const sides = sidesNamed(before);
        if (sides.length === 0) wrong.push(`“${word}” of no side: ${sentence}`);
        for (const side of sides)
          if (!allowed.includes(statuses[side]))
            wrong.push(`“${word}” of the ${side}, which is ${statuses[side]}: ${sentence}`);
      }
    for (const { 0: place, 1: fact, 2: step, index } of sentence.matchAll(
      /\{\{([\w.]+)(?:@(\w+))?[^}]*\}\}/g,
    )) {
      const known = (one: string) => numbers[one] as number;
      if (step === undefined && bookmark !== null) {
        if (factSpec(fact!)!.steps) wrong.push(`${place} is of the end: ${sentence}`);
        // Steps must be reached; counts up to the end must be final.
        const at = /^ahead\.most/.test(fact!) ? 'ahead.mostAt' : fact!;
        if (
          /^(?:end$|(?:left|right)\.(?:end|slow|near|within)$|ahead\.)/.test(fact!) &&
          !(known(at) <= bookmark)
        )
          wrong.push(`${place} has not come at step ${bookmark}: ${sentence}`);
        if (/^(?:optimum|bound|gap|program\..*)$/.test(fact!) && !RESTING.includes(statuses.right))
          wrong.push(`${place} of a side that is ${statuses.right}: ${sentence}`);
      }
      if (bookmark === null && /mark|now/.test(step ?? '')) wrong.push(`${place} at the end: ${sentence}`);
      if (/^\d+$/.test(step ?? '') && !text.includes(`{{step@${step}}}`))
        wrong.push(`${place} without its step: ${sentence}`);
      const side = /(?:^|\.)(left|right)(?:\.|$)/.exec(fact!)?.[1] as SideName | undefined;
      const after = /^ on the (left|right)\b/.exec(sentence.slice(index + place.length))?.[1];
      const named = after ? [after] : sidesNamed(sentence.slice(0, index).replace(/\{\{.*?\}\}/g, '#'));
      if (side && named.length === 1 && named[0] !== side)
        wrong.push(`${place} said of the ${named[0]}: ${sentence}`);
    }
  }
  return wrong;
}

/** End lines without a claim about a side. */
const SILENT = ['hills, colours', 'optimal, patterns', 'always, howOften', 'optimal, spurious'];

type Setting = (typeof SCENES)[number]['setting'];

type Statuses = Readonly<Record<SideName, string>>;

async function play(setting: Setting) {
  const { problem, values } = parseLink(setting.scenario).scenario;
  const instance = (await loadProblem(problem)).prepare(values, null);
  const bookmark = setting.bookmark ?? 0;
  const before = recordRun(instance, runValues(values), bookmark);
  while (before.goOn());
  const atMark: Statuses = { left: before.side('left').status, right: before.side('right').status };
  const { last } = setting;
  const run = recordRun(instance, runValues(values), last);
  while ((last !== undefined || run.end === null) && run.goOn());
  const end = last ?? run.end;
  const statuses: Statuses = { left: run.side('left').status, right: run.side('right').status };
  return { end, statuses, atMark, hasLoss: Number.isFinite(run.read('left', 'loss', bookmark)) };
}

/** Keys contain link and bookmark: changed scenes are played again. */
const keyOf = (name: string, { scenario, bookmark = 0, last }: Setting) =>
  `${name}: ${scenario} to ${[bookmark, ...(last === undefined ? [] : [last])].join(', then ')}`;
const SETTINGS = new Map(SCENES.map(({ name, setting }) => [keyOf(name, setting), setting]));

/** Computed once. */
let played: ReturnType<typeof playAll> | undefined;
const playAll = () => measured('lecture-ends', [...SETTINGS.keys()], (key) => play(SETTINGS.get(key)!), 4);

describe('what a shipped scene says at its end is true', () => {
  it.each(SCENES)('$name', async ({ name, setting, said }) => {
    played ??= playAll();
    const run = (await played).get(keyOf(name, setting))!;
    const { statuses } = run;
    const bookmark = setting.bookmark ?? 0;
    // Without an end of both sides the scene has a last step.
    expect(run.end).not.toBeNull();
    if (setting.last === undefined) expect(`${statuses.left} ${statuses.right}`).toBe(setting.ends);
    for (const { after = '', end } of said) {
      expect(end).toBeDefined();
      if (end === undefined) continue;
      const shown = setting.bookmark === undefined ? `${end} ${after}` : end;
      expect(shown).not.toMatch(/play on|only slow|press play|继续播放|只是(?:走得)?慢|按播放/i);
      const claimed = CLAIMS.filter(([words]) => words.test(shown));
      if (!SILENT.includes(name) && setting.last === undefined) expect(claimed, shown).not.toEqual([]);
      for (const [words, sides, allowed] of claimed)
        for (const side of sides) expect(allowed, `${words} ${side}: ${shown}`).toContain(statuses[side]);
      // A line with an arrival's step is about a side that arrived.
      for (const side of SIDES)
        if (end.includes(`{{${side}.within}}`)) expect(statuses[side], end).toBe('reached');
    }
    // The bookmark precedes the end: both are shown. Without one, the text for afterwards comes at the end.
    if (setting.bookmark === undefined) return;
    expect(run.hasLoss).toBe(true);
    expect(bookmark).toBeLessThanOrEqual(run.end!);
  });
});

describe('each number, and each word for how a side stands, is true of the state it stands over', () => {
  it.each(SCENES)('$name', async ({ name, setting, said }) => {
    played ??= playAll();
    const { statuses, atMark } = (await played).get(keyOf(name, setting))!;
    const { bookmark = null } = setting;
    for (const { after = '', end = '', moment = '' } of said) {
      expect(falseIn(after, name, bookmark === null ? statuses : atMark, bookmark)).toEqual([]);
      expect(falseIn(end, name, statuses, null)).toEqual([]);
      expect(falseIn(moment, name, statuses, null)).toEqual([]);
    }
  });

  it('finds what was false', () => {
    const [still, ended] = [
      { left: 'moving', right: 'best' },
      { left: 'rounds', right: 'best' },
    ];
    const said = 'The left rests on an edge and rounds to a cost of {{left.rounded}}.';
    expect(falseIn(said, 'corners, round', still, 3)).toHaveLength(2);
    expect(falseIn(said, 'corners, round', ended, null)).toEqual([]);
    expect(falseIn('The left stops on an edge.', 'corners, round', still, 3)).toHaveLength(1);
    expect(falseIn('左边停在一条边上。', 'corners, round', still, 3)).toHaveLength(1);
    expect(falseIn('The left will rest, and has all but stopped.', 'corners, round', still, 3)).toEqual([]);
    expect(falseIn('The left is at {{right.rounded@mark}}.', 'corners, round', still, 3)).toHaveLength(1);
    expect(falseIn('It stopped.', 'corners, round', ended, null)).toHaveLength(1);
  });
});
