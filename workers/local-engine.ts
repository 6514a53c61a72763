import { type Ask, deriveClient, type EngineClient } from './client.ts';
import { createEngine } from './serve.ts';

/** One call to the engine; `args` without the run. */
export interface LocalCall {
  readonly name: string;
  readonly args: readonly unknown[];
  answer(args?: readonly unknown[]): Promise<unknown>;
}

const NO_RUN = -1;

/** For tests: the engine in this thread. `around` may delay, change or answer calls. Once disposed it stops working. */
export function createLocalEngine(
  around: (call: LocalCall) => Promise<unknown> = ({ answer }) => answer(),
): EngineClient {
  const engine = createEngine() as unknown as Record<string, Record<string, (...args: unknown[]) => unknown>>;
  const ask: Ask = (group, name, all) => {
    const head = group === 'opened' ? 1 : 0;
    const args = all.slice(head);
    return around({
      name,
      args,
      answer: async (asked = args) => engine[group]![name]!(...all.slice(0, head), ...asked),
    });
  };
  // Opening an impossible scenario abandons pending work.
  const dispose = () => void Promise.resolve(engine.opened!.open!(NO_RUN, {}, null)).catch(() => undefined);
  return deriveClient(ask, { restart: () => undefined, dispose });
}

/** For tests: limits grids to `cells` per side. */
export function withSmallGrids({ name, args, answer }: LocalCall, cells: number): Promise<unknown> {
  const smaller = (size: unknown) => Math.min(size as number, cells);
  const [reading, asked] = args as readonly [string, { readonly size?: number } | null];
  if (name === 'reading' && asked?.size) return answer([reading, { ...asked, size: smaller(asked.size) }]);
  const isGrid = ['grid', 'basins', 'pull', 'field'].includes(name);
  return answer(isGrid ? [...args.slice(0, -1), smaller(args.at(-1))] : args);
}
