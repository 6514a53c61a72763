import { writeSync } from 'node:fs';

/** Characters that are collected before they are written. */
const CHUNK = 65_536;

/** Prints pieces of a text on stdout as they come, which may be longer than a string can be; false where the reader has seen enough. */
export function createPrinter(): { print(piece: string): boolean; end(): void } {
  let waiting = '';
  let heard = true;
  return {
    print(piece) {
      waiting += piece;
      if (waiting.length >= CHUNK) {
        heard &&= write(waiting);
        waiting = '';
      }
      return heard;
    },
    end() {
      if (heard) write(waiting);
      waiting = '';
    },
  };
}

/** Writes all of a text, which a pipe may take in parts; false where the reader has gone. */
function write(text: string): boolean {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') return false;
      if (code !== 'EAGAIN') throw error;
    }
  }
  return true;
}
