import type { LabelEditor } from '../../../src/index.js';
import { paint } from './code-paint.js';
import { kilobytes, plainJson, tidy } from './plain-json.js';

type Kind = 'completion' | 'results' | 'saved';

interface ResultViewOptions {
  readonly editor: LabelEditor;
  readonly panel: HTMLElement;
  /** What the host has saved, the latest first. */
  readonly saved: () => readonly unknown[];
  /** Name of the downloaded file, without its ending. */
  readonly fileName: () => string;
}

/** Characters that are shown; copy and download give all of it. */
const LONGEST = 60_000;
/** Milliseconds between two pictures of it. */
const PACE = 120;

/** The completion as JSON while one works on it. */
export class ResultView {
  readonly #options: ResultViewOptions;
  readonly #pre: HTMLElement;
  readonly #note: HTMLElement;
  #timer = 0;
  #visible = false;

  constructor(options: ResultViewOptions) {
    const { panel } = options;
    this.#options = options;
    this.#pre = panel.querySelector<HTMLElement>('#result') ?? panel;
    // It is scrolled by keys too.
    this.#pre.tabIndex = 0;
    this.#note = panel.querySelector<HTMLElement>('#result-note') ?? panel;
    panel.querySelector('#result-kind')?.addEventListener('change', () => this.#show());
    panel
      .querySelector('#copy')
      ?.addEventListener('click', (event) => void this.#copy(event.currentTarget as HTMLElement));
    panel.querySelector('#download')?.addEventListener('click', () => this.#download());
  }

  /** It is written only while it can be seen: a large result takes time to write. */
  set visible(visible: boolean) {
    this.#visible = visible;
    if (visible) this.#show();
  }

  update(): void {
    if (!this.#visible || this.#timer) return;
    this.#timer = window.setTimeout(() => {
      this.#timer = 0;
      this.#show();
    }, PACE);
  }

  get #kind(): Kind {
    return (this.#options.panel.querySelector<HTMLInputElement>('[name=result-kind]:checked')?.value ??
      'completion') as Kind;
  }

  #text(): string {
    const { editor, saved } = this.#options;
    const value = { completion: () => editor.completion, results: () => editor.serialize(), saved }[this.#kind]();
    return tidy(plainJson(value ?? null));
  }

  #show(): void {
    if (!this.#visible) return;
    const { scrollTop } = this.#pre;
    if (this.#kind === 'saved' && this.#options.saved().length === 0) {
      this.#pre.textContent = 'Nothing was saved yet: submit, or wait for a draft.';
      this.#note.textContent = '';
      return;
    }
    const text = this.#text();
    this.#pre.replaceChildren(paint(text.slice(0, LONGEST), 'json'));
    this.#note.textContent =
      text.length > LONGEST
        ? `The first ${kilobytes(text.slice(0, LONGEST))} of ${kilobytes(text)}; copy and download give all of it.`
        : '';
    this.#pre.scrollTop = scrollTop;
  }

  async #copy(button: HTMLElement | null): Promise<void> {
    const copied = await navigator.clipboard.writeText(this.#text()).then(
      () => true,
      () => false,
    );
    if (!button) return;
    button.title = copied ? 'Copied' : 'The browser did not allow it';
    button.classList.toggle('done', copied);
    window.setTimeout(() => {
      button.title = 'Copy';
      button.classList.remove('done');
    }, 1500);
  }

  #download(): void {
    const url = URL.createObjectURL(new Blob([this.#text()], { type: 'application/json' }));
    const link = Object.assign(document.createElement('a'), {
      href: url,
      download: `${this.#options.fileName()}-${this.#kind}.json`,
    });
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(url), 1000);
  }
}
