const en = {
  closeInstructions: 'Close the instructions',
  instructions: 'Instructions',
};

/** The texts of the instructions. A language is one more table of this type. */
export type InstructionsTexts = typeof en;

const languages: Readonly<Record<string, InstructionsTexts>> = { en };

/** The texts for a BCP 47 language tag; English where we have none. */
export const instructionsTexts = (locale: string): InstructionsTexts =>
  languages[locale.split('-')[0]?.toLowerCase() ?? ''] ?? en;
