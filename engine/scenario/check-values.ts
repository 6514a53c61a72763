import { formatParam, type ParamSpec, type ParamSpecs, type ParamValue, parseParam } from '../params.ts';
import { shownValue } from '../shown-value.ts';
import { type Notice, notice } from './notice.ts';
import { ScenarioError } from './scenario-error.ts';

/** No declaration takes this text: what `parseParam` says of it is what is expected. */
const IMPOSSIBLE = '\0';

const TYPES: Readonly<Record<ParamSpec['kind'], (value: unknown) => value is ParamValue>> = {
  integer: isNumber,
  number: isNumber,
  'optional-number': isNumber,
  choice: isText,
  flag: (value) => typeof value === 'boolean',
  vector: (value): value is readonly number[] => Array.isArray(value) && [...value].every(isNumber),
  text: isText,
  names: isText,
};

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * Values that came from outside, checked by their declarations: a value is allowed where a link can carry it, and is what the link
 * would give (0 for -0). Throws ScenarioError for the first that is not, with its key, what was expected and what came.
 */
export function checkValues(specs: ParamSpecs, given: object): Record<string, ParamValue> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
      if (!spec)
        throw refusal(
          notice('unknown-key', key.slice(0, 40), Object.keys(specs).join(', '), shownValue(value)),
        );
      return [key, checkValue(key, spec, value)];
    }),
  );
}

function checkValue(key: string, spec: ParamSpec, value: unknown): ParamValue {
  if (value === null && spec.default === null) return null;
  const isOfType = TYPES[spec.kind](value);
  const { value: read, issue } = parseParam(spec, isOfType ? formatParam(value) : IMPOSSIBLE);
  if (!issue) return read;
  const got = isText(value) ? value.slice(0, 40) : shownValue(value);
  // "12" looks like a number: its type says why it is none.
  const isScalar = isText(value) || isNumber(value) || typeof value === 'boolean';
  throw refusal({ ...issue, key, got: isOfType || !isScalar ? got : `${got} (a ${typeof value})` });
}

function refusal(cause: Notice): ScenarioError {
  return new ScenarioError({ ...cause, refused: true });
}
