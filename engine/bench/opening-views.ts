import { CATALOG, PROBLEM_IDS } from '../catalog.ts';
import { presetScenario } from '../scenario/create-scenario.ts';
import { formatLink } from '../scenario/scenario.ts';

/** Link to a preset that plays continuously at a fixed number of steps per second. */
export interface OpeningView {
  readonly problem: string;
  readonly preset: string;
  readonly speed: number;
  readonly link: string;
}

/** Returns the opening preset of each problem, or of each of its levels: at its own speed, and at the fastest. */
export function openingViews(fastest: number): OpeningView[] {
  return PROBLEM_IDS.flatMap((problem) => {
    const { opens, presets } = CATALOG[problem];
    return (opens ? Object.values(opens.presets) : [presets[0].id]).flatMap((preset) => {
      const { values } = presetScenario(problem, preset);
      return [...new Set([values.speed, fastest])].map((speed) => {
        const link = formatLink({ problem, values: { ...values, speed, autostop: false } });
        return { problem, preset, speed, link };
      });
    });
  });
}
