import type { Dict } from '../../model/json.js';
import type { InFile } from '../files.js';
import type { Report } from './fault.js';
import { minifiedHtml } from './html-text.js';
import type { Reading } from './reading.js';
import { textLines } from './text-lines.js';
import { utf8Text } from './utf8.js';

export interface LineOptions {
  /** Without the white space at both ends. */
  readonly trimLines: boolean;
  /** Whether lines with nothing but white space in them are tasks. */
  readonly emptyLines: 'keep' | 'drop';
}

/** Each line of a text is a task. */
export async function lookAtText(file: InFile, key: string, options: LineOptions, report: Report): Promise<Reading> {
  let count = 0;
  for await (const tasks of linesIn(file, key, options, report)) count += tasks.length;
  return { count, keys: [key], tasks: (again, faults) => linesIn(again, key, options, faults) };
}

async function* linesIn(
  file: InFile,
  key: string,
  { trimLines, emptyLines }: LineOptions,
  report: Report,
): AsyncGenerator<readonly Dict[]> {
  for await (const lines of textLines(utf8Text(file.bytes(), report))) {
    const kept = emptyLines === 'drop' ? lines.filter((line) => line.trim() !== '') : lines;
    yield kept.map((line) => taskOf(key, trimLines ? line.trim() : line));
  }
}

/** A whole HTML file is one task. */
export async function lookAtHtml(file: InFile, key: string, report: Report): Promise<Reading> {
  for await (const _ of utf8Text(file.bytes(), report)) {
    // Only whether it is text.
  }
  return {
    count: 1,
    keys: [key],
    async *tasks(again, faults) {
      let html = '';
      for await (const piece of utf8Text(again.bytes(), faults)) html += piece;
      yield [taskOf(key, minifiedHtml(html))];
    },
  };
}

/** @param urlOf where the file is found when the task is shown */
export function mediaTask(key: string, urlOf: (file: InFile) => string | Promise<string>, withPath: boolean): Reading {
  return {
    count: 1,
    keys: [key],
    async *tasks(file) {
      const task = taskOf(key, await urlOf(file));
      yield [withPath ? { ...task, task_path: file.path } : task];
    },
  };
}

const taskOf = (key: string, value: string): Dict => ({ data: Object.fromEntries([[key, value]]) });
