import { html, nothing, type TemplateResult } from 'lit';
import { pageIcons } from './page-icons.js';
import type { Locked } from './reading.js';

export const passwordStyles = `
.le-pdf-lock { display: grid; place-content: center; padding: 16px; }
.le-pdf-lock form {
  display: grid; gap: 8px; width: min(300px, 100%); padding: 12px 14px; box-sizing: border-box; color: var(--le-text); background: var(--le-surface);
  border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-pdf-lock strong { display: flex; gap: 6px; align-items: center; font-weight: 600; }
.le-pdf-lock label { display: grid; gap: 3px; }
.le-pdf-lock p { margin: 0; color: var(--le-danger); }
.le-pdf-lock input, .le-pdf-lock button {
  font: inherit; padding: 4px 8px; box-sizing: border-box; color: inherit; background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius);
}
.le-pdf-lock button { justify-self: start; cursor: pointer; background: var(--le-surface-2); }
.le-pdf-lock input:focus-visible, .le-pdf-lock button:focus-visible { outline: 2px solid var(--le-accent); outline-offset: -1px; }
`;

/** What stands in the place of a document that is locked. The password goes to the decoder and nowhere else. */
export const passwordForm = ({ wrong, give }: Locked): TemplateResult => html`<div class="le-pdf-lock"
  ><form @submit=${(event: SubmitEvent) => submit(event, give)} @keydown=${(event: Event) => event.stopPropagation()}>
    <strong>${pageIcons.lock}This PDF is locked</strong>
    <label>Password<input type="password" name="password" autocomplete="off" required aria-invalid=${wrong ? 'true' : 'false'} /></label>
    ${wrong ? html`<p role="alert">This password does not open it. Try another one.</p>` : nothing}
    <button type="submit">Open</button>
  </form></div>`;

function submit(event: SubmitEvent, give: (password: string) => void): void {
  event.preventDefault();
  const field = (event.target as HTMLFormElement).querySelector('input');
  if (!field?.value) return;
  const { value } = field;
  field.value = '';
  give(value);
}
