const because = (why: string): string => (why === '' ? '' : `: ${why}`);

const en = {
  all: 'All',
  askOfRegion: 'Say something about this region',
  askOfTask: 'Say something about the task',
  askRemove: 'Delete this comment?',
  comment: 'Comment on the selection',
  discard: 'Discard',
  edit: 'Edit comment',
  filter: 'Which comments',
  justNow: 'just now',
  keep: 'Keep',
  leave: 'Leave as it was',
  none: 'Nothing was said yet.',
  noneOpen: 'All comments are resolved.',
  noRegion: 'Region that is not on show',
  noRegionHint: 'It was deleted, or belongs to another completion.',
  notOfRegion: 'Speak of the whole task',
  ofRegion: 'Speak of the selected region',
  ofTask: 'The whole task',
  open: 'Open',
  remove: 'Delete comment',
  reopen: 'Open again',
  resolve: 'Resolve',
  resolved: 'Resolved',
  retry: 'Try again',
  save: 'Save',
  send: 'Comment',
  sending: 'Sending…',
  somebody: 'Somebody',
  toRegion: 'Show the region',
  yours: 'Your comment',
  failed: {
    create: (why: string) => `Not sent${because(why)}. Your text is kept here.`,
    update: (why: string) => `The change was not saved${because(why)}.`,
    delete: (why: string) => `Not deleted${because(why)}.`,
  },
  more: (count: string) => `Show ${count} more`,
  openCount: (count: string, one: boolean) => (one ? '1 open comment' : `${count} open comments`),
  said: (name: string, text: string) => `${name}: ${text}`,
};

/** The texts of the comments. A language is one more table of this type. */
export type CommentTexts = typeof en;

const languages: Readonly<Record<string, CommentTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const commentTexts = (locale: string): CommentTexts =>
  languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
