const en = {
  align: 'Align and distribute',
  answers: 'Answers on this region',
  arrange: 'Order and groups',
  changeLabels: 'Change labels',
  combine: 'Combine',
  edit: 'Edit',
  given: 'The result came as read only.',
  id: 'ID',
  lastLabel: 'A region keeps its last label. Pick another one in its place.',
  locked: 'Locked. Unlock it to change it.',
  notANumber: 'This is not a number.',
  note: 'Note',
  notePlaceholder: 'Add a note',
  nothingSelected: 'Select a region to see what is known of it.',
  origin: 'Origin',
  page: 'Page',
  sameWords: 'Same words',
  shape: 'Shape',
  stepHint: 'Arrow keys change it by 1, with Shift by 10, with Alt by 0.1.',
  unknownControl: 'The config has no control of this name. What it said is kept.',
  writeHint: (enter: string, line: string, back: string) =>
    `${enter} saves · ${line} begins a line · ${back} takes it back`,
  figureRefused: (name: string, value: string) => `${name} cannot be ${value}.`,
  takeOff: (label: string) => `Take off ${label}`,
};

/** The texts of the details. A language is one more table of this type. */
export type DetailTexts = typeof en;

const languages: Readonly<Record<string, DetailTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const detailTexts = (locale: string): DetailTexts => languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
