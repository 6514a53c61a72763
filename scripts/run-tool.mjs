import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Repository's root, in which tools run. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const entries = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  playwright: 'node_modules/@playwright/test/cli.js',
  size: 'scripts/size.mjs',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

// On POSIX each tool leads a process group: signals reach its children.
const grouped = process.platform !== 'win32';
const patience = 5000;
const running = new Set();

/**
 * Runs a tool with this terminal and node, without npx or shell.
 * @param {keyof typeof entries} tool
 * @param {string[]} args
 * @param {Record<string, string>} [env] additions to the environment
 * @returns {Promise<string | undefined>} undefined on success, else the ending: "exit code 1"
 */
export function runTool(tool, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, entries[tool]), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: grouped,
    });
    running.add(child);
    const end = (ending) => {
      running.delete(child);
      resolve(ending);
    };
    child.on('error', (error) => end(`could not start: ${error.message}`));
    child.on('exit', (code, signal) => {
      if (code === 0) end(undefined);
      else end(signal ? `ended by ${signal}` : `exit code ${code}`);
    });
  });
}

/** Asks running tools to end like Ctrl+C; kills those that do not. */
export function stopTool() {
  signalTools('SIGINT');
  setTimeout(killTool, patience).unref();
}

export function killTool() {
  signalTools('SIGKILL');
}

function signalTools(signal) {
  for (const { pid } of running) {
    try {
      if (pid) process.kill(grouped ? -pid : pid, signal);
    } catch (error) {
      // It has just ended.
      if (error.code !== 'ESRCH') throw error;
    }
  }
}
