const en = {
  goAnyway: 'Go on without',
  next: 'Next task',
  notKept: 'The draft of this task could not be saved.',
  previous: 'Previous task',
  tasks: 'Tasks',
};

/** The texts of what leads to other tasks. A language is one more table of this type. */
export type NavigationTexts = typeof en;

const languages: Readonly<Record<string, NavigationTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const navigationTexts = (locale: string): NavigationTexts =>
  languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
