import { readConfigFacts } from '../formats/config-facts.js';
import { exportTasks } from '../formats/convert.js';
import { exportFormats, importFormats } from '../formats/list.js';
import type { Command } from './command.js';
import { annotationSource, type Faulty, type Source, taskSource } from './convert-source.js';
import { type Wanted, wantedOf } from './convert-wanted.js';
import { filesOf } from './disk.js';
import { FolderSink } from './folder-sink.js';
import { mediaFrom } from './media.js';
import { Progress } from './progress.js';
import { asWrongUse } from './system-faults.js';
import { tellErrors, tellLosses } from './tell-losses.js';
import { type ExitCode, exit, printable, type Terminal, WrongUse } from './terminal.js';

/** A word for each format, and what it is. */
const listed = (formats: readonly { readonly name: string; readonly about: string }[]): string =>
  formats.map(({ name, about }) => `  ${name.padEnd(18)} ${about}\n`).join('');

const formatsText = `Read by --from:
  TASKS              Tasks in JSON, JSON Lines, CSV, TSV, text, media, and in ZIP and RAR archives; the default.
${listed(importFormats)}
Written by --to:
${listed(exportFormats)}`;

export const convert: Command = {
  usage: 'convert <file|folder|pattern …> --to FORMAT [--from FORMAT] [--config config.xml] [--out folder]',
  about: 'Converts tasks and annotations between formats.',
  help: `${formatsText}
Options:
  --to FORMAT          What to write; --to JSON writes tasks.
  --from FORMAT        Whose annotations the files hold.
  --config FILE        The label config. Without one, what an import format reads brings its own.
  --out FOLDER         Where to; a folder "converted" by default. What else is there stays.
  --force              Writes over files that are there already.
  --media FOLDER       Where the files lie that tasks refer to: for sizes, and for formats that take them along.
  --compat WHICH       Does what the peer does where that is wrong: new, old or 2021; head or 0.15.
  --option NAME=VALUE  What a format can be told besides; may be given several times. as=predictions or as=annotations:
                       what annotations of other tools become; predictions with --to JSON, otherwise annotations.
  --strict             Whatever is lost counts as an error.
  --list               Lists the formats; with --config, those that can hold what it asks for.
  -h, --help           This text.

Exit status: 0 all is well, 1 there are errors, 2 wrong use, or a file that cannot be read or written.
`,
  async run(args, terminal) {
    const wanted = wantedOf(args);
    try {
      return 'list' in wanted ? await list(wanted.config, terminal) : await run(wanted, terminal);
    } catch (reason) {
      throw asWrongUse(reason);
    }
  },
};

async function list(file: string | undefined, terminal: Terminal): Promise<ExitCode> {
  if (file === undefined) {
    terminal.out(formatsText);
    return exit.fine;
  }
  const config = readConfigFacts(await readText(file, terminal));
  for (const format of exportFormats) {
    const refusal = format.refusal(config);
    terminal.out(`${refusal === undefined ? 'yes' : 'no '}  ${format.name.padEnd(18)} ${refusal ?? format.about}\n`);
  }
  return exit.fine;
}

async function run(wanted: Wanted, terminal: Terminal): Promise<ExitCode> {
  const { from, to, options } = wanted;
  const config = wanted.config === undefined ? undefined : await readText(wanted.config, terminal);
  if (config !== undefined || !from) refuse(wanted, config);
  const progress = new Progress(terminal);
  const media = wanted.media === undefined ? undefined : mediaFrom(wanted.media);
  const found = filesOf(wanted.files, wanted.out);
  const sink = new FolderSink(wanted.out, { force: wanted.force });
  const stopped = { aborted: false };
  const unheard = terminal.onStop?.(() => {
    stopped.aborted = true;
  });
  const goOn = () => {
    if (stopped.aborted) throw new Stopped();
  };
  try {
    const files = progress.reading(found, goOn);
    const onTask = (count: number) => {
      goOn();
      progress.tasks(count, undefined);
    };
    const given = { config, options };
    const source = from
      ? await annotationSource(files, from, { ...given, media, spool: () => sink.spool(), onTask })
      : await taskSource(files, given);
    progress.end();
    goOn();
    if (isFaulty(source)) {
      tellErrors(source.errors, source.errorCount, terminal);
      return exit.problems;
    }
    if (config === undefined) refuse(wanted, source.madeConfig);
    const { count, losses, summary } = await exportTasks(source.tasks(), to, {
      config: config ?? source.madeConfig ?? '<View/>',
      sink,
      options,
      onTask: (done) => progress.tasks(done, source.count),
      signal: stopped,
      ...(media && { media }),
    });
    goOn();
    progress.end();
    const lost = tellLosses([source.losses(), { all: losses, summary }], terminal);
    if (count === 0) {
      terminal.err('There are no tasks in what was given.\n');
      return exit.problems;
    }
    if (source.madeConfig !== undefined) sink.write('config.xml', source.madeConfig);
    sink.commit();
    terminal.out(`${counted(count, 'task')}, ${counted(sink.count, 'file')} in ${printable(wanted.out)}\n`);
    return wanted.strict && lost > 0 ? exit.problems : exit.fine;
  } catch (reason) {
    if (!(reason instanceof Stopped)) throw reason;
    progress.end();
    terminal.err('Stopped; nothing was written.\n');
    return exit.problems;
  } finally {
    progress.end();
    unheard?.();
    sink.discard();
  }
}

class Stopped extends Error {}

const isFaulty = (source: Source | Faulty): source is Faulty => 'errors' in source;

/** Before anything is read or written. */
function refuse({ to }: Wanted, config: string | undefined): void {
  const refusal = to.refusal(readConfigFacts(config ?? '<View/>'));
  if (refusal === undefined) return;
  throw new WrongUse(config === undefined ? `${refusal} Give it with --config.` : refusal);
}

async function readText(file: string, terminal: Terminal): Promise<string> {
  try {
    return await terminal.read(file);
  } catch (reason) {
    throw asWrongUse(reason, `${file} cannot be read.`);
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
