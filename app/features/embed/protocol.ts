import { formatParam } from '../../../engine/params.ts';
import { MOST_CHARACTERS, MOST_KEYS, MOST_STEPS, PROTOCOL_VERSION, SOURCE } from './limits.ts';

export type Command =
  | { readonly type: 'play' | 'pause' | 'report' }
  | { readonly type: 'step'; readonly n: number }
  /** Texts by link key; null for the default. */
  | { readonly type: 'set'; readonly values: ReadonlyMap<string, string | null> }
  | { readonly type: 'load'; readonly fragment: string };

/** An invalid command, as data. */
export interface CommandTrouble {
  readonly code: 'version' | 'step' | 'values' | 'fragment' | 'value' | 'key';
  readonly got: string;
  readonly of: string;
}

/** Longest quoted value. */
const SHOWN = 40;

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Returns own properties only. */
function own(of: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(of, key) ? of[key] : undefined;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : typeof value;
  return text.length > SHOWN ? `${text.slice(0, SHOWN - 1)}…` : text;
}

/** Formats a value as in a link; undefined if no link can contain it. */
function linkText(value: unknown): string | null | undefined {
  if (value === null) return null;
  if (typeof value === 'string') return value.length <= MOST_CHARACTERS ? value : undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return formatParam(value);
  if (Array.isArray(value) && value.length <= 500 && value.every((part) => typeof part === 'number'))
    return formatParam(value as number[]);
  return undefined;
}

/** Keys that open something else (through `load`) or belong to the embed. */
const NOT_SET = ['v', 'problem', 'lecture', 'scene', 'embed'];

function readSet(values: unknown): Command | CommandTrouble {
  const trouble = (code: CommandTrouble['code'], got: unknown): CommandTrouble => ({
    code,
    got: shown(got),
    of: 'set',
  });
  if (!isPlain(values)) return trouble('values', values);
  const entries = Object.entries(values);
  if (entries.length > MOST_KEYS) return trouble('values', entries.length);
  const texts = new Map<string, string | null>();
  for (const [key, value] of entries) {
    if (NOT_SET.includes(key)) return trouble('key', key);
    const text = linkText(value);
    if (text === undefined) return trouble('value', key);
    texts.set(key, text);
  }
  return { type: 'set', values: texts };
}

export function isTrouble(read: Command | CommandTrouble): read is CommandTrouble {
  return 'code' in read;
}

/**
 * Reads any data from `postMessage`. Returns null for foreign messages, because a page may use others, and a trouble for invalid commands.
 */
export function readCommand(data: unknown): Command | CommandTrouble | null {
  if (!isPlain(data) || own(data, 'source') !== SOURCE) return null;
  const type = own(data, 'type');
  if (typeof type !== 'string') return null;
  const version = own(data, 'version');
  const known = ['play', 'pause', 'report', 'step', 'set', 'load'].includes(type);
  if (!known) return null;
  if (version !== PROTOCOL_VERSION) return { code: 'version', got: shown(version), of: type };
  switch (type) {
    case 'play':
    case 'pause':
    case 'report':
      return { type };
    case 'step': {
      const n = own(data, 'n');
      const isStep = typeof n === 'number' && Number.isInteger(n) && Math.abs(n) <= MOST_STEPS;
      return isStep ? { type, n } : { code: 'step', got: shown(n), of: type };
    }
    case 'set':
      return readSet(own(data, 'values'));
    default: {
      const fragment = own(data, 'fragment');
      return typeof fragment === 'string' && fragment.length <= MOST_CHARACTERS
        ? { type: 'load', fragment }
        : { code: 'fragment', got: shown(fragment), of: type };
    }
  }
}

/** Accepted parents: any, one origin, or none if `?parent=` is not an origin. */
export type Partner = { readonly origin: string } | 'any' | 'none';

/** Reads `?parent=https://example.org`. */
export function readPartner(search: string): Partner {
  const given = new URLSearchParams(search).get('parent');
  if (given === null) return 'any';
  try {
    const { origin, protocol } = new URL(given);
    return protocol === 'https:' || protocol === 'http:' ? { origin } : 'none';
  } catch {
    return 'none';
  }
}
