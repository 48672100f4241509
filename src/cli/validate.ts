import { parseArgs } from 'node:util';
import { tagLookup } from '../config/lookup.js';
import { readConfig } from '../config/read.js';
import type { ShapeModule } from '../contract/shape.js';
import { TaskChecker } from './check-tasks.js';
import type { Command, Kit } from './command.js';
import { readTasks } from './read-tasks.js';
import { asJson, asText, type Report } from './report.js';
import { exit, type Terminal, WrongUse } from './terminal.js';

const formats = ['text', 'json'] as const;

export const validate: Command = {
  usage: 'validate <config.xml> [tasks.json …] [--format text|json] [--strict]',
  about: 'Checks a label config, and tasks against it: their data, completions and predictions.',
  help: `A file of tasks is JSON: a task, a list of tasks, the bare data of one, or one task in each line.
A "-" in place of a file reads what is piped in.

Options:
  --format text|json  How problems are told; text is for people.
  --strict            Warnings count as errors.
  -h, --help          This text.

Exit status: 0 all is well (there may be warnings), 1 there are errors, 2 wrong use, or a file that cannot be read.
`,
  async run(args, terminal, kit) {
    const { config, taskFiles, format, strict } = read(args);
    const xml = await textOf(config, terminal);
    const lookup = tagLookup(kit.tags);
    const alone = readConfig(xml, undefined, lookup);
    const checker = new TaskChecker(xml, alone, lookup, await shapesFor(taskFiles, kit));
    const broken: Report['broken'][number][] = [];
    let tasks = 0;
    for (const file of taskFiles) {
      const found = readTasks(await textOf(file, terminal));
      broken.push(...found.problems.map((problem) => ({ file: nameOf(file), problem })));
      for (const entry of found.tasks) checker.check(nameOf(file), entry);
      tasks += found.tasks.length;
    }
    const report: Report = {
      config: { file: nameOf(config), xml, problems: alone.problems },
      broken,
      findings: checker.findings,
      ...(taskFiles.length > 0 && { tasks }),
    };
    terminal.out(format === 'json' ? asJson(report) : asText(report, terminal.colours));
    return fails(report, strict) ? exit.problems : exit.fine;
  },
};

function read(args: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { format: { type: 'string', default: 'text' }, strict: { type: 'boolean', default: false } },
  });
  const [config, ...taskFiles] = positionals;
  const format = formats.find((one) => one === values.format);
  if (config === undefined) throw new WrongUse('Name the config to check: label-editor validate config.xml.');
  if (!format) throw new WrongUse(`--format is text or json, not "${values.format}".`);
  if (positionals.filter((file) => file === '-').length > 1) throw new WrongUse('Only one file can be piped in.');
  return { config, taskFiles, format, strict: values.strict === true };
}

async function textOf(file: string, terminal: Terminal): Promise<string> {
  try {
    return await terminal.read(file);
  } catch (reason) {
    const { code, message } = reason as { code?: string; message?: string };
    const known: Readonly<Record<string, string>> = {
      ENOENT: 'There is no such file.',
      EISDIR: 'It is a folder.',
      EACCES: 'It may not be read.',
    };
    throw new WrongUse(`${nameOf(file)} cannot be read. ${known[code ?? ''] ?? message ?? String(reason)}`);
  }
}

const nameOf = (file: string): string => (file === '-' ? '(piped in)' : file);

async function shapesFor(taskFiles: readonly string[], kit: Kit): Promise<ReadonlyMap<string, ShapeModule>> {
  if (taskFiles.length === 0) return new Map();
  const shapes = await kit.shapes();
  await Promise.all(shapes.map((shape) => shape.load?.()));
  return new Map(shapes.map((shape) => [shape.name, shape]));
}

function fails({ config, broken, findings }: Report, strict: boolean): boolean {
  const all = [...config.problems, ...broken.map(({ problem }) => problem), ...findings.map(({ problem }) => problem)];
  return strict ? all.length > 0 : all.some(({ severity }) => severity === 'error');
}
