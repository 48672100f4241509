import { html, type TemplateResult } from 'lit';

/**
 * A button that opens a popover beside it. The browser closes it on a press outside and on Escape.
 *
 * @param id unique in the shadow root
 */
export const menu = (id: string, label: string, face: unknown, body: unknown): TemplateResult => html`<span
  class="menu" @keydown=${keepEscape}
><button type="button" class="button" popovertarget=${id} aria-haspopup="dialog" aria-label=${label} title=${label}>${face}</button
><div popover id=${id} class="popover" role="dialog" aria-label=${label} @beforetoggle=${place}>${body}</div></span>`;

/** Escape closes the open popover and nothing else. */
function keepEscape(event: KeyboardEvent): void {
  const popover = (event.currentTarget as Element).querySelector('[popover]');
  if (event.key === 'Escape' && popover?.matches(':popover-open')) event.stopPropagation();
}

const gap = 4;

/** Beside its button, toward the middle of the page. */
function place(event: Event): void {
  const popover = event.target as HTMLElement;
  const box = popover.previousElementSibling?.getBoundingClientRect();
  if ((event as ToggleEvent).newState !== 'open' || !box) return;
  const { clientWidth, clientHeight } = document.documentElement;
  const below = box.top + box.bottom < clientHeight;
  const toRight = box.left + box.right < clientWidth;
  Object.assign(popover.style, {
    top: below ? `${box.bottom + gap}px` : 'auto',
    bottom: below ? 'auto' : `${clientHeight - box.top + gap}px`,
    left: toRight ? `${box.left}px` : 'auto',
    right: toRight ? 'auto' : `${clientWidth - box.right}px`,
    maxHeight: `${(below ? clientHeight - box.bottom : box.top) - 2 * gap}px`,
  });
}

/** Closes the popover that something inside it was pressed in. */
export const closeMenu = (event: Event): void =>
  (event.currentTarget as Element).closest<HTMLElement>('[popover]')?.hidePopover();
