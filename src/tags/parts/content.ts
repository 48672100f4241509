import type { TagNode } from '../../contract/tag.js';
import type { TagContext } from '../../contract/view.js';

const isShown = (node: TagNode): boolean =>
  node.module?.kind !== 'part' &&
  (node.children.some(isShown) || (node.children.length === 0 && node.tag.toLowerCase() !== 'view'));

/** Mounts what stands inside a control beside its options (a Header, a Text), above them. */
export function mountContent(host: HTMLElement, context: TagContext): void {
  if (!context.node.children.some(isShown)) return;
  const place = document.createElement('div');
  host.append(place);
  context.mountChildren(place);
}
