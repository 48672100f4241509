const en = {
  bothWays: 'Both ways',
  deleteRelation: 'Delete relation',
  direction: 'Direction',
  filter: 'Filter labels',
  from: 'From the first to the second',
  hideAll: 'Hide all relations',
  labels: 'Labels',
  newestFirst: 'Newest first. Press for oldest first',
  noSuchLabel: 'No label like this.',
  oldestFirst: 'Oldest first. Press for newest first',
  onlyDirection: 'The config offers no labels for relations.',
  relation: 'Relation',
  relations: 'Relations',
  showAll: 'Show all relations',
  stop: 'Stop',
  to: 'From the second to the first',
  unknownLabel: 'The config does not offer this label; it is kept.',
  clickOther: 'Click the other region',
  stops: 'stops',
  count: (count: string, one: boolean) => (one ? '1 relation' : `${count} relations`),
  turn: (now: string) => `Direction: ${now}. Press to turn`,
  said: (from: string, to: string, how: 'right' | 'left' | 'bi', labels: string) =>
    `${from}, ${{ right: 'related to', left: 'related from', bi: 'related both ways with' }[how]} ${to}${labels && `: ${labels}`}`,
};

/** The texts of what shows relations. A language is one more table of this type. */
export type RelationTexts = typeof en;

const languages: Readonly<Record<string, RelationTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const relationTexts = (locale: string): RelationTexts =>
  languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
