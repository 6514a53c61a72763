import { useEffect, useRef, useState } from 'react';
import type { AnyReading } from '../../../../engine/problem.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import { useSession } from '../../../session/session-context.tsx';

/** A long reading of what is shown, on an engine of its own. */
export interface Sweep<R extends AnyReading> {
  readonly isRunning: boolean;
  /** `note` is told what is known as it comes, and at the end all. */
  run(asked: R['asked'], note: (told: R['progress'] | R['told']) => void): Promise<void>;
  stop(): void;
}

/** Another `key`, another run or going away ends it; what was noted until then stays. */
export function useSweep<R extends AnyReading>(name: R['name'], key: string): Sweep<R> {
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
      // It was stopped, or its worker was lost: what was found until then stays.
    } finally {
      if (engine.current === mine) stop();
    }
  }

  return { isRunning, run, stop };
}
