import { html, nothing, render } from 'lit';

export const moveMenuStyles = `
.le-rank-menu {
  position: fixed; inset: auto; margin: 0; padding: 4px; box-sizing: border-box; min-width: 160px; max-width: 280px; max-height: 60vh; overflow: auto;
  color: var(--le-text); background: var(--le-surface); border: 1px solid var(--le-line); border-radius: var(--le-radius); box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
}
.le-rank-menu button {
  display: block; width: 100%; min-height: 28px; padding: 2px 10px; font: inherit; color: inherit; text-align: start; overflow-wrap: anywhere;
  background: none; border: 0; border-radius: calc(var(--le-radius) - 2px); cursor: pointer;
}
.le-rank-menu button:hover:not(:disabled), .le-rank-menu button:focus-visible { background: var(--le-surface-2); outline: none; }
.le-rank-menu button:disabled { opacity: 0.4; cursor: default; }
.le-rank-menu hr { margin: 4px 0; border: 0; border-top: 1px solid var(--le-line); }
@media (pointer: coarse) { .le-rank-menu button { min-height: 40px; } }
`;

/** An entry; `apart`: a line stands above it. */
export interface Move {
  readonly title: string;
  readonly enabled: boolean;
  readonly apart?: boolean;
  run(): void;
}

/** The list of places that a card can be moved to; one for the whole board. */
export class MoveMenu {
  readonly #panel = document.createElement('div');
  #button: HTMLElement | undefined;

  constructor(host: HTMLElement) {
    this.#panel.className = 'le-rank-menu';
    this.#panel.popover = 'auto';
    this.#panel.role = 'menu';
    host.append(this.#panel);
  }

  /** Below the button, or above it where there is more room. */
  open(button: HTMLElement, name: string, moves: readonly Move[]): void {
    this.#button = button;
    this.#panel.ariaLabel = name;
    const entries = moves.map(
      ({ title, enabled, apart, run }) => html`${apart ? html`<hr />` : nothing}<button
          type="button" role="menuitem" ?disabled=${!enabled} @click=${() => {
            this.#panel.hidePopover();
            run();
          }}
        >${title}</button>`,
    );
    render(
      html`<div role="presentation" @keydown=${(event: KeyboardEvent) => this.#key(event)}>${entries}</div>`,
      this.#panel,
    );
    this.#panel.showPopover();
    const box = button.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#panel;
    const above = box.bottom + height > window.innerHeight && box.top > window.innerHeight - box.bottom;
    this.#panel.style.left = `${Math.max(4, Math.min(box.right - width, window.innerWidth - width - 4))}px`;
    this.#panel.style.top = `${above ? Math.max(4, box.top - height - 4) : box.bottom + 4}px`;
    this.#panel.querySelector<HTMLElement>('button:enabled')?.focus();
  }

  #key(event: KeyboardEvent): void {
    // Keys in here belong to the list, not to the editor.
    event.stopPropagation();
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      this.#panel.hidePopover();
      this.#button?.focus();
    } else if (step !== 0) {
      event.preventDefault();
      const all = [...this.#panel.querySelectorAll<HTMLElement>('button:enabled')];
      const root = this.#panel.getRootNode() as ShadowRoot;
      const at = all.indexOf(root.activeElement as HTMLElement);
      all[(at + step + all.length) % all.length]?.focus();
    }
  }
}
