import { writeSync } from 'node:fs';

const CHUNK = 65_536;

/**
 * Prints pieces of a text, which may exceed the maximum string length; false once the reader has gone. Both calls throw the system's
 * error.
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
    flush,
  };
}

/** Writes a text, which a pipe may take in parts; false if the reader has gone. */
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
