import type { ThemeName } from '../../../charts/colour/palette.ts';
import type { AppState } from '../../../session/store.ts';
import { type FilmChoice, type FilmFormat, RATES } from './choice.ts';
import { knownEnd } from './compute-steps.ts';
import type { Pace } from './schedule.ts';

/** Numbers as typed. */
export interface FilmForm {
  /** Null: the first available. */
  readonly format: FilmFormat | null;
  readonly isCustom: boolean;
  readonly width: string;
  readonly height: string;
  readonly rate: number;
  readonly from: string;
  readonly to: string;
  readonly pace: Pace['kind'];
  readonly seconds: string;
  readonly stepsPerSecond: string;
  readonly holdFirst: string;
  readonly holdLast: string;
  readonly theme: ThemeName;
  readonly caption: boolean;
}

/** Last step if nothing is known or computed. */
const FIRST_STEPS = 100;

/** Returns the initial form: up to the known end of the race and all shown starts, else to the shown or last computed step. */
export function firstForm(state: AppState, theme: ThemeName): FilmForm {
  const end = knownEnd(state);
  const to = end === null ? state.k || state.frontier || FIRST_STEPS : Math.max(end, state.crowd?.end ?? 0);
  return {
    format: null,
    isCustom: false,
    width: '1280',
    height: '720',
    rate: 25,
    from: '0',
    to: String(to),
    pace: 'seconds',
    seconds: '8',
    stepsPerSecond: '20',
    holdFirst: '1',
    holdLast: '2',
    theme,
    caption: true,
  };
}

/** Parses a number; NaN if invalid. */
function numberOf(text: string): number {
  return /^\s*\d+([.,]\d*)?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
}

function rateOf(rate: number, format: FilmFormat): number {
  return RATES[format].reduce((best, one) => (Math.abs(one - rate) < Math.abs(best - rate) ? one : best));
}

export function choiceOf(form: FilmForm, offered: readonly FilmFormat[]): FilmChoice {
  const format = form.format && offered.includes(form.format) ? form.format : offered[0]!;
  return {
    format,
    width: numberOf(form.width),
    height: numberOf(form.height),
    rate: rateOf(form.rate, format),
    from: numberOf(form.from),
    to: numberOf(form.to),
    pace:
      form.pace === 'seconds'
        ? { kind: 'seconds', seconds: numberOf(form.seconds) }
        : { kind: 'steps', stepsPerSecond: numberOf(form.stepsPerSecond) },
    holdFirst: numberOf(form.holdFirst),
    holdLast: numberOf(form.holdLast),
    theme: form.theme,
    caption: form.caption,
  };
}
