/** BCP 47 tag for number formats; the page has one language at a time. */
let language = 'en';

/** Cached, because formats are slow to create. */
const formats = new Map<string, Intl.NumberFormat>();

/** Sets the language (BCP 47) of all number formats. */
export function setNumberLanguage(tag: string): void {
  language = tag;
}

function formatOf(digits: number, useGrouping: boolean): Intl.NumberFormat {
  const key = `${language} ${digits} ${useGrouping}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      useGrouping,
    });
    formats.set(key, found);
  }
  return found;
}

/** Languages that need no Intl, which takes 10 ms to load, too long for the first picture. */
const PLAIN = /^(?:en|zh)\b/;
/** Decimal text short enough for exact digits. */
const SHORT = /^-?[\d.]{1,16}$/;
const THOUSANDS = /\B(?=(?:\d{3})+$)/g;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Formats an integer as an exponent: ⁻⁸. */
export const superscript = (exponent: number): string =>
  String(exponent)
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => RAISED[Number(digit)]!);

/**
 * Localises decimal text (`toFixed`, `toPrecision`, `toExponential`) with a true minus and powers such as 3.9 × 10⁻⁸. The text is already
 * rounded, because Intl rounds a number's shortest digits, which may differ from the number itself.
 */
function inLanguage(text: string, useGrouping = false): string {
  const [decimal = '', power] = text.split('e');
  const digits = decimal.split('.')[1]?.length ?? 0;
  const isPlain = PLAIN.test(language) && SHORT.test(decimal);
  const written = isPlain
    ? decimal.replace(THOUSANDS, useGrouping ? ',' : '')
    : formatOf(digits, useGrouping).format(Number(decimal));
  const said = written.replaceAll('-', '−');
  if (power === undefined) return said;
  const factor = /^−?1$/.test(said) ? said.slice(0, -1) : `${said} × `; // 10⁻¹², not 1 × 10⁻¹²
  return `${factor}10${superscript(Number(power))}`;
}

export function formatFixed(value: number, digits: number): string {
  return inLanguage(value.toFixed(digits));
}

/** Formats hundredths with a percent sign: in English as in the SI (12 %), unlike Intl; else as Intl does. */
export function formatPercent(text: string): string {
  if (language === 'en') return `${text} %`;
  return new Intl.NumberFormat(language, { style: 'percent' }).format(0).replace('0', text);
}

export function formatCount(value: number): string {
  return inLanguage(value.toFixed(0), true);
}

/** Formats a setting: up to 6 significant digits, or 10⁻¹⁰ (up to 4) if those would hide it; or `digits`. */
export function formatNumberShort(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞').replace('-', '−');
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e6) return inLanguage(String(Number(value.toPrecision(digits ?? 6))));
  return inLanguage(Number(value.toPrecision(digits ?? 4)).toExponential());
}

/** Formats a read-out with 3 digits, whole from 100 on; an integer as it is; else as `formatDigits`. */
export function formatReadout(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e5 || (size < 1e-4 && size !== 0) || Number.isNaN(value)) return formatDigits(value);
  return inLanguage(size >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toPrecision(3));
}

/** Formats for tables: 5 decimals; two digits and a power of ten if those would hide it; four digits if large. */
export function formatDigits(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size >= 1e5) return inLanguage(value.toExponential(3));
  return inLanguage(size !== 0 && size < 1e-4 ? value.toExponential(1) : value.toFixed(5));
}

/** Formats a share as a percentage: whole, or one decimal below 1 %; never 0 % or 100 % unless exact. */
export function formatShare(share: number): string {
  if (share <= 0 || share >= 1) return formatPercent(share >= 1 ? '100' : '0');
  if (share < 0.001) return `< ${formatPercent(formatFixed(0.1, 1))}`;
  if (share > 0.999) return `> ${formatPercent(formatFixed(99.9, 1))}`;
  return formatPercent(formatFixed(100 * share, share < 0.01 || share > 0.99 ? 1 : 0));
}

export const formatDistance = (value: number): string => formatNumberShort(Number(value.toPrecision(3)));

export const formatFour = (value: number): string => formatNumberShort(Number(value.toPrecision(4)));

/** Formats a point with four significant digits per coordinate, so that points near zero stay distinct. */
export function formatPlace(at: ArrayLike<number>): string {
  return `(${Array.from(at, formatFour).join(', ')})`;
}

export function formatPoint(at: ArrayLike<number>, digits = 3): string {
  return `(${Array.from(at, (value) => formatFixed(value, digits)).join(', ')})`;
}
