import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { iconButton } from './buttons.js';
import type { Desk } from './desk.js';
import { icon } from './icons.js';
import { observe } from './observe.js';

/** The editor's short remarks. The place is always there, so that screen readers notice what comes into it. */
export const toast = (desk: Desk): TemplateResult =>
  html`<div class="toasts" role="status">${observe(() => {
    const notice = desk.editor.notices.current;
    if (!notice) return nothing;
    return html`<div class="toast" data-tone=${notice.tone} ${ref((element) => {
      // Once it is in the page.
      if (element) queueMicrotask(() => stepAside(element, desk.root.activeElement));
    })}>${notice.tone === 'danger' ? icon('circle-alert') : nothing}<span>${notice.message}</span>${
      notice.offer
        ? html`<button type="button" class="button" @click=${() => {
            desk.editor.notices.dismiss();
            notice.offer?.run();
          }}><b>${notice.offer.title}</b></button>`
        : nothing
    }${iconButton({
      label: desk.texts.close,
      icon: 'x',
      press: () => desk.editor.notices.dismiss(),
    })}</div>`;
  })}</div>`;

/** A remark on what is missing would lie on the very field that is to be filled in. */
function stepAside(toast: Element, focused: Element | null): void {
  if (!focused) return;
  toast.toggleAttribute('data-high', false);
  const [own, field] = [toast.getBoundingClientRect(), focused.getBoundingClientRect()];
  const meet = field.bottom > own.top && field.top < own.bottom && field.right > own.left && field.left < own.right;
  // What is larger is no field, but what one works on.
  toast.toggleAttribute('data-high', meet && field.height < 200);
}
