import { writeSync } from 'node:fs';

/** Characters that are collected before they are written. */
const CHUNK = 65_536;

/**
 * Prints pieces of a text into an open file as they come, which may be longer than a string can be; false where the reader has seen
 * enough. Both calls throw the system's error where it cannot be written.
 */
export function createPrinter(file: number) {
  let waiting = '';
  let heard = true;
  const flush = () => {
    const text = waiting;
    waiting = '';
    heard &&= write(file, text);
    return heard;
  };
  return {
    print(piece: string): boolean {
      waiting += piece;
      return waiting.length >= CHUNK ? flush() : heard;
    },
    /** Writes what waits. */
    flush,
  };
}

/** Writes all of a text, which a pipe may take in parts; false where the reader has gone. */
function write(file: number, text: string): boolean {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(file, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
    }
  }
  return true;
}
