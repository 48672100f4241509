import type { View } from '../../contract/view.js';
import { flag, text } from '../parts/attributes.js';
import { dress } from '../parts/inline-style.js';

let made = 0;

/** Says to its panels, by attributes of its host, what they have in common. */
export const collapseView: View = {
  mount(host, context) {
    const { attributes } = context.node;
    host.classList.add('le-collapse');
    host.classList.toggle('le-collapse-bordered', flag(attributes, 'bordered') ?? false);
    dress(host, { className: text(attributes, 'className') });
    host.dataset.panels = flag(attributes, 'accordion') === false ? '' : `collapse-${++made}`;
    host.dataset.open = String(flag(attributes, 'open') ?? false);
    context.mountChildren(host);
  },
};

/**
 * The browser's own disclosure: of those with one name one is open at a time, it is worked by keys, and finding in the
 * page opens it. What is inside is mounted all the same, and takes no keys while it cannot be seen.
 */
export const panelView: View = {
  styles: `
.le-collapse { display: flex; flex-direction: column; min-width: 0; margin-block: 4px; }
.le-collapse-bordered { border: 1px solid var(--le-line); border-radius: var(--le-radius); background: var(--le-surface); overflow: clip; }
.le-panel { min-width: 0; }
.le-collapse > :not(:last-child) > .le-panel { border-block-end: 1px solid var(--le-line); }
.le-panel > summary {
  display: flex; align-items: center; gap: 6px; min-height: 32px; padding: 4px 8px; box-sizing: border-box; cursor: pointer;
  font-weight: 600; list-style: none; user-select: none; overflow-wrap: anywhere; border-radius: var(--le-radius);
}
.le-panel > summary::-webkit-details-marker { display: none; }
.le-panel > summary::before {
  content: ''; flex: none; width: 5px; height: 5px; margin-inline: 3px 5px; border: solid var(--le-muted); border-width: 0 1.5px 1.5px 0;
  rotate: -45deg; transition: rotate 0.12s;
}
.le-panel > summary:dir(rtl)::before { rotate: 135deg; }
.le-panel[open] > summary::before { rotate: 45deg; translate: 0 -1.5px; }
.le-panel > summary:hover { background: var(--le-surface-2); }
.le-panel > summary:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -2px; }
.le-panel-body { display: flex; flex-direction: column; gap: var(--le-gap); min-width: 0; padding: 4px 8px 12px 22px; }
.le-collapse:not(.le-collapse-bordered) > * > .le-panel > summary { padding-inline-start: 2px; }
.le-collapse:not(.le-collapse-bordered) > * > .le-panel > .le-panel-body { padding-inline-start: 16px; }
@media (pointer: coarse) { .le-panel > summary { min-height: 40px; } }
@media (prefers-reduced-motion: reduce) { .le-panel > summary::before { transition: none; } }
@container (max-width: 520px) { .le-collapse > * > .le-panel > .le-panel-body { padding-inline-start: 8px; } }
`,
  mount(host, context) {
    const { attributes } = context.node;
    const collapse = host.closest<HTMLElement>('.le-collapse');
    const panel = document.createElement('details');
    panel.className = 'le-panel';
    panel.name = collapse?.dataset.panels ?? '';
    panel.open = flag(attributes, 'open') ?? collapse?.dataset.open === 'true';
    const title = document.createElement('summary');
    const { value } = attributes;
    title.textContent =
      typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '') || 'Panel';
    const body = document.createElement('div');
    body.className = 'le-panel-body';
    dress(panel, { className: text(attributes, 'className') });
    dress(body, { style: text(attributes, 'style') });
    panel.append(title, body);
    // Of several that are to be open at once, where only one can be, the browser leaves the first open.
    host.append(panel);
    context.mountChildren(body);
    context.onFocusRequest((wanted) => {
      if (wanted !== context.node) panel.open = true;
    });
  },
};
