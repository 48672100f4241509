import { html, type TemplateResult } from 'lit';
import type { Desk } from '../desk.js';
import { observe } from '../observe.js';
import { HistoryList } from './history-list.js';
import { historyTexts } from './texts.js';
import { versionList } from './version-list.js';

export { historyStyles as styles } from './styles.js';

const lists = new WeakMap<Desk, HistoryList>();

/** What was done in this session, and the versions that the completion came with. */
export function historyView(desk: Desk): TemplateResult {
  const list = lists.get(desk) ?? new HistoryList(desk);
  lists.set(desk, list);
  const isEmpty = () => (desk.editor.completion?.store.history.steps.length ?? 0) === 0;
  return html`${observe(() => (isEmpty() ? html`<p class="empty">${historyTexts(desk.locale).empty}</p>` : list.template()))}${observe(() => versionList(desk))}`;
}
