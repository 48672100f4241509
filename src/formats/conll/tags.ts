import type { Token } from './tokens.js';

/** A marked part of a text, in UTF-16 units; `end` is behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** The first is the tag; without one it is none, but takes its turn. */
  readonly label: string | undefined;
}

export interface Tagged {
  /** For each token `B-…`, `I-…` or `O`. */
  readonly tags: readonly string[];
  /** Spans that no token stands for: they have no token to themselves, or overlap another one. */
  readonly lost: readonly Span[];
}

/**
 * Tags tokens in IOB2, walking along both: a token has the tag of the current span where it overlaps it, even partly; the
 * next span comes up at the first token behind it. Of overlapping spans the one that starts first wins until it ends.
 *
 * @param reach characters that a span reaches over its end: 1 as the peer of 2021 has it
 */
export function tagTokens(tokens: readonly Token[], given: readonly Span[], reach = 0): Tagged {
  const spans = [...given].sort((a, b) => a.start - b.start);
  const shown = new Set<Span>();
  let next = 1;
  let span = spans[0];
  let prefix = 'B-';
  const tags = tokens.map((token) => {
    while (span && token.start > span.end - 1 + reach && next < spans.length) {
      span = spans[next++];
      prefix = 'B-';
    }
    if (!span?.label || token.end - 1 < span.start || token.start > span.end - 1 + reach) return 'O';
    const tag = prefix + span.label;
    prefix = 'I-';
    shown.add(span);
    return tag;
  });
  return { tags, lost: spans.filter((each) => each.label !== undefined && !shown.has(each)) };
}

/** The spans that tags say: IOB1, IOB2, and with marks for the last and for single tokens (BIOES, BILOU). */
export function spansOfTags(
  tags: readonly string[],
): readonly { readonly from: number; readonly to: number; readonly label: string }[] {
  const spans: { from: number; to: number; label: string }[] = [];
  let open: (typeof spans)[number] | undefined;
  tags.forEach((tag, index) => {
    const { mark, label } = markOf(tag);
    if (label === undefined) {
      open = undefined;
      return;
    }
    const begins = !open || open.label !== label || mark === 'B' || mark === 'S' || mark === 'U';
    if (begins) {
      open = { from: index, to: index, label };
      spans.push(open);
    } else if (open) {
      open.to = index;
    }
    if (mark === 'E' || mark === 'L' || mark === 'S' || mark === 'U') open = undefined;
  });
  return spans;
}

/** `B-PER`: its mark and label. A label alone is taken as being inside. */
function markOf(tag: string): { readonly mark: string; readonly label: string | undefined } {
  if (tag === 'O' || tag === '' || tag === '_' || tag === '-') return { mark: 'O', label: undefined };
  return /^[BIESLU]-./u.test(tag) ? { mark: tag.charAt(0), label: tag.slice(2) } : { mark: 'I', label: tag };
}
