import { ENSEMBLE_PARAMS } from '../../../engine/ensemble/ensemble-params.ts';
import { parseParam } from '../../../engine/params.ts';

/** Reads numbers separated by commas or spaces, ascending, without duplicates; null if invalid. */
export function readPlaces(text: string): readonly number[] | null {
  const listed = text.trim().replace(/\s*[,，]\s*|\s+/g, ',');
  const { value, issue } = parseParam(ENSEMBLE_PARAMS.xat, listed);
  if (value === null || (issue && issue.code !== 'clamped')) return null;
  return [...new Set(value as readonly number[])].sort((a, b) => a - b);
}

/** Reads an integer within [least, most]; null for anything else. */
export function readWhole(text: string, least: number, most: number): number | null {
  const value = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : null;
}

export function typedWords(text: string): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  return plain.length > 40 ? `${plain.slice(0, 39)}…` : plain;
}
