import { formatParam, type ParamSpec, type ParamSpecs, type ParamValue, parseParam } from '../params.ts';
import { shownValue } from '../shown-value.ts';
import { type Notice, notice } from './notice.ts';
import { ScenarioError } from './scenario-error.ts';

/** Text that no declaration accepts: `parseParam` then reports the expected values. */
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
 * Checks external values by their declarations: a value is allowed if a link can carry it, and becomes the link's value (0 for -0). Throws
 * ScenarioError for the first bad one, with its key, the expected and the given value.
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
  // "12" looks like a number, so state its type.
  const isScalar = isText(value) || isNumber(value) || typeof value === 'boolean';
  throw refusal({ ...issue, key, got: isOfType || !isScalar ? got : `${got} (a ${typeof value})` });
}

function refusal(cause: Notice): ScenarioError {
  return new ScenarioError({ ...cause, refused: true });
}
