/** A canvas that is as fine as the screen and is painted in CSS pixels. */
export class Sheet {
  readonly canvas = document.createElement('canvas');
  readonly context: CanvasRenderingContext2D | null;
  width = 0;
  height = 0;
  /** Device pixels in a CSS pixel. */
  ratio = 1;

  constructor(into: HTMLElement, className: string) {
    this.canvas.className = className;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.context = this.canvas.getContext('2d');
    into.append(this.canvas);
  }

  /** Leaves it clear, and of this size in CSS pixels. Without a context, or room, there is nothing to paint on. */
  clear(width: number, height: number, ratio: number): CanvasRenderingContext2D | undefined {
    const { canvas, context } = this;
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== across || canvas.height !== down) {
      canvas.width = across;
      canvas.height = down;
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    Object.assign(this, { width, height, ratio });
    if (!context || across === 0 || down === 0) return undefined;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, across, down);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return context;
  }

  /** Gives its memory back. */
  dispose(): void {
    this.canvas.width = 0;
    this.canvas.height = 0;
    this.canvas.remove();
  }

  /** The nearest edge of a device pixel. */
  snap(value: number): number {
    return Math.round(value * this.ratio) / this.ratio;
  }
}

/** Device pixels in a CSS pixel; more than three nobody can see. */
export const screenRatio = (): number => Math.min(3, Math.max(1, devicePixelRatio));
