import { expect, test } from 'vitest';
import { checkSheet } from '../../figure/bind-print.ts';
import { isOwnScript } from './trust.ts';

const PAGE = 'https://example.org/tools/twin/index.html#v=1';

test.each([
  'https://example.org/tools/twin/assets/engine.worker-CflUJy0C.js',
  'https://example.org/tools/twin/service-worker.js',
])('%s is a script of the page', (address) => {
  expect(isOwnScript(address, PAGE)).toBe(true);
  expect(isOwnScript(address, 'https://example.org/tools/twin/')).toBe(true);
});

test.each([
  'https://example.com/tools/twin/assets/engine.worker-CflUJy0C.js',
  'https://example.org/tools/assets/engine.worker-CflUJy0C.js',
  'https://example.org/tools/twin/assets/engine.worker-CflUJy0C.js?x',
  'https://example.org/tools/twin/assets/../../evil/engine.worker-a.js',
  'https://example.org/tools/twin/assets/other-CflUJy0C.js',
  'https://example.org/tools/twin/assets/engine.worker-a/b.js',
  'https://example.org/tools/twin/sub/service-worker.js',
  'assets/engine.worker-CflUJy0C.js',
  'blob:https://example.org/1b9d6bcd',
  'data:text/javascript,0',
  'javascript:0',
  '',
])('%s is none', (address) => {
  expect(isOwnScript(address, PAGE)).toBe(false);
});

test('a picture is taken as it is, words that only look like markup too', () => {
  const picture =
    '<svg xmlns="http://www.w3.org/2000/svg"><text x="1">a &lt;script&gt; onload=1 javascript:</text></svg>';
  expect(checkSheet(picture)).toBe(picture);
});

test.each([
  '<svg><script>0</script></svg>',
  '<svg>< SCRIPT>0</svg>',
  '<svg onload="0"></svg>',
  '<svg><image x="1" onerror = "0"/></svg>',
  '<svg><a href="javascript:0">x</a></svg>',
  '<svg><foreignObject></foreignObject></svg>',
  '<svg><style>*{}</style></svg>',
])('%s is refused', (markup) => {
  expect(() => checkSheet(markup)).toThrow('markup that could run');
});
