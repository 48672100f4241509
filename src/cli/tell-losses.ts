import type { Loss, Losses } from '../formats/losses.js';
import { paint } from './paint.js';
import { printable, type Terminal } from './terminal.js';

/** Each thing once, with its first place, and how often it was there. Answers with how many things there are. */
export function tellLosses(found: readonly Pick<Losses, 'all' | 'summary'>[], terminal: Terminal): number {
  let things = 0;
  for (const { all, summary } of found) {
    things += summary.length;
    for (const { message, count, code } of summary) {
      const first = all.find((loss) => loss.message === message && loss.code === code);
      const more = count > 1 ? ` (${count} times)` : '';
      if (first) terminal.err(`${lineOf(first, terminal, 'yellow')}${more}\n`);
    }
  }
  return things;
}

export function tellErrors(errors: readonly Loss[], count: number, terminal: Terminal): void {
  for (const error of errors) terminal.err(`${lineOf(error, terminal, 'red')}\n`);
  if (count > errors.length) terminal.err(`… and ${count - errors.length} more\n`);
}

/** `a.json, line 3:7, [2]: There is a comma too many in front of this.` */
function lineOf(loss: Loss, terminal: Terminal, style: 'red' | 'yellow'): string {
  const { file, line, column, index, taskId, resultId, message } = loss;
  const place = [
    file,
    line === undefined ? undefined : `line ${line}${column === undefined ? '' : `:${column}`}`,
    index === undefined ? undefined : `[${index}]`,
    taskId === undefined ? undefined : `task ${taskId}`,
    resultId === undefined ? undefined : `result ${resultId}`,
  ].filter((part) => part !== undefined);
  const head = place.length > 0 ? `${printable(place.join(', '))}: ` : '';
  return `${paint(terminal.colours)(style, head)}${printable(message)}`;
}
