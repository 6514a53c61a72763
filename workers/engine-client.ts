import { type Endpoint, proxy, type Remote, releaseProxy, wrap } from 'comlink';
import type { SideName, Vector } from '../engine/contract.ts';
import type { TableFormat, TableRequest } from '../engine/export/kinds.ts';
import type { TableSource } from '../engine/export/table.ts';
import type { GridView } from '../engine/landscapes/grid.ts';
import type { References } from '../engine/landscapes/minimum.ts';
import type { PlaneStructure } from '../engine/landscapes/plane-structure.ts';
import type { Values } from '../engine/params.ts';
import type { Frame } from '../engine/run/create-run.ts';
import type { Notice } from '../engine/scenario/notice.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import type {
  BasinMaps,
  CodeRequest,
  EngineApi,
  EnsembleApi,
  Facts,
  Grid,
  NetworkReading,
  Opened,
  Optimum,
  OwnSource,
  Probe,
  PullGrid,
  ReadingRequest,
  Refused,
  Slice,
  Successes,
  SuccessRequest,
  TableReport,
  Update,
  UpdateStart,
  Written,
} from './protocol.ts';
import { createWatchdog } from './watchdog.ts';

/** The engine was ended, or its worker failed; what waited for it gets this. */
export class EngineLost extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`The engine is gone: ${reason}`);
    this.name = 'EngineLost';
    this.reason = reason;
  }
}

/**
 * The engine as the page calls it. Every `open` begins a new run; an answer that belongs to an older run is null.
 * All calls reject with `EngineLost` after the worker failed or `dispose()` was called.
 */
export interface EngineClient {
  /** Takes `steps` steps at once: one answer is waited for instead of two. */
  open(scenario: Scenario, own: OwnSource | null, steps?: number): Promise<Opened | Refused | null>;
  advance(steps: number): Promise<Frame | null>;
  grid(view: GridView, size: number): Promise<Grid | null>;
  slice(values: Values, start: Vector): Promise<Slice | null>;
  references(): Promise<References | null>;
  structure(): Promise<PlaneStructure | null>;
  basins(values: Values, view: GridView, size: number): Promise<BasinMaps | null>;
  pull(view: GridView, size: number): Promise<PullGrid | null>;
  probe(at: readonly number[]): Promise<Probe | null>;
  update(values: Values, from: UpdateStart, at: Readonly<Record<SideName, number>>): Promise<Update | null>;
  readNetworks(request: ReadingRequest): Promise<NetworkReading | null>;
  neuron(network: Vector, neuron: number, view: GridView, size: number): Promise<Vector | null>;
  optimum(): Promise<Optimum | null>;
  countSuccesses(
    values: Values,
    request: SuccessRequest,
    onProgress: (found: Successes) => void,
  ): Promise<Successes | null>;
  readFacts(scenario: Scenario, names: readonly string[]): Promise<Facts | null>;
  exportTable(
    scenario: Scenario,
    request: TableRequest,
    format: TableFormat,
    source: TableSource,
    onProgress: (rows: number) => void,
  ): Promise<Blob | null>;
  writeCode(scenario: Scenario, request: CodeRequest): Promise<Written | null>;
  ensemble<Name extends keyof EnsembleApi>(
    name: Name,
    ...args: Parameters<EnsembleApi[Name]>
  ): Promise<Awaited<ReturnType<EnsembleApi[Name]>>>;
  inspect(
    own: OwnSource,
    onProgress: (bytes: number) => void,
  ): Promise<TableReport | { failure: Notice } | null>;
  cancelInspect(): Promise<void>;
  /** Ends the worker, lost or not, and starts another that knows nothing of the one before; what waited rejects with `EngineLost`. */
  restart(): void;
  dispose(): void;
}

/** What the client needs of a worker, and what a MessagePort gives too. */
export type EngineEndpoint = Endpoint & { terminate?: () => void; close?: () => void };

/** The api as seen from afar: every answer is a promise (Comlink's own type splits unions of answers apart). */
type RemoteApi = {
  [Call in keyof EngineApi]: (
    ...args: Parameters<EngineApi[Call]>
  ) => Promise<Awaited<ReturnType<EngineApi[Call]>>>;
};

/** What an engine tells of itself beside its answers. */
export interface EngineNews {
  /** Its worker failed, or could not be started. */
  onLost?(lost: EngineLost): void;
  /** It has answered nothing for ten seconds though something waits, or answers again. */
  onSilence?(silent: boolean): void;
  /** It is asked something while nothing else waits, or owes no answer any more. */
  onBusy?(busy: boolean): void;
}

/** `connect` starts a worker, here and at every restart; where it throws, the engine is lost. */
export function createEngineClient(connect: () => EngineEndpoint, news: EngineNews = {}): EngineClient {
  let wrapped: Remote<EngineApi> | null = null;
  let remote: RemoteApi;
  let endpoint: EngineEndpoint | null = null;
  const waiting = new Set<(reason: EngineLost) => void>();
  const watchdog = createWatchdog(
    () => void remote.ping(),
    (silent) => news.onSilence?.(silent),
  );
  let lost: EngineLost | null = null;
  let ended = false;
  let run = 0;

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
      wrapped = wrap<EngineApi>(mine);
      remote = wrapped as unknown as RemoteApi;
    } catch (error) {
      fail(String(error));
    }
  }

  function fail(reason: string): void {
    const error = lose(reason);
    news.onLost?.(error);
  }

  function lose(reason: string): EngineLost {
    lost ??= new EngineLost(reason);
    for (const reject of waiting) reject(lost);
    if (waiting.size > 0) news.onBusy?.(false);
    waiting.clear();
    watchdog.rest();
    return lost;
  }

  /** Ends the worker; one that was lost may still be computing. */
  function end(reason: string): void {
    lose(reason);
    wrapped?.[releaseProxy]();
    endpoint?.terminate?.();
    endpoint?.close?.();
    wrapped = null;
    endpoint = null;
  }

  // Comlink leaves calls pending for ever when a worker dies: each call waits beside a rejecter that is deleted with it.
  function call<T>(answer: () => Promise<T>): Promise<T> {
    if (lost) return Promise.reject(lost);
    return new Promise<T>((resolve, reject) => {
      if (waiting.size === 0) news.onBusy?.(true);
      waiting.add(reject);
      watchdog.watch();
      answer()
        .then(resolve, reject)
        .finally(() => {
          // What waited for a worker that was ended says nothing of the next.
          if (!waiting.delete(reject) || waiting.size > 0) return;
          watchdog.rest();
          news.onBusy?.(false);
        });
    });
  }

  /** Null where another scenario was opened meanwhile. */
  async function current<T>(answer: (run: number) => Promise<T>): Promise<T | null> {
    const asked = run;
    const value = await call(() => answer(asked));
    return asked === run ? value : null;
  }

  start();

  return {
    open(scenario, own, steps) {
      run++;
      return current((asked) => remote.open(asked, scenario, own, steps));
    },
    advance: (steps) => current((asked) => remote.advance(asked, steps)),
    grid: (view, size) => current((asked) => remote.grid(asked, view, size)),
    slice: (values, start) => current((asked) => remote.slice(asked, values, start)),
    references: () => current((asked) => remote.references(asked)),
    structure: () => current((asked) => remote.structure(asked)),
    basins: (values, view, size) => current((asked) => remote.basins(asked, values, view, size)),
    pull: (view, size) => current((asked) => remote.pull(asked, view, size)),
    probe: (at) => current((asked) => remote.probe(asked, at)),
    update: (values, from, at) => current((asked) => remote.update(asked, values, from, at)),
    readNetworks: (request) => current((asked) => remote.readNetworks(asked, request)),
    neuron: (network, neuron, view, size) =>
      current((asked) => remote.neuron(asked, network, neuron, view, size)),
    optimum: () => current((asked) => remote.optimum(asked)),
    countSuccesses: (values, request, onProgress) =>
      current((asked) => remote.countSuccesses(asked, values, request, proxy(onProgress))),
    readFacts: (scenario, names) => call(() => remote.readFacts(scenario, names)),
    exportTable: (scenario, request, format, source, onProgress) =>
      current((asked) => remote.exportTable(asked, scenario, request, format, source, proxy(onProgress))),
    writeCode: (scenario, request) => current((asked) => remote.writeCode(asked, scenario, request)),
    ensemble: (name, ...args) => call(() => remote.ensemble(name, args) as Promise<never>),
    inspect: (own, onProgress) => call(() => remote.inspect(own, proxy(onProgress))),
    cancelInspect: () => call(() => remote.cancelInspect()),
    restart() {
      if (ended) return;
      end('it was started anew');
      start();
    },
    dispose() {
      if (ended) return;
      ended = true;
      end('it was ended');
    },
  };
}
