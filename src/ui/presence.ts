import type { LitElement } from 'lit';
import { LifetimeScope } from '../base/scope.js';
import type { Scope } from '../contract/view.js';
import { listenForKeys } from '../editor/actions/hotkeys.js';
import type { Editor } from '../editor/editor.js';
import { Mounting } from '../editor/tags/mounting.js';
import { autorun, runInAction } from '../reactive/index.js';
import { fire } from './events.js';

/** From when the element comes into the page until it leaves. */
interface Stay {
  readonly scope: LifetimeScope;
  mounting: Mounting | undefined;
}

/** The element in the page: what it listens to and shows while it is there. The editor itself stays, and with it the work. */
export class Presence {
  readonly #element: LitElement;
  readonly #editor: Editor;
  readonly #adopted = new Set<string>();
  #stay: Stay | undefined;
  #whenMounted = deferred();

  constructor(element: LitElement, editor: Editor) {
    this.#element = element;
    this.#editor = editor;
  }

  /** Lasts until the element leaves the page. */
  get scope(): Scope | undefined {
    return this.#stay?.scope;
  }

  /** The element is in the page; moved within it, all goes on as it was. @param start what else lasts as long */
  begin(start: (scope: Scope) => void): void {
    if (this.#stay) return;
    const scope = new LifetimeScope((effect) => autorun(effect));
    this.#stay = { scope, mounting: undefined };
    start(scope);
    listenForKeys(this.#editor.actions, this.#element, scope);
    for (const type of ['pointerenter', 'focusin']) {
      scope.listen(this.#element, type, () => runInAction(() => (this.#editor.touched = true)), { passive: true });
    }
    // Once they are there: they stay as long as the element does.
    scope.react(() => this.#editor.editing?.listenForClipboard(this.#editor, this.#element, scope));
    this.#watchUser(scope);
  }

  /** Tells whether the user is at work: for the lead time, and for a draft before the page is left. */
  #watchUser(scope: Scope): void {
    const { saving } = this.#editor;
    for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel']) {
      scope.listen(this.#element, sign, () => saving.active(), { passive: true });
    }
    scope.listen(document, 'visibilitychange', () => {
      if (document.visibilityState === 'hidden') saving.leave();
      else saving.active();
    });
  }

  /**
   * Shows the config's tags, unless they are shown already.
   *
   * @param start what else lasts as long
   * @param onDisplayed called whenever they are displayed
   */
  mount(host: HTMLElement, start: (scope: Scope) => void, onDisplayed: () => void): void {
    const stay = this.#stay;
    if (!stay || stay.mounting) return;
    start(stay.scope);
    stay.mounting = new Mounting(
      this.#editor,
      host,
      (css) => this.#adopt(css),
      stay.scope,
      (taskId) => {
        if (taskId !== undefined) fire(this.#element, 'task-ready', { taskId });
        onDisplayed();
      },
    );
    this.#whenMounted.resolve();
  }

  end(): void {
    if (!this.#stay) return;
    this.#editor.saving.leave();
    this.#editor.notices.dismiss();
    this.#stay.scope.dispose();
    this.#stay = undefined;
    this.#whenMounted = deferred();
  }

  /** Settles when all that is mounted then is displayed; never rejects. */
  async displayed(): Promise<void> {
    for (;;) {
      await this.#element.updateComplete;
      const mounting = this.#stay?.mounting;
      const ready = mounting?.ready;
      await (ready ?? this.#whenMounted.promise);
      if (mounting && mounting === this.#stay?.mounting && mounting.ready === ready) return;
    }
  }

  /** Each text once per shadow root. */
  #adopt(css: string): void {
    if (this.#adopted.has(css)) return;
    this.#adopted.add(css);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const root = this.#element.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }
}

function deferred(): { readonly promise: Promise<void>; resolve(): void } {
  let resolve = () => {};
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: () => resolve() };
}
