import { FACT_FORMATS, type FactFormat } from '../../../engine/record.ts';
import { factSpec, parseFact } from '../../../engine/scenario/fact-names.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import {
  formatCount,
  formatDistance,
  formatNumberShort,
  formatReadout,
  formatShare,
} from '../../i18n/format.ts';
import {
  formatAtLeast,
  formatAtMost,
  formatLower,
  formatTimes,
  formatUpper,
} from '../../i18n/format-bound.ts';
import type { Scene } from '../../session/lecture.ts';

/** Placeholders: not yet known; no such number here. */
const COMING = '…';
const NONE = '–';

/** Steps that a text may name. */
export interface NamedSteps {
  /** Bookmark, or null. */
  readonly mark: number | null;
  /** The scene's first step. */
  readonly now: number;
  /** Its declared last step, or null. */
  readonly last: number | null;
}

export function namedSteps({
  bookmark,
  last,
  scenario,
}: Pick<Scene, 'bookmark' | 'last' | 'scenario'>): NamedSteps {
  return { mark: bookmark, now: parseLink(scenario).scenario.values.k, last: last ?? null };
}

/** `{{name}}`, `{{name|format}}`, `{{name@step|format}}`; step: number, `mark`, `now` or `last`. */
const PLACE = /\{\{\s*([\w.]+)(?:@(\w+))?\s*(?:\|\s*(\w+)\s*)?\}\}/g;

interface Place {
  /** Engine's name of the fact; null for unknown name, step or format. */
  readonly asked: string | null;
  readonly format: FactFormat;
}

function placeOf(steps: NamedSteps, name: string, step?: string, format?: string): Place {
  const at = step === 'mark' || step === 'now' || step === 'last' ? steps[step] : step;
  const asked = at === undefined ? name : `${name}@${at}`;
  const fact = parseFact(asked);
  const known = format === undefined || (FACT_FORMATS as readonly string[]).includes(format);
  if (!fact || !known) return { asked: null, format: 'number' };
  return { asked, format: (format as FactFormat | undefined) ?? factSpec(fact.name)!.format };
}

function placesIn(text: string, steps: NamedSteps): { readonly whole: string; readonly place: Place }[] {
  return [...text.matchAll(PLACE)].map(([whole, name, step, format]) => ({
    whole,
    place: placeOf(steps, name!, step, format),
  }));
}

/** Returns texts' facts without duplicates. */
export function factsIn(texts: readonly string[], steps: NamedSteps): string[] {
  const asked = texts.flatMap((text) => placesIn(text, steps).map(({ place }) => place.asked));
  return [...new Set(asked)].filter((name) => name !== null);
}

/** Returns text in double braces of unknown name, step or format. */
export function unknownIn(texts: readonly string[], steps: NamedSteps): string[] {
  const known = new Set<string>();
  for (const text of texts)
    for (const { whole, place } of placesIn(text, steps)) if (place.asked !== null) known.add(whole);
  const written = texts.flatMap((text) => text.match(/\{\{(?!\s*(?:control|mark):).*?\}\}/g) ?? []);
  return [...new Set(written)].filter((whole) => !known.has(whole));
}

/** Returns text in double braces whose number this scenario lacks. */
export function valuelessIn(
  texts: readonly string[],
  facts: Readonly<Record<string, number>> | null,
  steps: NamedSteps,
): string[] {
  const found = texts
    .flatMap((text) => placesIn(text, steps))
    .filter(({ place }) => place.asked !== null && Number.isNaN(facts?.[place.asked]));
  return [...new Set(found.map(({ whole }) => whole))];
}

/** Fills in numbers; `facts` is null until some are known. */
export function fillWords(
  text: string,
  facts: Readonly<Record<string, number>> | null,
  steps: NamedSteps,
): string {
  const filled = text.replace(PLACE, (whole, name: string, step?: string, format?: string) => {
    const place = placeOf(steps, name, step, format);
    if (place.asked === null) return whole;
    const value = facts?.[place.asked];
    // Keep percent sign or power of ten next to the number.
    return value === undefined ? COMING : formatFact(value, place.format).replaceAll(' ', '\u00a0');
  });
  // Nor does a unit leave its number.
  return filled.replace(/(\d) (?=(?:dB|β|%)(?!\p{L}))/gu, '$1\u00a0');
}

export function formatFact(value: number, format: FactFormat): string {
  if (value === Number.POSITIVE_INFINITY) return '∞';
  if (!Number.isFinite(value)) return NONE;
  return FORMATS[format](value);
}

const FORMATS: Readonly<Record<FactFormat, (value: number) => string>> = {
  count: formatCount,
  step: formatCount,
  loss: formatReadout,
  distance: formatDistance,
  share: formatShare,
  least: formatAtLeast,
  most: formatAtMost,
  times: formatTimes,
  lower: (value) => formatLower(value, 4),
  upper: (value) => formatUpper(value, 4),
  number: (value) => formatNumberShort(Number(value.toPrecision(4))),
};
