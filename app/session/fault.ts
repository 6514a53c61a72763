/** Reason of a failed engine request: worker gone, module not loaded, no memory, or an exception. */
export interface Fault {
  readonly what: 'engine' | 'part' | 'memory' | 'error';
  /** Browser's or engine's message. */
  readonly words: string;
  /** Bytes not allocated; null if unknown. */
  readonly bytes: number | null;
}

export const NO_FAULT: Fault = { what: 'engine', words: '', bytes: null };

/** Browsers' messages for a module not loaded. */
const NO_MODULE = /dynamically imported module|importing a module/i;

/** Browsers' messages for a failed allocation; the engine's `AllocationError` has the size. */
const NO_MEMORY = /allocation|array length|out of memory/i;

/** Classifies an error of an engine or of storing its answer, by name and message, which alone survive the transfer. */
export function faultOf(error: unknown): Fault {
  const { name, message } = error as Error;
  if (name === 'EngineError')
    return { what: 'engine', words: (error as { reason?: string }).reason ?? message, bytes: null };
  if (name === 'AllocationError')
    return { what: 'memory', words: message, bytes: Number(/\d+/.exec(message)?.[0]) };
  if (name === 'RangeError' && NO_MEMORY.test(message))
    return { what: 'memory', words: message, bytes: null };
  if (NO_MODULE.test(message)) return { what: 'part', words: message, bytes: null };
  return { what: 'error', words: message, bytes: null };
}
