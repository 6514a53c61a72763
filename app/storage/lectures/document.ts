import * as v from 'valibot';
import type { Phrase } from '../../../engine/phrase.ts';
import { type Notice, notice } from '../../../engine/scenario/notice.ts';
import { keysThatKeep } from '../../../engine/scenario/page-keys.ts';
import {
  formatLink,
  fragmentOf,
  isNewer,
  isSceneLink,
  parseLink,
} from '../../../engine/scenario/scenario.ts';
import { VIEW_PARAMS } from '../../../engine/scenario/view-params.ts';
import { ENTRIES, FRAMES, type Lecture, type Scene } from '../../session/lecture.ts';

const FORMAT = 'twin-descent-lecture';

const VERSION = 1;

/** Most scenes; lengths in UTF-16 units, as text fields count. */
export const LIMITS = {
  title: 120,
  sentence: 400,
  after: 400,
  end: 200,
  question: 160,
  notes: 4000,
  moment: 400,
  scenario: 80_000,
  scenes: 100,
} as const;

/** Largest file in bytes. */
export const MAX_FILE = 2_000_000;

/** Longest quote of a refused value. */
const TOLD = 40;

export const MOST_MINUTES = 600;

/** Keys of the page and of the place in a lecture. */
const NOT_OF_A_SCENE: readonly string[] = keysThatKeep('page', 'scene');

/** Reason why a text is not a lecture, as data (message `lecture.problem`). */
export interface LectureProblem {
  readonly code:
    | 'too-large'
    | 'unreadable'
    | 'not-json'
    | 'not-a-lecture'
    | 'newer-version'
    | 'wrong-type'
    | 'too-long'
    | 'scene-count'
    | 'not-a-link'
    | 'link-of-a-lecture';
  /** From 1; null for the document. */
  readonly scene: number | null;
  /** Empty for the document. */
  readonly field: string;
  readonly expected:
    | 'text'
    | 'flag'
    | 'step'
    | 'minutes'
    | 'frame'
    | 'list'
    | 'object'
    | 'version'
    | 'format';
  /** Violated bound, if any. */
  readonly limit: number;
  /** Actual value: shortened JSON or a count of characters, bytes or scenes; empty if missing. */
  readonly got: string;
}

/** Corrected value in a scene's link. */
export interface SceneNotice {
  readonly scene: number;
  readonly notice: Notice;
}

interface Refused {
  readonly problem: LectureProblem;
}

export type LectureReading =
  | { readonly lecture: Lecture; readonly notices: readonly SceneNotice[] }
  | Refused;

const text = (limit: number) => v.pipe(v.string(), v.maxLength(limit));

const step = v.pipe(v.number(), v.integer(), v.minValue(VIEW_PARAMS.k.min), v.maxValue(VIEW_PARAMS.k.max));

const SceneSchema = v.object({
  title: text(LIMITS.title),
  sentence: v.optional(text(LIMITS.sentence), ''),
  notes: v.optional(text(LIMITS.notes), ''),
  question: v.optional(text(LIMITS.question), ''),
  scenario: v.string(),
  bookmark: v.optional(v.nullable(step), null),
  guess: v.optional(v.boolean(), false),
  // No default, so that documents without these fields stay unchanged.
  after: v.optional(text(LIMITS.after)),
  end: v.optional(text(LIMITS.end)),
  moment: v.optional(text(LIMITS.moment)),
  last: v.optional(v.nullable(step)),
  frame: v.optional(v.picklist(FRAMES)),
  minutes: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(MOST_MINUTES))),
  // A wrong entry is reported and ignored (`readParts`).
  parts: v.optional(v.unknown()),
});

const DocumentSchema = v.object({
  format: v.literal(FORMAT),
  v: v.literal(VERSION),
  title: text(LIMITS.title),
  scenes: v.pipe(v.array(SceneSchema), v.minLength(1), v.maxLength(LIMITS.scenes)),
});

const EXPECTED: Readonly<Record<string, LectureProblem['expected']>> = {
  format: 'format',
  v: 'version',
  scenes: 'list',
  bookmark: 'step',
  last: 'step',
  guess: 'flag',
  frame: 'frame',
  minutes: 'minutes',
};

function problem(code: LectureProblem['code'], more: Partial<LectureProblem> = {}): Refused {
  return { problem: { code, scene: null, field: '', expected: 'text', limit: 0, got: '', ...more } };
}

/** Returns shortened JSON; empty if missing. */
function told(value: unknown): string {
  let whole = '[…]';
  try {
    whole = JSON.stringify(typeof value === 'string' ? value.slice(0, TOLD + 1) : value) ?? '';
  } catch {
    // Nested too deeply for JSON.
  }
  return whole.length > TOLD ? `${whole.slice(0, TOLD)}…` : whole;
}

function problemOf(issue: v.BaseIssue<unknown>): Refused {
  const path = (issue.path ?? []).map(({ key }) => key);
  const scene = typeof path[1] === 'number' ? path[1] + 1 : null;
  const last = path.at(-1);
  const field = typeof last === 'string' ? last : '';
  if (field === 'scenes' && (issue.type === 'min_length' || issue.type === 'max_length'))
    return problem('scene-count', { field, limit: LIMITS.scenes, got: String(issue.received) });
  if (issue.type === 'max_length')
    return problem('too-long', {
      scene,
      field,
      limit: Number(issue.requirement),
      got: String(issue.received),
    });
  const missing = issue.received === 'undefined';
  const got = missing ? '' : told(issue.input);
  if (field === 'format' || path.length === 0) return problem('not-a-lecture', { got });
  if (field === 'v' && typeof issue.input === 'number')
    return problem('newer-version', { limit: VERSION, got });
  const expected = field === '' ? 'object' : (EXPECTED[field] ?? 'text');
  const limit = expected === 'minutes' ? MOST_MINUTES : VIEW_PARAMS.k.max;
  return problem('wrong-type', { scene, field, expected, limit, got });
}

/**
 * Returns a scene link's fragment as this page writes it, without keys of page and lecture, and notices of corrected values; a problem if
 * the text is no scenario's link.
 */
export function readScenario(
  link: string,
  scene: number,
): { scenario: string; notices: readonly SceneNotice[] } | Refused {
  const at = { scene, field: 'scenario', got: told(link) };
  const fragment = fragmentOf(link.trim());
  if (fragment.length > LIMITS.scenario)
    return problem('too-long', { ...at, limit: LIMITS.scenario, got: String(fragment.length) });
  const isLink = /(^|&)\w+(=|%3d)/i.test(fragment);
  if (!isLink) return problem('not-a-link', at);
  if (isSceneLink(link)) return problem('link-of-a-lecture', at);
  const parsed = parseLink(link);
  // A newer version's link would be replaced by the opening scene.
  if (isNewer(parsed)) return problem('not-a-link', at);
  const { scenario, notices } = parsed;
  const values = Object.fromEntries(
    Object.entries(scenario.values).filter(([key]) => !NOT_OF_A_SCENE.includes(key)),
  );
  return {
    scenario: formatLink({ ...scenario, values }),
    notices: notices.map((found) => ({ scene, notice: found })),
  };
}

const PartsSchema = v.record(v.string(), v.picklist(ENTRIES));

/** Most reported entries of a scene. */
const MOST_REPORTED = 5;

/** Returns the usable entries of a scene's parts, and notices of others; the view checks the names. */
function readParts(given: unknown, scene: number): Pick<Scene, 'parts'> & { notices: SceneNotice[] } {
  if (given === undefined) return { notices: [] };
  const reading = v.safeParse(PartsSchema, given);
  if (reading.success) return { parts: reading.output, notices: [] };
  const notices = reading.issues.slice(0, MOST_REPORTED).map(({ path = [], input }) => {
    const key = ['parts', ...path.map(({ key }) => key)].join('.').slice(0, TOLD);
    const expected: Phrase = path.length > 0 ? { say: 'one-of', names: ENTRIES.join(', ') } : '{…}';
    return { scene, notice: notice('unknown-names', key, expected, told(input).replace(/^"|"$/g, '')) };
  });
  const right = Object.entries(given ?? {}).filter(([, entry]) => ENTRIES.includes(entry));
  return { ...(right.length > 0 && { parts: Object.fromEntries(right) }), notices };
}

/** Never throws. */
export function readDocument(document: string): LectureReading {
  if (document.length > MAX_FILE)
    return problem('too-large', { limit: MAX_FILE, got: String(document.length) });
  let value: unknown;
  try {
    value = JSON.parse(document);
  } catch {
    return problem('not-json', { got: told(document.trim()) });
  }
  const result = v.safeParse(DocumentSchema, value, { abortEarly: true });
  if (!result.success) return problemOf(result.issues[0]);
  const scenes: Scene[] = [];
  const notices: SceneNotice[] = [];
  for (const scene of result.output.scenes) {
    const link = readScenario(scene.scenario, scenes.length + 1);
    if ('problem' in link) return link;
    const { notices: ofParts, parts } = readParts(scene.parts, scenes.length + 1);
    const { parts: _, ...rest } = scene;
    scenes.push({ ...rest, scenario: link.scenario, ...(parts && { parts }) });
    notices.push(...link.notices, ...ofParts);
  }
  return { lecture: { title: result.output.title, scenes }, notices };
}

/** Reads a lecture from a file; checks the size first. */
export async function readFile(file: Blob): Promise<LectureReading> {
  if (file.size > MAX_FILE) return problem('too-large', { limit: MAX_FILE, got: String(file.size) });
  try {
    return readDocument(await file.text());
  } catch {
    return problem('unreadable');
  }
}

/** `indent` is for people. */
export function writeDocument({ title, scenes }: Lecture, indent = 0): string {
  return JSON.stringify({ format: FORMAT, v: VERSION, title, scenes }, null, indent);
}
