import { parseArgs } from 'node:util';
import { nearest } from '../config/nearest.js';
import type { Command, Kit } from './command.js';
import { convert } from './convert.js';
import { type ExitCode, exit, printable, type Terminal, WrongUse } from './terminal.js';
import { validate } from './validate.js';

const commands: Readonly<Record<string, Command>> = { convert, validate };

/** Runs the command that the arguments name; answers with what the process is to exit with. */
export async function main(args: readonly string[], terminal: Terminal, kit: Kit): Promise<ExitCode> {
  const [name = '', ...rest] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  try {
    if (command) return await runCommand(command, rest, terminal, kit);
    if (name.startsWith('-')) return topLevel(args, terminal, kit);
  } catch (reason) {
    const hint = isArgumentError(reason) ? `See label-editor ${command ? `${name} ` : ''}--help.\n` : '';
    if (!hint && !(reason instanceof WrongUse)) throw reason;
    terminal.err(`label-editor: ${printable((reason as Error).message)}\n${hint}`);
    return exit.wrongUse;
  }
  if (name) terminal.err(unknown(name));
  terminal.err(overview());
  return exit.wrongUse;
}

async function runCommand(command: Command, args: readonly string[], terminal: Terminal, kit: Kit): Promise<ExitCode> {
  const options = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  if (!options.includes('--help') && !options.includes('-h')) return command.run(args, terminal, kit);
  terminal.out(`Usage: label-editor ${command.usage}\n\n${command.about}\n\n${command.help}`);
  return exit.fine;
}

function topLevel(args: readonly string[], terminal: Terminal, kit: Kit): ExitCode {
  const { values } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h' }, version: { type: 'boolean', short: 'V' } },
  });
  terminal.out(values.version ? `${kit.version}\n` : overview());
  return exit.fine;
}

function unknown(name: string): string {
  const near = nearest(name, Object.keys(commands));
  return `label-editor: There is no command "${printable(name)}".${near ? ` Did you mean ${near}?` : ''}\n\n`;
}

const overview = (): string => `Usage: label-editor <command> …

Commands:
${Object.entries(commands)
  .map(([name, { about }]) => `  ${name.padEnd(14)} ${about}`)
  .join('\n')}

Options:
  -h, --help     This text; label-editor <command> --help tells more.
  -V, --version  Which version this is.
`;

/** What `parseArgs` throws says well what is wrong. */
const isArgumentError = (reason: unknown): boolean =>
  reason instanceof TypeError && String((reason as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
