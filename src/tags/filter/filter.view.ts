import { html, render } from 'lit';
import type { View } from '../../contract/view.js';
import { warning } from '../../model/problem.js';
import { flag, number, text } from '../parts/attributes.js';
import { searchFieldStyles } from '../parts/field.js';
import { hotkeyBadge, hotkeyBadgeStyles, hotkeyText } from '../parts/hotkey-badge.js';
import { safeStyle } from '../parts/inline-style.js';

/** A field to search in what a Labels or Choices offers; what does not match is hidden there. */
export const filterView: View = {
  styles: `
${searchFieldStyles}
${hotkeyBadgeStyles}
.le-filter { position: relative; display: inline-flex; align-items: center; width: 240px; max-width: 100%; padding: 2px 0; }
.le-filter .le-search { flex: 1; min-width: 0; }
.le-filter .le-key { position: absolute; inset-inline-end: 6px; pointer-events: none; }
.le-filter:has(:focus, :not(:placeholder-shown)) .le-key { display: none; }
@media (pointer: coarse) { .le-filter .le-search { min-height: 36px; } }
`,
  mount(host, context) {
    const { node, scope } = context;
    const { attributes } = node;
    const toName = text(attributes, 'toName') ?? '';
    const hotkey = text(attributes, 'hotkey');
    const least = number(attributes, 'minlength') ?? 3;
    const placeholder = text(attributes, 'placeholder') ?? 'Quick Filter';
    const caseSensitive = flag(attributes, 'casesensitive') === true || flag(attributes, 'casesensetive') === true;

    const narrow = (field: HTMLInputElement) =>
      context.narrow(toName, { text: field.value.trim().length >= least ? field.value : '', caseSensitive });
    const empty = (field: HTMLInputElement) => {
      field.value = '';
      narrow(field);
    };
    const onKey = (event: KeyboardEvent) => {
      const field = event.currentTarget as HTMLInputElement;
      if (event.isComposing) return;
      if (event.key === 'Enter' && field.value.trim()) {
        context.narrow(toName, { text: field.value, caseSensitive, pick: true });
        if (flag(attributes, 'cleanup') === false) narrow(field);
        else empty(field);
      } else if (event.key === 'Escape' && field.value) empty(field);
      // Out of the empty field other keys are heard again.
      else if (event.key === 'Escape') host.closest<HTMLElement>('[tabindex]')?.focus();
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    render(
      html`<div class="le-filter"><input
        type="search" class="le-search" aria-label=${placeholder} placeholder=${placeholder}
        title=${hotkey ? `${placeholder} — ${hotkeyText(hotkey)}` : placeholder} .style=${safeStyle(text(attributes, 'style') ?? '')}
        @input=${(event: Event) => narrow(event.currentTarget as HTMLInputElement)} @keydown=${onKey}
      />${hotkeyBadge(hotkey)}</div>`,
      host,
    );
    const field = host.querySelector('input');
    if (hotkey) {
      context.hotkey(hotkey, placeholder, () => {
        field?.focus();
        field?.select();
      });
    }

    let takeBack: (() => void) | undefined;
    scope.react(() => {
      takeBack?.();
      takeBack = context.hostOf(toName) ? undefined : context.report(nothingToFilter(toName));
    });
  },
};

const nothingToFilter = (toName: string) =>
  warning(
    'config/dangling-to-name',
    `<Filter> narrows "${toName}", but no tag has this name. Write the name of a Labels or Choices in toName.`,
    { attribute: 'toName' },
  );
