import { oneLine } from './literals.ts';
import type { PythonRun } from './python-run.ts';
import { type ScriptSource, scriptParts } from './script.ts';

/** Shows the output as a table of at most a dozen steps; `run()` prints every step. */
const TABLE = `from IPython.display import Markdown

losses = {side: run[1] for side, run in (("left", left), ("right", right)) if run is not None}
last = max(len(loss) for loss in losses.values()) - 1
shown = sorted({round(k * last / 11) for k in range(12)})
cell = lambda loss, k: f"{loss[k]:.6g}" if k < len(loss) else ""
rows = [[str(k), *(cell(loss, k) for loss in losses.values())] for k in shown]
head = [["step", *losses], ["--:"] * (1 + len(losses))]
Markdown("\\n".join("| " + " | ".join(row) + " |" for row in head + rows))`;

const CAPTURE = 'import contextlib\nimport io';

const CALL = `with contextlib.redirect_stdout(io.StringIO()) as printed:
    left, right = run()
# Every step as CSV: print(printed.getvalue())`;

const PLOT = `import matplotlib.pyplot as plt

figure, axes = plt.subplots(figsize=(7, 4))
for (side, loss), colour in zip(losses.items(), ("#c2410c", "#0f5fa6")):
    axes.plot(loss, label=side, color=colour)
if right is not None and len(right) > 2:
    axes.plot(right[2], "--", label="proved lower bound", color="#0f5fa6")
if all((loss > 0).all() for loss in losses.values()):
    axes.set_yscale("log")
axes.set_xlabel("step")
axes.set_ylabel("loss")
axes.legend()
plt.show()`;

/**
 * Writes a Jupyter notebook (nbformat 4.5) of a run: its link, the folded library, the run as arrays, a table and a plot. It needs NumPy and
 * matplotlib.
 */
export function writeNotebook({ link, build }: ScriptSource, run: PythonRun): string {
  const { imports, run: definition, library } = scriptParts(run);
  const cells = [
    markdown('about', [
      ...run.about.map((line) => escaped(oneLine(line))),
      '',
      `[The same run in the browser](<${oneLine(link)}>), written by Twin Descent ${escaped(oneLine(build))}.`,
    ]),
    code('library', [imports, ...library].join('\n\n\n'), true),
    code('run', `${CAPTURE}\n\n${definition}\n\n\n${CALL}`),
    code('table', TABLE),
    code('plot', PLOT),
  ];
  const metadata = {
    kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
    language_info: { name: 'python' },
  };
  return `${JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

/** Returns text lines as nbformat wants them: each with its line break. */
const linesOf = (text: string) => text.split(/(?<=\n)/);

/** Returns a line whose characters mean nothing to Markdown or HTML. */
const escaped = (line: string) => line.replace(/[\\`*_<>[\]#|$]/g, '\\$&');

const markdown = (id: string, lines: readonly string[]) => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source: linesOf(lines.join('\n')),
});

/** A folded cell shows a line in Jupyter, JupyterLab, Jupyter Book and Quarto. */
const code = (id: string, source: string, folded = false) => ({
  cell_type: 'code',
  execution_count: null,
  id,
  metadata: folded ? { jupyter: { source_hidden: true }, tags: ['hide-input'] } : {},
  outputs: [],
  source: linesOf(source),
});
