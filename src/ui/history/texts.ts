const en = {
  empty: 'Nothing was changed yet.',
  goBack: 'Go back to this version',
  isSame: 'This version says what is here now.',
  noResults: 'It tells no results: there is nothing to go back to.',
  nobody: 'Version',
  now: 'now',
  opened: 'Opened',
  steps: 'Steps',
  undone: 'undone',
  versions: 'Versions',
  jump: 'Press to go to here',
  step: 'Go back to a version',
  results: (count: string, one: boolean) => (one ? '1 result' : `${count} results`),
};

/** The texts of the history. A language is one more table of this type. */
export type HistoryTexts = typeof en;

const languages: Readonly<Record<string, HistoryTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const historyTexts = (locale: string): HistoryTexts =>
  languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
