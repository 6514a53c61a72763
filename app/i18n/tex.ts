/** A number in TeX, to four digits. */
export function texNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return '\\text{–}';
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(digits));
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) {
    const [mantissa, power] = rounded.toExponential().split('e');
    return `${mantissa}\\cdot10^{${Number(power)}}`;
  }
  return String(rounded);
}

/** A number in TeX with the digits that the read-outs have, so that a formula works out to what stands beside it. */
export function texReadout(value: number): string {
  if (!Number.isFinite(value)) return '\\text{–}';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e5)) return value.toFixed(5);
  const [mantissa, power] = value.toExponential(3).split('e');
  return `${mantissa}\\cdot10^{${Number(power)}}`;
}

/** A symbol that has its mark on the plot: in its colour, with its own underline, found by its name. */
export function symbol(mark: string, tex: string): string {
  return `\\htmlClass{symbol ${mark}}{\\htmlData{mark=${mark}}{${tex}}}`;
}
