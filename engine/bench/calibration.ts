import { timeInTurn } from './measure.ts';

/** Resources that bound a row's time; `script` and `drawing` are measured in a page (scripts/page-bench/calibration.mjs). */
export const SPEEDS = ['integer', 'float', 'memory', 'script', 'drawing'] as const;
export type Speed = (typeof SPEEDS)[number];

/** How many times longer than on the reference machine a fixed piece of work of each kind takes. */
export type Factors = Readonly<Record<Speed, number>>;

/**
 * Milliseconds of processor time on the reference machine (docs/bench.md): engine kinds for one piece of work below, page kinds
 * for one frame of theirs.
 */
export const REFERENCE: Factors = { integer: 1, float: 1, memory: 1, script: 1, drawing: 1 };

const LOOPS = 10_000_000;
/** 64 MB: larger than the caches. */
const SWEPT = 8 << 20;

function integers(): number {
  let x = 88_675_123;
  for (let k = 0; k < LOOPS; k++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
  }
  return x;
}

/** A chain of multiplications and additions: x -> x^2 - 1.9 stays within [-1.9, 1.9]. */
function floats(): number {
  let x = 0.3;
  for (let k = 0; k < LOOPS; k++) x = x * x - 1.9;
  return x;
}

/** Returns the processor time of each fixed piece of work, in milliseconds: medians of interleaved rounds. */
export function measureEngineSpeeds(): Pick<Factors, 'integer' | 'float' | 'memory'> {
  const memory = new Float64Array(SWEPT).fill(1);
  const [integer, float, sweep] = timeInTurn(3, 15, [
    integers,
    floats,
    () => {
      let sum = 0;
      for (let k = 0; k < SWEPT; k++) sum += memory[k]!;
      return sum;
    },
  ]);
  return { integer: integer!.median, float: float!.median, memory: sweep!.median };
}

/** Divides measured times by the reference machine's. */
export function factorsOf(times: Factors): Factors {
  const of = (speed: Speed) => times[speed] / REFERENCE[speed];
  return Object.fromEntries(SPEEDS.map((speed) => [speed, of(speed)])) as Record<Speed, number>;
}
