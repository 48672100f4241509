const en = {
  copiedJson: 'Copied as JSON.',
  copyIt: 'Copy to a new completion',
  copyFailed: 'It could not be copied: the page does not allow it.',
  copyJson: 'Copy as JSON',
  deleteIt: 'Delete',
  deleted: 'The completion is deleted.',
  find: 'Find',
  foreign: 'Made for another config: nothing of it can be shown; it is kept as it is',
  groundTruth: 'Ground truth',
  more: 'More for this completion',
  noneFound: 'Nothing like this.',
  notDeleted: 'The completion is not deleted: the page does not allow it.',
  notMarked: 'Ground truth was not changed: the page does not allow it.',
  undo: 'Undo',
  all: (count: string) => `All ${count} completions and predictions`,
  unread: (count: string, one: boolean) =>
    one ? '1 result cannot be read; it is kept as it is' : `${count} results cannot be read; they are kept as they are`,
  notDeletedWhy: (why: string) => `The completion is not deleted: ${why}.`,
  notMarkedWhy: (why: string) => `Ground truth was not changed: ${why}.`,
  menuOf: (name: string) => `Menu of ${name}`,
};

/** The texts of the tabs of completions. A language is one more table of this type. */
export type CompletionTexts = typeof en;

const languages: Readonly<Record<string, CompletionTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const completionTexts = (locale: string): CompletionTexts =>
  languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
