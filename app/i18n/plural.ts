type Forms = { readonly other: string } & Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;

/** Creates a chooser of plural forms, or of ordinal endings, for a language (BCP 47): `plural(1, { one: 'row', other: 'rows' })`. */
export function createPlural(tag: string, type?: 'ordinal'): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(tag, { type });
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
