import * as v from 'valibot';
import { isNewer, isSceneLink, MAX_FRAGMENT, parseLink } from '../../../../engine/scenario/scenario.ts';
import { LIMITS, type SavedScenario } from './saved.ts';

const FORMAT = 'twin-descent-saved';

const VERSION = 1;

/** Reason for a refused file; `got`: shortened text, version, bytes or count. */
export interface FileProblem {
  readonly code: 'too-large' | 'unreadable' | 'not-json' | 'not-saved' | 'newer-version' | 'too-many';
  readonly got: string;
}

export type EntryProblem =
  | 'not-an-entry'
  | 'no-name'
  | 'name-too-long'
  | 'no-link'
  | 'link-too-long'
  | 'newer-link';

export type SavedEntry = Omit<SavedScenario, 'id'>;

/** Place: number in the file from 1. */
export interface RefusedEntry {
  readonly name: string;
  readonly place: number;
  readonly problem: EntryProblem;
}

export type SavedReading =
  | { readonly entries: readonly SavedEntry[]; readonly refused: readonly RefusedEntry[] }
  | { readonly problem: FileProblem };

/** Data URLs of small images as browsers write them; others may not be pictures. */
const PICTURE = /^data:image\/(?:png|webp|jpeg);base64,[A-Za-z0-9+/]+={0,2}$/;

/** True if parseLink accepts the text as a scenario's link. */
const isLink = (text: string) => /^#(.*&)?\w+=/.test(text) && !isSceneLink(text);

const EntrySchema = v.object({
  name: v.pipe(v.string('no-name'), v.minLength(1, 'no-name'), v.maxLength(LIMITS.name, 'name-too-long')),
  link: v.pipe(
    v.string('no-link'),
    v.maxLength(MAX_FRAGMENT + 1, 'link-too-long'),
    v.check(isLink, 'no-link'),
    v.check((link) => !isNewer(parseLink(link)), 'newer-link'),
  ),
  // Picture and date are optional.
  thumbnail: v.fallback(v.pipe(v.string(), v.maxLength(LIMITS.thumbnail), v.regex(PICTURE)), ''),
  savedAt: v.fallback(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8.64e15)), 0),
});

const FileSchema = v.object({ format: v.literal(FORMAT), v: v.number(), saved: v.array(v.unknown()) });

export function readEntry(
  value: unknown,
): { readonly entry: SavedEntry } | { readonly problem: EntryProblem } {
  const result = v.safeParse(EntrySchema, value, { abortEarly: true, abortPipeEarly: true });
  if (result.success) return { entry: result.output };
  const { message, path } = result.issues[0];
  const known: readonly string[] = ['no-name', 'name-too-long', 'no-link', 'link-too-long', 'newer-link'];
  if (known.includes(message)) return { problem: message as EntryProblem };
  // Missing key.
  const key = path?.[0]?.key;
  return { problem: key === 'name' ? 'no-name' : key === 'link' ? 'no-link' : 'not-an-entry' };
}

function nameOf(value: unknown): string {
  const name = (value as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name.slice(0, LIMITS.name) : '';
}

/** Reads saved scenarios. Never throws; names invalid entries. */
export function readSaved(text: string): SavedReading {
  if (text.length > LIMITS.file) return { problem: { code: 'too-large', got: String(text.length) } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: { code: 'not-json', got: text.trim().slice(0, 40) } };
  }
  const file = v.safeParse(FileSchema, value);
  if (!file.success) return { problem: { code: 'not-saved', got: '' } };
  if (file.output.v !== VERSION) return { problem: { code: 'newer-version', got: String(file.output.v) } };
  const { length } = file.output.saved;
  // Check first: a file may contain ten million.
  if (length > LIMITS.count) return { problem: { code: 'too-many', got: String(length) } };
  const entries: SavedEntry[] = [];
  const refused: RefusedEntry[] = [];
  for (const [i, one] of file.output.saved.entries()) {
    const reading = readEntry(one);
    if ('entry' in reading) entries.push(reading.entry);
    else refused.push({ name: nameOf(one), place: i + 1, problem: reading.problem });
  }
  return { entries, refused };
}

/** Reads a file; checks the size first. */
export async function readSavedFile(file: Blob): Promise<SavedReading> {
  if (file.size > LIMITS.file) return { problem: { code: 'too-large', got: String(file.size) } };
  try {
    return readSaved(await file.text());
  } catch {
    return { problem: { code: 'unreadable', got: '' } };
  }
}

export function writeSaved(saved: readonly SavedEntry[]): string {
  const entries = saved.map(({ name, link, thumbnail, savedAt }) => ({ name, link, thumbnail, savedAt }));
  return JSON.stringify({ format: FORMAT, v: VERSION, saved: entries }, null, 2);
}
