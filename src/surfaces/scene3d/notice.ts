/** A few words in the middle of the surface, where something keeps it from drawing. */
export class Notice {
  readonly #element = document.createElement('div');

  constructor(into: HTMLElement) {
    this.#element.setAttribute('role', 'status');
    Object.assign(this.#element.style, {
      position: 'absolute',
      inset: '0',
      display: 'none',
      placeItems: 'center',
      padding: '24px',
      textAlign: 'center',
      color: 'var(--le-text, light-dark(#1b1d22, #e6e7ea))',
      background: 'var(--le-canvas, light-dark(#f8f9fa, #141517))',
    });
    into.append(this.#element);
  }

  show(message: string | undefined): void {
    this.#element.textContent = message ?? '';
    this.#element.style.display = message === undefined ? 'none' : 'grid';
  }
}
