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

/** Formats a number in TeX with the digits of the read-outs, so that a formula matches the numbers next to it. */
export function texReadout(value: number): string {
  if (!Number.isFinite(value)) return '\\text{–}';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e5)) return value.toFixed(5);
  const [mantissa, power] = value.toExponential(3).split('e');
  return `${mantissa}\\cdot10^{${Number(power)}}`;
}

/** Formats the symbol of a plot's mark: in its colour, underlined, and found by its name. */
export function symbol(mark: string, tex: string): string {
  return `\\htmlClass{symbol ${mark}}{\\htmlData{mark=${mark}}{${tex}}}`;
}
