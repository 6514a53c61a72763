import { openCupboard } from './cupboard.ts';

/** Whether runs were under way when a page was left. It reads no run. */
export async function hasCutRuns(): Promise<boolean> {
  return (await openCupboard()).anyRunning();
}
