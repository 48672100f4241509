import type { RegionGrouping, RegionSort } from '../../store/settings.js';

const en = {
  addRule: 'Add a rule for labels',
  and: 'and',
  anyRule: 'One of the rules has to hold',
  bulk: 'Selected regions',
  clearFilter: 'Clear the filter',
  close: 'Collapse',
  closeAll: 'Collapse all',
  contains: 'contains',
  descending: 'Descending',
  empty: 'is empty',
  equals: 'equals',
  everyRule: 'All rules have to hold',
  filter: 'Filter regions',
  filterHint: 'Label, text or id',
  group: 'Group by',
  groups: { none: 'None: a tree', label: 'Label', type: 'Type', object: 'Object' } satisfies Record<
    RegionGrouping,
    string
  >,
  hideAllOf: 'Hide all of them',
  hideWithParts: 'Hide with its parts',
  isolateMatches: 'Isolate matches',
  isolateHint: 'Hide all other regions on the media while this filter is on',
  label: 'Label',
  labelOf: 'Which label',
  labelSearch: 'Search labels',
  lockAllOf: 'Lock all of them',
  lockWithParts: 'Lock with its parts',
  noLabels: 'The config offers no label that fits the selected regions.',
  noMatch: 'No region passes the filter.',
  noSuchLabel: 'No label like this.',
  open: 'Expand',
  openAll: 'Expand all',
  or: 'or',
  others: 'Without a label',
  relabel: 'Give another label',
  removeRule: 'Remove this rule',
  rule: 'Rule for labels',
  showAllOf: 'Show all of them',
  showWithParts: 'Show with its parts',
  sort: 'Sort by',
  sorts: {
    made: 'Order of results',
    score: 'Score',
    label: 'Label',
    position: 'Position or time',
    area: 'Size',
  } satisfies Record<RegionSort, string>,
  unlockAllOf: 'Unlock all of them',
  unlockWithParts: 'Unlock with its parts',
  unselect: 'Select nothing',
  view: 'Group and sort',
  comments: (count: string, one: boolean) => (one ? '1 open comment' : `${count} open comments`),
  hidden: (count: string) => `${count} hidden by the filter`,
  labelled: (given: string, left: string) => `Labelled ${given}; ${left} cannot have this label.`,
  shown: (shown: string, all: string) => `${shown} of ${all}`,
  type: (shape: string) => ({ opaque: 'Cannot be read', answer: 'Answer', span: 'Text' })[shape] ?? titled(shape),
};

/** `video-rectangle` as `Video rectangle`. */
const titled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');

/** The texts of the list of regions. A language is one more table of this type. */
export type OutlineTexts = typeof en;

const languages: Readonly<Record<string, OutlineTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const outlineTexts = (locale: string): OutlineTexts =>
  languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
