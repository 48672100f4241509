import type { Spot, Stretch, TextBlocks } from './text-blocks.js';

type Boundaries = Pick<AbstractRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** What the browser has selected of the text; nothing where the selection is empty or only passes over the text. */
export function selectedStretch(blocks: TextBlocks, root: Document | ShadowRoot): Stretch | undefined {
  const range = selectedRange(root);
  if (!range) return undefined;
  const { element } = blocks;
  if (!element.contains(range.startContainer) && !element.contains(range.endContainer)) return undefined;
  const from = blocks.unitOf({ node: range.startContainer, offset: range.startOffset });
  const to = blocks.unitOf({ node: range.endContainer, offset: range.endOffset });
  return to > from ? { from, to } : undefined;
}

/** Seen from outside, a selection in a shadow root is an empty one at its host; it has to be asked for. */
function selectedRange(root: Document | ShadowRoot): Boundaries | undefined {
  const selection = document.getSelection();
  if (!selection) return undefined;
  if (root instanceof ShadowRoot) {
    if ('getComposedRanges' in selection) return selection.getComposedRanges({ shadowRoots: [root] })[0];
    const own = (root as { getSelection?(): Selection | null }).getSelection?.();
    return own && own.rangeCount > 0 ? own.getRangeAt(0) : undefined;
  }
  return selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
}

export function select(anchor: Spot, focus: Spot): void {
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

export const clearSelection = (): void => document.getSelection()?.removeAllRanges();
