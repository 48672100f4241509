/** What a command may do with the world outside. */
export interface Terminal {
  /** Writes to the standard output. */
  out(text: string): void;
  /** Writes to the standard error output. */
  err(text: string): void;
  /** Whether the standard output shows colours. */
  readonly colours: boolean;
  /** Whether what was written to the standard error output can be written over, as somebody looks. */
  readonly live: boolean;
  /** The text of a file; of what is piped in where `path` is `-`. Rejects where it cannot be read. */
  read(path: string): Promise<string>;
  /** Calls when somebody wants the command to stop, once; answers with what takes that back. Absent: it is just ended. */
  onStop?(stop: () => void): () => void;
}

/** What a command ends with, as programs that call it see it. */
export const exit = { fine: 0, problems: 1, wrongUse: 2 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** What was typed cannot be done, or what was named cannot be read; the message says why. */
export class WrongUse extends Error {}

/** What comes from a file, without the control characters by which it could move the cursor or write over other lines. */
export const printable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ');
