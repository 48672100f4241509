import { type Problem, warning } from '../model/problem.js';

/** A geometry that can be read and drawn, but is hardly what was meant. */
export const suspect = (message: string): Problem => warning('result/suspect', message);

/** What is odd about the size of something: a side that is nothing, or negative. */
export function oddSize(what: string, sides: Readonly<Record<string, number>>): Problem | undefined {
  for (const [name, length] of Object.entries(sides)) {
    if (length === 0) return suspect(`The ${what} has no ${name}, so that it can hardly be seen. Resize or delete it.`);
    if (length < 0) {
      return suspect(
        `The ${what} has a negative ${name} (${length}); it is drawn to the other side. Resize it, or mend the result.`,
      );
    }
  }
  return undefined;
}
