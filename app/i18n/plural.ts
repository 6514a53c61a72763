/** The forms of a word by number, as far as its language has them. */
type Forms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Chooses the form of a word, or the ending of an ordinal, that a language (BCP 47) uses with a count: `plural(1, { one: 'row', other: 'rows' })`. */
export function createPlural(tag: string, type?: 'ordinal'): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tag, { type });
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
