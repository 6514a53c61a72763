import { formatFixed, formatNumberShort } from '../../i18n/format.ts';

/** Four decimals, so that columns stand beside each other; fewer digits where that would hide the number. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  return size !== 0 && (size < 1e-3 || size >= 1e3)
    ? formatNumberShort(Number(value.toPrecision(2)))
    : formatFixed(value, size >= 10 ? 2 : 4);
}
