import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { SweepError } from '../../engine/ensemble/sweep.ts';

export const HELP = `Usage:
  npm run -s sweep -- --spec sweep.json [--data own.csv] [--decimal point|comma] [--shard k/m] [--workers n] [--aggregate] [--resume file]
  npm run -s sweep -- --missing shard1 shard2 …
  npm run -s sweep -- --merge shard1 shard2 …
Writes CSV, or with --aggregate counts in JSON, to stdout; with --resume into a file, to what it has already. docs/sweep.md describes the files.
`;

export interface Options {
  readonly help: boolean;
  /** Task for shard files, or null. */
  readonly files: { readonly task: 'merge' | 'missing'; readonly names: readonly string[] } | null;
  readonly spec: string;
  /** Path of own data that the spec omits. */
  readonly data: string | null;
  /** Overrides the spec's decimal mark. */
  readonly decimal: 'point' | 'comma' | null;
  readonly shard: readonly [number, number] | null;
  readonly workers: number;
  /** File to continue; null for stdout. */
  readonly resume: string | null;
  readonly aggregate: boolean;
}

/** Parses the command line. Throws SweepError if invalid. */
export function readOptions(args: readonly string[]): Options {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new SweepError((error as Error).message);
  }
  const { values, positionals } = parsed;
  const { help = false, spec, data, decimal, shard, workers, resume, aggregate } = values;
  const task = values.merge ? 'merge' : values.missing ? 'missing' : null;
  if (
    task &&
    (spec ??
      data ??
      decimal ??
      shard ??
      workers ??
      resume ??
      aggregate ??
      (values.merge && values.missing)) !== undefined
  )
    throw new SweepError(`--${task}: expected files alone; it goes with no other flag.`);
  if (!task && positionals.length > 0)
    throw new SweepError(`Expected flags; got "${positionals[0]!.slice(0, 40)}".`);
  if (!help && !task && spec === undefined) throw new SweepError('--spec: expected a file; it was left out.');
  return {
    help,
    files: task && { task, names: positionals },
    spec: spec ?? '',
    data: data ?? null,
    decimal: readDecimal(decimal),
    shard: shard === undefined ? null : readShardFlag(shard),
    workers: workers === undefined ? availableParallelism() : readWorkers(workers),
    resume: resume ?? null,
    aggregate: aggregate ?? false,
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      merge: { type: 'boolean' },
      missing: { type: 'boolean' },
      resume: { type: 'string' },
      aggregate: { type: 'boolean' },
      spec: { type: 'string' },
      data: { type: 'string' },
      decimal: { type: 'string' },
      shard: { type: 'string' },
      workers: { type: 'string' },
    },
  });
}

function readShardFlag(text: string): readonly [number, number] {
  const found = /^(\d{1,9})\/(\d{1,9})$/.exec(text);
  if (!found) throw new SweepError(`--shard: expected k/m, such as 3/16; got "${text.slice(0, 40)}".`);
  return [Number(found[1]), Number(found[2])];
}

function readDecimal(text: string | undefined): Options['decimal'] {
  if (text === undefined || text === 'point' || text === 'comma') return text ?? null;
  throw new SweepError(`--decimal: expected point or comma; got "${text.slice(0, 40)}".`);
}

function readWorkers(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > 256)
    throw new SweepError(`--workers: expected a whole number from 1 to 256; got "${text.slice(0, 40)}".`);
  return count;
}
