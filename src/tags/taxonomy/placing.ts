/** CSS pixels between the field and what drops down, and round it. */
const GAP = 4;
/** Less room than this, and the panel may leave the editor; it stays in the window. */
const LEAST = 200;
const NARROWEST = 280;

/** Keeps a panel, which is fixed to the window, beside its field and inside of the editor. */
export class Placing {
  readonly #panel: HTMLElement;
  readonly #most: number;
  readonly #width: string | undefined;
  #isAbove: boolean | undefined;

  /**
   * @param most CSS pixels of its height
   * @param width a CSS length; none: as wide as the field
   */
  constructor(panel: HTMLElement, most: number, width: string | undefined) {
    this.#panel = panel;
    this.#most = most;
    this.#width = width;
  }

  /** It may choose anew whether to stand above the field; while it is open it stays where it is. */
  begin(): void {
    this.#isAbove = undefined;
  }

  /** Below the field, or above it where there is no room; whether the field is still to be seen. */
  place(field: HTMLElement): boolean {
    const panel = this.#panel;
    const { style } = panel;
    const { innerWidth, innerHeight } = window;
    const root = field.getRootNode();
    const frame = (root instanceof ShadowRoot ? root.host : document.documentElement).getBoundingClientRect();
    const box = field.getBoundingClientRect();
    const left = Math.max(0, frame.left) + GAP;
    const right = Math.min(innerWidth, frame.right) - GAP;
    style.maxWidth = `${Math.max(0, right - left)}px`;
    style.width = this.#width ?? `${Math.max(NARROWEST, box.width)}px`;
    style.maxHeight = `${this.#most}px`;
    const { width, height } = panel.getBoundingClientRect();
    style.left = `${Math.max(left, Math.min(box.left, right - width))}px`;

    const roomIn = (top: number, bottom: number) => ({
      below: bottom - box.bottom - 2 * GAP,
      above: box.top - top - 2 * GAP,
    });
    const inside = roomIn(Math.max(0, frame.top), Math.min(innerHeight, frame.bottom));
    const { below, above } = Math.max(inside.below, inside.above) < LEAST ? roomIn(0, innerHeight) : inside;
    this.#isAbove ??= below < height && above > below;
    style.maxHeight = `${Math.max(0, Math.min(this.#most, this.#isAbove ? above : below))}px`;
    style.top = this.#isAbove ? 'auto' : `${box.bottom + GAP}px`;
    style.bottom = this.#isAbove ? `${innerHeight - box.top + GAP}px` : 'auto';
    return box.bottom > Math.max(0, frame.top) && box.top < Math.min(innerHeight, frame.bottom);
  }
}

/** A width as a config writes it: CSS pixels, or a CSS length; undefined where it is none. */
export function widthOf(text: string | undefined): string | undefined {
  const width = text?.trim();
  if (!width) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(width)) return `${width}px`;
  return CSS.supports('width', width) && !/[;{}]|url|var/i.test(width) ? width : undefined;
}
