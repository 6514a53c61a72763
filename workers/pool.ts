import { EngineError } from './client.ts';

/** What a pool needs of an engine. */
export interface PoolEngine {
  dispose(): void;
}

export interface PoolJob<Engine, Task, Result> {
  /** Engines that work at the same time. */
  readonly workers: number;
  /** The next piece of work; null where there is none left. Pieces may be handed out in any order. */
  next(): Task | null;
  ask(engine: Engine, task: Task): Promise<Result>;
  /** Called with each result as it comes. */
  onResult(task: Task, result: Result): void;
}

/** Work that is under way on a pool. */
export interface PoolWork {
  /** Settles when all pieces are done, or the work was cancelled; rejects with the first failure. */
  readonly ended: Promise<void>;
  /** Results that come later are dropped. */
  cancel(): void;
}

/** Engines that share work out among themselves; results do not depend on how many there are. */
export interface Pool<Engine extends PoolEngine> {
  work<Task, Result>(job: PoolJob<Engine, Task, Result>): PoolWork;
  dispose(): void;
}

/** Milliseconds that an engine has to give up its piece; one that is deep in a long step is ended and started anew. */
const GRACE = 80;

/** A piece whose engine was lost so many times is what they were lost by. */
const MOST_LOSSES = 3;

/**
 * A pool whose engines are started when there is work, and kept for the next. A lost one is replaced and its piece is run again.
 * `stop` asks an engine to give up and resolves once it has.
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
        // One that was cancelled is given back once it has stopped.
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
