import { html, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { savingTexts } from './texts.js';

export interface CommentAsked {
  /** What it is asked for, and the words of the button that sends it. */
  readonly question: string;
  readonly send: string;
  readonly isRefusal?: boolean;
  /** Whether it was kept; if it was not, what was written stays. */
  run(comment: string | undefined): Promise<boolean>;
}

/** Asks for a comment, which may be left out. It stands in a popover, which closes when it is sent. */
export function commentForm({ locale }: Desk, { question, send, isRefusal, run }: CommentAsked): TemplateResult {
  const texts = savingTexts(locale);
  const submit = (event: Event) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const field = form.querySelector('textarea');
    form.closest<HTMLElement>('[popover]')?.hidePopover();
    void run(field?.value.trim() || undefined).then((kept) => kept && form.reset());
  };
  const key = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
  };
  return html`<form class="comment-form" @submit=${submit}>
    <label><span>${question} <small class="muted">${texts.optional}</small></span><textarea
      rows="3" autofocus title=${texts.commentHint} @keydown=${key}></textarea></label>
    <footer><small class="muted">${texts.commentHint}</small><button type="submit" class="button ${isRefusal ? 'refuse' : 'send'}">${send}</button></footer>
  </form>`;
}
