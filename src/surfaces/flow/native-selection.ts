import type { LaidText, Spot, Stretch } from './laid-text.js';

type Boundaries = Pick<AbstractRange, 'startContainer' | 'startOffset' | 'endContainer' | 'endOffset'>;

/** What the browser has selected of the text; nothing where the selection is empty or only passes over the text. */
export function selectedStretch({ element, pieces }: LaidText): Stretch | undefined {
  const range = selectedRange(rootsOf(element));
  if (!range) return undefined;
  if (!element.contains(range.startContainer) && !element.contains(range.endContainer)) return undefined;
  const from = pieces.unitOf({ node: range.startContainer, offset: range.startOffset });
  const to = pieces.unitOf({ node: range.endContainer, offset: range.endOffset }, 'end');
  return to > from ? { from, to } : undefined;
}

/** The shadow roots that an element stands in, the innermost first. */
export function rootsOf(element: Element): readonly ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  return roots;
}

/** Seen from outside, a selection in a shadow root is an empty one at its host; it has to be asked for. */
function selectedRange(roots: readonly ShadowRoot[]): Boundaries | undefined {
  const selection = document.getSelection();
  if (!selection) return undefined;
  const [root] = roots;
  if (root) {
    if ('getComposedRanges' in selection) return selection.getComposedRanges({ shadowRoots: [...roots] })[0];
    const own = (root as { getSelection?(): Selection | null }).getSelection?.();
    return own && own.rangeCount > 0 ? own.getRangeAt(0) : undefined;
  }
  return selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
}

export function select(anchor: Spot, focus: Spot): void {
  document.getSelection()?.setBaseAndExtent(anchor.node, anchor.offset, focus.node, focus.offset);
}

export const clearSelection = (): void => document.getSelection()?.removeAllRanges();
