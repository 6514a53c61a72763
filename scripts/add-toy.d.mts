/** For docs/contributing.test.ts, its copies and e2e/add-problem.all.spec.ts; described in add-toy.mjs. */
export function readGuide(): { files: [string, string][]; path: string; line: string };
/** `source`: copied folder, or pattern of the files that get a neighbour; null for other steps. */
export interface Step {
  readonly recipe: string;
  readonly path: string;
  readonly how: 'above' | 'in place of' | 'a copy of' | 'one beside each' | null;
  readonly anchor: string;
  readonly code: string;
  readonly source: string | null;
}
export function readRecipes(): Step[];
export function filesLike(folder: string, pattern: string): string[];
export function stepped(text: string, step: Step): string;
export function undoSteps(folder: string, steps: readonly Step[]): void;
export function takeStep(folder: string, step: Step): void;
export function copySources(folder: string): void;
export function copyWithToy(folder: string): void;
export function copyWithToys(folder: string): void;
