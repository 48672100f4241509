/** Every code that a problem can carry, with what it means. Hosts may switch on them; messages may change. */
export const problemCodes = {
  'config/empty': 'there is no config',
  'config/malformed': 'the config is not well-formed XML',
  'config/too-large': 'the config is larger or more deeply nested than we read',
  'config/unknown-tag': 'no registered tag has this name',
  'config/missing-name': 'a tag that needs a name has none',
  'config/duplicate-name': 'two tags have the same name',
  'config/missing-to-name': 'a control has no toName and there is not exactly one object tag to bind it to',
  'config/dangling-to-name': 'toName names no tag',
  'config/wrong-target': 'the control cannot control that object tag',
  'config/wrong-parent': 'the tag stands under a parent that cannot hold it',
  'config/missing-attribute': 'a required attribute is missing',
  'config/wrong-attribute': 'an attribute does not have the type it needs',
  'config/conflict': 'two attributes exclude each other',
  'config/dangling-condition': 'a condition refers to a tag or choice that is not there',
  'config/circular-condition': 'conditions refer to each other in a circle',
  'config/missing-part': 'a tag inside of another is missing that it needs or refers to',
  'config/keymap-unknown': 'the keymap names an action that there is not',
  'config/keymap-malformed': 'the keymap gives an action keys that nobody can press',
  'config/keymap-conflict': 'the keymap has the same keys for two actions that are there at the same time',
  'task/malformed': 'the task is not what a task must be',
  'task/missing-data': 'the config refers to data that the task does not have',
  'task/wrong-data': 'the data in the task is not of the kind that the tag shows',
  'comment/malformed': 'a comment is not what a comment must be',
  'result/malformed': 'a result is not an object with a value',
  'result/unknown-control': 'a result names a control that the config does not have',
  'result/unknown-object': 'a result names an object tag that the config does not have',
  'result/unknown-region': 'a relation, or a region that lies in another, refers to one that is not there',
  'result/duplicate-id': 'regions at different places have one id',
  'result/unreadable': 'the geometry of a result cannot be read',
  'result/suspect': 'the geometry of a result can be read, but is hardly what was meant',
  'result/unknown-label': 'a result uses a label that the config does not offer',
  'media/not-found': 'the medium could not be loaded',
  'media/unreadable': 'the medium was loaded but is not what the tag shows',
  'media/no-graphics': 'no way to draw is available',
  'tag/failed': 'a tag threw while it was mounted or checked',
  'shape/failed': 'the code of a shape threw',
  'tag/load-failed': 'the code of a tag could not be loaded',
  'tag/required': 'a required answer is missing',
  'tag/max-usages': 'a label is used more often than it may be',
  'tag/not-allowed': 'the task does not allow this',
  'save/failed': 'the host could not save',
} as const;

export type ProblemCode = keyof typeof problemCodes;

/** Something wrong in what we were given. A value that travels to the panel of problems and to the host; never thrown. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** Plain text that says what is wrong and how to mend it; never markup. */
  readonly message: string;
  readonly at?: Place;
}

/** Where a problem is: `line` and `column` are 1-based and count in the config; `resultId` is the `id` of a result; `itemIndex` is a page, from 0. */
export interface Place {
  readonly tag?: string;
  readonly name?: string;
  readonly attribute?: string;
  readonly line?: number;
  readonly column?: number;
  readonly resultId?: string;
  readonly itemIndex?: number;
}

/** A value, perhaps with remarks; or, without `value`, the reasons why there is none. */
export type Outcome<T> =
  | { readonly value: T; readonly problems?: readonly Problem[] }
  | { readonly value?: never; readonly problems: readonly Problem[] };

export const error = (code: ProblemCode, message: string, at?: Place): Problem => ({
  code,
  severity: 'error',
  message,
  ...(at && { at }),
});

export const warning = (code: ProblemCode, message: string, at?: Place): Problem => ({
  code,
  severity: 'warning',
  message,
  ...(at && { at }),
});
