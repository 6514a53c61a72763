/**
 * The reference of the engine as one page of Markdown, from API Extractor's model. It is written here rather than by its API
 * Documenter, which makes a file of every member and reads the comments as HTML, in which `||w|| <= 1` is a mistake.
 */

/** Rooms of the engine with their headings, in the order of the page; a file belongs to the first that fits. */
const ROOMS = [
  ['scenario/', 'Scenarios and links'],
  ['catalog', 'Problems'],
  ['index', 'Problems'],
  ['problems/load-checked', 'Problems'],
  ['contract', 'The words as types'],
  ['race/', 'The race'],
  ['optimizers/', 'Update rules'],
  ['problems/one-neuron/', 'One neuron'],
  ['landscapes/', 'What can be known of a loss'],
  ['problems/two-layer/', 'Two layers'],
  ['data/', 'Data'],
  ['kernels/', 'Seeded numbers'],
  ['params', 'Parameters'],
  ['phrase', 'Parameters'],
];

/**
 * Every export under its room, in the order of their names. `members` is API Extractor's model, `declarations` the text that it
 * was made of. Throws where an export, or a method of one, has no comment.
 */
export function describeApi(members, declarations) {
  const mute = members.flatMap((member) => undescribed(member));
  if (mute.length > 0)
    throw new Error(
      `expected a comment on everything that engine/index.ts exports; got none on ${mute.join(', ')}`,
    );

  const codes = codesByName(declarations);
  const items = members
    .map((member) => ({
      name: member.name,
      room: roomOf(member),
      comment: linesOf(member.docComment),
      code: codes.get(member.name),
      uses: usesOf(member),
    }))
    .sort((a, b) => compare(a.name, b.name));
  const rooms = [...new Set(ROOMS.map(([, heading]) => heading))].map((heading) => ({
    heading,
    items: items.filter(({ room }) => room === heading),
  }));
  const link = linksTo(rooms.flatMap((room) => [room.heading, ...room.items.map(({ name }) => name)]));
  const list = (names) => names.map(link).join(', ');

  return [
    '# The engine, export by export',
    '',
    'Written from the comments in `engine/` by `npx vitest run docs -u`; change it there. How to begin: [engine.md](engine.md).',
    '',
    ...rooms.map((room) => `- **${room.heading}**: ${list(room.items.map(({ name }) => name))}`),
    ...rooms.flatMap((room) => ['', `## ${room.heading}`, ...room.items.flatMap(describe)]),
    '',
  ].join('\n');

  function describe({ name, comment, code, uses }) {
    const others = uses.filter((other) => other !== name && codes.has(other));
    return [
      '',
      `### ${name}`,
      '',
      ...toMarkdown(comment),
      '',
      '```ts',
      code,
      '```',
      ...(others.length > 0 ? ['', `Uses ${list(others)}.`] : []),
    ];
  }
}

/** The names of a member, and of its methods, that have no comment. */
function undescribed({ kind, name, docComment, excerptTokens = [], members = [] }, within = '') {
  const isMethod = kind === 'MethodSignature' || /=>/.test(excerptTokens.map(({ text }) => text).join(''));
  const mute = (within === '' || isMethod) && linesOf(docComment).length === 0;
  return [
    ...(mute ? [`${within}${name}`] : []),
    ...members.flatMap((member) => undescribed(member, `${within}${name}.`)),
  ];
}

function roomOf({ name, fileUrlPath }) {
  const room = ROOMS.find(([path]) => fileUrlPath.startsWith(path));
  if (!room) throw new Error(`expected a room for ${name} of ${fileUrlPath}; ROOMS names none`);
  return room[1];
}

/** The names of the types that a member and its own members mention. */
function usesOf({ excerptTokens = [], members = [] }) {
  const own = excerptTokens.filter(({ kind }) => kind === 'Reference').map(({ text }) => text);
  return [...new Set([...own, ...members.flatMap(usesOf)])].sort(compare);
}

/** Alphabetical whatever the case; of two that are the same but for it the capital goes first. */
function compare(a, b) {
  const [lowA, lowB] = [a.toLowerCase(), b.toLowerCase()];
  if (lowA === lowB) return a < b ? -1 : 1;
  return lowA < lowB ? -1 : 1;
}

/** Links by name, to the anchors that a reader of Markdown makes of headings: a repeated one is numbered. */
function linksTo(headings) {
  const anchors = new Map();
  const seen = new Map();
  for (const heading of headings) {
    const anchor = heading.toLowerCase().replaceAll(' ', '-');
    const before = seen.get(anchor) ?? 0;
    seen.set(anchor, before + 1);
    anchors.set(heading, before === 0 ? anchor : `${anchor}-${before}`);
  }
  return (name) => `[\`${name}\`](#${anchors.get(name)})`;
}

/** The lines of a comment without its frame. */
function linesOf(comment = '') {
  const lines = comment
    .replace(/^\/\*\*\s*|\s*\*\/\s*$/g, '')
    .split('\n')
    .map((line) => line.replace(/^ ?\* ?/, '').trimEnd());
  return lines.join('').trim() === '' ? [] : lines;
}

/** Indented lines are formulae: they are set apart as they stand. In the others * and < mean themselves. */
function toMarkdown(lines) {
  const text = [];
  let inFormula = false;
  for (const line of lines) {
    const formula = line.startsWith(' ');
    if (formula !== inFormula) text.push(...(inFormula ? ['```', ''] : ['', '```text']));
    inFormula = formula;
    text.push(formula ? line.trim() : escaped(line));
  }
  return inFormula ? [...text, '```'] : text;
}

/** A line of text, but for what stands in backticks. */
function escaped(line) {
  return line
    .split(/(`[^`]*`)/)
    .map((part, k) => (k % 2 === 1 ? part : part.replace(/[*_<[\]|]/g, '\\$&')))
    .join('');
}

/** The text of each exported declaration, with the comments of its members but without its own. */
function codesByName(declarations) {
  const codes = new Map();
  for (const piece of declarations.split(/\n\n(?=\/\*\*|export|declare)/)) {
    const code = piece.replace(/^\s*\/\*\*[\s\S]*?\*\/\n/, '').trim();
    const name = /^export declare (?:const|function|interface|type|class) (\w+)/.exec(code)?.[1];
    if (name) codes.set(name, code.replace('export declare ', ''));
  }
  return codes;
}
