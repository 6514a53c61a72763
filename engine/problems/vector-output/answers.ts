/** Class if the largest outputs tie. */
export const UNDECIDED = -1;

/** Outputs closer than this share of their terms' size differ by rounding alone. */
const TIE = 1e-12;

/** Writes outputs at one row (d); returns a bound of any output's summed absolute terms. `neurons` are (u, v). */
export function writeOutputs(output: Float64Array, neurons: Float64Array, row: ArrayLike<number>): number {
  const [d, outputs] = [row.length, output.length];
  let size = 0;
  output.fill(0);
  for (let at = 0; at < neurons.length; at += d + outputs) {
    let h = 0;
    let terms = 0;
    for (let k = 0; k < d; k++) {
      const term = row[k]! * neurons[at + k]!;
      h += term;
      terms += Math.abs(term);
    }
    if (!(h > 0)) continue;
    let most = 0;
    for (let c = 0; c < outputs; c++) {
      const v = neurons[at + d + c]!;
      output[c] = output[c]! + h * v;
      most = Math.max(most, Math.abs(v));
    }
    size += terms * most;
  }
  return size;
}

/** Returns the class of the largest output, from 0, or UNDECIDED; `size` from `writeOutputs`. */
export function answerOf(output: Float64Array, size: number): number {
  let best = 0;
  for (let k = 1; k < output.length; k++) if (output[k]! > output[best]!) best = k;
  for (let k = 0; k < output.length; k++)
    if (k !== best && !(output[best]! - output[k]! > TIE * size)) return UNDECIDED;
  return best;
}
