import type { Dispose, FlowContent, FlowOptions, Layer, TextFlow } from '../../contract/surface.js';
import type { Hit, Input } from '../../contract/tool.js';
import type { Scope } from '../../contract/view.js';
import type { Problem } from '../../model/problem.js';
import { observable, runInAction } from '../../reactive/index.js';
import { Captions } from './captions.js';
import type { FindParts } from './find-place.js';
import { Finding } from './finding.js';
import { FlowFrame } from './flow-frame.js';
import { Grips } from './grips.js';
import { KeyboardCaret } from './keyboard-caret.js';
import type { Stretch } from './laid-text.js';
import { clearSelection, selectedStretch } from './native-selection.js';
import { listenToPointer } from './pointer-input.js';
import { scrollWithin } from './scroll-within.js';
import { type Abilities, ShownText } from './shown-text.js';

export interface FlowSetup {
  report(problem: Problem): void;
  /** Does without CSS.highlights and caretPositionFromPoint, as is done anyway where a browser lacks them. */
  readonly plain?: boolean;
}

/** Shows a text with regions as highlights; a point is an offset in code points. The text comes with `show`. */
export async function createTextFlow(host: HTMLElement, scope: Scope, setup: FlowSetup): Promise<TextFlow> {
  return new HighlightedText(host, scope.child(), setup);
}

/** Client pixels around a region or a caret that is scrolled to. */
const margin = 20;

type Held = Pick<MouseEvent, 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>;

class HighlightedText implements TextFlow {
  readonly space = 'flow';
  readonly host: HTMLElement;
  readonly view = observable({ top: 0 });
  readonly tolerance: readonly number[] = [0];
  readonly pixel: readonly number[] = [1];

  readonly #scope: Scope;
  readonly #abilities: Abilities;
  readonly #frame: FlowFrame;
  readonly #captions: Captions;
  readonly #grips: Grips;
  readonly #finding: Finding;
  readonly #inputs = new Set<(input: Input<number>) => void>();
  readonly #hovers = new Set<(regionId: string | undefined, at: number | undefined) => void>();
  #options: FlowOptions = { selectable: true, showLabels: false, lineNumbers: false };
  #shown: ShownText;
  #caret: KeyboardCaret;
  /** Whether what is painted is out of date. */
  #stale = true;
  #awaitsFrame = false;

  constructor(host: HTMLElement, scope: Scope, { plain = false }: FlowSetup) {
    this.host = host;
    this.#scope = scope;
    this.#abilities = {
      highlights: !plain && 'highlights' in CSS,
      caretFromPoint: !plain && 'caretPositionFromPoint' in document,
    };
    this.#frame = new FlowFrame(host);
    this.#captions = new Captions(this.#frame.captions);
    this.#grips = new Grips(this.#frame.over, scope, {
      start: (hit, at, event) => this.#send('press', at, event, hit),
      move: (event) => this.#send('move', this.toMedia(pointOf(event)), event),
      end: (event) => this.#send('release', this.toMedia(pointOf(event)), event),
    });
    this.#shown = new ShownText('', this.#frame, this.#abilities);
    this.#caret = this.#newCaret();
    scope.add(() => {
      this.#shown.dispose();
      this.#frame.remove();
      this.#inputs.clear();
      this.#hovers.clear();
    });
    this.#listen();
    this.#finding = new Finding(scope, this.#frame.scroller, this.#findParts());
  }

  get text(): string {
    return this.#shown.laid.text;
  }

  show(content: string | FlowContent): void {
    const before = this.#shown;
    this.#frame.setEmpty((typeof content === 'string' ? content : content.text) === '');
    if (content === before.content && typeof content === 'string') return;
    const isThere = typeof content !== 'string' && content.element === before.laid.element;
    before.dispose();
    this.#shown = new ShownText(content, this.#frame, this.#abilities);
    this.#shown.update(before.index.layers);
    this.#caret = this.#newCaret();
    // What is laid out anew by its owner, as when something in it is filtered out, stays where it was.
    if (!isThere) {
      this.#frame.scroller.scrollLeft = 0;
      this.look({ top: 0 });
    }
    this.#finding.refresh();
    this.#invalidate();
  }

  configure(options: Partial<FlowOptions>): void {
    this.#options = { ...this.#options, ...options };
    this.#frame.configure(this.#options);
    this.#invalidate();
  }

  look({ top }: Partial<{ readonly top: number }>): void {
    if (top !== undefined) this.#frame.scroller.scrollTop = top;
    this.#scrolled();
  }

  toMedia({ x, y }: DOMPointReadOnly): number {
    const { points, geometry } = this.#shown;
    return points.toPoints(geometry.unitAt(x, y));
  }

  toClient(at: number): DOMPointReadOnly {
    const { points, geometry } = this.#shown;
    const { left, top, width, height } = geometry.caret(points.toUnits(at));
    return new DOMPoint(left + width / 2, top + height / 2);
  }

  pick({ x, y }: DOMPointReadOnly): Hit | undefined {
    return this.#grips.pick(x, y) ?? this.#hitAt(this.#shown.geometry.letterAt(x, y));
  }

  bounds(regionId: string): DOMRectReadOnly | undefined {
    const { index, geometry } = this.#shown;
    const [first, ...rest] = index.of(regionId).map(({ start, end }) => geometry.bounds(start, end));
    return first && rest.reduce(union, first);
  }

  within(from: number, to: number): readonly string[] {
    const { points, index } = this.#shown;
    const a = points.toUnits(from);
    const b = points.toUnits(to);
    return [...new Set(index.meeting(Math.min(a, b), Math.max(a, b)).map(({ layer }) => layer.id))];
  }

  draw(layers: readonly Layer[]): void {
    if (this.#shown.update(layers)) this.#invalidate();
  }

  sketch(layer: Layer | undefined): void {
    this.#shown.sketch(layer);
    this.#invalidate();
  }

  cursor(css: string): void {
    const { style } = this.#frame.scroller;
    style.setProperty('--le-flow-cursor', css || null);
    // Where nothing is drawn, one sees what a click would select.
    style.setProperty('--le-flow-over', css === 'default' ? null : css || null);
  }

  onInput(listener: (input: Input<number>) => void): Dispose {
    this.#inputs.add(listener);
    return () => this.#inputs.delete(listener);
  }

  onHover(listener: (regionId: string | undefined, at: number | undefined) => void): Dispose {
    this.#hovers.add(listener);
    return () => this.#hovers.delete(listener);
  }

  reveal(regionId: string): void {
    const [first] = this.#shown.index.of(regionId);
    if (!first) return;
    this.#bringIntoView(first.start, () => this.bounds(regionId), true);
  }

  dispose(): void {
    this.#scope.dispose();
  }

  #listen(): void {
    const scope = this.#scope;
    const { scroller, text } = this.#frame;
    scope.listen(scroller, 'scroll', () => this.#scrolled(), { passive: true });
    // The text may be scrolled by what is around it.
    for (const target of new Set([this.#frame.root, document])) {
      scope.listen(target, 'scroll', () => this.#awaitFrame(), { capture: true, passive: true });
    }
    // Something in the text may be scrolled; of what is in a shadow root nobody outside hears.
    for (const target of [text, this.#frame.inner]) {
      scope.listen(target, 'scroll', (event) => this.#scrolledWithin(event), { capture: true, passive: true });
    }
    for (const element of [text, scroller]) scope.onResize(element, () => this.#movedAll());
    scope.listen<KeyboardEvent>(scroller, 'keydown', (event) => this.#key(event));
    scope.listen(scroller, 'blur', () => this.#frame.showCaret(undefined));
    scope.listen<ClipboardEvent>(scroller, 'copy', (event) => this.#copy(event));
    listenToPointer(scope, scroller, {
      selected: () => selectedStretch(this.#shown.laid),
      selectable: () => this.#options.selectable,
      pressed: () => this.#caret.startFrom(undefined),
      clicked: (event) => this.#click(event),
      ranged: (stretch, ctrl) => this.#range(stretch, ctrl),
      hovered: (at) => this.#hover(at),
    });
  }

  #newCaret(): KeyboardCaret {
    const { laid, geometry } = this.#shown;
    const frame = this.#frame;
    return new KeyboardCaret({
      laid,
      geometry,
      firstInView: () => geometry.firstIn(frame.visible()),
      show: (unit) => {
        if (unit !== undefined) this.#bringIntoView(unit, () => geometry.caret(unit), false);
        frame.showCaret(unit === undefined ? undefined : geometry.caret(unit));
      },
      say: (text) => frame.say(text),
    });
  }

  #findParts(): FindParts {
    return {
      scope: this.#scope,
      frame: this.#frame,
      shown: () => this.#shown,
      caret: () => this.#caret,
      selectable: () => this.#options.selectable,
      range: (first, further) => this.#emitRange(first, false, further),
      repaint: () => this.#invalidate(),
      bringIntoView: ({ start, end }) =>
        this.#bringIntoView(start, () => this.#shown.geometry.bounds(start, end), false),
    };
  }

  /** Brings a stretch into view that begins at an offset, also where it is scrolled in the text itself. */
  #bringIntoView(start: number, bounds: () => DOMRectReadOnly | undefined, smoothly: boolean): void {
    const { laid } = this.#shown;
    const { node } = laid.pieces.spot(start);
    if (scrollWithin(this.#frame.text, node, bounds, margin)) laid.moved();
    const found = bounds();
    if (found) this.#frame.bringIntoView(found, margin, smoothly);
  }

  // Input

  #emit(input: Input<number>): void {
    for (const listener of [...this.#inputs]) listener(input);
  }

  #send(kind: 'press' | 'move' | 'release', at: number, held: Held, hit?: Hit): void {
    const ctrl = held.ctrlKey || held.metaKey;
    this.#emit({ kind, at, ...(hit && { hit }), shift: held.shiftKey, alt: held.altKey, ctrl });
  }

  #hitAt(unit: number | undefined): Hit | undefined {
    const regionId = unit === undefined ? undefined : this.#shown.innermost(unit);
    return regionId === undefined ? undefined : { regionId };
  }

  #click(event: PointerEvent): void {
    const point = pointOf(event);
    const at = this.toMedia(point);
    this.#caret.startFrom(this.#shown.points.toUnits(at));
    this.#send('press', at, event, this.pick(point));
    this.#send('release', at, event);
  }

  #range({ from, to }: Stretch, ctrl: boolean): void {
    this.#caret.startFrom(to);
    this.#emitRange({ from, to }, ctrl);
    clearSelection();
  }

  #emitRange(first: Stretch, ctrl: boolean, further: readonly Stretch[] = []): void {
    const { points } = this.#shown;
    const inPoints = ({ from, to }: Stretch) => ({ from: points.toPoints(from), to: points.toPoints(to) });
    this.#emit({
      kind: 'range',
      ...inPoints(first),
      ctrl,
      ...(further.length > 0 && { further: further.map(inPoints) }),
    });
  }

  #hover(client: { readonly x: number; readonly y: number } | undefined): void {
    const point = client && new DOMPoint(client.x, client.y);
    const hit = point && this.pick(point);
    const at = point && this.toMedia(point);
    this.#frame.scroller.classList.toggle('le-flow-hit', hit !== undefined);
    for (const listener of [...this.#hovers]) listener(hit?.regionId, at);
  }

  #key(event: KeyboardEvent): void {
    // A button or a field in the text has keys of its own.
    if (event.composedPath()[0] !== this.#frame.scroller) return;
    if (event.defaultPrevented || this.text === '' || !this.#options.selectable) return;
    const handled =
      event.key === 'Escape' ? this.#escape() : event.key === 'Enter' ? this.#enter(event) : this.#caret.press(event);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #escape(): boolean {
    if (!this.#caret.selected) return this.#finding.close();
    this.#caret.collapse();
    return true;
  }

  #enter(event: KeyboardEvent): boolean {
    const { focus, selected } = this.#caret;
    if (focus === undefined) return false;
    if (selected) {
      this.#range(selected, event.ctrlKey || event.metaKey);
      this.#caret.startFrom(focus);
      this.#frame.showCaret(this.#shown.geometry.caret(focus));
    } else {
      const at = this.#shown.points.toPoints(focus);
      this.#send('press', at, event, this.#hitAt(focus));
      this.#send('release', at, event);
    }
    return true;
  }

  /** The browser would copy line breaks of its own. */
  #copy(event: ClipboardEvent): void {
    const { laid } = this.#shown;
    const stretch = laid.copies === 'text' ? selectedStretch(laid) : undefined;
    if (!stretch || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', this.text.slice(stretch.from, stretch.to));
    event.preventDefault();
  }

  // Painting

  #scrolled(): void {
    const top = this.#frame.scroller.scrollTop;
    if (top !== this.view.top) {
      runInAction(() => {
        this.view.top = top;
      });
    }
    this.#awaitFrame();
  }

  #scrolledWithin({ target }: Event): void {
    if (!(target instanceof Element)) return;
    this.#shown.laid.moved(target);
    this.#invalidate();
  }

  #movedAll(): void {
    this.#shown.laid.moved();
    this.#invalidate();
  }

  #invalidate(): void {
    this.#stale = true;
    this.#awaitFrame();
  }

  #awaitFrame(): void {
    if (this.#awaitsFrame) return;
    this.#awaitsFrame = true;
    this.#scope.frame(() => {
      this.#awaitsFrame = false;
      this.#paint();
    });
  }

  #paint(): void {
    const { index, points, geometry } = this.#shown;
    if (this.#stale) this.#frame.settle();
    const painted = this.#shown.paint(this.#stale);
    if (!painted) return;
    this.#stale = false;
    const { spans, stretches } = painted;
    this.#captions.show(this.#options.showLabels ? spans : [], stretches, geometry);
    const editable = index.layers.find(({ handles }) => handles !== undefined && handles.length > 0);
    this.#grips.show(editable, (at, edge) => {
      const unit = points.toUnits(at);
      return stretches.some(({ from, to }) => unit >= from && unit <= to)
        ? { rect: geometry.caret(unit, edge), turned: geometry.runsBack(unit, edge) }
        : undefined;
    });
    const { focus } = this.#caret;
    if (this.#frame.hasCaret && focus !== undefined) this.#frame.showCaret(geometry.caret(focus));
  }
}

const pointOf = ({ clientX, clientY }: MouseEvent): DOMPointReadOnly => new DOMPoint(clientX, clientY);

function union(a: DOMRectReadOnly, b: DOMRectReadOnly): DOMRectReadOnly {
  const left = Math.min(a.left, b.left);
  const top = Math.min(a.top, b.top);
  return new DOMRect(left, top, Math.max(a.right, b.right) - left, Math.max(a.bottom, b.bottom) - top);
}
