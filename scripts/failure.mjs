/** Reports failures of the environment (permission, full disk, taken port) in a sentence instead of a stack trace. */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/**
 * Words a system error; null for other errors, which are bugs.
 * @param {unknown} error
 * @returns {string | null}
 */
export function sentenceOf(error) {
  const { code, syscall, path, port, message } = error ?? {};
  if (typeof code !== 'string' || typeof syscall !== 'string') return null;
  const what = path ?? 'the output';
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return port === undefined
        ? `Expected permission to use ${what}; there is none (${code}).`
        : `Expected permission to listen on port ${port}; there is none (${code}). Choose another with --port.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `Expected room for ${what}; the disk is full (${code}).`;
    case 'EADDRINUSE':
      return `Expected a free port; ${port} is taken. Choose another with --port, or stop what listens there.`;
    default:
      return `Expected to use ${what}; got ${message}.`;
  }
}

/**
 * Runs a command; a system error prints one line on stderr and exits with status 1.
 * @param {string} name
 * @param {() => Promise<void>} run
 */
export async function runCommand(name, run) {
  try {
    await run();
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    console.error(`${name}: ${sentence}`);
    process.exitCode = 1;
  }
}

/**
 * Creates a folder if missing; throws the system's error unless it is writable. Call it before the work.
 * @param {string} folder
 */
export function ensureWritable(folder) {
  mkdirSync(folder, { recursive: true });
  rmSync(mkdtempSync(join(folder, '.probe-')), { recursive: true });
}

/**
 * Rejects with the system's error unless a port is free.
 * @param {string} host
 * @param {number} port
 */
export async function ensureFree(host, port) {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}
