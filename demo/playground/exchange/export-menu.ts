import type { FormatChoice } from './messages.js';

interface ExportMenuOptions {
  readonly formats: () => Promise<readonly FormatChoice[]>;
  readonly choose: (format: string) => void;
}

/** Pixels to the edge of the page. */
const MARGIN = 8;

/** The formats to choose from; those that cannot hold what the config asks for say why. */
export class ExportMenu {
  readonly #menu: HTMLElement;
  readonly #options: ExportMenuOptions;

  /** @param menu a popover */
  constructor(button: HTMLElement, menu: HTMLElement, options: ExportMenuOptions) {
    this.#menu = menu;
    this.#options = options;
    button.addEventListener('click', () => void this.#open(button));
    menu.addEventListener('keydown', (event) => this.#key(event));
    menu.addEventListener('toggle', () => {
      button.ariaExpanded = String(menu.matches(':popover-open'));
    });
  }

  async #open(button: HTMLElement): Promise<void> {
    if (this.#menu.matches(':popover-open')) return this.#menu.hidePopover();
    const formats = await this.#options.formats();
    // What can be chosen comes first.
    const sorted = [...formats].sort((a, b) => Number(a.refusal !== undefined) - Number(b.refusal !== undefined));
    this.#menu.replaceChildren(...sorted.map((format) => this.#row(format)));
    const { bottom, right } = button.getBoundingClientRect();
    this.#menu.style.top = `${bottom + 6}px`;
    this.#menu.showPopover();
    const { clientWidth } = document.documentElement;
    const room = clientWidth - this.#menu.offsetWidth - MARGIN;
    this.#menu.style.right = `${Math.max(MARGIN, Math.min(clientWidth - right, room))}px`;
    this.#rows[0]?.focus();
  }

  get #rows(): readonly HTMLElement[] {
    return [...this.#menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #row({ name, about, refusal }: FormatChoice): HTMLElement {
    const row = document.createElement('button');
    row.type = 'button';
    row.role = 'menuitem';
    const label = document.createElement('strong');
    label.textContent = name;
    const said = document.createElement('small');
    said.textContent = sentence(refusal ?? about);
    row.append(label, ' ', said);
    if (refusal !== undefined) {
      // It can be reached, so that its reason can be read.
      row.ariaDisabled = 'true';
      row.title = refusal;
    }
    row.addEventListener('click', () => {
      if (refusal !== undefined) return;
      this.#menu.hidePopover();
      this.#options.choose(name);
    });
    return row;
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const rows = this.#rows;
    const at = rows.indexOf(document.activeElement as HTMLElement);
    rows[(at + step + rows.length) % rows.length]?.focus();
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1).replace(/\.$/, '')}`;
