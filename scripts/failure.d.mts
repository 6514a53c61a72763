/** For workers/cli/failure.test.ts; described in failure.mjs. */
export function sentenceOf(error: unknown): string | null;
export function runCommand(name: string, run: () => Promise<void>): Promise<void>;
export function ensureWritable(folder: string): void;
export function ensureFree(host: string, port: number): Promise<void>;
