import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../scripts/machine/free-port.mjs';

/** WebKitGTK's driver (Debian: webkit2gtk-driver), and a virtual display (Debian: xvfb). */
const DRIVER = process.env.WEBKIT_DRIVER_PATH ?? '/usr/bin/WebKitWebDriver';
const DISPLAY = '/usr/bin/Xvfb';

/** Names a missing program, or null. */
export function missingForWebKit(): string | null {
  return [DRIVER, DISPLAY].find((path) => !existsSync(path)) ?? null;
}

export interface WebKitPage {
  open(address: string): Promise<void>;
  evaluate(expression: string): Promise<unknown>;
  /** Runs a self-contained function in the page and resolves its promise. */
  run<Given, Answer>(ask: (given: Given) => Promise<Answer>, given: Given): Promise<Answer>;
  close(): Promise<void>;
}

/** Starts WebKit and speaks W3C WebDriver. Throws the driver's words on failure. */
export async function startWebKit(): Promise<WebKitPage> {
  const folder = mkdtempSync(join(tmpdir(), 'twin-descent-webkit-'));
  const home = { XDG_RUNTIME_DIR: folder, XDG_CACHE_HOME: folder, XDG_DATA_HOME: folder };
  const started: ChildProcess[] = [];
  // Each leads a process group: browsers end with their driver.
  const start = (program: string, args: string[], env: object) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...home, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    started.push(child);
    return child;
  };
  const end = () => {
    process.off('exit', end);
    for (const { pid } of started) {
      try {
        if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      } catch {
        // Already ended.
      }
    }
    rmSync(folder, { recursive: true, force: true });
  };
  // A timed-out hook closes nothing.
  process.on('exit', end);

  const port = await findFreePort();
  async function call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      // The driver refuses a type with a character set.
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`);
    return value;
  }

  try {
    // It chooses a free number.
    const screen = start(DISPLAY, ['-displayfd', '1', '-screen', '0', '1024x768x24', '-nolisten', 'tcp'], {});
    const [number] = await once(screen.stdout!, 'data');
    start(DRIVER, [`--port=${port}`], { GDK_BACKEND: 'x11', DISPLAY: `:${String(number).trim()}` });
    await until(() => call('GET', '/status'));
    const { sessionId } = (await call('POST', '/session', {
      capabilities: { alwaysMatch: { timeouts: { script: 600_000 } } },
    })) as { sessionId: string };
    const session = `/session/${sessionId}`;
    return {
      open: async (address) => void (await call('POST', `${session}/url`, { url: address })),
      evaluate: (expression) =>
        call('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
      run: async (ask, given) => {
        const script = `const [given, answer] = arguments;
          (${ask})(given).then((value) => answer({ value }), (error) => answer({ error: String(error) }));`;
        const told = (await call('POST', `${session}/execute/async`, { script, args: [given] })) as {
          value: Awaited<ReturnType<typeof ask>>;
          error?: string;
        };
        if (told.error !== undefined) throw new Error(told.error);
        return told.value;
      },
      close: async () => {
        await call('DELETE', session).catch(() => undefined);
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** Repeats until an answer; the test's limit ends it. */
async function until(ask: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await ask();
      return;
    } catch {
      await pause(50);
    }
  }
}
