import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('the documented workflow of GitHub Pages may read the repository that it checks out', () => {
  const [, granted] = /permissions: \{(.*)\}/.exec(readFileSync('docs/deploy.md', 'utf8'))!;
  expect(granted!.split(',').map((one) => one.trim())).toEqual([
    'contents: read',
    'pages: write',
    'id-token: write',
  ]);
});
