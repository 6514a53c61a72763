import { useEffect, useRef, useState } from 'react';
import type { AnyReading } from '../../../../engine/problem.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import { useSession } from '../../../session/session-context.tsx';

/** A long reading of the current state on its own engine. */
export interface Sweep<R extends AnyReading> {
  readonly isRunning: boolean;
  /** `note` receives partial results and finally the whole. */
  run(asked: R['asked'], note: (told: R['progress'] | R['told']) => void): Promise<void>;
  stop(): void;
}

/** A new `key`, a new run or unmounting stops it; results remain. */
export function useSweep<R extends AnyReading>(name: R['name'], key: unknown): Sweep<R> {
  const session = useSession();
  const engine = useRef<EngineClient | null>(null);
  const [isRunning, setRunning] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another key is another sweep.
  useEffect(() => stop, [key]);

  function stop(): void {
    engine.current?.dispose();
    engine.current = null;
    setRunning(false);
  }

  async function run(asked: R['asked'], note: (told: R['progress'] | R['told']) => void): Promise<void> {
    stop();
    const { scenario, own } = session.store.getState();
    const mine = session.startEngine();
    const noteMine = (told: R['progress'] | R['told']) => {
      if (engine.current === mine) note(told);
    };
    engine.current = mine;
    setRunning(true);
    try {
      const opened = await mine.open(scenario, own);
      if (!opened || 'failure' in opened) return;
      const whole = await mine.reading<R>(name, asked, noteMine);
      if (whole) noteMine(whole);
    } catch {
      // Stopped, or its worker was lost: results remain.
    } finally {
      if (engine.current === mine) stop();
    }
  }

  return { isRunning, run, stop };
}
