import { expect, test } from 'vitest';
import { inFolder, start } from './try-command.ts';

inFolder();

test.each(['json', 'csv'])(
  'a million steps of twenty weights, longer than a string can be, to a reader who leaves (%s)',
  async (format) => {
    const flags = ['--features', 'gauss', '--n', '1', '--d', '20', '--steps', '1000000'];
    const { child, said, closed } = start('replay', ...flags, '--format', format);
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await closed).toEqual([0, null]);
    expect(said.stdout.slice(0, 10)).toBe(format === 'json' ? '{"scenario' : 'k,side,w1,');
    expect(said.stderr).toBe('');
  },
);
