/** Why an engine could not do what it was asked: its worker is gone, a part of the page did not come, no memory, or what it threw. */
export interface Fault {
  readonly what: 'engine' | 'part' | 'memory' | 'error';
  /** As the browser or the engine says it. */
  readonly words: string;
  /** Bytes that were asked for and not had; null where that is not known. */
  readonly bytes: number | null;
}

export const NO_FAULT: Fault = { what: 'engine', words: '', bytes: null };

/** How browsers say that a module did not come. */
const NO_MODULE = /dynamically imported module|importing a module/i;

/** How they say that there is no memory for an array; the engine says `AllocationError`, and how much it wanted. */
const NO_MEMORY = /allocation|array length|out of memory/i;

/** What an error of an engine, or of taking in what it sent, means for the page. Errors lose all but name and message on their way. */
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
