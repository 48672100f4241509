import { WrongUse } from './terminal.js';

/** What the system says of files, in plain words. */
const known: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EISDIR: 'It is a folder.',
  EEXIST: 'It is there already, as a file.',
  ENOTDIR: 'A part of its path is a file.',
  EACCES: 'That is not allowed.',
  EPERM: 'That is not allowed.',
  EROFS: 'Nothing can be written there.',
  ENOSPC: 'The disk is full.',
  ENAMETOOLONG: 'Its name is too long.',
  EMFILE: 'Too many files are open.',
};

/**
 * What a failed call of the system means for whoever typed the command; anything else as it is.
 *
 * @param act what was tried: `a.xml cannot be read.`; by default, what the error says of it
 */
export function asWrongUse(reason: unknown, act?: string): unknown {
  if (!(reason instanceof Error)) return reason;
  const { code, path, message } = reason as NodeJS.ErrnoException;
  if (code === undefined || !/^E[A-Z0-9]+$/.test(code)) return reason;
  const what = act ?? (path === undefined ? '' : `${path}:`);
  return new WrongUse(`${what} ${known[code] ?? message}`.trim());
}
