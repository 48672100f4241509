import { readJson } from '../base/json-text.js';
import { isList, type Json } from '../model/json.js';
import { error, type Problem } from '../model/problem.js';

export interface TaskEntry {
  /** Which one of the file it is, from 0. */
  readonly index: number;
  readonly task: Json;
}

export interface TaskFile {
  readonly tasks: readonly TaskEntry[];
  /** Places are in the file itself. */
  readonly problems: readonly Problem[];
}

/** Reads the tasks of a file: one task, a list of tasks, or one task in each line. Never throws. */
export function readTasks(text: string): TaskFile {
  if (!text.trim()) return { tasks: [], problems: [error('task/malformed', 'The file is empty. Give tasks as JSON.')] };
  const whole = readJson(text);
  if ('value' in whole) {
    const list = isList(whole.value) ? whole.value : [whole.value as Json];
    return { tasks: list.map((task, index) => ({ index, task })), problems: [] };
  }
  if (hasTaskInEachLine(text)) return readLines(text);
  return { tasks: [], problems: [notJson(whole.message, whole.line, whole.column)] };
}

/** A first line that is a task by itself, with more after it, is no part of a longer JSON text. */
function hasTaskInEachLine(text: string): boolean {
  const first = /^\s*(\{.*\})[ \t]*\r?\n/.exec(text)?.[1];
  return first !== undefined && 'value' in readJson(first);
}

function readLines(text: string): TaskFile {
  const tasks: TaskEntry[] = [];
  const problems: Problem[] = [];
  let index = 0;
  text.split(/\r?\n/).forEach((line, above) => {
    if (!line.trim()) return;
    const read = readJson(line);
    if ('value' in read) tasks.push({ index, task: read.value as Json });
    else problems.push(notJson(read.message, above + 1, read.column));
    index++;
  });
  return { tasks, problems };
}

const notJson = (message: string, line: number, column: number): Problem =>
  error('task/malformed', `This is not JSON: ${message}`, { line, column });
