import { type Endpoint, proxy, releaseProxy, wrap } from 'comlink';
import type { Engine, EngineCalls } from './protocol.ts';

/** Seconds of silence until the worker is pinged, and until silence is reported, then repeatedly. */
const ASK_AFTER = 5;
const SILENT_AFTER = 10;
const AGAIN_AFTER = 60;

/**
 * Distinguishes a busy engine, which answers between pieces, from an unresponsive one; ends neither. `ask` sends a ping, answered at once
 * except deep in a step. `onSilence` gets true after ten seconds without a message and then once a minute; false when a message comes or
 * nothing is pending. Timers count the seconds, because clocks jump and machines sleep.
 */
export function createWatchdog(ask: () => void, onSilence: (silent: boolean) => void) {
  let timer: ReturnType<typeof setInterval> | null = null;
  let seconds = 0;

  function heard(): void {
    if (seconds >= SILENT_AFTER) onSilence(false);
    seconds = 0;
  }

  function tick(): void {
    seconds++;
    if (seconds === ASK_AFTER) ask();
    if (seconds >= SILENT_AFTER && (seconds - SILENT_AFTER) % AGAIN_AFTER === 0) onSilence(true);
  }

  return {
    watch(): void {
      timer ??= setInterval(tick, 1000);
    },
    heard,
    rest(): void {
      if (timer !== null) clearInterval(timer);
      timer = null;
      heard();
    },
  };
}

/** Rejection of pending calls after the engine was ended or failed. */
export class EngineError extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`The engine is gone: ${reason}`);
    this.name = 'EngineError';
    this.reason = reason;
  }
}

/** Calls reject with `EngineError` after a failure or `dispose()`. */
export interface EngineClient extends EngineCalls {
  /** Ends the worker and starts another; pending calls reject with `EngineError`. */
  restart(): void;
  dispose(): void;
}

/** Sends a call; `args` for the opened scenario begin with the run. */
export type Ask = (group: keyof Engine, name: string, args: readonly unknown[]) => Promise<unknown>;

/** Returns an object that passes every call to `call` by its name. */
function everyCall(call: (name: string, args: unknown[]) => Promise<unknown>, own: object): object {
  return new Proxy(own, {
    get(target, name) {
      // An object with `then` counts as a promise.
      if (typeof name === 'symbol' || name === 'then' || name in target) return Reflect.get(target, name);
      return (...args: unknown[]) => call(name, args);
    },
  });
}

/** Returns all calls of the protocol, sent through `ask`: numbers runs and drops answers to older ones. `own` adds members. */
export function deriveClient(ask: Ask, own: Pick<EngineClient, 'restart' | 'dispose'>): EngineClient {
  let run = 0;
  const group = (of: 'anytime' | 'ensemble') => everyCall((name, args) => ask(of, name, args), {});

  async function askOpened(name: string, args: unknown[]): Promise<unknown> {
    if (name === 'open') run++;
    const asked = run;
    const answer = await ask('opened', name, [asked, ...args]);
    return asked === run ? answer : null;
  }

  const groups = { anytime: group('anytime'), ensemble: group('ensemble') };
  return everyCall(askOpened, { ...groups, ...own }) as EngineClient;
}

/** Interface of workers and MessagePorts. */
export type EngineEndpoint = Endpoint & { terminate?: () => void; close?: () => void };

export interface EngineNews {
  /** Reports that the worker failed or did not start. */
  onLost?(lost: EngineError): void;
  /** Reports ten seconds of silence with a call pending, or its end. */
  onSilence?(silent: boolean): void;
  /** Reports the first pending call or the last answer. */
  onBusy?(busy: boolean): void;
}

type Channel = Record<string, Record<string, (...args: unknown[]) => Promise<unknown>>> & {
  [releaseProxy](): void;
};

/** Creates the client. `connect` starts a worker, also at every restart; if it throws, the engine is lost. */
export function createEngineClient(connect: () => EngineEndpoint, news: EngineNews = {}): EngineClient {
  let channel: Channel | null = null;
  let endpoint: EngineEndpoint | null = null;
  const waiting = new Set<(reason: EngineError) => void>();
  const watchdog = createWatchdog(
    () => void channel?.anytime?.ping?.(),
    (silent) => news.onSilence?.(silent),
  );
  let lost: EngineError | null = null;
  let ended = false;

  function start(): void {
    lost = null;
    try {
      const mine = connect();
      endpoint = mine;
      mine.addEventListener('message', watchdog.heard);
      mine.addEventListener('messageerror', () => {
        if (endpoint === mine) fail('its answer could not be read');
      });
      mine.addEventListener('error', (event) => {
        const { message } = event as { message?: string };
        if (endpoint === mine) fail(message ?? 'its worker could not be loaded');
      });
      channel = wrap(mine) as unknown as Channel;
    } catch (error) {
      fail(String(error));
    }
  }

  function fail(reason: string): void {
    const error = lose(reason);
    news.onLost?.(error);
  }

  function lose(reason: string): EngineError {
    lost ??= new EngineError(reason);
    for (const reject of waiting) reject(lost);
    if (waiting.size > 0) news.onBusy?.(false);
    waiting.clear();
    watchdog.rest();
    return lost;
  }

  /** Ends the worker, which may still be computing. */
  function end(reason: string): void {
    lose(reason);
    channel?.[releaseProxy]();
    endpoint?.terminate?.();
    endpoint?.close?.();
    channel = null;
    endpoint = null;
  }

  // Comlink leaves a dead worker's calls pending forever: each call races a rejecter that is deleted with it.
  function ask(...[group, name, args]: Parameters<Ask>): Promise<unknown> {
    if (lost) return Promise.reject(lost);
    return new Promise((resolve, reject) => {
      if (waiting.size === 0) news.onBusy?.(true);
      waiting.add(reject);
      watchdog.watch();
      const sent = args.map((value) => (typeof value === 'function' ? proxy(value) : value));
      channel![group]![name]!(...sent)
        .then(resolve, reject)
        .finally(() => {
          // An ended worker's calls do not concern the next.
          if (!waiting.delete(reject) || waiting.size > 0) return;
          watchdog.rest();
          news.onBusy?.(false);
        });
    });
  }

  start();

  return deriveClient(ask, {
    restart() {
      if (ended) return;
      end('it was restarted');
      start();
    },
    dispose() {
      if (ended) return;
      ended = true;
      end('it was ended');
    },
  });
}
