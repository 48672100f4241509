import type { Scope } from '../contract/view.js';
import type { Editor } from '../editor/editor.js';
import { observable, runInAction } from '../reactive/index.js';

/** The element as a field of a form: its value is the completion as JSON. */
export class FormValue {
  readonly #internals: ElementInternals;
  readonly #editor: Editor;
  readonly #element: HTMLElement & { readonly name: string };
  readonly #form = observable.box<HTMLFormElement | null>(null);
  readonly #required = observable.box(false);
  readonly #anchor = observable.box<HTMLElement | undefined>(undefined);

  constructor(internals: ElementInternals, editor: Editor, element: HTMLElement & { readonly name: string }) {
    this.#internals = internals;
    this.#editor = editor;
    this.#element = element;
  }

  belongTo(form: HTMLFormElement | null): void {
    runInAction(() => this.#form.set(form));
  }

  setRequired(required: boolean): void {
    runInAction(() => this.#required.set(required));
  }

  /** Where browsers say what is missing: something that can take the focus, as the element itself cannot. */
  showsAt(anchor: HTMLElement): void {
    runInAction(() => this.#anchor.set(anchor));
  }

  /** The value is made when the form asks for it, not at each edit: a completion can be large. */
  follow(scope: Scope): void {
    let listening: Scope | undefined;
    scope.react(() => {
      const form = this.#form.get();
      listening?.dispose();
      listening = scope.child();
      if (form) listening.listen<FormDataEvent>(form, 'formdata', ({ formData }) => this.#fill(formData));
    });
    scope.react(() => {
      // As with other fields, what cannot be filled in is not asked for.
      const [missing] = this.#required.get() && !this.#editor.readonly ? this.#editor.saving.blockers : [];
      if (missing) this.#internals.setValidity({ valueMissing: true }, missing.message, this.#anchor.get());
      else this.#internals.setValidity({});
    });
  }

  #fill(formData: FormData): void {
    const { completion } = this.#editor;
    if (this.#element.name !== '' && completion && !this.#element.matches(':disabled')) {
      formData.set(this.#element.name, JSON.stringify(completion.toJson()));
    }
  }
}
