import type { SideName } from '../../contract.ts';
import { recoverable } from '../../kernels/binomial.ts';
import type { Values } from '../../params.ts';
import type { RunRecord } from '../../problem.ts';
import type { FactAsked } from '../../record.ts';
import type { Search } from '../../search.ts';
import type { GameInstance } from './instance.ts';
import { pushOf } from './saddle-push.ts';

/** Returns NaN for facts that the level lacks. */
export function gameFacts(
  instance: GameInstance,
  _: Values,
  asked: ReadonlyMap<string, FactAsked>,
  run: RunRecord | null,
): Search<Readonly<Record<string, number | undefined>>> {
  return {
    step: () => false,
    found: () => Object.fromEntries([...asked].map(([text, fact]) => [text, factOf(instance, fact, run)])),
  };
}

function factOf(
  { info, generators }: GameInstance,
  { name, at }: FactAsked,
  run: RunRecord | null,
): number | undefined {
  const { left, right } = info.sides;
  switch (name) {
    case 'mean':
      return info.mean.length === 1 ? info.mean[0] : Number.NaN;
    case 'mean.length':
      return info.mean.length;
    case 'width.half':
      return left.kind === 'plane' ? Number.NaN : widthOfHalf(info.mean.length);
    case 'width.halfShare':
      return left.kind === 'plane'
        ? Number.NaN
        : recoverable(widthOfHalf(info.mean.length), info.mean.length);
    case 'width':
      return left.kind === 'plane' ? Number.NaN : left.width;
    case 'width.right':
      return right.kind === 'plane' ? Number.NaN : right.width;
  }
  const [sideName, number] = name.split('.') as [SideName, string];
  const side = info.sides[sideName];
  const k = at ?? run?.end ?? null;
  switch (number) {
    case 'factor':
      return side?.kind === 'plane' ? side.factor : Number.NaN;
    case 'floor':
      return side && side.kind !== 'plane' ? floorOf(side.certificate) : Number.NaN;
    case 'reachable':
      return side && side.kind !== 'plane' ? side.reachableProbability : Number.NaN;
    case 'push': {
      if (side?.kind === 'plane') return side.eta;
      if (side?.kind !== 'network') return Number.NaN;
      const state = run && k !== null ? run.iterate(sideName, k) : null;
      const { data } = generators![sideName];
      return state ? pushOf(data, state.subarray(0, data.width * data.dz), side.eta) : undefined;
    }
    case 'excess': {
      if (!side || side.kind === 'plane') return Number.NaN;
      const floor = floorOf(side.certificate);
      if (floor === 0) return Number.NaN;
      return run && k !== null ? Math.max(0, run.read(sideName, 'loss', k) / floor - 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** Returns the least width at which random columns reach a mean of m numbers more than half the time. */
function widthOfHalf(m: number): number {
  let width = m;
  while (!(recoverable(width, m) > 1 / 2)) width++;
  return width;
}

function floorOf({ floor, reachable }: { readonly floor: number; readonly reachable: boolean }): number {
  return reachable ? 0 : floor;
}
