const en = {
  agreement: 'Agreement',
  agreementWith: (share: string, name: string) => `${share} agreement with ${name}`,
  answer: 'Answer',
  compare: 'Compare completions',
  choose: (count: string) => `${count} compared. Choose which`,
  comparing: (share: string) => `Comparing… ${share}`,
  empty: 'There is nothing to compare: no regions and no answers.',
  fixed: 'The one on show may not be changed, so nothing can be taken over. Show one of your completions to do so.',
  hide: (name: string) => `Hide the regions of ${name}`,
  leave: 'Stop comparing',
  least: 'Least agreement first',
  noDifferences: 'There are no differences.',
  onShow: 'On show',
  one: 'Pick another completion to compare it with.',
  onlyDifferences: 'Only differences',
  overall: (share: string) => `${share} agreement`,
  page: (number: string) => `page ${number}`,
  region: (number: string) => `Region ${number}`,
  resize: 'Height of the table',
  rows: (count: string, one: boolean) => (one ? '1 row' : `${count} rows`),
  show: (name: string) => `Show the regions of ${name}`,
  showThis: (name: string) => `Show ${name} in the editor`,
  table: 'Comparison',
  take: 'Use',
  takeOf: (name: string) => `Use this one of ${name}`,
  taken: (name: string) => `Taken over from ${name}.`,
  undo: 'Undo',
  unreadable: 'Cannot be shown',
};

/** The texts of the comparison. A language is one more table of this type. */
export type CompareTexts = typeof en;

const languages: Readonly<Record<string, CompareTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const compareTexts = (locale: string): CompareTexts =>
  languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
