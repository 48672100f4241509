interface SplitterOptions {
  /** The grid that has the sizes as custom properties. */
  readonly grid: HTMLElement;
  /** The part whose size is set; it lies right of the splitter or below it. */
  readonly side: HTMLElement;
  /** Where the sizes are kept. */
  readonly key: string;
}

const names = { vertical: '--side-width', horizontal: '--side-height' } as const;
const STEP = 24;

/** A bar to drag, or to move with the arrow keys; a double click brings the first size back. */
export function splitter(bar: HTMLElement, { grid, side, key }: SplitterOptions): void {
  // The bar stands upright while the parts lie side by side.
  const below = window.matchMedia('(width < 1000px)');
  const orientation = () => (below.matches ? 'horizontal' : 'vertical');
  const size = () => (below.matches ? side.offsetHeight : side.offsetWidth);
  const room = () => (below.matches ? grid.offsetHeight : grid.offsetWidth);

  const state = () => {
    bar.ariaOrientation = orientation();
    bar.ariaValueMin = '0';
    bar.ariaValueMax = '100';
    bar.ariaValueNow = String(Math.round((1 - size() / Math.max(1, room())) * 100));
  };
  const set = (pixels: number | undefined) => {
    const name = names[orientation()];
    if (pixels === undefined) grid.style.removeProperty(name);
    else grid.style.setProperty(name, `${Math.round(pixels)}px`);
    state();
  };
  const keep = () => {
    const kept = Object.fromEntries(Object.values(names).map((name) => [name, grid.style.getPropertyValue(name)]));
    localStorage.setItem(key, JSON.stringify(kept));
  };

  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    for (const [name, value] of Object.entries(kept as object)) grid.style.setProperty(name, String(value));
  } catch {
    localStorage.removeItem(key);
  }

  bar.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    bar.focus();
    bar.setPointerCapture(event.pointerId);
    bar.classList.add('dragged');
    const at = (moved: PointerEvent) => (below.matches ? moved.clientY : moved.clientX);
    const [start, before] = [at(event), size()];
    const move = (moved: PointerEvent) => set(before + start - at(moved));
    bar.addEventListener('pointermove', move);
    bar.addEventListener(
      'lostpointercapture',
      () => {
        bar.removeEventListener('pointermove', move);
        bar.classList.remove('dragged');
        set(size());
        keep();
      },
      { once: true },
    );
  });
  bar.addEventListener('keydown', (event) => {
    const [more, less] = below.matches ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
    if (event.key === more) set(size() + STEP);
    else if (event.key === less) set(size() - STEP);
    else return;
    event.preventDefault();
    set(size());
    keep();
  });
  bar.addEventListener('dblclick', () => {
    set(undefined);
    keep();
  });
  below.addEventListener('change', state);
  state();
}
