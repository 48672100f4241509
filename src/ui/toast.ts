import { html, nothing, type TemplateResult } from 'lit';
import { iconButton } from './buttons.js';
import type { Desk } from './desk.js';
import { icon } from './icons.js';
import { observe } from './observe.js';

/** The editor's short remarks. The place is always there, so that screen readers notice what comes into it. */
export const toast = (desk: Desk): TemplateResult =>
  html`<div class="toasts" role="status">${observe(() => {
    const notice = desk.editor.notices.current;
    if (!notice) return nothing;
    return html`<div class="toast" data-tone=${notice.tone}>${notice.tone === 'danger' ? icon('circle-alert') : nothing}<span>${notice.message}</span>${
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
