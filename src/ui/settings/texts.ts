const en = {
  drawing: 'Drawing',
  keys: 'Keyboard',
  looks: 'View',
  reset: 'Reset',
  resetHint: 'Back to the settings of the beginning',
  shortcuts: 'Keyboard shortcuts…',
};

/** The texts of the settings. A language is one more table of this type. */
export type SettingsTexts = typeof en;

const languages: Readonly<Record<string, SettingsTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const settingsTexts = (locale: string): SettingsTexts =>
  languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
