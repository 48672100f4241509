import type { AttributeSpec } from '../../contract/tag.js';

/** What all have in common that show a text to mark spans in. */
export const readingAttributes = {
  selectionEnabled: { type: 'boolean', default: true, about: 'Whether spans can be marked.' },
  highlightColor: { type: 'colour', about: "Colour of all spans, in place of their labels'." },
  showLabels: { type: 'boolean', about: 'Show label names at the spans; without it the user decides.' },
  granularity: {
    type: ['symbol', 'word', 'sentence', 'paragraph'],
    default: 'symbol',
    about: 'What a selection is widened to.',
  },
} as const satisfies Readonly<Record<string, AttributeSpec>>;
