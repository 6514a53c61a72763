import { formatCount } from './format.ts';

/** The forms of a word by number, as far as its language has them. */
type Forms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Chooses the form of a word that a language (BCP 47) uses with a count: `plural(1, { one: 'row', other: 'rows' })`. */
export function createPlural(tag: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tag);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });

/** 1st, 2nd, 3rd, 4th, 11th, 21st: English alone has such endings. */
export function ordinal(count: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th' }[
    ORDINALS.select(count) as 'one' | 'two' | 'few'
  ];
  return `${formatCount(count)}${ending ?? 'th'}`;
}
