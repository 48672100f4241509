/** Why something of what was given is not in what came out, or is there as something else. */
export const lossCodes = {
  'not-carried': 'the format has no place for it',
  changed: 'the format has only something like it',
  incomplete: 'something is missing that the format needs',
  invalid: 'it is not what it should be',
} as const;

export type LossCode = keyof typeof lossCodes;

/** One thing that a conversion could not carry, or what is wrong with its input. Plain values; nothing is dropped without one. */
export interface Loss {
  readonly code: LossCode;
  /** What it is about and how to mend it, in plain words: `Ellipses are not in YOLO; convert them to polygons.` */
  readonly message: string;
  readonly taskId?: number | string;
  /** The completion's id. */
  readonly completionId?: number | string;
  readonly resultId?: string;
  /** Of the file that was read. `line` and `column` from 1, `index` of an entry from 0. */
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly index?: number;
}

/** Losses that say the same are counted from this many on, lest a million tasks make a million of them. */
const told = 20;

/** The losses of one conversion: each message with its first places, and how often there were more. */
export class Losses {
  readonly #found = new Map<string, { readonly first: Loss[]; count: number }>();

  readonly add = (loss: Loss): void => {
    const key = `${loss.code} ${loss.message}`;
    const entry = this.#found.get(key);
    if (!entry) this.#found.set(key, { first: [loss], count: 1 });
    else if (entry.count++ < told) entry.first.push(loss);
  };

  /** In the order in which their messages were first said. */
  get all(): readonly Loss[] {
    return [...this.#found.values()].flatMap(({ first }) => first);
  }

  /** Each message once, with how often it was said. */
  get summary(): readonly { readonly code: LossCode; readonly message: string; readonly count: number }[] {
    return [...this.#found.values()].flatMap(({ first: [loss], count }) =>
      loss ? { code: loss.code, message: loss.message, count } : [],
    );
  }
}
