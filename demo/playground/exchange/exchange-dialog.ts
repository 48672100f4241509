import type { Loss } from '../../../src/formats.js';
import type { Stage, Told } from './messages.js';

/** Lines that are written out. */
const SHOWN = 200;

/** What is said when a work is done. */
export interface Outcome {
  readonly title: string;
  /** One sentence. */
  readonly text: string;
  readonly errors?: readonly Loss[];
  readonly errorCount?: number;
  readonly losses?: readonly Told[];
}

/** Shows how far an import or an export is, and what is to be said of it afterwards. */
export class ExchangeDialog {
  readonly #dialog: HTMLDialogElement;
  readonly #title = element('h2', { id: 'exchange-title' });
  readonly #text = element('p', { className: 'said', role: 'status' });
  readonly #bar = document.createElement('progress');
  readonly #list = element('ol', { className: 'problems', tabIndex: 0 });
  readonly #button = element('button', { type: 'button', className: 'button' });
  #cancel: (() => void) | undefined;

  constructor(parent: HTMLElement) {
    this.#dialog = element('dialog', { className: 'exchange' });
    this.#dialog.setAttribute('aria-labelledby', 'exchange-title');
    this.#bar.max = 1;
    const foot = element('div', { className: 'end' });
    foot.append(this.#button);
    this.#dialog.append(this.#title, this.#text, this.#bar, this.#list, foot);
    // Escape too.
    this.#dialog.addEventListener('close', () => {
      this.#cancel?.();
      this.#cancel = undefined;
    });
    this.#button.addEventListener('click', () => this.#dialog.close());
    parent.append(this.#dialog);
  }

  /** Something has begun; `cancel` is called where nobody wants it any more. */
  begin(title: string, cancel: () => void): void {
    this.#cancel = cancel;
    this.#title.textContent = title;
    this.#text.textContent = '…';
    this.#button.textContent = 'Cancel';
    this.#bar.hidden = false;
    this.#bar.removeAttribute('value');
    this.#list.hidden = true;
    if (!this.#dialog.open) this.#dialog.showModal();
  }

  at({ doing, done, all, unit }: Stage): void {
    const said = unit === 'bytes' ? (count: number) => (count / 1e6).toFixed(1) : (count: number) => grouped(count);
    const of = all === undefined ? '' : ` of ${said(all)}`;
    this.#text.textContent = `${doing}: ${said(done)}${of} ${unit === 'bytes' ? 'MB' : 'tasks'}`;
    if (all) this.#bar.value = done / all;
    else this.#bar.removeAttribute('value');
  }

  /** Closed where there is nothing to say. */
  end(outcome?: Outcome): void {
    this.#cancel = undefined;
    if (!outcome) return this.#dialog.close();
    const { title, text, errors = [], errorCount = errors.length, losses = [] } = outcome;
    this.#title.textContent = title;
    this.#text.textContent = text;
    this.#bar.hidden = true;
    this.#button.textContent = 'Close';
    const rows = [
      ...errors.slice(0, SHOWN).map((loss) => row(loss, 'error')),
      ...losses.slice(0, SHOWN).map(({ first, count }) => row(first, 'warning', count)),
    ];
    const more = Math.max(0, errorCount - SHOWN) + Math.max(0, losses.length - SHOWN);
    if (more > 0)
      rows.push(element('li', { className: 'muted more-rows', textContent: `… and ${grouped(more)} more` }));
    this.#list.replaceChildren(...rows);
    this.#list.hidden = rows.length === 0;
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#button.focus();
  }
}

function row(loss: Loss, severity: 'error' | 'warning', count = 1): HTMLElement {
  const item = element('li', {});
  item.dataset.severity = severity;
  const times = count > 1 ? ` (${grouped(count)} times)` : '';
  const where = element('div', { className: 'where' });
  const { file, line, column, index, taskId, resultId } = loss;
  const place = [
    file,
    line !== undefined && `line ${line}${column === undefined ? '' : `, column ${column}`}`,
    index !== undefined && `number ${index + 1}`,
    taskId !== undefined && `task ${taskId}`,
    resultId !== undefined && `result ${resultId}`,
  ];
  for (const part of place) if (part) where.append(element('span', { textContent: String(part) }));
  item.append(element('p', { textContent: loss.message + times }), where);
  return item;
}

const grouped = (count: number): string => count.toLocaleString('en');

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
): HTMLElementTagNameMap[Name] {
  return Object.assign(document.createElement(name), properties);
}
