const en = {
  addKeys: (title: string) => `Other keys for “${title}”`,
  cancel: 'Cancel',
  changeKeys: (title: string, keys: string) => `${title}: ${keys}. Change`,
  conflict: (keys: string, other: string) => `${keys} is also for “${other}”.`,
  conflicts: (count: number) =>
    count === 1 ? 'The same keys are for two actions.' : `The same keys are for several actions, ${count} times.`,
  filter: 'Find an action or keys',
  fixedHint: 'These belong to what has the focus, and stay as they are.',
  inFields: 'In fields',
  isKept: (keys: string) => `Most browsers keep ${keys} for themselves.`,
  noKeys: 'None',
  noSuch: 'No action or keys like this.',
  off: 'Keyboard shortcuts are switched off.',
  press: 'Press keys…',
  pressFor: (title: string) => `Press the new keys for “${title}”. Escape leaves them as they are.`,
  removeKeys: 'Remove',
  reset: 'As before',
  resetAll: 'Reset all keys',
  resetOne: (title: string) => `Reset the keys of “${title}”`,
  switchOn: 'Switch on',
  toChange: 'Click keys to change them.',
  within: {
    flow: 'In a text',
    stage2d: 'Over a picture',
    scene3d: 'Over a point cloud',
    time: 'On a time line with the focus',
  },
  fixed: {
    ends: 'Start and end of the line',
    find: 'Find in the text',
    findNext: 'Next and previous match',
    hold: 'Hold and drag to move the view',
    leaveField: 'Leave as it was',
    leaveSelection: 'Give up the selection',
    mark: 'Mark what is selected',
    markFound: 'Mark all matches, in the find bar',
    move: 'Move by a character or a line',
    moveParagraph: 'Move by a paragraph',
    moveWord: 'Move by a word',
    narrow: 'Select less again',
    select: 'Select by a character',
    selectSentence: 'Select by a sentence',
    selectText: 'Select all of the text',
    selectWord: 'Select by a word',
    send: 'Send a comment',
    step: 'A step back or forth',
    stepFar: 'Ten steps back or forth',
    textEnds: 'Start and end of the text',
    timeEnds: 'Start and end',
    timePage: 'A page back or forth',
    widen: 'Select the word, the sentence, the paragraph, all',
    zoom: 'Zoom with the wheel',
  },
};

/** The texts of the sheet of keys. A language is one more table of this type. */
export type HelpTexts = typeof en;

const languages: Readonly<Record<string, HelpTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const helpTexts = (locale: string): HelpTexts => languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
