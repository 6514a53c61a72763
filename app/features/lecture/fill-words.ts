import { FACT_FORMATS, type FactFormat } from '../../../engine/record.ts';
import { factSpec, parseFact } from '../../../engine/scenario/fact-names.ts';
import {
  formatCount,
  formatDistance,
  formatNumberShort,
  formatReadout,
  formatShare,
} from '../../i18n/format.ts';
import { formatAtLeast, formatAtMost, formatLower, formatUpper } from '../../i18n/format-bound.ts';

/** What stands where a number has not come yet, and where the scenario has no such number. */
const COMING = '…';
const NONE = '–';

/** Steps that a text may name by word: `{{left.loss@mark}}`. */
export interface NamedSteps {
  /** `@mark`: the bookmark of the scene; null for none. */
  readonly mark: number | null;
  /** `@now`: the step at which the scene opens. */
  readonly now: number;
}

/** `{{name}}`, `{{name|format}}`, `{{name@step|format}}`; a step is a number, `mark` or `now`. */
const PLACE = /\{\{\s*([\w.]+)(?:@(\w+))?\s*(?:\|\s*(\w+)\s*)?\}\}/g;

interface Place {
  /** As the engine is asked for it; null for a name, a step or a format that there is not. */
  readonly asked: string | null;
  readonly format: FactFormat;
}

function placeOf(steps: NamedSteps, name: string, step?: string, format?: string): Place {
  const at = step === 'mark' ? steps.mark : step === 'now' ? steps.now : step;
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

/** The numbers that texts ask for, as the engine is asked for them, each once. */
export function factsIn(texts: readonly string[], steps: NamedSteps): string[] {
  const asked = texts.flatMap((text) => placesIn(text, steps).map(({ place }) => place.asked));
  return [...new Set(asked)].filter((name) => name !== null);
}

/** What stands in double braces and is no number: a name, step or format that there is not. It stays as it is written. */
export function unknownIn(texts: readonly string[], steps: NamedSteps): string[] {
  const known = new Set<string>();
  for (const text of texts)
    for (const { whole, place } of placesIn(text, steps)) if (place.asked !== null) known.add(whole);
  const written = texts.flatMap((text) => text.match(/\{\{.*?\}\}/g) ?? []);
  return [...new Set(written)].filter((whole) => !known.has(whole));
}

/** What stands in double braces and whose number, as far as it is known, this scenario does not have. */
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

/** A text with its numbers; null where none have come yet. */
export function fillWords(
  text: string,
  facts: Readonly<Record<string, number>> | null,
  steps: NamedSteps,
): string {
  return text.replace(PLACE, (whole, name: string, step?: string, format?: string) => {
    const place = placeOf(steps, name, step, format);
    if (place.asked === null) return whole;
    const value = facts?.[place.asked];
    // A number stays on its line with its sign of a share, and with its power of ten.
    return value === undefined ? COMING : formatFact(value, place.format).replaceAll(' ', '\u00a0');
  });
}

/** A number as its format says it. */
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
  lower: (value) => formatLower(value, 4),
  upper: (value) => formatUpper(value, 4),
  number: (value) => formatNumberShort(Number(value.toPrecision(4))),
};
