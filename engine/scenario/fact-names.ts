import { CATALOG, type ProblemId } from '../catalog.ts';
import type { ProblemCard } from '../contract.ts';
import type { FactAsked, FactSpec } from '../record.ts';

const loss = { format: 'loss', steps: true } as const;
const distance = { format: 'distance', steps: true } as const;
const count = { format: 'count' } as const;
const step = { format: 'step' } as const;
const share = { format: 'share' } as const;

/** Numbers of any scenario that a text may cite, described by the messages `fact.<name>`. A card may declare more. */
export const FACTS = {
  n: count,
  d: count,
  c: { format: 'number' },
  L: { format: 'number' },
  noise: { format: 'number' },
  blend: { format: 'number' },
  end: step,
  step: { format: 'step', steps: true },
  'left.end': step,
  'right.end': step,
  'left.arrived': count,
  'right.arrived': count,
  'left.loss': loss,
  'right.loss': loss,
  'left.distance': distance,
  'right.distance': distance,
  'left.gradient': { format: 'number', steps: true },
  'right.gradient': { format: 'number', steps: true },
  'left.slow': step,
  'left.near': step,
  'right.near': step,
  'left.switched': count,
  'left.within': step,
  'right.within': step,
  'left.pull': { format: 'number', steps: true },
  'right.pull': { format: 'number', steps: true },
  'ahead.step': step,
  'ahead.by': { format: 'distance' },
  'ahead.steps': count,
  'ahead.last': step,
  'ahead.most': { format: 'distance' },
  'ahead.mostAt': step,
  'dead.share': share,
  'left.minima': count,
  'right.minima': count,
  'left.valleys': count,
  'left.stuck': share,
  'right.stuck': share,
  'left.basin': share,
  'right.basin': share,
  'left.missed': share,
  'pull.least': { format: 'number' },
  'pull.negative': share,
  'blend.least': { format: 'number' },
  'crowd.count': count,
  'crowd.left': count,
  'crowd.right': count,
  'runs.count': count,
  'runs.ahead': count,
  'runs.aheadShare': share,
  'runs.aheadLow': share,
  'runs.aheadHigh': share,
  'runs.left': count,
  'runs.right': count,
  'runs.leftStuck': count,
  'runs.rightStuck': count,
  'runs.rightNotFarther': count,
  'runs.notFartherShare': share,
  'runs.notFartherLow': share,
  'runs.notFartherHigh': share,
  'runs.leftMedian': { format: 'distance' },
  'runs.rightMedian': { format: 'distance' },
  m: count,
  teacher: count,
  beta: { format: 'number' },
  patterns: count,
  optimum: { format: 'loss' },
  bound: { format: 'lower' },
  gap: { format: 'most' },
  'program.neurons': count,
  'program.rounds': count,
  'program.touches': count,
  'left.above': { format: 'least', steps: true },
  'left.aboveKnown': { format: 'least', steps: true },
  'left.dual': { format: 'number', steps: true },
} as const satisfies Record<string, FactSpec>;

/** A number that a text may cite. */
export type FactName =
  | keyof typeof FACTS
  | { [Id in ProblemId]: Extract<keyof (typeof CATALOG)[Id]['facts'], string> }[ProblemId];

const CARDS: readonly ProblemCard[] = Object.values(CATALOG);

/** All fact names, each once: the shared ones, then each card's. Cards that share a name use the same format. */
export const FACT_NAMES = [
  ...new Set([FACTS, ...CARDS.map(({ facts = {} }) => facts)].flatMap((facts) => Object.keys(facts))),
] as readonly FactName[];

/** Returns the declaration of a fact, including those of cards; undefined if unknown. */
export function factSpec(name: string): FactSpec | undefined {
  if (Object.hasOwn(FACTS, name)) return FACTS[name as keyof typeof FACTS];
  return CARDS.find(({ facts = {} }) => Object.hasOwn(facts, name))?.facts?.[name];
}

/** Parses `name` or `name@step`; null if there is no such fact, or it is not read at a step. */
export function parseFact(text: string): FactAsked | null {
  const [name = '', at, ...rest] = text.split('@');
  const spec = factSpec(name);
  if (!spec || rest.length > 0) return null;
  if (at === undefined) return { name, at: null };
  return spec.steps && /^\d{1,6}$/.test(at) ? { name, at: Number(at) } : null;
}
