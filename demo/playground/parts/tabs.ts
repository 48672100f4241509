/** A list of tabs and the panels they stand for. */
export class Tabs {
  readonly #tabs: readonly HTMLElement[];
  readonly #onShow: (id: string) => void;
  #shown = '';

  constructor(list: HTMLElement, onShow: (id: string) => void) {
    this.#tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
    this.#onShow = onShow;
    list.addEventListener('click', (event) => {
      const tab = (event.target as Element).closest<HTMLElement>('[role=tab]');
      if (tab) this.show(tab.id);
    });
    list.addEventListener('keydown', (event) => this.#key(event));
  }

  /** The id of the tab on show. */
  get shown(): string {
    return this.#shown;
  }

  show(id: string): void {
    this.#shown = id;
    for (const tab of this.#tabs) {
      const selected = tab.id === id;
      tab.ariaSelected = String(selected);
      tab.tabIndex = selected ? 0 : -1;
      document.getElementById(tab.getAttribute('aria-controls') ?? '')?.classList.toggle('shown', selected);
    }
    this.#onShow(id);
  }

  #key(event: KeyboardEvent): void {
    const tabs = this.#tabs.filter((tab) => tab.offsetParent !== null);
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const at = tabs.findIndex((tab) => tab.id === this.#shown);
    if (step === undefined || at < 0) return;
    const tab = tabs[(at + step + tabs.length) % tabs.length];
    if (!tab) return;
    event.preventDefault();
    this.show(tab.id);
    tab.focus();
  }
}
