import type { InFile } from '../../../../src/formats/files.js';
import { importTasks, type TaskImport } from '../../../../src/formats/tasks/import-tasks.js';
import type { TaskImportOptions } from '../../../../src/formats/tasks/options.js';

const encoder = new TextEncoder();

/** A file that comes in pieces of so many bytes. */
export function fileOf(path: string, content: string | Uint8Array, piece = 65_536): InFile {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  return {
    path,
    size: bytes.length,
    async *bytes() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece);
    },
  };
}

export interface Read extends Omit<TaskImport, 'tasks'> {
  readonly tasks: readonly any[];
}

/** Imports files, given as text by path, and takes all tasks. */
export async function read(
  files: Readonly<Record<string, string | Uint8Array>> | readonly InFile[],
  options: Partial<TaskImportOptions> = {},
): Promise<Read> {
  const given = Array.isArray(files) ? files : Object.entries(files).map(([path, text]) => fileOf(path, text));
  const found = await importTasks(given, options);
  const tasks: any[] = [];
  for await (const task of found.tasks()) tasks.push(task);
  return { ...found, tasks };
}

export const messagesOf = ({ errors }: Read): readonly string[] => errors.map(({ message }) => message);

export const dataOf = ({ tasks }: Read): readonly unknown[] => tasks.map(({ data }) => data);
