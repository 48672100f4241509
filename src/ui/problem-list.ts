import { html, nothing, type TemplateResult } from 'lit';
import type { Place, Problem } from '../model/problem.js';
import type { Desk } from './desk.js';
import { icon } from './icons.js';
import { closeMenu } from './menu.js';
import type { Texts } from './texts.js';

/** More than anyone reads; a broken export has a hundred thousand. */
const MOST = 200;

/** What is wrong in what we were given, and where; pressing one goes there. */
export const problemList = (desk: Desk): TemplateResult => {
  const { editor, texts } = desk;
  if (editor.allProblems.length === 0) return html`<p class="empty">${texts.noProblems}</p>`;
  const rest = editor.allProblems.length - MOST;
  return html`<ul class="problems">${editor.allProblems.slice(0, MOST).map(
    (problem) => html`<li><button
      type="button" class="entry problem" data-tone=${problem.severity === 'error' ? 'danger' : 'warning'}
      @click=${(event: Event) => {
        closeMenu(event);
        editor.attention.bringTo(problem);
      }}
    >${icon(problem.severity === 'error' ? 'circle-alert' : 'triangle-alert')}<span>${problem.message}${where(problem, texts)}</span></button></li>`,
  )}${rest > 0 ? html`<li class="empty">+ ${desk.number(rest)}</li>` : nothing}</ul>`;
};

function where({ at, code }: Problem, texts: Texts): TemplateResult {
  const said = [at?.tag && `<${at.tag}>`, at?.name, at?.attribute, lineOf(at, texts), at?.resultId, code];
  return html`<small>${said.filter(Boolean).join(' · ')}</small>`;
}

const lineOf = (at: Place | undefined, texts: Texts): string | undefined =>
  at?.line === undefined ? undefined : texts.atLine(at.line, at.column ?? 1);
