import { timeInTurn } from './measure.ts';
import { type Factors, REFERENCE, SPEEDS, type Speed } from './speeds.ts';

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
