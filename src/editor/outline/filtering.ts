export const labelHows = ['contains', 'equals', 'empty'] as const;

/** What the labels of a region have to be like. */
export interface LabelRule {
  readonly how: (typeof labelHows)[number];
  /** A label's name, or a part of it; of no account with `empty`. */
  readonly word: string;
}

/** Which regions the list shows. */
export interface RegionFilter {
  /** Words that all have to be found in the labels, what is said, or the id. */
  readonly text: string;
  readonly rules: readonly LabelRule[];
  /** Whether all rules have to be met, or one of them. */
  readonly every: boolean;
}

export const noFilter: RegionFilter = { text: '', rules: [], every: true };

/** What a filter looks at. */
export interface Told {
  readonly id: string;
  readonly labels: readonly string[];
  /** All else that can be searched for. Asked only where words are looked for. */
  text(): string;
}

/** Whether the region is to be shown; undefined where the filter lets all pass. */
export function matcher({ text, rules, every }: RegionFilter): ((told: Told) => boolean) | undefined {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const tests = rules.flatMap((rule) => testOf(rule) ?? []);
  if (words.length === 0 && tests.length === 0) return undefined;
  return (told) => {
    if (tests.length > 0) {
      const labels = told.labels.map(fold);
      const meets = (test: (labels: readonly string[]) => boolean) => test(labels);
      if (!(every ? tests.every(meets) : tests.some(meets))) return false;
    }
    if (words.length === 0) return true;
    const all = fold(`${told.labels.join('\n')}\n${told.id}\n${told.text()}`);
    return words.every((word) => all.includes(word));
  };
}

/** A rule without a word asks for nothing yet. */
function testOf({ how, word }: LabelRule): ((labels: readonly string[]) => boolean) | undefined {
  if (how === 'empty') return (labels) => labels.length === 0;
  const wanted = fold(word).trim();
  if (wanted === '') return undefined;
  return how === 'equals'
    ? (labels) => labels.some((label) => label.trim() === wanted)
    : (labels) => labels.some((label) => label.includes(wanted));
}

const fold = (text: string): string => text.toLowerCase();
