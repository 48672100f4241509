import { html, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';

/** What was done, the latest last; pressing a step goes back to where it had just been done. */
export function historyList({ editor, texts }: Desk): TemplateResult {
  const history = editor.completion?.store.history;
  const labels = history?.labels ?? [];
  if (labels.length === 0) return html`<p class="empty">${texts.emptyHistory}</p>`;
  const backTo = (index: number) => {
    for (let step = labels.length - 1; step > index; step--) history?.undo();
  };
  return html`<ol class="history">${labels.map(
    (label, index) => html`<li><button
      type="button" class="entry" aria-current=${index === labels.length - 1 ? 'step' : 'false'} ?disabled=${editor.readonly}
      @click=${() => backTo(index)}
    ><span class="index">${index + 1}</span>${label}</button></li>`,
  )}</ol>`;
}
