import { FACT_FORMATS } from '../../../../engine/record.ts';
import { factSpec, parseFact } from '../../../../engine/scenario/fact-names.ts';
import type { Scene } from '../../../session/lecture.ts';
import { type NamedSteps, unknownIn, valuelessIn } from '../fill-words.ts';
import { unknownControlsIn } from '../named-controls.ts';
import { unknownMarksIn } from '../named-marks.ts';

const FAULTS = ['name', 'mark', 'last', 'noStep', 'step', 'format', 'value', 'control', 'thing'] as const;

export type FactFault = (typeof FAULTS)[number];

/** `{{name}}` with any step and format, even invalid. */
const PARTS = /^\{\{\s*([\w.]+)(?:@([^|{}]*?))?\s*(?:\|\s*(.*?)\s*)?\}\}$/;

function faultOf(whole: string, { mark, last }: NamedSteps): FactFault {
  const [, name = '', step, format] = PARTS.exec(whole) ?? [];
  if (!factSpec(name)) return 'name';
  if (step !== undefined) {
    if (!parseFact(`${name}@0`)) return 'noStep';
    if (step === 'mark' && mark === null) return 'mark';
    if (step === 'last' && last === null) return 'last';
    if (!/^(?:mark|now|last)$/.test(step) && !parseFact(`${name}@${step}`)) return 'step';
  }
  const isKnown = format === undefined || (FACT_FORMATS as readonly string[]).includes(format);
  return isKnown ? 'name' : 'format';
}

/** Returns the texts in double braces without a number, control or mark, by reason. */
export function factFaults(
  texts: readonly string[],
  facts: Readonly<Record<string, number>> | null,
  steps: NamedSteps,
  scene: Pick<Scene, 'scenario'>,
): { readonly fault: FactFault; readonly names: string[] }[] {
  const unknown = unknownIn(texts, steps).map((whole) => [faultOf(whole, steps), whole] as const);
  const valueless = valuelessIn(texts, facts, steps).map((whole) => ['value', whole] as const);
  const lost = unknownControlsIn(texts, scene).map((whole) => ['control', whole] as const);
  const absent = unknownMarksIn(texts).map((whole) => ['thing', whole] as const);
  const all = [...unknown, ...valueless, ...lost, ...absent];
  return FAULTS.map((fault) => ({
    fault,
    names: all.filter(([one]) => one === fault).map(([, whole]) => whole),
  })).filter(({ names }) => names.length > 0);
}
