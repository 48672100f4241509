/** Goes through imported tasks: one back, one on, or to a number. */
export class TaskSteps {
  readonly #root: HTMLElement;
  readonly #number: HTMLInputElement;
  readonly #all: HTMLElement;
  readonly #back: HTMLButtonElement;
  readonly #on: HTMLButtonElement;
  #count = 0;
  #at = 0;

  /** @param root with two buttons, an input and an output */
  constructor(root: HTMLElement, go: (index: number) => void) {
    this.#root = root;
    const [back, on] = root.querySelectorAll('button');
    this.#back = back as HTMLButtonElement;
    this.#on = on as HTMLButtonElement;
    this.#number = root.querySelector('input') as HTMLInputElement;
    this.#all = root.querySelector('output') as HTMLElement;
    this.#back.addEventListener('click', () => go(this.#at - 1));
    this.#on.addEventListener('click', () => go(this.#at + 1));
    this.#number.addEventListener('change', () => {
      const wanted = Math.round(this.#number.valueAsNumber);
      if (wanted >= 1 && wanted <= this.#count) go(wanted - 1);
      else this.show(this.#at);
    });
  }

  /** The index of the task on show. */
  get at(): number {
    return this.#at;
  }

  begin(count: number): void {
    this.#count = count;
    this.#at = 0;
  }

  show(index: number): void {
    this.#at = index;
    this.#root.hidden = false;
    this.#number.max = String(this.#count);
    this.#number.value = String(index + 1);
    this.#number.style.width = `${String(this.#count).length + 2.5}ch`;
    this.#all.textContent = `of ${this.#count.toLocaleString('en')}`;
    this.#back.disabled = index === 0;
    this.#on.disabled = index >= this.#count - 1;
  }

  hide(): void {
    this.#root.hidden = true;
  }
}
