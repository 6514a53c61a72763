import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder: every tool runs there. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const entries = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'node_modules/@playwright/test/cli.js',
  size: 'scripts/size.mjs',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

// On POSIX each tool leads a process group, so that a signal also reaches what the tool started itself.
const grouped = process.platform !== 'win32';
const patience = 5000;
let running;

/**
 * Runs one tool, its output on this terminal. It is started by this same node without npx or a shell between.
 * @param {keyof typeof entries} tool
 * @param {string[]} args
 * @param {Record<string, string>} [env] what to add to the environment
 * @returns {Promise<string | undefined>} undefined when it ended well, else how it ended: "exit code 1"
 */
export function runTool(tool, args, env = {}) {
  return new Promise((resolve) => {
    running = spawn(process.execPath, [join(root, entries[tool]), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: grouped,
    });
    const end = (ending) => {
      running = undefined;
      resolve(ending);
    };
    running.on('error', (error) => end(`could not start: ${error.message}`));
    running.on('exit', (code, signal) => {
      if (code === 0) end(undefined);
      else end(signal ? `ended by ${signal}` : `exit code ${code}`);
    });
  });
}

/** Asks the tool that runs, if any, to end as Ctrl+C does, and ends it by force when it does not. */
export function stopTool() {
  signalTool('SIGINT');
  setTimeout(killTool, patience).unref();
}

/** Ends the tool that runs, if any, at once. */
export function killTool() {
  signalTool('SIGKILL');
}

function signalTool(signal) {
  if (!running?.pid) return;
  try {
    process.kill(grouped ? -running.pid : running.pid, signal);
  } catch (error) {
    // It ended in this very moment.
    if (error.code !== 'ESRCH') throw error;
  }
}
