/** For tests; described in build-cli.mjs. */
export function buildCli(outDir: string): Promise<void>;
