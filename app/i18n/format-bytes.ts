import { formatCount, formatFixed } from './format.ts';

/** Formats a file size given in kilobytes: 12 kB, 3.4 MB. */
export function formatBytes(kilobytes: number): string {
  if (kilobytes < 1000) return `${formatCount(Math.max(1, kilobytes))} kB`;
  return `${kilobytes < 1e5 ? formatFixed(kilobytes / 1000, 1) : formatCount(kilobytes / 1000)} MB`;
}
