import { useEffect, useRef, useState } from 'react';
import type { EngineClient } from '../../../../workers/open-engine.ts';

/** How the making of a file came out. */
export type Outcome =
  | { readonly what: 'saved'; readonly name: string; readonly bytes: number }
  | { readonly what: 'cancelled' | 'failed' };

/** One file at a time, made by an engine of its own that ends with it. */
export interface FileMaking {
  /** Rows that are written; null where no file is under way. */
  readonly rows: number | null;
  /** Of the last file; null while one is under way, and before the first. */
  readonly outcome: Outcome | null;
  /** Makes a file and hands it to `save`; `ask` gets the engine and a function that takes the rows written so far. */
  make(
    engine: EngineClient,
    ask: (note: (rows: number) => void) => Promise<Blob | null>,
    name: string,
    save: (blob: Blob, name: string) => void,
  ): Promise<void>;
  cancel(): void;
  /** Another file is asked for: the last outcome is no news any more. */
  forget(): void;
}

export function useFile(): FileMaking {
  const [rows, setRows] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const current = useRef<EngineClient | null>(null);

  function end(next: Outcome): void {
    current.current?.dispose();
    current.current = null;
    setRows(null);
    setOutcome(next);
  }

  // Closing the dialog ends what is under way.
  useEffect(
    () => () => {
      current.current?.dispose();
      current.current = null;
    },
    [],
  );

  return {
    rows,
    outcome,
    async make(engine, ask, name, save) {
      current.current = engine;
      setRows(0);
      setOutcome(null);
      const blob = await ask((written) => {
        if (current.current === engine) setRows(written);
      }).catch(() => null);
      if (current.current !== engine) return;
      if (blob) save(blob, name);
      end(blob ? { what: 'saved', name, bytes: blob.size } : { what: 'failed' });
    },
    cancel: () => end({ what: 'cancelled' }),
    forget: () => setOutcome(null),
  };
}
