/** For docs/recipes.all.test.ts; described in apt-get.mjs. */
export function installPackages(packages: string[]): boolean;
