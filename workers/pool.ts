import { EngineError } from './client.ts';

export interface PoolEngine {
  dispose(): void;
}

export interface PoolJob<Engine, Task, Result> {
  readonly workers: number;
  /** Returns the next piece or null. Pieces may be handed out in any order. */
  next(): Task | null;
  ask(engine: Engine, task: Task): Promise<Result>;
  onResult(task: Task, result: Result): void;
}

export interface PoolWork {
  /** Resolves when all is done or cancelled; rejects with the first failure. */
  readonly ended: Promise<void>;
  /** Later results are dropped. */
  cancel(): void;
}

/** Results do not depend on the number of engines. */
export interface Pool<Engine extends PoolEngine> {
  work<Task, Result>(job: PoolJob<Engine, Task, Result>): PoolWork;
  dispose(): void;
}

/** Milliseconds for an engine to abandon its piece, before it is ended and restarted. */
const GRACE = 80;

/** Losses until a piece counts as the cause. */
const MOST_LOSSES = 3;

/**
 * Creates a pool whose engines start with the first work and stay. Replaces a lost engine and reruns its piece. `stop` makes an engine
 * abandon its work and resolves once it has.
 */
export function createPool<Engine extends PoolEngine>(
  start: () => Engine,
  stop: (engine: Engine) => Promise<unknown>,
): Pool<Engine> {
  const idle: Engine[] = [];
  const busy = new Set<Engine>();

  function end(engine: Engine): void {
    busy.delete(engine);
    engine.dispose();
  }

  function work<Task, Result>({ workers, next, ask, onResult }: PoolJob<Engine, Task, Result>): PoolWork {
    let cancelled = false;
    const mine = new Set<Engine>();

    function take(): Engine {
      const engine = idle.pop() ?? start();
      busy.add(engine);
      mine.add(engine);
      return engine;
    }

    async function labour(): Promise<void> {
      let engine = take();
      try {
        while (!cancelled) {
          const task = next();
          if (task === null) break;
          for (let losses = 0; ; ) {
            try {
              const result = await ask(engine, task);
              if (!cancelled) onResult(task, result);
              break;
            } catch (error) {
              if (cancelled) break;
              if (!(error instanceof EngineError) || ++losses === MOST_LOSSES) throw error;
              mine.delete(engine);
              end(engine);
              engine = take();
            }
          }
        }
      } catch (error) {
        cancel();
        throw error;
      } finally {
        mine.delete(engine);
        // A cancelled engine returns once stopped.
        if (!cancelled && busy.delete(engine)) idle.push(engine);
      }
    }

    function cancel(): void {
      if (cancelled) return;
      cancelled = true;
      for (const engine of mine) void release(engine);
    }

    async function release(engine: Engine): Promise<void> {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const late = new Promise<false>((resolve) => {
        timer = setTimeout(() => resolve(false), GRACE);
      });
      const stopped = stop(engine).then(
        () => true,
        () => false,
      );
      const done = await Promise.race([stopped, late]);
      clearTimeout(timer);
      if (!busy.delete(engine)) return;
      if (done) idle.push(engine);
      else engine.dispose();
    }

    const ended = Promise.all(Array.from({ length: Math.max(1, workers) }, labour)).then(() => undefined);
    return { ended, cancel };
  }

  return {
    work,
    dispose() {
      for (const engine of [...idle.splice(0), ...busy]) engine.dispose();
      busy.clear();
    },
  };
}
