/** For docs/recipes.all.test.ts; described in slurm-node.mjs. */
export function startSlurmNode(folder: string): Promise<{
  readonly env: { readonly SLURM_CONF: string };
  state(): Promise<string>;
  said(): string;
  stop(): Promise<void>;
}>;
