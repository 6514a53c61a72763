import { expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS, type ProblemId, scenarioParams } from '../catalog.ts';
import type { ProblemCard } from '../contract.ts';
import { readFileText } from '../data/file-reader.ts';
import type { Values } from '../params.ts';
import { createScenario } from '../scenario/create-scenario.ts';
import { choiceOf } from '../scenario/file-choice.ts';
import type { Notice } from '../scenario/notice.ts';
import { loadProblem } from './index.ts';

const ROWS = 'a,b,y\n1e9,1,1\n3e9,-2,0\n-2e9,1,2\n-1e9,3,1\n';

/** Unequal columns of drawn data: opposite slices of a pie. */
const MADE: readonly (readonly [string, Values])[] = [['vector-output', { sizes: [1, 1] }]];

const CASES = [
  ...PROBLEM_IDS.flatMap((id) => {
    const { params, ownColumns }: ProblemCard = CATALOG[id];
    return 'features' in params && !ownColumns
      ? [
          [
            id,
            { features: 'csv', ...('outputs' in params && id === 'vector-output' && { outputs: 1 }) },
          ] as const,
        ]
      : [];
  }),
  ...MADE,
];

it.each(CASES)(
  '%s %o: columns that differ are said to be helped by std=1 if and only if it helps',
  async (id, given) => {
    const name = id as ProblemId;
    const problem = await loadProblem(name);
    const notices = (more: Values): readonly Notice[] => {
      const { values } = createScenario(name, { ...given, ...more });
      const table = readFileText(ROWS, choiceOf(values, problem.card), 1000);
      const own = values.features === 'csv' ? { table } : null;
      return problem.prepare(values, own).notices.filter(({ code }) => code.startsWith('uneven'));
    };
    const spec = scenarioParams(name).std;
    const { values } = createScenario(name, given);
    const applies = spec !== undefined && (spec.when?.(values) ?? true);
    expect(notices({}).map(({ code }) => code)).toEqual([applies ? 'uneven-columns' : 'uneven-for-good']);
    if (applies) for (const bias of [true, false]) expect(notices({ std: true, bias })).toEqual([]);
    // A table of features can always be scaled.
    expect(applies).toBe(values.features === 'csv');
  },
);
