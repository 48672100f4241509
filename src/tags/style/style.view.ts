import type { View } from '../../contract/view.js';
import { warning } from '../../model/problem.js';
import { text } from '../parts/attributes.js';
import { scopedSheet } from './scoped-sheet.js';

/** The rules count as long as the tag is mounted, in the shadow root that it is in. */
export const styleView: View = {
  mount(host, context) {
    // There is nothing to see of it, and no gap is to be left for it.
    host.style.display = 'none';
    const written = text(context.node.attributes, 'value');
    const root = host.getRootNode();
    if (written === undefined || !(root instanceof ShadowRoot || root instanceof Document)) return;
    const { css, rules, left } = scopedSheet(written, (background) => schemeOn(host, background));
    if (rules === 0) {
      const message = '<Style> has no rule that can be read. Write CSS rules, such as .card { padding: 8px; }.';
      context.report(warning('config/malformed', message));
    }
    if (left > 0) {
      const message =
        'What <Style> would fetch is left out, as are rules such as @import, @font-face and @layer lists. ' +
        'Give images as data: URLs, and fonts by the page.';
      context.report(warning('config/wrong-attribute', message));
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    context.scope.add(() => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    });
  },
};

/** The scheme whose text is legible on a background; undefined where that is see-through or depends on something else. */
function schemeOn(host: HTMLElement, background: string): string | undefined {
  if (background.includes('(') && !/^(rgb|hsl)a?\(/.test(background)) return undefined;
  host.style.backgroundColor = background;
  const parts = getComputedStyle(host).backgroundColor.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
  host.style.backgroundColor = '';
  if (!parts || Number(parts[4] ?? 1) < 0.5) return undefined;
  const luma = 0.299 * Number(parts[1]) + 0.587 * Number(parts[2]) + 0.114 * Number(parts[3]);
  return luma > 140 ? 'light' : 'dark';
}
