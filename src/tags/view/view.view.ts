import type { View } from '../../contract/view.js';
import { text } from '../parts/attributes.js';
import { dress } from '../parts/inline-style.js';

/**
 * The host itself is the container, so that `display: flex` reaches the children's hosts and `flex: 50%` on a child
 * counts in its parent, as configs expect. A View around a medium that fills is a column, which lets the medium take
 * the height that is left; any `display` of the config wins over that.
 */
export const viewView: View = {
  styles: `
.le-view { box-sizing: border-box; min-width: 0; }
.le-view:has(.le-fill) { flex: 1 0 auto; }
.le-view-block:has(.le-fill) { display: flex; flex-direction: column; }
.le-view-inline > * { display: inline-block; vertical-align: top; }
`,
  mount(host, context) {
    const { attributes } = context.node;
    host.classList.add('le-view');
    dress(host, {
      style: text(attributes, 'style'),
      className: text(attributes, 'className'),
      id: text(attributes, 'idAttr'),
    });
    const inline = text(attributes, 'display')?.toLowerCase() === 'inline';
    if (inline) host.classList.add('le-view-inline');
    else if (!host.style.display) host.classList.add('le-view-block');
    context.mountChildren(host);
    context.scope.frame(() => matchBackground(host));
  },
};

/** Configs are written for a light page: on a background of their own, text takes the colours that suit it. */
function matchBackground(host: HTMLElement): void {
  if (!host.style.background && !host.style.backgroundColor) return;
  const parts = getComputedStyle(host).backgroundColor.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
  if (!parts || Number(parts[4] ?? 1) < 0.5) return;
  const luma = 0.299 * Number(parts[1]) + 0.587 * Number(parts[2]) + 0.114 * Number(parts[3]);
  host.style.colorScheme = luma > 140 ? 'light' : 'dark';
  if (!host.style.color) host.style.color = 'var(--le-text)';
}
